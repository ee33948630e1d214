"""What can be said of a record only in a list or form of its own, and the way there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget

from cjm_desktop.journey import moves, naming
from cjm_desktop.journey.records import (
    Barrier,
    Card,
    Duration,
    Feeling,
    Lane,
    Link,
    MapDocument,
    Metric,
    Opportunity,
    Participation,
    Persona,
    Record,
    Stage,
    Step,
    Touchpoint,
)
from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.inspector.fields import Line, Number
from cjm_desktop.ui.inspector.page import Page
from cjm_desktop.ui.inspector.parts.answers import Answers
from cjm_desktop.ui.inspector.parts.file import File
from cjm_desktop.ui.inspector.parts.part import Part, Row
from cjm_desktop.ui.inspector.parts.passages import Passages
from cjm_desktop.ui.inspector.parts.rolenotes import RoleNotes
from cjm_desktop.ui.inspector.spans import Span
from cjm_desktop.ui.window import Window
from tests.ui.conftest import OpenMap


@pytest.fixture
def window(desk: Desk, open_map: OpenMap) -> Window:
    return open_map(desk)


def page(window: Window, record: Record | None = None) -> Page:
    assert window.work is not None
    window.work.canvas.select((record.id,) if record is not None else ())
    found = window.bench.inspector.page
    assert found is not None
    return found


def part(page: Page, kind: type[Part]) -> Part:
    return next(one for one in page.parts if isinstance(one, kind))


def click(part: Part, stage: str, card: str) -> None:
    """Click through the menu of a part's button."""
    menu = part.findChild(QMenu)
    assert menu is not None
    menu.aboutToShow.emit()
    under = next(one.menu() for one in menu.actions() if one.text() == stage)
    assert isinstance(under, QMenu)
    next(one for one in under.actions() if one.text() == card).trigger()


def touchpoint(window: Window, text: str) -> Touchpoint:
    assert window.work is not None
    return next(one for one in window.work.journey.all(Touchpoint) if one.text == text)


def test_a_passage_is_made_and_its_wait_said(window: Window) -> None:
    assert window.work is not None
    work, start, end = window.work, touchpoint(window, "Website"), touchpoint(window, "Contract")
    click(part(page(window, start), Passages), "Deal", "Contract")
    made = next(one for one in work.journey.all(Link) if one.from_id == start.id)
    assert made.to_id == end.id
    shown = window.bench.inspector.page
    assert shown is not None
    assert shown.record_id == made.id
    wait, share = shown.fields["actual_wait"], shown.fields["share"]
    assert isinstance(wait, Span)
    assert isinstance(share, Number)
    wait.value.setValue(5)
    share.control.setValue(62)
    after = work.journey.get(Link, made.id)
    assert (after.actual_wait, after.share) == (Duration(5, "days"), 0.62)
    window.bench.inspector.head.drop_button.click()
    assert made.id not in work.journey
    assert work.document.history()[-1].key == "step.delete_link"


def test_passages_that_are_there_are_listed_with_their_waits(window: Window) -> None:
    rows = part(page(window, touchpoint(window, "Invoice")), Passages).findChildren(Row)
    assert [one.texts for one in rows] == [("Manager", "7–19\xa0days")]


def test_an_opportunity_answers_one_more_barrier(window: Window) -> None:
    assert window.work is not None
    journey = window.work.journey
    idea = next(one for one in journey.all(Opportunity) if len(one.answers) == 1)
    other = next(one for one in journey.all(Barrier) if one.id not in idea.answers)
    stage = next(
        one.title for one in journey.stages(window.work.map_id) if one.id == other.stage_id
    )
    for expected in ((*idea.answers, other.id), idea.answers):
        click(part(page(window, idea), Answers), stage, naming.label(other, "en"))
        assert journey.get(Opportunity, idea.id).answers == expected


def test_the_review_date_is_reached_from_the_map_and_nothing_deletes_the_document(
    window: Window,
) -> None:
    row = part(page(window), File).findChild(QPushButton)
    assert isinstance(row, Row)
    assert row.texts[1].startswith("review ")
    row.click()
    shown = window.bench.inspector.page
    assert shown is not None
    assert shown.record_id == MapDocument().id
    assert "review_date" in shown.fields
    assert window.bench.inspector.head.drop_button.isHidden()


