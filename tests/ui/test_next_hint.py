"""The line at the foot of a map that was only begun."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.nexthint import NextHint
from tests.ui.conftest import OpenMap, work_of


def test_a_new_map_says_what_to_do_next(desk: Desk, open_map: OpenMap, qtbot: QtBot) -> None:
    window = open_map(desk, "blank")
    canvas = work_of(window).canvas
    (hint,) = canvas.viewport().findChildren(NextHint)
    assert hint.text().startswith("Click a cell")
    assert canvas.viewport().rect().contains(hint.geometry())
    middle = canvas.viewport().rect().center().x()
    assert abs(hint.geometry().center().x() - middle) <= 1
    (stage,) = work_of(window).journey.stages(canvas.map_id)
    canvas.writing.open(stage.id)
    assert not hint.isVisible()
    canvas.writing.give_up()
    assert hint.isVisible()
    window.commands["view.prompts"].trigger()
    assert not hint.isVisible()
    window.commands["view.prompts"].trigger()
    assert hint.isVisible()
    canvas.set_zoom(2.0)
    canvas.horizontalScrollBar().setValue(canvas.horizontalScrollBar().maximum())
    window.resize(1100, 700)
    qtbot.wait(1)
    assert abs(hint.geometry().center().x() - canvas.viewport().rect().center().x()) <= 1
