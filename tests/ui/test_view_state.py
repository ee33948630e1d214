"""What was seen of a map comes back with its file: zoom, paths, panels and their widths."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from cjm_desktop.ui import panels
from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.settings import Settings
from tests.ui.conftest import OpenMap, work_of


def test_panels_are_kept_as_far_as_they_make_sense(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "s.ini")
    settings.overview = False
    for nonsense in (None, [], {"inspector": 3, "sketch_width": -4, "inspector_width": True}):
        assert panels.kept(nonsense, settings) == (True, False, False, False, 0, 0)
    known = {"inspector": False, "overview": True, "sketch": True, "sketch_width": 400}
    assert panels.kept(known, settings) == (False, True, False, True, 0, 400)


def test_a_map_is_seen_again_as_it_was_left(
    desk: Desk, open_map: OpenMap, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "a.cjm"
    window = open_map(desk, "sketch", path)
    work = work_of(window)
    window.commands["view.as_is"].trigger()
    window.commands["view.overview"].trigger()
    window.commands["view.sketch"].trigger()
    work.canvas.set_zoom(1.5)
    window.bench.layouts.front.setFocus()
    qtbot.wait(10)
    assert window.bench.sketch.pane is not None
    window.resizeDocks([window.bench.sketch.pane], [540], Qt.Orientation.Horizontal)
    window.resizeDocks([window.bench.inspector], [400], Qt.Orientation.Horizontal)
    qtbot.wait(10)
    wide = window.bench.sketch.pane.width()
    before = path.read_bytes()
    window.commands["file.close"].trigger()
    assert window.work is None
    assert path.read_bytes() == before
    assert wide > 500
    desk.open_files([path], window)
    again = work_of(window)
    qtbot.waitUntil(lambda: window.bench.sketch.pane is not None, timeout=2000)
    qtbot.waitUntil(lambda: abs(again.canvas.zoom - 1.5) < 0.01, timeout=2000)
    assert again.look.path == "as_is"
    assert window.bench.sketch.pane is not None
    assert abs(window.bench.sketch.pane.width() - wide) < 8
    assert abs(window.bench.inspector.width() - 400) < 8
    assert not window.commands["view.overview"].isChecked()
    assert not again.document.unpublished
    assert window.focusWidget() is again.canvas


def test_a_panel_that_is_asked_for_ends_that_only_the_map_is_shown(
    desk: Desk, open_map: OpenMap
) -> None:
    """They were dead keys there: what they opened stayed hidden with all panels."""
    window = open_map(desk)
    bench, commands = window.bench, window.commands
    back = next(
        one
        for one in window.status.map.view.findChildren(QToolButton)
        if one.defaultAction() is commands["view.panels"]
    )
    for asked in ("view.inspector", "view.overview", "map.properties", "view.panels"):
        commands["view.panels"].trigger()
        assert bench.rail.isHidden()
        assert bench.inspector.isHidden()
        assert back.isChecked()
        commands[asked].trigger() if asked != "view.panels" else back.click()
        assert bench.rail.isVisible()
        assert bench.inspector.isVisible()
        assert bench.overview.isVisible()
        assert not back.isChecked()
        assert commands["view.inspector"].isChecked()
        assert commands["view.overview"].isChecked()
