"""The map as Qt hands it to a screen reader; what goes out through a real one is in tests/x11."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cjm_desktop.document import Document, Home
from cjm_desktop.journey import consensus, moves, naming, templates
from cjm_desktop.journey.gestures.walk import Place
from cjm_desktop.journey.records import (
    Barrier,
    Duration,
    Feeling,
    Lane,
    LaneKind,
    Participation,
    Persona,
    Stage,
)
from cjm_desktop.ui.banner import Banner, Banners
from cjm_desktop.ui.canvas.view import Canvas
from cjm_desktop.ui.hearing import telling
from cjm_desktop.ui.hearing.nodes import Node
from cjm_desktop.ui.look import Look
from cjm_desktop.ui.translation import Translation
from cjm_desktop.ui.work import Work

Text, Event, Role = QAccessible.Text, QAccessible.Event, QAccessible.Role
CONTROL = Qt.KeyboardModifier.ControlModifier
Told = list[tuple[QAccessible.Event, str]]


Opened = Callable[[str], Work]


@pytest.fixture(scope="module")
def opened(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    """A map in a language, opened once for all tests."""
    made: dict[str, Work] = {}

    def of(language: str) -> Work:
        if language not in made:
            home = Home(tmp_path_factory.mktemp(language))
            document = Document.create(templates.make("sample-b2b", language), home)
            made[language] = work = Work(document, Look(language=language))
            work.canvas.resize(1200, 800)
        return made[language]

    yield of
    for work in made.values():
        work.close()
        work.document.close()
        work.canvas.deleteLater()


@pytest.fixture
def canvas(qapp: QApplication, opened: Opened, request: pytest.FixtureRequest) -> Iterator[Canvas]:
    """A map with the keyboard on it, in English; in Russian where a test asks for "ru"."""
    language = getattr(request, "param", "en")
    translation = Translation(qapp)
    translation.switch(language)
    work = opened(language)
    found = work.canvas
    found.setAccessibleName(QCoreApplication.translate("Canvas", "Map"))
    found.show()
    found.fit_map()
    found.activateWindow()
    assert QTest.qWaitForWindowActive(found)
    found.setFocus()
    yield found
    QAccessible.setActive(False)
    work.document.go_to(0)
    found.select(())
    found.stand_in(None)
    telling.leave(found)
    translation.switch("en")


russian = pytest.mark.parametrize("canvas", ["en", "ru"], indirect=True)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Iterator[Told]:
    """What a screen reader is told, while one listens."""
    found: Told = []

    def keep(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            found.append((event.type(), event.message()))
        elif isinstance(event.accessibleInterface(), Node) or isinstance(event.object(), Canvas):
            found.append((event.type(), event.accessibleInterface().text(Text.Name)))

    monkeypatch.setattr(QAccessible, "updateAccessibility", keep)
    QAccessible.setActive(True)
    yield found
    QAccessible.setActive(False)


def root(canvas: Canvas) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(canvas)
    assert found is not None
    return found


def nodes(above: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Everything below, checked for how it is tied to what is above it."""
    for index in range(above.childCount()):
        one = above.child(index)
        if isinstance(one, Node):
            assert one.parent() is above
            assert above.indexOfChild(one) == index
            yield one
            yield from nodes(one)


def said(one: QAccessibleInterface) -> tuple[str, str, str]:
    return one.text(Text.Name), one.text(Text.Value), one.text(Text.Description)


def test_nothing_is_made_where_nobody_listens(canvas: Canvas) -> None:
    assert not QAccessible.isActive()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(canvas, key)
    QTest.keyClick(canvas, Qt.Key.Key_Right, CONTROL)
    canvas.document.undo()
    assert canvas.heard is None


def test_a_reader_walks_the_tree_of_stages_lanes_and_cards(canvas: Canvas) -> None:
    map_ = root(canvas)
    russian = canvas.look.language == "ru"
    assert map_.role() == Role.Tree
    assert said(map_)[0] == ("Карта" if russian else "Map")
    every = list(nodes(map_))
    journey = canvas.document.journey
    assert len(every) > len(journey.stages(canvas.map_id)) + len(journey.lanes(canvas.map_id))
    assert all(one.text(Text.Name) and one.isValid() for one in every)
    level = QAccessible.Attribute.Level
    first = every[0]
    stage = journey.stages(canvas.map_id)[0]
    assert said(first) == (stage.title, "", "этап 1 из 6" if russian else "stage 1 of 6")
    assert first.role() == Role.Grouping
    assert first.attributesInterface().attributeValue(level) == 1
    points = [one for one in every if one.role() == Role.Slider]
    assert len(points) == len(journey.all(Feeling))
    assert all(one.valueInterface().minimumValue() == -2 for one in points)
    low = min(points, key=lambda one: one.valueInterface().currentValue())
    assert low.text(Text.Value) == ("−1,9" if russian else "−1.9")
    assert low.textInterface() is None


