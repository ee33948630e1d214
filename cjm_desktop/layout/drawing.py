"""A map at its natural size, for the screen."""

from __future__ import annotations

from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Evidence, JourneyMap
from cjm_desktop.layout import page, widths
from cjm_desktop.layout.assemble import assemble
from cjm_desktop.layout.context import LABEL, MARGIN, Context, Options
from cjm_desktop.layout.memo import Memo
from cjm_desktop.layout.pieces import Drawing
from cjm_desktop.layout.quiet import uncollected
from cjm_desktop.layout.theme import Theme


def context(
    journey: Journey, map_id: str, theme: Theme, options: Options, memo: Memo | None = None
) -> Context:
    """What a layout works with.

    Raises:
        KeyError: the journey has no such map.
    """
    stages = journey.stages(map_id)
    inks = {
        stage.id: theme.stage(index, len(stages), stage.colour)
        for index, stage in enumerate(stages)
    }
    lanes = journey.lanes(map_id)
    marked = bool(journey.all(Evidence)) and any(
        journey.evidence(card.id) for lane in lanes for card in journey.cards_of_lane(lane.id)
    )
    return Context(
        journey=journey,
        map=journey.get(JourneyMap, map_id),
        theme=theme,
        options=options,
        memo=memo or Memo(),
        stages=stages,
        personas=journey.personas(map_id),
        inks=inks,
        marked=marked,
        timed=any(one.holds == "time" and not one.folded for one in lanes),
    )


def draw(
    journey: Journey,
    map_id: str,
    theme: Theme,
    options: Options,
    previous: Drawing | None = None,
) -> Drawing:
    """Lay a map out at its natural size.

    Args:
        previous: a drawing of the same map; what has not changed since is taken over as it is.

    Raises:
        KeyError: the journey has no such map.
    """
    memo = None
    if previous is not None and previous.map_id == map_id and isinstance(previous.memo, Memo):
        memo = previous.memo.shared_for((theme, options))
    ctx = context(journey, map_id, theme, options, memo or Memo((theme, options)))
    with uncollected():
        columns = widths.natural(ctx, MARGIN + LABEL)
        columns = ctx.memo.once(("columns",), (columns,), lambda: columns)
        width = max(columns.right, MARGIN + LABEL + widths.LEAST_GRID) + MARGIN
        laid = page.frame(ctx, columns, width)
        heights = [row.soft for row in laid.rows]
        found = assemble(ctx, laid, heights, laid.height(heights))
    ctx.memo.tidy()
    return found
