"""A map at its natural size, for the screen."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from cjm_desktop.journey import gaps, grid
from cjm_desktop.journey.gaps import FulfilmentGap
from cjm_desktop.journey.journey import Column, Journey
from cjm_desktop.journey.memo import Memo
from cjm_desktop.journey.quiet import uncollected
from cjm_desktop.journey.records import Card, Evidence, JourneyMap, Lane, Path, Stage, Step
from cjm_desktop.layout import departing, page, timekeeping, widths
from cjm_desktop.layout.assemble import assemble
from cjm_desktop.layout.context import LABEL, MARGIN, Columns, Context, Proofs
from cjm_desktop.layout.options import Options
from cjm_desktop.layout.pieces import Drawing
from cjm_desktop.layout.theme import StageInk, Theme

T = TypeVar("T", Stage, Step)
_PROOFS = ("proofs",)
_WORST = 3
"""So many touchpoints are marked at most."""


def context(
    journey: Journey, map_id: str, theme: Theme, options: Options, memo: Memo | None = None
) -> Context:
    """What a layout works with.

    Raises:
        KeyError: the journey has no such map.
    """
    memo = memo or Memo()
    lanes = journey.lanes(map_id)
    every = journey.stages(map_id)
    steps = tuple([journey.steps(stage.id) for stage in every])
    seen = _seen(every, options.path)
    chosen = options.stage_ids
    stages = tuple([one for one in seen if not chosen or one.id in chosen])
    made = Context(
        journey=journey,
        map=journey.get(JourneyMap, map_id),
        theme=theme,
        options=options,
        memo=memo,
        stages=stages,
        steps=tuple([_steps(journey, stage, options) for stage in stages]),
        before=seen.index(stages[0]) if stages else 0,
        personas=journey.personas(map_id),
        inks=memo.once(("inks",), (seen,), _inks, theme, seen),
        marked=_marked(journey, lanes),
        worst=_worst(journey, map_id, options, memo),
        proofs=_proofs(journey, memo),
    )
    made = replace(made, timed=any(_tells_times(one) for one in made.lanes))
    if made.columns and (chosen or options.step_ids):
        made = replace(made, beside=_beside(journey, made.columns, seen, options.path))
    there = (every, steps)
    made = replace(made, timing=timekeeping.found(made, there), reach=_reach(made, there))
    return replace(made, differing=departing.found(made)) if made.map.general_id else made


def _tells_times(lane: Lane) -> bool:
    """Whether a lane shows how long each stage takes."""
    return lane.holds == "time" and lane.per == "stage" and not lane.folded


def _beside(
    journey: Journey, shown: Sequence[Column], stages: Sequence[Stage], path: Path
) -> tuple[tuple[Column, ...], tuple[Column, ...]]:
    """The columns before and after those that are to be seen."""
    every = [
        Column(one, step)
        for one in stages
        for step in (_seen(journey.steps(one.id), path) or (None,))
    ]
    first, last = (every.index(one) for one in (shown[0], shown[-1]))
    return tuple(every[:first]), tuple(every[last + 1 :])


def _reach(ctx: Context, there: tuple[object, ...]) -> dict[str, int]:
    """How many of the columns that are to be seen each wide card covers.

    Args:
        there: the stages and steps.
    """
    made_from = (there, ctx.journey.wide_cards())
    return ctx.memo.once(("reach",), made_from, _covered, ctx)


def _covered(ctx: Context) -> dict[str, int]:
    every = grid.of_map(ctx.journey, ctx.map.id)
    # A stage none of whose steps is to be seen keeps a column: it stands where the first one does.
    seen = [every.of(one.id, step.id if step else None).start for one, step in ctx.columns]
    covered = ((one.id, every.covered(one)) for one in ctx.journey.wide_cards())
    return {
        key: max(1, bisect_left(seen, here.stop) - bisect_left(seen, here.start))
        for key, here in covered
        if here
    }


def _proofs(journey: Journey, memo: Memo) -> Proofs:
    """A token for each lane, and lane and stage, whose cards' evidence has ever changed."""
    made_from = (journey.all(Evidence),)
    return memo.once(_PROOFS, made_from, _compared, journey, memo)[1]


