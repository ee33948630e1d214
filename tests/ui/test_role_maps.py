"""Role maps in the window: made from menus, told apart in the inspector, given back, let go."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from cjm_desktop.journey import following, moves
from cjm_desktop.journey.records import Card, JourneyMap, Stage
from cjm_desktop.ui import plain
from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.inspector.parts.following import Differs, Follows
from cjm_desktop.ui.inspector.parts.part import Part, Row
from cjm_desktop.ui.window import Window
from tests.ui.conftest import OpenMap, work_of


@pytest.fixture
def window(desk: Desk, open_map: OpenMap) -> Window:
    """The sample, on the role map of its second persona."""
    window = open_map(desk)
    work = work_of(window)
    window.bench.roles.fill_make()
    person = work.journey.personas(work.map_id)[1]
    act(window.bench.roles.make_menu, person.role)
    return window


def act(menu: QMenu, text: str) -> None:
    """Give a command of a menu."""
    next(one for one in menu.actions() if one.text() == text).trigger()
    QApplication.processEvents()


def general_of(window: Window) -> JourneyMap:
    """The map that the shown one follows."""
    work = work_of(window)
    return work.journey.get(JourneyMap, str(work.map.general_id))


def part_of(window: Window, kind: type[Part]) -> Part:
    page = window.bench.inspector.page
    assert page is not None
    return next(one for one in page.parts if isinstance(one, kind))


def said(part: Part) -> list[str]:
    """The labels of a part."""
    QApplication.processEvents()
    return [one.text() for one in part.findChildren(QLabel) if one.isVisibleTo(part)]


def press(part: Part, text: str, number: int = 0) -> None:
    """Press a button of a part that is shown."""
    QApplication.processEvents()
    found = [one for one in part.findChildren(QPushButton) if one.text() == text]
    [one for one in found if one.isVisibleTo(part)][number].click()


def test_a_role_map_is_made_shown_and_called_as_its_persona(window: Window) -> None:
    work = work_of(window)
    general = general_of(window)
    person = work.journey.personas(general.id)[1]
    assert work.map.title == person.role
    assert work.map.persona_ids[0] == person.id
    tabs = window.bench.top.tabs
    assert tabs.isVisible()
    index = tabs.currentIndex()
    assert tabs.tabText(index) == person.role
    assert not tabs.tabIcon(index).isNull()
    assert tabs.tabIcon(0).isNull()
    assert tabs.tabToolTip(index) == f"{person.role}\nFollows “{general.title}”"
    assert tabs.accessibleTabName(0) == general.title
    window.commands["edit.undo"].trigger()
    assert work.map_id == general.id
    assert not tabs.isVisible()


def test_a_change_of_the_general_map_is_seen_on_the_role_map(window: Window) -> None:
    work = work_of(window)
    stage = work.journey.stages(general_of(window).id)[0]
    with work.document.edit("step.rename", name="x") as draft:
        moves.set_title(draft, stage.id, "Renamed")
    assert work.journey.stages(work.map_id)[0].title == "Renamed"


def test_what_differs_is_told_and_given_back_one_by_one_or_all(
    window: Window,
) -> None:
    work = work_of(window)
    stage = work.journey.stages(work.map_id)[0]
    before = stage.title
    work.canvas.select((stage.id,))
    part = part_of(window, Differs)
    assert part.isHidden()
    page = window.bench.inspector.page
    assert page is not None
    for name in ("title", "goal"):
        field = page.fields[name].control  # type: ignore[attr-defined]
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, "Our own")
    part = part_of(window, Differs)
    assert not part.isHidden()
    assert said(part)[0] == "Differs from the general map"
    assert said(part)[1:] == [
        "Customer goal",
        f"There: “{stage.goal}”",
        "Title",
        f"There: “{before}”",
    ]
    work.canvas.setFocus()
    press(part, "As in the general map", 1)
    assert work.journey.get(Stage, stage.id).title == before
    assert work.journey.get(Stage, stage.id).goal == "Our own"
    window.commands["edit.undo"].trigger()
    press(part_of(window, Differs), "All as in the general map")
    assert following.differs(work.journey, stage.id) == frozenset()
    assert part_of(window, Differs).isHidden()


def test_the_keyboard_stays_in_the_panel_when_a_difference_is_given_back(
    window: Window, qtbot: QtBot
) -> None:
    work, panel = work_of(window), window.bench.inspector
    stage = work.journey.stages(work.map_id)[0]
    work.canvas.select((stage.id,))
    work.editing.set(stage.id, "title", "In other words", work.editing.session())
    QApplication.processEvents()
    part = part_of(window, Differs)
    back = next(one for one in part.findChildren(QPushButton) if one.isVisibleTo(part))
    back.setFocus()
    QTest.keyClick(back, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: panel.isAncestorOf(QApplication.focusWidget()))
    persona = work.journey.personas()[0]
    panel.show_record(persona.id)
    qtbot.waitUntil(lambda: panel.isAncestorOf(QApplication.focusWidget()))
    assert panel.page is not None
    assert panel.page.isAncestorOf(QApplication.focusWidget())


def test_what_is_only_here_says_so(window: Window) -> None:
    work = work_of(window)
    with work.document.edit("step.add_stage", name="Own") as draft:
        own = moves.add_stage(draft, work.map_id, "Own")
    work.canvas.select((own,))
    assert said(part_of(window, Differs)) == [
        "Only on this map: the general map has nothing like it."
    ]


def test_what_is_deleted_on_a_role_map_is_hidden_and_shown_again(window: Window) -> None:
    work, roles = work_of(window), window.bench.roles
    assert not roles.hidden_menu.isEnabled()
    stage = work.journey.stages(work.map_id)[1]
    work.canvas.select((stage.id,))
    assert "hidden" not in window.banners.sentences()
    work.canvas.delete_selection()
    assert "Hidden on this map only" in window.banners.sentences()["hidden"]
    assert f"hide “{stage.title}” on this map" in window.commands["edit.undo"].text()
    first, actions = work.journey.stages(work.map_id)[0], work.journey.lanes(work.map_id)[0]
    step = work.journey.steps(first.id)[0]
    card = work.journey.cards(actions.id, first.id, step.id)[0]
    work.canvas.select((card.id,))
    work.canvas.delete_selection()
    assert roles.hidden_menu.isEnabled()
    assert len(work.journey.stages(general_of(window).id)) == 6
    assert len(work.journey.stages(work.map_id)) == 5
    window.commands["map.properties"].trigger()
    part = part_of(window, Follows)
    assert "Hidden here" in said(part)
    rows = [one for one in part.findChildren(Row) if one.isVisibleTo(part)]
    assert rows[1].texts[0] == stage.title
    eye = next(one for one in part.findChildren(QToolButton) if one.isVisibleTo(part))
    assert eye.accessibleName() == f"Show “{stage.title}” again"
    eye.click()
    assert len(work.journey.stages(work.map_id)) == 6
    roles.fill_hidden()
    assert len(roles.hidden_menu.actions()) == 1
    roles.hidden_menu.actions()[0].trigger()
    assert following.hidden(work.journey, work.map_id) == ()
    assert not roles.hidden_menu.isEnabled()


def test_a_role_map_becomes_its_own_and_back(window: Window) -> None:
    work, commands = work_of(window), window.commands
    general = general_of(window)

    def follows() -> str | None:
        return work.map.general_id

    commands["map.properties"].trigger()
    assert "follows the general one" in said(part_of(window, Follows))[0]
    assert part_of(window, Follows).findChildren(Row)[0].texts[0] == general.title
    commands["map.own"].trigger()
    assert follows() is None
    assert not commands["map.own"].isEnabled()
    assert said(part_of(window, Follows)) == []
    commands["edit.undo"].trigger()
    assert follows() == general.id
    press(part_of(window, Follows), "Make it its own")
    assert follows() is None


def test_deleting_a_general_map_asks_and_leaves_its_role_maps(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    answers = [1, 0]

    def ask(_parent: object, sentence: str, more: str, _answers: object) -> int:
        asked.append(f"{sentence} {more}")
        return answers.pop(0)

    monkeypatch.setattr(plain, "ask", ask)
    work = work_of(window)
    role, general = work.map, general_of(window)
    window.bench.maps.choose(general.id)
    window.commands["map.delete"].trigger()
    assert general.id in work.journey
    window.commands["map.delete"].trigger()
    assert len(asked) == 2
    assert role.title in asked[0]
    assert general.id not in work.journey
    assert work.journey.get(JourneyMap, role.id).general_id is None
    window.commands["edit.undo"].trigger()
    assert work.journey.get(JourneyMap, role.id).general_id == general.id


def test_deleting_a_role_map_asks_nothing(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plain, "ask", lambda *_: pytest.fail("asked"))
    role = work_of(window).map_id
    window.commands["map.delete"].trigger()
    assert role not in work_of(window).journey


def test_the_panel_goes_to_and_fro_between_general_and_role_maps(window: Window) -> None:
    work = work_of(window)
    role, general = work.map, general_of(window)
    window.commands["map.properties"].trigger()
    part_of(window, Follows).findChildren(Row)[0].click()
    assert work.map_id == general.id
    part = part_of(window, Follows)
    part.findChildren(Row)[0].click()
    assert work.map_id == role.id
    window.bench.maps.choose(general.id)
    buttons = part_of(window, Follows).findChildren(QPushButton)
    more = next(one for one in buttons if one.text() == "Map for a role")
    third = work.journey.personas(general.id)[2]
    act(more.menu(), third.role)
    assert work.map.title == third.role
    assert len(following.role_maps(work.journey, general.id)) == 2


def test_a_tab_a_chip_and_a_card_of_the_gallery_offer_role_maps(
    window: Window, qtbot: QtBot
) -> None:
    work = work_of(window)
    tab_menu = window.bench.maps.tab_menu()
    assert window.bench.roles.make_menu.menuAction() in tab_menu.actions()
    third, fourth = work.journey.personas(work.map_id)[2:4]
    act(window.bench.personas.chip_menu(third.id), "Make a map for them")
    gallery = window.bench.personas.gallery(fourth.id)
    qtbot.addWidget(gallery)
    gallery.show()
    act(gallery.menu(), "Make a map for them")
    assert not gallery.isVisible()
    assert work.map.title == fourth.role
    titles = [one.title for one in work.journey.maps()]
    assert titles[2:] == [third.role, fourth.role]
    # Of a role map: one that follows the same general map.
    assert {one.general_id for one in work.journey.maps()[1:]} == {work.journey.maps()[0].id}


def test_a_place_that_is_hidden_is_told_in_a_sentence(window: Window) -> None:
    work = work_of(window)
    lane, stage = work.journey.lanes(work.map_id)[0], work.journey.stages(work.map_id)[1]
    card = next(
        one
        for one in work.journey.all(Card)
        if one.stage_id == stage.id and one.lane_id == lane.id and one.step_id is not None
    )
    other = work.journey.stages(work.map_id)[0]
    with work.document.edit("step.move_card", name="x") as draft:
        step = draft.journey.steps(other.id)[0]
        moves.move_card(draft, card.id, lane.id, other.id, step.id)
    with work.document.edit("step.delete", name="x") as draft:
        moves.drop(draft, stage.id)
    work.canvas.select((card.id,))
    assert said(part_of(window, Differs))[1:] == ["Place"]
    press(part_of(window, Differs), "As in the general map")
    assert "hidden" in window.banners.sentences()["problem"]
