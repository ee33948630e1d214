"""With any durations and waits: no word is clipped, and every edit draws what a fresh one would."""

import random
from dataclasses import replace

import pytest

from cjm_desktop import layout
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.memo import Memo
from cjm_desktop.journey.records import Duration, Link, Path, Record, Stage, Step, Touchpoint
from cjm_desktop.layout.drawing import context
from tests.layout import drawn
from tests.layout.maps import MAP, Maker, cards_of, scattered
from tests.layout.test_walk import KEYS, seen
from tests.seeds import seeds

UNITS = ("minutes", "hours", "days", "weeks", "months")


def _span(rnd: random.Random) -> Duration | None:
    if rnd.random() < 0.3:
        return None
    return Duration(rnd.choice((0, 0.5, 1, 7, 40)), rnd.choice(UNITS))  # type: ignore[arg-type]


def _timed(rnd: random.Random, journey: Journey) -> Record:
    """Something that takes another time now, or a new passage."""
    contacts = [one for one in journey if isinstance(one, Touchpoint)]
    places = [one for one in journey if isinstance(one, Stage | Step)]
    if rnd.random() < 0.5 or len(contacts) < 2:
        return replace(rnd.choice(places), planned=_span(rnd), actual=_span(rnd))
    first, last = rnd.sample(contacts, 2)
    link = Link(id=f"link{rnd.randrange(4)}", map_id=MAP, from_id=first.id, to_id=last.id)
    return replace(link, planned_wait=_span(rnd), actual_wait=_span(rnd))


def _map(seed: int, stages: int = 3) -> Journey:
    rnd, journey = random.Random(seed), scattered(seed, stages)
    for _ in range(14):
        journey.put(_timed(rnd, journey))
    return journey


def _check(drawing: layout.Drawing) -> None:
    for cell, piece in drawn.pieces(drawing):
        assert drawn.outside(piece) == [], (piece.kind, piece.id)
        if piece.id.startswith(("wait:", "silence:", "axis:")):
            assert cell.y + piece.y >= 0
            assert cell.x + piece.x >= drawing.grid_x - 0.01, piece.id


@pytest.mark.parametrize("seed", seeds(9, 24))
def test_no_word_is_clipped_on_the_screen(seed: int) -> None:
    journey = _map(seed)
    prompts = layout.Options("ru", prompts=True, prompt_stage="s0", width_by_time=seed % 3 > 0)
    drawing = layout.draw(journey, MAP, layout.LIGHT, prompts)
    _check(drawing)
    right = drawing.width
    for cell, piece in drawn.pieces(drawing):
        if piece.id.startswith(("wait:", "silence:")):
            assert cell.x + piece.x + piece.shape.w <= right, piece.id


@pytest.mark.parametrize("seed", seeds(4, 8))
def test_no_word_is_clipped_on_paper(seed: int) -> None:
    journey = _map(seed, stages=5)
    options = layout.Options("ru", paper=True, width_by_time=True)
    size = ((1189, 841), (297, 210), (841, 1189), (2500, 594))[seed % 4]
    drawing = layout.fit(journey, MAP, layout.LIGHT, options, *size)
    _check(drawing)
    last = drawing.columns[-1]
    assert last.x + last.w <= drawing.width


@pytest.mark.parametrize("seed", range(3))
def test_every_edit_draws_what_a_fresh_drawing_would(seed: int) -> None:
    rnd, journey = random.Random(seed), _map(seed)
    for by_time in (False, True):
        options = layout.Options("ru", width_by_time=by_time)
        drawing = layout.draw(journey, MAP, layout.LIGHT, options)
        for step in range(12):
            journey.put(_timed(rnd, journey))
            card = rnd.choice(cards_of(journey))
            journey.put(replace(card, text=f"Звонок {step}", span=rnd.choice((1, 2))))
            drawing = layout.draw(journey, MAP, layout.LIGHT, options, drawing)
            assert seen(drawing) == seen(layout.draw(journey, MAP, layout.LIGHT, options)), step


def _stirred(rnd: random.Random, journey: Journey, *, wide: bool) -> Record:
    """A touchpoint, a step or a stage that stands elsewhere or on another path now, or a twin.

    Touchpoints gather in every fifth column: so there are columns between that have none.
    """
    columns = journey.columns(MAP)
    path: Path = rnd.choice(("both", "as_is", "as_is", "to_be"))
    if rnd.random() < 0.1:
        return replace(rnd.choice([one for one in journey if isinstance(one, Step)]), path=path)
    one = rnd.choice([one for one in journey if isinstance(one, Touchpoint)])
    stage, step = rnd.choice(columns[::5])
    moved = replace(
        one, stage_id=stage.id, step_id=step.id if step else None, place=rnd.choice(KEYS)
    )
    if rnd.random() < 0.3 and one.moved_from is None:
        return replace(moved, id=f"{one.id}'", path="to_be", moved_from=one.id)
    if rnd.random() < 0.3:
        moved = replace(moved, path=path, span=rnd.choice((1, 1, 3)) if wide else 1)
    return replace(moved, importance=rnd.randint(1, 5), expectation=rnd.randint(1, 5), fulfilment=1)


@pytest.mark.parametrize("path", ["both", "as_is", "to_be"])
@pytest.mark.parametrize("wide", [False, True])
def test_what_is_slow_and_what_falls_short_is_found_anew_where_it_changed(
    path: Path, wide: bool
) -> None:
    rnd, journey = random.Random(f"{path} {wide}"), _map(len(path), stages=6)
    for one in cards_of(journey):
        if not isinstance(one, Touchpoint):
            journey.drop(one.id)
    options = layout.Options("ru", path=path, width_by_time=True)
    memo = Memo()
    ends: set[str] = set()
    waits = 0
    for step in range(150):
        timed = rnd.random() < 0.2
        journey.put(_timed(rnd, journey) if timed else _stirred(rnd, journey, wide=wide))
        kept = context(journey, MAP, layout.LIGHT, options, memo)
        fresh = context(journey, MAP, layout.LIGHT, options)
        assert kept.timing == fresh.timing, step
        assert kept.worst == fresh.worst, step
        waits += len(fresh.timing.passages)
        ends |= {one.after_id for one in fresh.timing.silences}
    assert waits
    assert len(ends) > 1


def test_a_silence_begins_at_whoever_is_met_last_before_it() -> None:
    made = Maker().grid([3, 1], ("touchpoints",))
    made.card("first", "touchpoints", "s0t0", "Звонок").card("end", "touchpoints", "s1t0", "Заказ")
    journey, memo = made.journey(), Memo()
    step = journey.get(Step, "s0t1")
    journey.put(replace(step, actual=Duration(8, "weeks")))
    options = layout.Options("ru")
    (before,) = context(journey, MAP, layout.LIGHT, options, memo).timing.silences
    later = replace(journey.get(Touchpoint, "first"), id="later", place="zz")
    journey.put(later)
    (after,) = context(journey, MAP, layout.LIGHT, options, memo).timing.silences
    assert (before.after_id, after.after_id) == ("first", "later")