def test_things_are_on_the_screen_where_they_are_drawn(canvas: Canvas) -> None:
    every = {one.trail[-1]: one for one in nodes(root(canvas)) if isinstance(one, Node)}
    around = root(canvas).rect()
    for record in canvas.document.journey.all(Barrier):
        node = every[record.id]
        middle = node.rect().center()
        assert around.contains(middle)
        assert root(canvas).childAt(middle.x(), middle.y()) is node
    for node in every.values():
        assert node.state().invisible == 0
        assert not node.rect().isEmpty()


def test_walking_is_told_as_focus_and_not_said_twice(canvas: Canvas, told: Told) -> None:
    canvas.select(())
    told.clear()
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    stage = canvas.document.journey.stages(canvas.map_id)[0]
    assert told == [(Event.SelectionAdd, stage.title), (Event.Focus, stage.title)]
    focused = root(canvas).focusChild()
    assert focused is not None
    assert focused.state().focused
    assert focused.state().selected
    told.clear()
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    russian = canvas.look.language == "ru"
    nothing = "Ничего не выбрано" if russian else "Nothing selected"
    assert (Event.Focus, "Карта" if russian else "Map") in told
    assert told[-1] == (Event.Announcement, nothing)


def test_an_empty_cell_is_stood_on(canvas: Canvas, told: Told) -> None:
    journey = canvas.document.journey
    lane = next(one for one in journey.all(Lane) if one.holds == "barriers")
    place = next(
        (lane.id, stage.id, step.id)
        for stage, step in journey.columns(canvas.map_id)
        if step is not None and not journey.cards(lane.id, stage.id, step.id)
    )
    canvas.walker.step_to(canvas.walker.walk().at(place))
    focused = root(canvas).focusChild()
    assert focused is not None
    name, _, more = said(focused)
    assert more.split(",")[0] == ("пусто" if canvas.look.language == "ru" else "empty")
    assert told[-1] == (Event.Focus, name)
    canvas.stand_in(None)
    assert not focused.isValid()


@russian
def test_moves_and_undo_are_read_out_in_the_words_of_the_step(canvas: Canvas, told: Told) -> None:
    journey, russian = canvas.document.journey, canvas.look.language == "ru"
    stage = journey.stages(canvas.map_id)[0]
    canvas.select((stage.id,))
    before = root(canvas).focusChild()
    told.clear()
    QTest.keyClick(canvas, Qt.Key.Key_Right, CONTROL)
    step = canvas.document.undo_step
    assert step is not None
    name = step.name("ru" if russian else "en")
    assert stage.title in name
    assert told[-1] == (Event.Announcement, name)
    assert root(canvas).indexOfChild(before) == 1
    canvas.document.undo()
    assert told[-1] == (Event.Announcement, f"{'Отменено' if russian else 'Undone'}: {name}")
    canvas.document.redo()
    assert told[-1][1].startswith("Повторено: " if russian else "Redone: ")


def test_a_card_that_moves_is_told_where_it_lands(canvas: Canvas, told: Told) -> None:
    barrier = canvas.document.journey.all(Barrier)[0]
    canvas.select((barrier.id,))
    before = root(canvas).focusChild()
    assert before is not None
    told.clear()
    QTest.keyClick(canvas, Qt.Key.Key_Right, CONTROL)
    after = root(canvas).focusChild()
    assert after is not None
    assert after.text(Text.Name) == barrier.text
    kinds = [event for event, _ in told]
    assert kinds.index(Event.ObjectCreated) < kinds.index(Event.Focus)
    assert Event.ObjectDestroyed in kinds


def test_a_strip_over_the_map_is_read_out(told: Told, qtbot: QtBot) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    Banners(over).show_banner("problem", Banner("No room for it there."))
    assert told[-1] == (Event.Announcement, "No room for it there.")


def test_a_change_of_a_value_is_told(canvas: Canvas, told: Told) -> None:
    point = canvas.document.journey.all(Feeling)[0]
    canvas.select((point.id,))
    node = root(canvas).focusChild()
    assert node is not None
    told.clear()
    node.valueInterface().setCurrentValue(0.5)
    assert canvas.document.journey.get(Feeling, point.id).value == 0.5
    assert Event.ValueChanged in [event for event, _ in told]
    assert node.text(Text.Value) == ("+0,5" if canvas.look.language == "ru" else "+0.5")


