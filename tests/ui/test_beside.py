"""Both paths side by side: one above the other, in step, each worked on by itself."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from cjm_desktop.journey.records import Card, Touchpoint
from cjm_desktop.ui.beside import Beside
from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.window import Window
from cjm_desktop.ui.work import Work
from tests.ui.conftest import OpenMap, work_of


def beside(window: Window, qtbot: QtBot) -> tuple[Work, Beside]:
    """Show both paths."""
    window.commands["view.beside"].trigger()
    qtbot.wait(1)
    assert window.work is not None
    assert window.work.beside is not None
    return window.work, window.work.beside


def contact(work: Work) -> Card:
    """A touchpoint of both paths."""
    return next(one for one in work.journey if type(one) is Touchpoint and one.path == "both")


def test_how_it_is_stands_over_how_it_should_be(
    desk: Desk, open_map: OpenMap, qtbot: QtBot
) -> None:
    window = open_map(desk)
    _, shown = beside(window, qtbot)
    above, below = shown.panes
    assert [one.look.path for one in shown.panes] == ["as_is", "to_be"]
    assert above.isVisible()
    assert below.isVisible()
    assert (
        above.mapTo(window, above.rect().topLeft()).y()
        < below.mapTo(window, below.rect().topLeft()).y()
    )
    assert window.bench.view.paths.choice == "beside"


def test_both_show_the_whole_map_at_first(desk: Desk, open_map: OpenMap, qtbot: QtBot) -> None:
    _, shown = beside(open_map(desk), qtbot)
    qtbot.waitUntil(lambda: shown.above.shows_whole)
    for canvas in shown.panes:
        qtbot.waitUntil(lambda one=canvas: one.camera.seen().contains(one.map_scene.paper))


def test_they_zoom_and_scroll_sideways_together(
    desk: Desk, open_map: OpenMap, qtbot: QtBot
) -> None:
    window = open_map(desk)
    _, shown = beside(window, qtbot)
    above, below = shown.panes
    above.set_zoom(1.0)
    above.camera.scroll(300, 120)
    assert below.zoom == pytest.approx(1.0)
    assert below.camera.seen().left() == pytest.approx(above.camera.seen().left(), abs=1)
    height = above.camera.seen().top()
    below.camera.scroll(150, 80)
    assert above.camera.seen().left() == pytest.approx(below.camera.seen().left(), abs=1)
    assert above.camera.seen().top() == pytest.approx(height, abs=1)


def test_what_is_done_below_changes_only_the_plan(
    desk: Desk, open_map: OpenMap, qtbot: QtBot
) -> None:
    window = open_map(desk)
    work, shown = beside(window, qtbot)
    above, below = shown.panes
    card = contact(work)
    below.setFocus()
    assert work.canvas is below
    below.select((card.id,))
    assert window.bench.inspector.shown == card.id
    window.commands["edit.delete"].trigger()
    assert work.journey.get(Card, card.id).path == "as_is"
    above.setFocus()
    above.select((card.id,))
    window.commands["edit.delete"].trigger()
    assert card.id not in work.journey


def test_one_canvas_is_left_and_the_choice_is_kept(
    desk: Desk, open_map: OpenMap, qtbot: QtBot
) -> None:
    window = open_map(desk)
    work, shown = beside(window, qtbot)
    shown.below.setFocus()
    work.note_view()
    assert work.document.view_state["path"] == "beside"
    window.commands["view.both"].trigger()
    assert work.beside is None
    assert work.canvas is shown.above
    assert work.canvas.look.path == "both"
    assert window.bench.view.paths.choice == "both"
    card = contact(work)
    work.canvas.select((card.id,))
    assert window.bench.inspector.shown == card.id


def test_both_show_the_same_part_of_the_map(desk: Desk, open_map: OpenMap, qtbot: QtBot) -> None:
    window = open_map(desk)
    work, shown = beside(window, qtbot)
    work.set_look(rests="confirmed", others="hide")
    assert [one.look.others for one in shown.panes] == ["hide", "hide"]
    assert [one.look.path for one in shown.panes] == ["as_is", "to_be"]
    window.commands["map.add"].trigger()
    assert shown.above.map_id == shown.below.map_id == work.map_id


def test_the_menu_says_on_which_path_a_thing_lies(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    work = work_of(window)
    card = contact(work)
    work.canvas.select((card.id,))
    offered = {one.objectName() for one in window.bench.edits.menu_of(card.id).actions()}
    assert {"map.path_as_is", "map.path_to_be", "map.path_both"} <= offered
    window.commands["map.path_to_be"].trigger()
    assert work.journey.get(Card, card.id).path == "to_be"
    assert not window.commands["map.path_to_be"].isEnabled()
    window.commands["edit.undo"].trigger()
    assert work.journey.get(Card, card.id).path == "both"


def test_the_canvas_that_stays_follows_nobody(desk: Desk, open_map: OpenMap, qtbot: QtBot) -> None:
    window = open_map(desk)
    canvas = work_of(window).canvas
    window.commands["view.beside"].trigger()
    qtbot.wait(1)
    window.commands["view.both"].trigger()
    qtbot.wait(1)  # the other one is gone for good
    canvas.set_zoom(1.7)
    assert canvas.zoom == pytest.approx(1.7, abs=0.01)


def test_the_status_bar_says_what_is_chosen_on_the_canvas_in_front(
    desk: Desk, open_map: OpenMap, qtbot: QtBot
) -> None:
    window = open_map(desk)
    assert window.work is not None
    window.work.canvas.select((contact(window.work).id,))
    work, shown = beside(window, qtbot)
    hints, said = window.status.hints, []
    for canvas in (shown.above, shown.below, shown.above):
        canvas.setFocus()
        said.append(hints.texts[0])
    assert said[0] == said[2] != said[1]
    shown.below.select((contact(work).id,))
    assert hints.texts[0] == said[0], "of the one behind nothing is said"
