"""The card of the person whose journey it is, with the roles of the buying centre."""

from __future__ import annotations

from cjm_desktop.journey import naming
from cjm_desktop.journey.records import Persona, Picture
from cjm_desktop.layout import marks, style
from cjm_desktop.layout.cards import quoted
from cjm_desktop.layout.colour import mix, tint
from cjm_desktop.layout.context import Context
from cjm_desktop.layout.pieces import Box, Command, Disc, Line, Path, Photo, Primitive, Shape, Zone
from cjm_desktop.layout.style import Style

WIDTH = 436.0
HEIGHT = 72.0
_PAD = 6.0
_AVATAR = 21.0
_TEXT = 57.0
_NARROW = 300.0
"""A card no wider than this shows only its first persona."""
_NAME_ONLY = 100.0
_CENTRE = 132.0
"""Width of the column with the buying centre."""
_NAME = Style("bold", 10.4, 1.2, hyphenate=False)
_ROLE = Style("regular", 6.8, 1.2, hyphenate=False)
_QUOTE = Style("italic", 8.0, 1.26)
_GOAL = Style("regular", 6.4, 1.28)
_TWO_LINES = 2 * _GOAL.size * _GOAL.leading
_ROW_NAME = Style("semibold", 5.9, 1.2, hyphenate=False)
_ROW = 10.4
_HEAD = 4.4
_MANY = 4
"""So many people who have a say are a company's, fewer may be a family's."""
_SHRINK = (1.0, 0.94, 0.88, 0.82, 0.76)


def card(ctx: Context, person: Persona, width: float) -> Shape:
    """One persona large, and the others as rows with coloured heads."""
    theme = ctx.theme
    several = len(ctx.personas) > 1 and width > _NARROW
    beside = _CENTRE + 8.0 if several else 0.0
    if not _tells(person):
        width = min(width, _TEXT + _PAD + beside + _NAME_ONLY)
    words, zones, bottom = _about(ctx, person, width - _TEXT - _PAD - beside)
    rows, rows_bottom = _centre(ctx, width - _CENTRE) if several else ([], 0.0)
    height = max(HEIGHT, bottom + _PAD, rows_bottom + _PAD)
    drawn: list[Primitive] = [Box(0, 0, width, height, theme.zebra, None, radius=4.0)]
    drawn += avatar(ctx, person, _PAD + _AVATAR, height / 2, _AVATAR)
    drawn += words
    if several:
        x = width - _CENTRE - 5.0
        drawn.append(Line(x, 9, x, height - 9, theme.line2, 0.4))
    drawn += rows
    zones.append(Zone("picture", _PAD, height / 2 - _AVATAR, 2 * _AVATAR, 2 * _AVATAR))
    return Shape(width, height, tuple(drawn), tuple(zones))


def _tells(person: Persona) -> bool:
    """Whether the card has more to say than who it is."""
    return bool(person.quotes or person.goals or person.need)


def _about(
    ctx: Context, person: Persona, width: float
) -> tuple[list[Primitive], list[Zone], float]:
    """Name, role, a quote and the goal, from the top."""
    theme, x = ctx.theme, _TEXT
    name = style.shrunk(naming.by_name(person), _NAME, width, 13, _SHRINK)
    y = 7.0 if _tells(person) else (HEIGHT - name.height) / 2
    drawn: list[Primitive] = name.draw(x, y, theme.ink)
    zones = [name.zone("name", x, y, width, theme.ink, person.id)]
    role = person.role if person.name else ""
    beside = style.line(role, _ROLE)
    if role and name.width + 5 + beside.width <= width and len(name.lines) == 1:
        drop = style.baseline(name.style) - style.baseline(_ROLE)
        drawn += beside.draw(x + name.width + 5, y + drop, theme.ink2)
        y += name.height + 1.5
    else:
        y += name.height
        under = style.block(role, _ROLE, width)
        drawn += under.draw(x, y, theme.ink2)
        y += under.height + 1.5 if role else 1.5
    said = person.quotes[0] if person.quotes else ""
    if said:
        quote = style.shrunk(quoted(said, ctx.options.language), _QUOTE, width, 32, _SHRINK)
        drawn += quote.draw(x, y, theme.ink)
        zones.append(quote.zone("quote", x, y, width, theme.ink, person.id))
        y += quote.height + 2.0
    for key, words in (("goal", person.goals), ("need", person.need)):
        if words:
            # Two lines at least: where a quote takes much room, the card grows.
            room = max(HEIGHT - y - 5, _TWO_LINES)
            line = style.shrunk(f"{ctx.say(f'persona.{key}')} {words}", _GOAL, width, room, _SHRINK)
            drawn += line.draw(x, y, theme.ink2)
            y += line.height + 1.0
    return drawn, zones, y


def _together(ctx: Context) -> str:
    """What the people of a map are to one another: a company's buying centre, or a few who decide
    such as a family, or simply its personas."""
    having_a_say = sum(bool(one.buying_parts) for one in ctx.personas)
    if not having_a_say:
        return "personas"
    kinds = {lane.holds for lane in ctx.journey.lanes(ctx.map.id)}
    if having_a_say >= _MANY or kinds & {"participation", "consensus"}:
        return "buying_centre"
    return "who_decides"


