"""Cut-out cards: the notes of a map, 76 mm square, to be cut out and stuck on a wall. In mm."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from cjm_desktop.journey import codes, naming, words
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.offers import CUT_OUT
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Barrier, Card, Lane, Opportunity, Stage, Touchpoint
from cjm_desktop.layout import icons, marks, style, text
from cjm_desktop.layout.cards import quoted
from cjm_desktop.layout.colour import is_colour
from cjm_desktop.layout.context import Context
from cjm_desktop.layout.drawing import context
from cjm_desktop.layout.pieces import Box, Colour, Line, Piece, Primitive, Shape
from cjm_desktop.layout.style import Block, Style
from cjm_desktop.poster import lines
from cjm_desktop.poster.job import CardWish, Job
from cjm_desktop.poster.leaves import Leaf, Part, drawn

SIDE = 76.0
_EDGE = 5.0
"""What a printer does not reach at the edges of a sheet."""
_PAD, _TOP, _FOOT = 6.0, 12.0, 12.0
_TEXT = Style("medium", 8.4, 1.24, hyphenate=False)
_SHRINK = (1.0, 0.9, 0.8, 0.72, 0.64, 0.57, 0.5, 0.43)
"""Down to 3.6 mm, which is 10 pt."""
_CAPTION, _CODE = 3.0, 4.4
_CUT = 0.2


class _Face(NamedTuple):
    """What one card shows."""

    holds: str
    words: str
    fill: Colour
    stripe: Colour
    """Of a bar at the left; empty: none."""
    where: str
    card: Card | None
    stage: Stage | None
    code: str = ""
    """By which people name it, such as B12."""
    part: str = ""
    """Which part of its text it holds, where one card does not hold all."""
    level: int | None = None
    """How many of three dots are full: severity, or effect; None: it has no dots."""


def leaves(journey: Journey, job: Job, wish: CardWish) -> tuple[Leaf, ...]:
    """The sheets of cards, ordered by stage.

    Raises:
        Problem: there are no such cards, or not one fits a sheet.
    """
    ctx = context(journey, job.map_id, job.colours, job.options)
    faces = list(_empty(ctx, wish) if wish.empty else _faces(ctx, wish))
    if not faces:
        raise Problem("poster.no_cards")
    sheet = job.finished
    across, down = int((sheet.width - 2 * _EDGE) // SIDE), int((sheet.height - 2 * _EDGE) // SIDE)
    if not across or not down:
        raise Problem("poster.card_sheet_small")
    found, seen = list[Leaf](), set[str]()
    for begin in range(0, len(faces), across * down):
        here = faces[begin : begin + across * down]
        new = [one.stage for one in here if one.stage and one.stage.id not in seen]
        seen.update(one.id for one in new)
        found.append(_leaf(ctx, job, here, across, new[0].title if new else ""))
    return tuple(found)


def _empty(ctx: Context, wish: CardWish) -> Iterator[_Face]:
    """Cards without words, in each colour a kind has."""
    for holds in wish.holds:
        for made in _colours(ctx, holds):
            for _ in range(wish.empty):
                yield made


def _colours(ctx: Context, holds: str) -> list[_Face]:
    """An empty card in each colour a kind has."""
    theme = ctx.theme
    bare = _Face(holds, "", theme.card, "", "", None, None)
    if holds == "barriers":
        grades = enumerate(theme.severities, start=1)
        return [bare._replace(fill=fill, level=level) for level, fill in grades]
    if holds == "text":
        return [bare._replace(fill=fill) for fill in theme.free]
    stripe = theme.good if holds == "opportunities" else theme.ink3
    return [bare._replace(stripe=stripe)]


def _faces(ctx: Context, wish: CardWish) -> Iterator[_Face]:
    """The cards of the map, stage by stage."""
    whole = ctx.journey.lanes(ctx.map.id)
    lanes = [lane for holds in wish.holds for lane in whole if lane.holds == holds]
    chosen = frozenset(wish.card_ids)
    for stage, steps in zip(ctx.stages, ctx.steps, strict=True):
        for lane in whole if chosen else lanes:
            for step_id in (None, *(one.id for one in steps)):
                for card in ctx.journey.cards(lane.id, stage.id, step_id):
                    wanted = card.id in chosen if chosen else ctx.in_question(card)
                    if wanted and ctx.shown(card.path):
                        yield from _parted(_face(ctx, lane, stage, card))


def _face(ctx: Context, lane: Lane, stage: Stage, card: Card) -> _Face:
    theme, number = ctx.theme, ctx.stages.index(stage) + 1
    step = next((one for one in ctx.journey.steps(stage.id) if one.id == card.step_id), None)
    where = f"{number}. {stage.title}" + (f" · {step.title}" if step and step.title else "")
    said = quoted(card.text, ctx.options.language) if lane.holds == "thoughts" else card.text
    stripe, code = "", codes.code_of(ctx.journey, ctx.map.id, card)
    level = card.effect if isinstance(card, Opportunity) else None
    if isinstance(card, Barrier):
        level = max(1, min(3, card.severity))
        fill = theme.severities[level - 1]
    elif lane.holds == "text":
        fill = card.colour if is_colour(card.colour) else theme.free[0]
    else:
        fill = theme.card
        stripe = theme.good if isinstance(card, Opportunity) else ctx.inks[stage.id].fill
    return _Face(lane.holds, said, fill, stripe, where, card, stage, code, level=level)


def _room(face: _Face) -> tuple[float, float]:
    left = _PAD + (3.0 if face.stripe else 0.0)
    return SIDE - left - _PAD, SIDE - _TOP - _FOOT


def _set(face: _Face) -> Block:
    """Its text as large as the card allows, down to a floor."""
    wide, high = _room(face)
    font = replace(_TEXT, font="italic") if face.holds == "thoughts" else _TEXT
    return style.shrunk(face.words, font, wide, high, _SHRINK)


def _parted(face: _Face) -> Iterator[_Face]:
    """A card, or as many as its text needs at its smallest: nothing is ever cut off."""
    block, high = _set(face), _room(face)[1]
    if block.height <= high + 1e-6:
        yield face
        return
    each = int(high // (block.style.size * block.style.leading))
    runs = [block.lines[at : at + each] for at in range(0, len(block.lines), each)]
    for number, run in enumerate(runs, start=1):
        yield face._replace(words="\n".join(run), part=f"{number}/{len(runs)}")


def _leaf(ctx: Context, job: Job, faces: list[_Face], across: int, title: str) -> Leaf:
    sheet = job.finished
    rows = -(-len(faces) // across)
    wide = SIDE * min(across, len(faces))
    down = int((sheet.height - 2 * _EDGE) // SIDE)
    left, top = (sheet.width - SIDE * across) / 2, (sheet.height - SIDE * down) / 2
    pieces, sizes = list[Piece](), list[float]()
    for at, face in enumerate(faces):
        primitives, size = _drawn(ctx, face)
        x, y = left + at % across * SIDE, top + at // across * SIDE
        card = face.card.id if face.card else ""
        shape = Shape(SIDE, SIDE, tuple(primitives))
        pieces.append(Piece(f"card:{at}", "card", card, x, y, shape))
        sizes += [size] if face.words else []
    pieces.append(lines.standing(_cuts(left, top, wide, rows)))
    missing = set[str]().union(*(text.missing_in(one.words) for one in faces))
    shown = drawn(
        sheet.width,
        sheet.height,
        pieces,
        paper=ctx.theme.paper,
        body=min(sizes, default=_TEXT.size),
        smallest=_CAPTION,
        missing=sorted(missing),
    )
    return Leaf(sheet.width, sheet.height, (Part(shown, 0.0, 0.0, 1.0),), title)


def _cuts(left: float, top: float, wide: float, rows: int) -> list[Primitive]:
    """Lines to cut along, a little longer than the cards."""
    grey, over = "#667281", 3.0
    columns = round(wide / SIDE)
    found: list[Primitive] = []
    for at in range(columns + 1):
        x = left + at * SIDE
        found.append(Line(x, top - over, x, top + rows * SIDE + over, grey, _CUT, (1.2, 1.2)))
    for at in range(rows + 1):
        y = top + at * SIDE
        found.append(Line(left - over, y, left + wide + over, y, grey, _CUT, (1.2, 1.2)))
    return found


def _drawn(ctx: Context, face: _Face) -> tuple[list[Primitive], float]:
    """A card from (0, 0), and the size of its text."""
    ink, left = ctx.theme.note_ink, _PAD + (3.0 if face.stripe else 0.0)
    found: list[Primitive] = [Box(0, 0, SIDE, SIDE, face.fill)]
    if face.stripe:
        found.append(Box(0, 0, 3.0, SIDE, face.stripe))
    found.append(icons.icon(_icon(face), left, 4.0, 5.0, ink))
    wide = lines.width(face.code, "bold", _CODE)
    found += lines.line(face.code, "bold", _CODE, SIDE - _PAD - wide, 7.9, ink)
    where = lines.shortened(face.where, "regular", _CAPTION, SIDE - left - _PAD - 9 - wide)
    found += lines.line(where, "regular", _CAPTION, left + 7, 7.6, ink)
    block = _set(face)
    found += block.draw(left, _TOP, ink)
    found += _foot(ctx, face, left)
    return found, block.style.size


def _icon(face: _Face) -> str:
    if isinstance(face.card, Touchpoint):
        return icons.CHANNELS.get(face.card.channel, icons.CHANNELS[""])
    return icons.LANES.get(face.holds, "note")


def _foot(ctx: Context, face: _Face, left: float) -> list[Primitive]:
    """Severity or effect as dots, what it is, and which part of a long text."""
    ink, y, x = ctx.theme.note_ink, SIDE - 6.2, left
    found: list[Primitive] = []
    if face.level is not None:
        found += marks.dots(x + 1.6, y - 1.1, 1.6, 4.6, face.level, ink, face.fill, hollow=True)
        x += 15.0
    found += lines.line(_called(ctx, face), "regular", _CAPTION, x, y, ink)
    if face.part:
        wide = lines.width(face.part, "semibold", _CAPTION)
        found += lines.line(face.part, "semibold", _CAPTION, SIDE - _PAD - wide, y, ink)
    return found


def _called(ctx: Context, face: _Face) -> str:
    """What one card is, and what the colour of a barrier and the dots of an opportunity say."""
    language = ctx.options.language
    if face.holds not in CUT_OUT:
        return naming.lane_title(face.holds, language)
    said = words.say(f"poster.card.{face.holds}", language)
    if face.holds == "barriers" and face.level:
        return f"{said} · {words.say(f'severity.{face.level}', language)}"
    if face.holds == "opportunities" and face.level is not None and not face.part:
        # Beside the number of a part there is no room for it.
        effect = words.say(f"effect.{face.level}", language)
        return f"{said} · {words.say('field.effect', language)}: {effect}"
    return said
