"""The line under the map: what it rests on at the left, the program at the right."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Card
from cjm_desktop.layout import style
from cjm_desktop.layout.context import Context
from cjm_desktop.layout.pieces import Primitive, Shape

_MOST_SOURCES = 5


class Basis(NamedTuple):
    """What cards rest on."""

    cards: int
    known: int
    """Cards with evidence."""
    sources: tuple[tuple[str, int], ...]
    """How often each source is named."""


def basis(ctx: Context, token: object) -> tuple[Basis, ...]:
    """What the cards of each lane rest on.

    Args:
        token: the same object as long as all evidence is the same.
    """
    if not ctx.marked or not ctx.options.show_evidence:
        return ()
    found = []
    for lane in ctx.journey.lanes(ctx.map.id):
        cards = ctx.journey.cards_of_lane(lane.id)
        found.append(
            ctx.memo.once(("basis", lane.id), (cards, token), _of_cards, ctx.journey, cards)
        )
    return tuple(found)


def _of_cards(journey: Journey, cards: Sequence[Card]) -> Basis:
    counted: dict[str, int] = {}
    known = 0
    for card in cards:
        found = journey.evidence(card.id)
        known += bool(found)
        for one in found:
            source = one.source or "other"
            counted[source] = counted.get(source, 0) + 1
    return Basis(len(cards), known, tuple(sorted(counted.items())))


def footer(ctx: Context, width: float, rests_on: Sequence[Basis]) -> Shape:
    """Sources and the share of findings, the review date, and the program's name."""
    theme = ctx.theme
    review, today = ctx.journey.document.review_date, ctx.options.today
    own = [ctx.say("review", date=_date(ctx, review))] if review else []
    own += [ctx.say("made", date=_date(ctx, today))] if today else []
    right = style.line(" · ".join([*own, "CJM Desktop"]), style.CAPTION)
    room = width - right.width - 20.0
    left = style.shrunk(" · ".join(_said(ctx, rests_on)), style.CAPTION, room, 8.0, (1.0, 0.9))
    drawn: list[Primitive] = left.draw(0, 0, theme.ink3)
    drawn += right.draw(width - right.width, 0, theme.ink3)
    return Shape(width, max(left.height, right.height), tuple(drawn))


def _date(ctx: Context, iso: str) -> str:
    """A date as people write it."""
    try:
        day = date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    return day.strftime("%d.%m.%Y") if ctx.options.language == "ru" else day.strftime("%d %b %Y")


def _said(ctx: Context, rests_on: Sequence[Basis]) -> list[str]:
    """The sources named most, and the share of cards that rest on any."""
    cards = sum(one.cards for one in rests_on)
    if not cards:
        return []
    counted: dict[str, int] = {}
    for one in rests_on:
        for source, count in one.sources:
            counted[source] = counted.get(source, 0) + count
    best = sorted(counted, key=lambda name: (-counted[name], name))[:_MOST_SOURCES]
    names = ", ".join(ctx.say(f"source.{name}") for name in best)
    known = sum(one.known for one in rests_on)
    share = ctx.say("evidence_share", percent=round(100 * known / cards), n=cards)
    return [ctx.say("sources", text=names), share] if names else [share]