def test_a_reader_can_choose_a_card_and_open_it(canvas: Canvas) -> None:
    barrier = canvas.document.journey.all(Barrier)[0]
    node = next(one for one in nodes(root(canvas)) if said(one)[0] == barrier.text)
    own = QAccessibleActionInterface
    node.actionInterface().doAction(own.setFocusAction())
    assert canvas.selection == (barrier.id,)
    node.actionInterface().doAction(own.pressAction())
    editor = canvas.writing.editor
    assert editor is not None
    QApplication.processEvents()
    floating = [one for one in (root(canvas).child(i) for i in range(root(canvas).childCount()))
                if not isinstance(one, Node)]  # fmt: skip
    assert len(floating) == 1
    assert root(canvas).indexOfChild(floating[0]) == root(canvas).childCount() - 1
    QTest.keyClick(editor, Qt.Key.Key_Escape)


def test_another_map_is_heard_and_a_closed_one_is_let_go(canvas: Canvas, told: Told) -> None:
    with canvas.document.edit("step.add_map", name="x") as draft:
        other = moves.add_map(draft, "Another")
    first = canvas.map_id
    assert root(canvas).childCount() > 1
    canvas.set_map(other)
    assert root(canvas).childCount() == len(list(nodes(root(canvas))))
    canvas.set_map(first)
    heard = canvas.heard
    assert heard is not None
    telling.leave(canvas)
    assert canvas.heard is None
    assert root(canvas) is not heard.root


def test_a_deleted_stage_takes_its_nodes_along(canvas: Canvas, told: Told) -> None:
    stage = canvas.document.journey.stages(canvas.map_id)[0]
    gone = list(nodes(root(canvas).child(0)))
    assert gone
    canvas.select((stage.id,))
    canvas.delete_selection()
    assert stage.id not in canvas.document.journey
    assert isinstance(canvas.document.journey.stages(canvas.map_id)[0], Stage)
    assert root(canvas).child(0).text(Text.Name) != stage.title
    heard = canvas.heard
    assert heard is not None
    assert not [trail for trail in heard._nodes if stage.id in trail]


def stand_on_a_role(canvas: Canvas, holds: LaneKind) -> tuple[Place, str]:
    """Let the keyboard stand on the first role of the first stage, of whom nothing is said."""
    with canvas.document.edit("step.add_lane", name="x") as draft:
        for one in draft.journey.all(Participation):
            moves.drop(draft, one.id)
        lane_id = moves.add_lane(draft, canvas.map_id, holds)
    journey = canvas.document.journey
    place = lane_id, journey.stages(canvas.map_id)[0].id, None
    persona_id = journey.personas(canvas.map_id)[0].id
    canvas.stand_in(place, persona_id)
    return place, persona_id


@pytest.mark.parametrize("holds", ["participation", "consensus"])
def test_a_role_one_stands_on_is_heard_and_how_it_turns(
    canvas: Canvas, told: Told, holds: LaneKind
) -> None:
    place, persona_id = stand_on_a_role(canvas, holds)
    journey = canvas.document.journey
    role = naming.in_role(journey.get(Persona, persona_id), "en")
    focused = root(canvas).focusChild()
    assert focused is not None
    unasked = consensus.voice_value(None, holds, "en")
    assert said(focused) == (f"{role}: {unasked}", unasked, "")
    assert (Event.Focus, f"{role}: {unasked}") in told
    assert focused.state().focused
    seen = canvas.roles.seen(place, persona_id)
    assert seen is not None
    assert focused.rect().size() == seen.toAlignedRect().size()
    told.clear()
    canvas.roles.turn_chosen()
    assert root(canvas).focusChild() is focused
    name, value, _ = said(focused)
    assert value != unasked
    assert name == f"{role}: {value}"
    assert (Event.NameChanged, name) in told
    assert (Event.ValueChanged, name) in told
    told.clear()
    canvas.document.undo()
    assert (Event.ValueChanged, f"{role}: {unasked}") in told


def test_a_reader_can_stand_on_a_role(canvas: Canvas, told: Told) -> None:
    place, persona_id = stand_on_a_role(canvas, "consensus")
    focused = root(canvas).focusChild()
    assert focused is not None
    canvas.roles.turn_chosen()
    canvas.stand_in(None)
    focused.actionInterface().doAction(QAccessibleActionInterface.setFocusAction())
    assert (canvas.standing, canvas.roles.chosen) == (place, persona_id)


def test_a_time_that_changes_is_told_in_its_cell(canvas: Canvas, told: Told) -> None:
    journey = canvas.document.journey
    stage = journey.stages(canvas.map_id)[0]
    with canvas.document.edit("step.add_lane", name="x") as draft:
        lane_id = moves.add_lane(draft, canvas.map_id, "time")
        moves.set_fields(draft, stage.id, actual=Duration(3))
    cell = next(
        one
        for one in nodes(root(canvas))
        if isinstance(one, Node) and one.trail[-1] == f"{lane_id}:{stage.id}:"
    )
    name, _, before = said(cell)
    told.clear()
    with canvas.document.edit("step.duration", name="x") as draft:
        moves.set_fields(draft, stage.id, actual=Duration(4))
    assert (Event.DescriptionChanged, name) in told
    assert said(cell)[2] not in ("", before)
