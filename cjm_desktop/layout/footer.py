"""The line under the map: what it rests on at the left, the program at the right."""

from __future__ import annotations

from datetime import date

from cjm_desktop.layout import style
from cjm_desktop.layout.context import Context
from cjm_desktop.layout.pieces import Primitive, Shape

_MOST_SOURCES = 5


def footer(ctx: Context, width: float) -> Shape:
    """Sources and the share of findings, the review date, and the program's name."""
    theme = ctx.theme
    own = [
        ctx.journey.document.review_date
        and ctx.say("review", date=_date(ctx, ctx.journey.document.review_date))
    ]
    own += [
        ctx.options.today and ctx.say("made", date=_date(ctx, ctx.options.today)),
        "CJM Desktop",
    ]
    right = style.line(" · ".join(one for one in own if one), style.CAPTION)
    room = width - right.width - 20.0
    left = style.shrunk(" · ".join(_basis(ctx)), style.CAPTION, room, 8.0, (1.0, 0.9))
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


def _basis(ctx: Context) -> list[str]:
    if not ctx.marked or not ctx.options.show_evidence:
        return []
    journey = ctx.journey
    cards = [one.id for lane in journey.lanes(ctx.map.id) for one in journey.cards_of_lane(lane.id)]
    found = [one for card_id in cards for one in journey.evidence(card_id)]
    known = sum(1 for card_id in cards if journey.evidence(card_id))
    counted: dict[str, int] = {}
    for one in found:
        counted[one.source or "other"] = counted.get(one.source or "other", 0) + 1
    best = sorted(counted, key=lambda name: (-counted[name], name))[:_MOST_SOURCES]
    names = ", ".join(ctx.say(f"source.{name}") for name in best)
    share = (
        ctx.say("evidence_share", percent=round(100 * known / len(cards)), n=len(cards))
        if cards
        else ""
    )
    return [one for one in (ctx.say("sources", text=names) if names else "", share) if one]