def _centre(ctx: Context, x: float) -> tuple[list[Primitive], float]:
    """The buying centre: heads in the colours of the roles, their names and parts."""
    theme, y = ctx.theme, 7.0
    title = style.line(ctx.say(_together(ctx)), style.CAPTION)
    drawn: list[Primitive] = title.draw(x, y, theme.ink2)
    y += title.height + 2.0
    room = _CENTRE - _PAD - 2 * _HEAD - 3.0
    for index, person in enumerate(ctx.personas):
        colour = theme.role(index, person.colour)
        name = style.shrunk(naming.in_role(person), _ROW_NAME, room, 8, (1.0, 0.92, 0.84))
        drawn += marks.head(person, colour, x + _HEAD, y + _ROW / 2, _HEAD)
        left = x + 2 * _HEAD + 3.0
        drawn += name.draw(left, y + (_ROW - name.height) / 2, theme.ink)
        part = style.line(
            ", ".join(ctx.name(f"buying_part.{one}") for one in person.buying_parts), style.CAPTION
        )
        if part.lines[0] and len(name.lines) == 1 and name.width + 3 + part.width <= room:
            drawn += part.draw(left + name.width + 3, y + (_ROW - part.height) / 2, theme.ink3)
        y += max(_ROW, name.height + 1.0)
    return drawn, y


def avatar(ctx: Context, person: Persona, cx: float, cy: float, r: float) -> list[Primitive]:
    """The person's picture, or a drawn head and shoulders in their colour, of radius `r`."""
    theme = ctx.theme
    stored = ctx.journey.find(person.picture_id)
    if isinstance(stored, Picture) and stored.data:
        return [Photo(cx - r, cy - r, 2 * r, 2 * r, stored.data, round=True)]
    colour = theme.role(ctx.personas.index(person), person.colour)
    coat = mix(colour, "#17202B", 0.25)
    skin = mix("#F3D9C4", theme.paper, 0.12) if theme.name == "dark" else "#F3D9C4"
    shoulders = _shoulders(cx, cy, r)
    return [
        Disc(cx, cy, r, tint(colour, theme.paper, 0.26)),
        Path(shoulders, coat),
        Path(_neck(cx, cy, r), mix(skin, "#17202B", 0.1)),
        Disc(cx, cy - 0.2 * r, 0.345 * r, skin),
        Path(_hair(cx, cy, r), mix(colour, "#17202B", 0.62)),
    ]


def _shoulders(cx: float, cy: float, r: float) -> tuple[Command, ...]:
    """The part of the disc that a coat fills: round above, the disc's own edge below."""
    return (
        ("M", (cx - 0.72 * r, cy + 0.694 * r)),
        ("C", (cx - 0.66 * r, cy + 0.42 * r, cx - 0.36 * r, cy + 0.3 * r, cx, cy + 0.3 * r)),
        (
            "C",
            (
                cx + 0.36 * r,
                cy + 0.3 * r,
                cx + 0.66 * r,
                cy + 0.42 * r,
                cx + 0.72 * r,
                cy + 0.694 * r,
            ),
        ),
        ("C", (cx + 0.53 * r, cy + 0.89 * r, cx + 0.27 * r, cy + r, cx, cy + r)),
        ("C", (cx - 0.27 * r, cy + r, cx - 0.53 * r, cy + 0.89 * r, cx - 0.72 * r, cy + 0.694 * r)),
        ("Z", ()),
    )


def _neck(cx: float, cy: float, r: float) -> tuple[Command, ...]:
    return (
        ("M", (cx - 0.13 * r, cy + 0.05 * r)),
        ("L", (cx + 0.13 * r, cy + 0.05 * r)),
        ("L", (cx + 0.13 * r, cy + 0.32 * r)),
        (
            "C",
            (
                cx + 0.08 * r,
                cy + 0.46 * r,
                cx - 0.08 * r,
                cy + 0.46 * r,
                cx - 0.13 * r,
                cy + 0.32 * r,
            ),
        ),
        ("Z", ()),
    )


def _hair(cx: float, cy: float, r: float) -> tuple[Command, ...]:
    """A cap of hair over the upper half of the head."""
    return (
        ("M", (cx - 0.355 * r, cy - 0.14 * r)),
        ("C", (cx - 0.42 * r, cy - 0.46 * r, cx - 0.22 * r, cy - 0.62 * r, cx, cy - 0.61 * r)),
        (
            "C",
            (
                cx + 0.24 * r,
                cy - 0.62 * r,
                cx + 0.42 * r,
                cy - 0.44 * r,
                cx + 0.355 * r,
                cy - 0.14 * r,
            ),
        ),
        (
            "C",
            (
                cx + 0.31 * r,
                cy - 0.3 * r,
                cx + 0.2 * r,
                cy - 0.36 * r,
                cx + 0.02 * r,
                cy - 0.35 * r,
            ),
        ),
        (
            "C",
            (
                cx - 0.16 * r,
                cy - 0.34 * r,
                cx - 0.3 * r,
                cy - 0.32 * r,
                cx - 0.355 * r,
                cy - 0.14 * r,
            ),
        ),
        ("Z", ()),
    )
