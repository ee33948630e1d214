"""Which signs a map shows anywhere, so that its legend explains these and no others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cjm_desktop.journey.records import (
    Barrier,
    Card,
    Evidence,
    Feeling,
    Lane,
    Measurement,
    Metric,
    Opportunity,
    Participation,
    Persona,
    Stage,
    Step,
    Touchpoint,
)
from cjm_desktop.layout import trends
from cjm_desktop.layout.chips import MOMENT_OF_TRUTH
from cjm_desktop.layout.context import Context
from cjm_desktop.layout.feelings import Line, Point, main_line, planned_line

_LEVELS = frozenset(f"severity.{level}" for level in (1, 2, 3))
_INFLUENCE = frozenset(("decides", "influences", "takes_part"))
_STANCES = frozenset(("for", "unsure", "against"))
_CARRY_VOTES = (Barrier, Opportunity)


def found(ctx: Context) -> frozenset[str]:
    """The names of the signs that are to be seen, as `layout.legend.*` calls them.

    On a blank map those by which people fill it in by hand.
    """
    lanes = [one for one in ctx.journey.lanes(ctx.map.id) if not one.folded]
    kinds = frozenset(one.holds for one in lanes)
    if ctx.options.blank:
        return _by_hand(kinds)
    signs: frozenset[str] = frozenset()
    for stage, steps in zip(ctx.stages, ctx.steps, strict=True):
        signs |= _of_stage(ctx, stage, steps, lanes)
    if "feelings" in kinds:
        signs |= _curves(ctx, lanes)
    if "metrics" in kinds and ctx.options.show_metrics:
        signs |= _charts(ctx)
    if ctx.marked and ctx.options.show_evidence:
        signs |= {"finding", "assumption"}
    return signs


def _by_hand(kinds: frozenset[str]) -> frozenset[str]:
    signs = frozenset({"as_is"}) if "feelings" in kinds else frozenset()
    signs |= _LEVELS if "barriers" in kinds else frozenset()
    signs |= _INFLUENCE if "participation" in kinds else frozenset()
    return signs | (_STANCES if "consensus" in kinds else frozenset())


def _of_stage(
    ctx: Context, stage: Stage, steps: Sequence[Step], lanes: Sequence[Lane]
) -> frozenset[str]:
    """The signs in the columns of a stage."""
    journey, hides = ctx.journey, ctx.options.others == "hide"
    cards, parts = journey.cards_of_stage(stage.id), journey.participation(stage.id)
    shown = tuple([(one.id, one.holds) for one in lanes])
    made_from = (cards, parts, steps, shown, ctx.personas, hides and journey.all(Evidence))
    return ctx.memo.once(("signs", stage.id), made_from, _scan, ctx, cards, parts, steps, shown)


def _scan(
    ctx: Context,
    cards: Iterable[Card],
    parts: Iterable[Participation],
    steps: Sequence[Step],
    shown: Sequence[tuple[str, str]],
) -> frozenset[str]:
    signs: set[str] = set()
    lanes, columns = {lane for lane, _ in shown}, {one.id for one in steps} | {None}
    for card in cards:
        seen = card.lane_id in lanes and card.step_id in columns and ctx.shown(card.path)
        if seen and (ctx.options.others != "hide" or ctx.in_question(card)):
            signs.update(_of_card(card))
    kinds = {holds for _, holds in shown}
    signs |= _of_people(parts, ctx.personas, kinds)
    if any(one.waiting for one in steps):
        signs.add("waiting")
    return frozenset(signs)


def _of_card(card: Card) -> Iterator[str]:
    if isinstance(card, Touchpoint):
        if card.importance == MOMENT_OF_TRUTH:
            yield "truth"
        if card.automated:
            yield "automated"
    if isinstance(card, Barrier):
        yield f"severity.{card.severity}"
        if card.status != "open":
            yield card.status
    if isinstance(card, _CARRY_VOTES) and card.votes:
        yield "votes"


def _of_people(
    parts: Iterable[Participation], personas: Sequence[Persona], kinds: set[str]
) -> set[str]:
    """Influence and stance of those whose tokens are drawn."""
    signs: set[str] = set()
    here = {one.id for one in personas}
    for part in parts:
        if part.persona_id not in here:
            continue
        if "participation" in kinds:
            signs.add(part.involvement)
        if "consensus" in kinds and part.stance and part.involvement != "absent":
            signs.add(part.stance)
    return signs


def _curves(ctx: Context, lanes: Sequence[Lane]) -> frozenset[str]:
    """The paths that have a curve in a lane of feelings: of what is planned only the one beside
    the main curve is drawn."""
    signs: frozenset[str] = frozenset()
    for lane in lanes:
        if lane.holds == "feelings":
            points = ctx.journey.feelings(lane.id)
            made_from = (points, ctx.stages, ctx.steps, ctx.personas)
            signs |= ctx.memo.once(("paths", lane.id), made_from, _paths, ctx, points)
    return signs


def _paths(ctx: Context, points: Iterable[Feeling]) -> frozenset[str]:
    columns = {(stage.id, step and step.id) for stage, step in ctx.columns}
    columns |= {(stage.id, None) for stage in ctx.stages}
    groups: dict[tuple[str | None, str], list[Point]] = {}
    for one in points:
        if ctx.shown(one.path) and (one.stage_id, one.step_id) in columns:
            groups.setdefault((one.persona_id, one.path), []).append(Point(one, 0, 0, 0.0, 0.0))
    lines = [Line(whose, path, tuple(of_it), ()) for (whose, path), of_it in groups.items()]
    main = main_line(ctx, lines)
    seen = [main, planned_line(main, lines), *(one for one in lines if one.path == "as_is")]
    return frozenset(one.path for one in seen if one is not None)


def _charts(ctx: Context) -> frozenset[str]:
    """What the charts of metrics show beside their values."""
    journey = ctx.journey
    metrics = journey.metrics(ctx.map.id)
    values = [journey.measurements(one.id) for one in metrics]
    made_from = (metrics, values, journey.hypotheses(ctx.map.id))
    return ctx.memo.broad(("charts",), made_from, _of_charts, ctx, metrics, values)


def _of_charts(
    ctx: Context, metrics: Iterable[Metric], values: Iterable[tuple[Measurement, ...]]
) -> frozenset[str]:
    signs: frozenset[str] = frozenset()
    for metric, measured in zip(metrics, values, strict=True):
        trend = trends.of(ctx, metric, measured)
        signs |= trend.signs if trend is not None else frozenset()
        signs |= {"end"} if metric.end else frozenset()
    return signs