def test_nothing_flashes_over_the_window_when_something_is_selected(
    window: Window, qapp: QApplication
) -> None:
    """A part that was shown before it lay in the panel was a window, and took the keyboard."""
    assert window.work is not None
    seen, journey = Windows(), window.work.journey
    qapp.installEventFilter(seen)
    for kind in (Persona, Card, Touchpoint, Barrier, Opportunity, Feeling, Stage, Step, Metric):
        window.bench.inspector.show_record(journey.all(kind)[0].id)
        qapp.processEvents()
    qapp.removeEventFilter(seen)
    assert seen.shown == []


def test_typing_about_a_persona_leaves_the_panel_of_the_map_as_it_is(window: Window) -> None:
    """Each letter in the gallery made the whole panel behind it anew."""
    assert window.work is not None
    before, persona = page(window), window.work.journey.personas()[0]
    editing = window.work.editing
    session = editing.session()
    for need in ("A", "Air"):
        editing.set(persona.id, "need", need, session)
    assert window.bench.inspector.page is before


def test_why_somebody_is_against_is_said_where_they_take_part(window: Window) -> None:
    assert window.work is not None
    journey = window.work.journey
    told = next(one for one in journey.all(Participation) if one.note)
    notes = part(page(window, journey.get(Stage, told.stage_id)), RoleNotes)
    field = next(one for one in notes.findChildren(Line) if one.control.text() == told.note)
    field.control.setFocus()
    field.control.selectAll()
    QTest.keyClicks(field.control, "price")
    assert journey.get(Participation, told.id).note == "price"
    assert window.work.document.history()[-1].key == "step.role_note"
    assert len(window.work.document.history()) == 1, "a session is one step"


class Windows(QObject):
    """Hears of everything that is shown as a window."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


def test_a_card_is_made_wider_by_a_number(window: Window) -> None:
    assert window.work is not None
    journey = window.work.journey
    lane = next(one for one in journey.lanes(window.work.map_id) if one.holds == "owners")
    bar = next(one for one in journey.all(Card) if one.lane_id == lane.id and one.span == 1)
    width = page(window, bar).fields["span"]
    assert isinstance(width, Number)
    width.control.setValue(2)
    assert journey.get(Card, bar.id).span == 2
    assert journey.get(Lane, bar.lane_id) == lane


def test_what_one_works_in_is_shown_in_place_of_a_persona_that_was_opened(window: Window) -> None:
    assert window.work is not None
    canvas, journey, inspector = window.work.canvas, window.work.journey, window.bench.inspector
    lane = lane_of_roles(window)
    stage, persona = journey.stages(canvas.map_id)[0], journey.personas(canvas.map_id)[0]
    inspector.show_record(persona.id)
    for _ in range(2):
        canvas.roles.turn((lane.id, stage.id, None), persona.id)
        assert inspector.page is not None
        assert inspector.page.record_id == stage.id
        inspector.show_record(persona.id)
    step = window.work.document.undo_step
    assert step is not None
    assert persona.role in step.name("en")
    assert persona.name not in step.name("en"), "the map shows the role"
    canvas.walker.go("left")
    assert window.commands["view.fit_selection"].isEnabled()
    canvas.select(())
    canvas.stand_in((lane.id, stage.id, None))
    window.commands["view.fit_selection"].trigger()
    rect = canvas.marks.cell_rect(canvas.drawing)
    assert rect is not None
    assert canvas.viewport().rect().contains(rect.toRect())


def lane_of_roles(window: Window) -> Lane:
    """A lane of who takes part, made where the map has none."""
    assert window.work is not None
    journey, map_id = window.work.journey, window.work.map_id
    found = [one for one in journey.lanes(map_id) if one.holds == "participation"]
    if not found:
        with window.work.document.edit("step.add_lane", name="x") as draft:
            moves.add_lane(draft, map_id, "participation")
        return lane_of_roles(window)
    return found[0]
