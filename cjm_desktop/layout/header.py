"""The top of a map: title, subtitle and legend at the left, the persona's card at the right."""

from __future__ import annotations

from cjm_desktop.journey import durations, naming
from cjm_desktop.journey.records import Duration, Path
from cjm_desktop.journey.times import Which
from cjm_desktop.layout import legend, persona, style
from cjm_desktop.layout.context import Context
from cjm_desktop.layout.pieces import Piece, Primitive, Shape

HEIGHT = 80.0
COUNTED: dict[Path, Which] = {"as_is": "known", "to_be": "planned", "both": "known"}
"""Which time each view counts."""
_GAP = 24.0
_BELOW = 6.0
"""Free space above the stages."""
_TITLE_SIZES = (1.0, 0.9, 0.8, 0.7, 0.62, 0.56)


def header(ctx: Context, width: float, takes: Duration | None) -> tuple[tuple[Piece, ...], float]:
    """The pieces of the header from its top left, and its height.

    Args:
        width: of the page without its margins, u.
        takes: how long the whole journey takes; None: nobody knows.
    """
    card = _persona(ctx, width)
    beside = card is not None and width - card.w - _GAP >= 300
    room = width - (card.w + _GAP if card is not None and beside else 0.0)
    title = _titles(ctx, room, takes)
    pieces = [Piece(f"title:{ctx.map.id}", "header", ctx.map.id, 0, 0, title)]
    y = title.h
    signs = legend.legend(ctx, room) if ctx.options.show_legend else None
    below = max(18.0, signs.h + _BELOW if signs is not None else 0.0)
    top = max(y + 2.5, HEIGHT - below) if beside else y + 6.0
    if signs is not None:
        pieces.append(Piece("legend", "header", "", 0, top, signs))
        y = top + signs.h
    if card is not None:
        x, down = (width - card.w, 0.0) if beside else (0.0, y + 6.0)
        about = ctx.persona.id if ctx.persona else ""
        pieces.append(Piece(f"persona:{about}", "header", about, x, down, card))
        y = max(y, down + card.h + 3.0)
    return tuple(pieces), max(y + _BELOW, HEIGHT) if beside else y + _BELOW


def _persona(ctx: Context, width: float) -> Shape | None:
    person = ctx.persona
    if person is None or not ctx.options.show_persona:
        return None
    return persona.card(ctx, person, min(persona.WIDTH, width))


def _titles(ctx: Context, width: float, takes: Duration | None) -> Shape:
    theme = ctx.theme
    title = style.shrunk(
        naming.map_title(ctx.journey, ctx.map.id),
        style.TITLE,
        width,
        36.0,
        _TITLE_SIZES,
        balance=True,
    )
    drawn: list[Primitive] = title.draw(0, 0, theme.ink)
    zones = [title.zone("title", 0, 0, width, theme.ink)]
    view = ctx.options.path
    parts = [ctx.general] if ctx.general else []
    parts += [ctx.say(f"state.{ctx.map.state if view == 'both' else view}")]
    parts += [one for one in (ctx.map.period, ctx.map.scenario) if one]
    if takes is not None:
        said = naming.duration(durations.rough(takes), ctx.options.language)
        parts.append(ctx.say("total", text=said))
    subtitle = style.shrunk(" · ".join(parts), style.SUBTITLE, width, 14, (1.0, 0.9, 0.8))
    y = title.height + 2.0
    drawn += subtitle.draw(0, y, theme.ink2)
    zones.append(subtitle.zone("scenario", 0, y, width, theme.ink2))
    return Shape(width, y + subtitle.height, tuple(drawn), tuple(zones))
