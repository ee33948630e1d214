"""The inspector: fields of every kind of record, edits that merge, undo, lists that jump."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from cjm_desktop.journey import basis, chain, gaps, moves
from cjm_desktop.journey.records import (
    KINDS,
    Barrier,
    Department,
    Duration,
    Evidence,
    Feeling,
    Hypothesis,
    JourneyMap,
    Lane,
    Metric,
    Opportunity,
    Participation,
    Persona,
    Stage,
    Step,
    Touchpoint,
)
from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.inspector.fields import Choose, Line, OneOf, Text
from cjm_desktop.ui.inspector.forms import FORMS
from cjm_desktop.ui.inspector.page import Page
from cjm_desktop.ui.inspector.parts import PARTS
from cjm_desktop.ui.inspector.parts.chain import Node
from cjm_desktop.ui.inspector.parts.people import Participants
from cjm_desktop.ui.inspector.parts.worth import Worth
from cjm_desktop.ui.inspector.spans import Span
from cjm_desktop.ui.window import Window
from tests.layout import drawn
from tests.ui.conftest import OpenMap, work_of

ON_MAP = (Touchpoint, Barrier, Opportunity, Feeling, Stage, Step, Lane)


def page_of(window: Window) -> Page:
    assert window.bench.inspector.page is not None
    return window.bench.inspector.page


def test_forms_name_fields_and_parts_that_there_are() -> None:
    for kind, form in FORMS.items():
        known = set(KINDS[kind].__dataclass_fields__)
        items = [*form.items, *(one for group in form.groups for one in group.items)]
        assert {one.name for one in items} <= known, kind
        parts = {*form.parts, *(one for group in form.groups for one in group.parts)}
        assert parts <= set(PARTS), kind


def test_every_kind_of_record_is_shown(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    work = work_of(window)
    for kind in ON_MAP:
        record = work.journey.all(kind)[0]
        work.canvas.select((record.id,))
        assert page_of(window).record_id == record.id
    for other in (Persona, Metric, Hypothesis, Evidence, Department):
        record = work.journey.all(other)[0]
        window.bench.inspector.show_record(record.id)
        assert page_of(window).record_id == record.id
    work.canvas.select([one.id for one in work.journey.all(Barrier)[:3]])
    assert window.bench.inspector.head.title.text() == "3 selected"
    work.canvas.select(())
    assert page_of(window).record_id == work.map_id


def test_typing_is_one_step_for_each_session(desk: Desk, open_map: OpenMap, qtbot: QtBot) -> None:
    window = open_map(desk, "b2b")
    work = work_of(window)
    stage, other = work.journey.stages(work.map_id)[:2]
    work.canvas.select((stage.id,))
    steps = len(work.document.history())
    field = page_of(window).fields["title"]
    assert isinstance(field, Line)
    field.control.setFocus()
    field.control.selectAll()
    qtbot.keyClicks(field.control, "First need")
    assert work.journey.get(Stage, stage.id).title == "First need"
    assert len(work.document.history()) == steps + 1
    work.canvas.select((other.id,))
    work.canvas.select((stage.id,))
    field = page_of(window).fields["title"]
    assert isinstance(field, Line)
    field.control.setFocus()
    qtbot.keyClicks(field.control, "!")
    assert len(work.document.history()) == steps + 2
    window.commands["edit.undo"].trigger()
    assert work.journey.get(Stage, stage.id).title == "First need"
    assert field.control.text() == "First need"
    window.commands["edit.undo"].trigger()
    assert work.journey.get(Stage, stage.id).title == stage.title
    assert field.control.text() == stage.title


def test_a_field_in_use_is_left_alone_and_others_are_not(
    desk: Desk, open_map: OpenMap, qtbot: QtBot
) -> None:
    window = open_map(desk, "b2b")
    work = work_of(window)
    window.activateWindow()
    stage = work.journey.stages(work.map_id)[0]
    work.canvas.select((stage.id,))
    title, goal = page_of(window).fields["title"], page_of(window).fields["goal"]
    assert isinstance(title, Line)
    assert isinstance(goal, Text)
    title.control.setFocus()
    qtbot.waitUntil(title.control.hasFocus)
    title.control.setText("half-writ")
    work.editing.do(
        "step.goal", "", lambda draft: moves.set_fields(draft, stage.id, goal="from elsewhere")
    )
    assert title.control.text() == "half-writ"
    assert goal.control.toPlainText() == "from elsewhere"


def test_choices_and_durations_are_edited(desk: Desk, open_map: OpenMap, qtbot: QtBot) -> None:
    window = open_map(desk)
    work = work_of(window)
    contact = work.journey.all(Touchpoint)[0]
    work.canvas.select((contact.id,))
    fields = page_of(window).fields
    channel, automated = fields["channel"], fields["automated"]
    assert isinstance(channel, Choose)
    assert isinstance(automated, OneOf)
    index = [channel.control.itemText(at) for at in range(channel.control.count())].index("Phone")
    channel.control.setCurrentIndex(index)
    channel.control.activated.emit(index)
    automated.control.buttons["True"].click()
    now = work.journey.get(Touchpoint, contact.id)
    assert (now.channel, now.automated) == ("phone", True)

    step = work.journey.all(Step)[0]
    work.canvas.select((step.id,))
    span = page_of(window).fields["actual"]
    assert isinstance(span, Span)
    span.value.setValue(3)
    span.high.setValue(5)
    assert work.journey.get(Step, step.id).actual == Duration(3, "days", None, 5)
    span.value.setValue(span.value.minimum())
    assert work.journey.get(Step, step.id).actual is None
    assert not span.low.isEnabled()


def test_what_rules_refuse_is_said_and_the_field_shows_what_is(
    desk: Desk, open_map: OpenMap, qtbot: QtBot
) -> None:
    window = open_map(desk, "b2b")
    work = work_of(window)
    stage = work.journey.stages(work.map_id)[0]
    work.canvas.select((stage.id,))
    field = page_of(window).fields["title"]
    assert isinstance(field, Line)
    field.control.setText("x" * 400)
    field.edited.emit("x" * 400)
    assert work.journey.get(Stage, stage.id).title == stage.title
    assert field.control.text() == stage.title
    assert "300" in window.banners.sentences()["problem"]


def test_a_chain_is_built_and_walked(desk: Desk, open_map: OpenMap, qtbot: QtBot) -> None:
    window = open_map(desk, "b2b")
    work = work_of(window)
    lane = next(one for one in work.journey.lanes(work.map_id) if one.holds == "barriers")
    column = work.journey.columns(work.map_id)[0]
    made = work.editing.do(
        "step.add_barrier",
        "",
        lambda draft: moves.add_card(
            draft,
            lane.id,
            column.stage.id,
            column.step.id if column.step else None,
            "Nobody writes",
        ),
    )
    assert made
    work.canvas.select((made,))
    press(window, "Opportunity")
    opportunity = work.journey.all(Opportunity)[-1]
    assert opportunity.answers == (made,)
    assert work.canvas.selection == (opportunity.id,)
    press(window, "Hypothesis")
    hypothesis = work.journey.all(Hypothesis)[-1]
    assert page_of(window).record_id == hypothesis.id
    window.bench.inspector.head.back_button.click()
    assert page_of(window).record_id == opportunity.id
    window.bench.inspector.show_record(hypothesis.id)
    window.bench.inspector.head.drop_button.click()
    assert hypothesis.id not in work.journey
    assert page_of(window).record_id == opportunity.id


def test_a_chain_is_walked_back_from_the_number_it_moves(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    work = work_of(window)
    (hypothesis,) = (one for one in work.journey.all(Hypothesis) if one.status == "running")
    assert hypothesis.metric_id is not None
    found = chain.of(work.journey, hypothesis.metric_id)
    window.bench.inspector.show_record(hypothesis.metric_id)
    for link in reversed(found.links[:-1]):
        shown = [one for one in page_of(window).findChildren(Node) if not one.isHidden()]
        assert len(shown) == len(found.links)
        shown[found.links.index(link)].click()
        assert page_of(window).record_id == link.id


def press(window: Window, text: str) -> None:
    """Press the button of the inspector that says this."""
    found = [
        one for one in page_of(window).findChildren(QPushButton)
        if one.text() == text and not one.isHidden()
    ]  # fmt: skip
    assert len(found) == 1, [one.text() for one in page_of(window).findChildren(QPushButton)]
    found[0].click()


def test_evidence_turns_an_assumption_into_a_finding(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    work = work_of(window)
    cards = [one for kind in (Touchpoint, Barrier, Opportunity) for one in work.journey.all(kind)]
    bare = next(one for one in cards if not work.journey.evidence(one.id))
    before = basis.of_map(work.journey, work.map_id)
    work.canvas.select((bare.id,))
    buttons = page_of(window).findChildren(QPushButton)
    more = next(one for one in buttons if one.text() == "Evidence")
    more.menu().aboutToShow.emit()
    assert work.journey.evidence(bare.id) == (), "before its source is chosen nothing is said"
    next(one for one in more.menu().actions() if one.text() == "CRM").trigger()
    assert [one.source for one in work.journey.evidence(bare.id)] == ["crm"]
    assert page_of(window).record_id == work.journey.evidence(bare.id)[0].id
    after = basis.of_map(work.journey, work.map_id)
    assert after.confirmed == before.confirmed + 1
    said = [one.text() for one in window.status.evidence.findChildren(QLabel)]
    assert any(f"{after.percent} %" in text for text in said)


def test_who_takes_part_is_set_and_missing_consensus_is_said(
    desk: Desk, open_map: OpenMap, qtbot: QtBot
) -> None:
    window = open_map(desk)
    work = work_of(window)
    stage = work.journey.stages(work.map_id)[2]
    work.canvas.select((stage.id,))
    part = next(one for one in page_of(window).parts if isinstance(one, Participants))
    persona = work.journey.personas(work.map_id)[0]
    part._set(persona, "stance", "against")
    found = next(
        one for one in work.journey.participation(stage.id) if one.persona_id == persona.id
    )
    assert isinstance(found, Participation)
    assert found.stance == "against"
    qtbot.wait(1)
    labels = page_of(window).findChildren(QLabel)
    said = [one for one in labels if "no consensus" in one.text() and one.isVisible()]
    assert len(said) == 1
    assert (persona.role or persona.name) in said[0].text()


def test_a_new_step_is_named_by_typing_at_once(desk: Desk, open_map: OpenMap, qtbot: QtBot) -> None:
    window = open_map(desk, "b2c")
    work = work_of(window)
    stage = work.journey.stages(work.map_id)[0]
    before = work.journey.steps(stage.id)
    work.canvas.select((stage.id,))
    add = next(one for one in page_of(window).findChildren(QPushButton) if one.text() == "Step")
    add.click()
    writing = QApplication.focusWidget()
    assert writing is not None
    qtbot.keyClicks(writing, "Clicks an ad")
    (made,) = set(work.journey.steps(stage.id)) - set(before)
    assert made.title == "Clicks an ad"


def test_a_persona_is_added_to_the_map_and_taken_off(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk, "b2c")
    work = work_of(window)
    before = work.map.persona_ids
    window.commands["insert.persona"].trigger()
    added = work.journey.get(JourneyMap, work.map_id).persona_ids[-1]
    assert added not in before
    assert page_of(window).record_id == added
    field = page_of(window).fields["role"]
    assert isinstance(field, Line)
    field.edited.emit("Chief engineer")
    assert work.journey.get(Persona, added).role == "Chief engineer"
    window.bench.inspector.head.drop_button.click()
    assert added not in work.journey


@pytest.mark.parametrize("key", [Qt.Key.Key_1, Qt.Key.Key_V, Qt.Key.Key_Delete])
def test_keys_of_the_map_are_letters_in_a_field(
    desk: Desk, open_map: OpenMap, qtbot: QtBot, key: Qt.Key
) -> None:
    window = open_map(desk)
    work = work_of(window)
    window.activateWindow()
    barrier = work.journey.all(Barrier)[0]
    work.canvas.select((barrier.id,))
    window.commands["tool.barrier"].trigger()
    field = page_of(window).fields["text"]
    assert isinstance(field, Text)
    field.control.setFocus()
    qtbot.waitUntil(field.control.hasFocus)
    qtbot.keyClick(field.control, key)
    assert barrier.id in work.journey
    assert work.journey.get(Barrier, barrier.id).severity == barrier.severity
    assert work.canvas.tool == "barrier"


def test_what_lies_nowhere_leaves_no_empty_line_in_the_head(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    work, head = window.work, window.bench.inspector.head
    assert work is not None
    assert head.where.isHidden()
    low = head.sizeHint().height()
    barrier = work.journey.all(Barrier)[0]
    work.canvas.select((barrier.id,))
    assert not head.where.isHidden()
    assert head.sizeHint().height() >= low + head.where.sizeHint().height()


def test_a_touchpoint_says_where_it_falls_short(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    work = work_of(window)
    worst, *_ = gaps.fulfilment_gaps(work.journey, work.map_id)
    work.canvas.select((worst.contact.id,))
    page = window.bench.inspector.page
    assert page is not None
    (part,) = [one for one in page.parts if isinstance(one, Worth)]
    said = [one.text() for one in part.findChildren(QLabel)]
    assert said[0] == f"Falls short of what is expected by {worst.size}"
    assert said[1].startswith("Number 1 of ")
    work.editing.set(worst.contact.id, "fulfilment", worst.expectation, 1)
    assert "Just as expected" in [one.text() for one in part.findChildren(QLabel)]


def test_one_card_gets_a_colour_that_is_seen_on_the_map(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    work = work_of(window)
    for kind in (Touchpoint, Barrier, Opportunity):
        card = work.journey.all(kind)[0]
        work.canvas.select((card.id,))
        before = drawn.piece(work.canvas.drawing, card.id)
        buttons = page_of(window).findChildren(QToolButton)
        next(one for one in buttons if one.accessibleName() == "Pink").click()
        assert work.journey.get(kind, card.id).colour == "#CC79A7"
        after = drawn.piece(work.canvas.drawing, card.id)
        assert "#CC79A7" in str(after.shape.primitives)
        assert "#CC79A7" not in str(before.shape.primitives)
