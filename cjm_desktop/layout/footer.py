"""The line under the map: what it rests on at the left, the program at the right."""

from __future__ import annotations

from cjm_desktop.journey import basis, dates
from cjm_desktop.journey.basis import Basis
from cjm_desktop.layout import style
from cjm_desktop.layout.context import Context
from cjm_desktop.layout.pieces import Primitive, Shape

_MOST_SOURCES = 5


def rests_on(ctx: Context) -> Basis | None:
    """What the map rests on; None where that is not to be seen."""
    if ctx.options.blank or not ctx.options.show_evidence:
        return None
    return basis.of_map(ctx.journey, ctx.map.id, ctx.memo)


def footer(ctx: Context, width: float, found: Basis | None) -> Shape:
    """Sources and the share of findings, the review date, and the program's name."""
    theme = ctx.theme
    review, today = ctx.journey.document.review_date, ctx.options.today
    own = [ctx.say("review", date=dates.written(review, ctx.options.language))] if review else []
    own += [ctx.say("made", date=dates.written(today, ctx.options.language))] if today else []
    right = style.line(" · ".join([*own, "CJM Desktop"]), style.CAPTION)
    room = width - right.width - 20.0
    left = style.block(" · ".join(_said(ctx, found)), style.CAPTION, room)
    drawn: list[Primitive] = left.draw(0, 0, theme.ink3)
    drawn += right.draw(width - right.width, 0, theme.ink3)
    return Shape(width, max(left.height, right.height), tuple(drawn))


def _said(ctx: Context, found: Basis | None) -> list[str]:
    """The sources named most, and the share of the map that rests on any."""
    if found is None or not found.confirmed:
        # Of a map that rests on nothing yet the window says so; on paper it goes without saying.
        return []
    best = sorted(found.sources, key=lambda source: (-source[1], source[0]))[:_MOST_SOURCES]
    names = ", ".join(ctx.say(f"source.{name}") for name, _ in best)
    share = ctx.say("evidence_share", percent=found.percent)
    return [ctx.say("sources", text=names), share] if names else [share]
