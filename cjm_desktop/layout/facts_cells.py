"""Cells that show facts of the map instead of cards: time, goals, numbers, people."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from cjm_desktop.journey.consensus import agreement
from cjm_desktop.journey.durations import minutes
from cjm_desktop.journey.journey import Column
from cjm_desktop.journey.records import Card, Lane, Metric, Participation, Stage, Step
from cjm_desktop.layout import facts, metrics, roles, trends
from cjm_desktop.layout.context import PAD, Content, Context, Place
from cjm_desktop.layout.pieces import Piece, Shape

FACTS = frozenset(("time", "goals", "metrics", "participation", "consensus"))
_GAP = 4.0
_SIDE = 3.0
"""More free space at the right of facts, so that neighbours stay apart."""
Contents = list[tuple[Place, Content]]
Spot = tuple[str, str | None]
"""A stage, and a step or None for the stage as a whole."""


def fact_content(ctx: Context, lane: Lane, places: list[Place], token: object) -> Contents:
    """The cells of a lane of facts."""
    if lane.holds == "time":
        return _times(ctx, places)
    if lane.holds == "metrics":
        return _metrics(ctx, places)
    if lane.holds == "goals":
        return [(place, _goal(ctx, place)) for place in places]
    return [(place, _roles(ctx, place, token)) for place in places]


def read(ctx: Context, lane: Lane, token: object) -> tuple[object, ...]:
    """What the cells of a lane of facts say, beside what is in its columns."""
    journey = ctx.journey
    if lane.holds == "metrics":
        found = journey.metrics(ctx.map.id)
        places = [_place_of(ctx, one.about_id) for one in found]
        values = [journey.measurements(one.id) for one in found]
        return found, places, values, journey.hypotheses(ctx.map.id)
    if lane.holds in ("participation", "consensus"):
        return journey.all(Participation), ctx.personas, token
    return ()


def _one(
    ctx: Context,
    place: Place,
    record_id: str,
    made_from: tuple[object, ...],
    make: Callable[[float], Shape | None],
) -> Content:
    """A cell with one shape of a record, kept while nothing in it changes."""
    width = place.w - 2 * PAD - _SIDE
    holds = place.lane.holds

    def content() -> Content:
        shape = make(width)
        if shape is None:
            return Content((), 0.0)
        piece = Piece(f"{holds}:{place.lane.id}:{record_id}", "cell", record_id, PAD, 0, shape)
        return Content((piece,), shape.h)

    key = ("fact", place.lane.id, record_id)
    return ctx.memo.once(key, (width, ctx.inks[place.stage.id], *made_from), content)


def _times(ctx: Context, places: list[Place]) -> Contents:
    subjects = [place.step or place.stage for place in places]
    # Bars are as long against those of a part of the map that is not to be seen.
    every = [*subjects, *_beside(ctx, whole=any(one.step is None for one in places))]
    longest = max((minutes(one.actual or one.planned) for one in every), default=0.0)
    longest = max([longest, *(minutes(one.planned) for one in every)])
    found = []
    for place, subject in zip(places, subjects, strict=True):
        ink = ctx.inks[place.stage.id]
        make = lambda width, s=subject, i=ink: facts.time(ctx, s, width, i, longest)  # noqa: E731
        found.append((place, _one(ctx, place, subject.id, (subject, longest), make)))
    return found


def _beside(ctx: Context, *, whole: bool) -> list[Stage | Step]:
    """The stages that are not to be seen, or their steps where these are meant."""
    columns = (column for part in ctx.beside for column in part)
    found = [one.stage if whole else one.step or one.stage for one in columns]
    return list({one.id: one for one in found}.values())


def _goal(ctx: Context, place: Place) -> Content:
    stage, ink = place.stage, ctx.inks[place.stage.id]
    return _one(ctx, place, stage.id, (stage,), lambda width: facts.goal(ctx, stage, width, ink))


def _roles(ctx: Context, place: Place, token: object) -> Content:
    stage, holds = place.stage, place.lane.holds
    listed = ctx.journey.participation(stage.id)
    by_persona = {one.persona_id: one for one in listed}
    parts = tuple(
        roles.Part(person, by_persona.get(person.id), ctx.theme.role(index, person.colour))
        for index, person in enumerate(ctx.personas)
    )
    seen = (listed, parts, token)
    if holds == "participation":
        return _one(ctx, place, stage.id, seen, lambda w: roles.participation(ctx, parts, w))
    found = agreement(ctx.journey, stage.id)
    return _one(
        ctx, place, stage.id, (*seen, found), lambda w: roles.consensus(ctx, parts, w, found)
    )


def _cell_of(ctx: Context, metric: Metric, places: list[Place]) -> Spot | None:
    """The cell a metric stands in: its own, else that of its stage, else the first one there."""
    where = _place_of(ctx, metric.about_id)
    if where is None:
        return None
    here = [_spot(one) for one in places if one.stage.id == where[0]]
    return next((one for one in (where, (where[0], None), *here) if one in here), None)


def _spot(place: Place) -> Spot:
    return place.stage.id, place.step.id if place.step else None


def _place_of(ctx: Context, about_id: str) -> Spot | None:
    """The stage and step a metric is about."""
    about = ctx.journey.find(about_id)
    if isinstance(about, Step):
        return about.stage_id, about.id
    if isinstance(about, Card):
        return about.stage_id, about.step_id
    return (about.id, None) if about is not None else None


def _metrics(ctx: Context, places: list[Place]) -> Contents:
    if ctx.options.blank or not ctx.options.show_metrics:
        return [(place, Content((), 0.0)) for place in places]
    by_cell: dict[Spot | None, list[Metric]] = {}
    for metric in ctx.journey.metrics(ctx.map.id):
        by_cell.setdefault(_cell_of(ctx, metric, places), []).append(metric)
    ordered = [(place, metric) for place in places for metric in by_cell.get(_spot(place), ())]
    journey = ctx.journey
    before, after = (_measured(ctx, part, by_cell.get(None, ())) for part in ctx.beside)
    every = [*before, *(one for _, one in ordered), *after]
    figures = metrics.figures([(one, journey.measurements(one.id)) for one in every])
    figures = [
        one._replace(trend=trends.of(ctx, one.metric, one.values))
        for one in figures[len(before) : len(before) + len(ordered)]
    ]
    grouped: dict[int, list[metrics.Figure]] = {}
    for (place, _), figure in zip(ordered, figures, strict=True):
        grouped.setdefault(places.index(place), []).append(figure)
    return [
        (place, _figures(ctx, place, tuple(grouped.get(index, ()))))
        for index, place in enumerate(places)
    ]


def _measured(ctx: Context, columns: Sequence[Column], known: Iterable[Metric]) -> list[Metric]:
    """The metrics of columns that are not to be seen, in their order: a funnel goes on there."""
    order: dict[Spot, int] = {}
    for at, (stage, step) in enumerate(columns):
        order.setdefault((stage.id, None), at)
        order[(stage.id, step.id if step else None)] = at
    found = [(order.get(_place_of(ctx, one.about_id) or ("", None)), one) for one in known]
    there = [(at, index, one) for index, (at, one) in enumerate(found) if at is not None]
    return [one for _, _, one in sorted(there, key=lambda each: each[:2])]


def _figures(ctx: Context, place: Place, found: tuple[metrics.Figure, ...]) -> Content:
    width, ink = place.w - 2 * PAD - _SIDE, ctx.inks[place.stage.id]

    def content() -> Content:
        pieces, y = [], 0.0
        for one in found:
            shape = metrics.figure(ctx, one, width, ink)
            pieces.append(Piece(one.metric.id, "cell", one.metric.id, PAD, y, shape))
            y += shape.h + _GAP
        return Content(tuple(pieces), max(0.0, y - _GAP))

    if not found:
        return Content((), 0.0)
    key = ("figures", place.lane.id, place.stage.id, place.step.id if place.step else "")
    return ctx.memo.once(key, (found, width, ink), content)
