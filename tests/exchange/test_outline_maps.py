"""Outlines of maps: writing and reading changes nothing, editing changes just what differs."""

from __future__ import annotations

from dataclasses import fields

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cjm_desktop.exchange import outline
from cjm_desktop.exchange.outline import Outline
from cjm_desktop.journey import rules
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Card, Evidence, Record, Stage
from tests.exchange import outlined

often = settings(
    max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)
SAID = {
    "title", "text", "word", "value", "severity", "planned", "actual", "answers", "place",
    "stage_id", "step_id", "between", "lane_id", "on_id", "dx", "dy", "span",
}  # fmt: skip
"""Fields an outline may change."""

STAYS = (
    "title", "text", "word", "value", "severity", "planned", "actual", "lane_id", "step_id",
    "between",
)  # fmt: skip
"""Fields that stay on records which are not told to have changed or moved."""


def applied(journey: Journey, text: str, before: Outline | None = None) -> tuple[Journey, Outline]:
    """A document after its outline was edited, checked as every edit is."""
    draft = Draft(journey)
    done = outline.apply(draft, journey.maps()[0].id, outline.parse(text), before)
    rules.check(draft)
    changed = {one.id for one in (*draft.changed(), *draft.dropped())}
    assert bool(done) == bool(changed), (done, changed)
    told = {*done.added, *done.changed, *done.moved, *done.dropped}
    for record in draft.changed():
        was = journey.find(record.id)
        if was is not None and record.id not in told:
            said = [getattr(was, name, None) == getattr(record, name, None) for name in STAYS]
            assert all(said), (was, record)
    return Journey(draft.journey), done.outline


@often
@given(outlined.maps())
def test_an_outline_that_is_written_and_read_changes_nothing(journey: Journey) -> None:
    written = outline.write(journey, journey.maps()[0].id)
    assert outline.parse(written.text).items == tuple(
        one._replace(record_id=None) for one in written.items
    )
    assert not outline.parse(written.text).notes
    draft = Draft(journey)
    assert not outline.apply(draft, journey.maps()[0].id, outline.parse(written.text))
    assert not draft.changed()
    assert not draft.dropped()


@often
@given(outlined.maps())
def test_the_map_of_a_written_outline_has_the_same_outline(journey: Journey) -> None:
    text = outlined.told(journey)
    assert outlined.told(outlined.fresh(text, journey.document.language)) == text


@often
@given(st.data(), outlined.maps(wild=False))
def test_an_edited_outline_makes_the_map_it_would_make_by_itself(
    data: st.DataObject, journey: Journey
) -> None:
    before: Outline | None = None
    for _ in range(data.draw(st.integers(1, 3))):
        text = data.draw(outlined.edited(before.text if before else outlined.told(journey)))
        old = journey
        journey, before = applied(journey, text, before)
        map_id = journey.maps()[0].id
        now = outline.write(journey, map_id, before).text
        assert now == outlined.told(outlined.fresh(text, journey.document.language))
        assert_unsaid_is_unchanged(old, journey)


@often
@given(st.data(), outlined.maps())
def test_an_edited_outline_keeps_whole_maps_of_all_sorts(
    data: st.DataObject, journey: Journey
) -> None:
    text = data.draw(outlined.edited(outlined.told(journey)))
    now, before = applied(journey, text)
    assert_unsaid_is_unchanged(journey, now)
    assert applied(now, text, before)[0] == now


@often
@given(st.data(), outlined.maps())
def test_what_is_cut_and_pasted_is_whole_again(data: st.DataObject, journey: Journey) -> None:
    written = outline.write(journey, journey.maps()[0].id)
    lines = written.text.split("\n")
    first = data.draw(st.integers(0, len(lines)))
    last = data.draw(st.integers(first, len(lines)))
    cut, before = applied(journey, "\n".join(lines[:first] + lines[last:]), written)
    now, after = applied(cut, written.text, before)
    assert outline.write(now, now.maps()[0].id, after).text == written.text
    for item in after.items:
        record = now.find(item.record_id)
        if isinstance(record, Card) and item.text:
            assert record.votes == 2
            assert len(now.evidence(record.id)) == 1
        if isinstance(record, Stage) and item.text:
            assert record.goal == "цель"
    assert not rules.check_all(now)


def assert_unsaid_is_unchanged(old: Journey, new: Journey) -> None:
    """What an outline cannot say is as it was on every record that is still there."""
    for record in old:
        now = new.find(record.id)
        if now is None:
            continue
        assert type(now) is type(record)
        for field in fields(record):
            if field.name not in SAID:
                assert getattr(now, field.name) == getattr(record, field.name)
        if not isinstance(record, Evidence):
            assert new.evidence(record.id) == old.evidence(record.id)
    assert not rules.check_all(new)


def test_ids_stay_with_what_is_only_reworded() -> None:
    journey = outlined.fresh("# A\n- one\n- two\n", "en")
    record: Record = journey.cards_of_stage(journey.stages(journey.maps()[0].id)[0].id)[0]
    now, _ = applied(journey, "# A\n- ones\n- two\n")
    assert now.find(record.id) is not None