def _compared(journey: Journey, memo: Memo) -> tuple[tuple[Evidence, ...], Proofs]:
    """All evidence, and the tokens: new ones where it is not as it was.

    A card that has come since, or lies elsewhere now, is laid out anew without them.
    """
    now = journey.all(Evidence)
    before, proofs = memo.last(_PROOFS) or (now, {})
    known, there = {id(one): one for one in before}, {id(one): one for one in now}
    differing = [known.get(key) or there[key] for key in known.keys() ^ there.keys()]
    cards = [journey.find(one.about_id) for one in differing]
    changed = [one for one in cards if isinstance(one, Card)]
    places = {(one.lane_id, where) for one in changed for where in ("", one.stage_id)}
    return now, {**proofs, **{one: object() for one in places}}


def _worst(journey: Journey, map_id: str, options: Options, memo: Memo) -> frozenset[str]:
    """The touchpoints that fall short most of what is expected; of what is planned nobody knows."""
    if options.path == "to_be" or options.blank:
        return frozenset()
    rows = grid.contact_rows(journey, map_id)
    parts = []
    for stage in journey.stages(map_id):
        made_from = (stage, journey.steps(stage.id), journey.cards_of_stage(stage.id), rows)
        parts.append(memo.once(("short", stage.id), made_from, _short, journey, stage, rows))
    return frozenset([one.contact.id for one in gaps.farthest(parts)[:_WORST]])


def _short(journey: Journey, stage: Stage, rows: Sequence[str]) -> tuple[FulfilmentGap, ...]:
    """The same of one stage."""
    found = gaps.gaps_in(journey, stage, rows)[:_WORST]
    return tuple([one for one in found if one.weighted > 0])


def _seen(listed: tuple[T, ...], view: Path) -> tuple[T, ...]:
    """The stages of a map, or the steps of a stage, that a view shows."""
    if view == "both":
        return listed
    return tuple([one for one in listed if one.path in ("both", view)])


def _steps(journey: Journey, stage: Stage, options: Options) -> tuple[Step, ...]:
    """The steps of a stage that are to be seen."""
    found = _seen(journey.steps(stage.id), options.path)
    return tuple([one for one in found if not options.step_ids or one.id in options.step_ids])


def _inks(theme: Theme, stages: Sequence[Stage]) -> dict[str, StageInk]:
    """The colours of the stages: a ramp from the first to the last."""
    count = len(stages)
    return {one.id: theme.stage(at, count, one.colour) for at, one in enumerate(stages)}


def _marked(journey: Journey, lanes: Sequence[Lane]) -> bool:
    """Whether some card of the lanes rests on evidence."""
    ids = {lane.id for lane in lanes}
    about = (journey.find(one.about_id) for one in journey.all(Evidence))
    return any(isinstance(one, Card) and one.lane_id in ids for one in about)


def _columns(ctx: Context, steady: bool) -> Columns:
    """The columns for the screen.

    Args:
        steady: as wide as they were last.
    """
    key, left, time = ("columns",), MARGIN + LABEL, ctx.timing
    before = ctx.memo.last(key) if steady else None
    if before is not None:
        there = (before, ctx.stages, ctx.steps)
        kept = ctx.memo.once(("held",), there, widths.held, ctx, before, left)
        if kept is not None:
            return kept
    made_from = (ctx.stages, ctx.steps, time.slowest, time.taken, time.measure)
    return ctx.memo.once(key, made_from, widths.natural, ctx, left)


def draw(
    journey: Journey,
    map_id: str,
    theme: Theme,
    options: Options,
    previous: Drawing | None = None,
    *,
    steady: bool = False,
) -> Drawing:
    """Lay a map out at its natural size.

    Args:
        previous: a drawing of the same map; what has not changed since is taken over as it is.
        steady: columns that follow time keep their widths: what is under the hand must not move.

    Raises:
        KeyError: the journey has no such map.
    """
    memo = None
    # Where the prompts stand is asked where they are made: it is no reason to lay out all anew.
    under = (theme, replace(options, prompts=False, prompt_stage=""))
    if previous is not None and previous.map_id == map_id and isinstance(previous.memo, Memo):
        memo = previous.memo.shared_for(under)
    ctx = context(journey, map_id, theme, options, memo or Memo(under))
    with uncollected():
        columns = _columns(ctx, steady)
        width = max(columns.right, MARGIN + LABEL + widths.LEAST_GRID) + MARGIN
        laid = page.frame(ctx, columns, width)
        heights = [row.soft for row in laid.rows]
        found = assemble(ctx, laid, heights, laid.height(heights))
    ctx.memo.tidy()
    return found
