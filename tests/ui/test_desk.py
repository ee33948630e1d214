"""What the windows share: one program at a time, unforeseen errors, settings that hold at once."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from cjm_desktop.ui import meeting, registry, single
from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.dialogs.about import AboutDialog
from cjm_desktop.ui.dialogs.keys import KeysDialog
from cjm_desktop.ui.dialogs.settings import SettingsDialog
from tests.ui.clipping import clipped
from tests.ui.conftest import OpenMap, work_of
from tests.ui.texts import texts


def test_a_second_start_hands_its_files_over(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    import subprocess

    name = meeting.server_name(tmp_path)
    parent = QObject()
    reception = single.Reception(name, parent)
    assert reception.listening
    script = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication\n"
        "app = QCoreApplication([]); from cjm_desktop.ui import single\n"
        "sys.exit(0 if single.hand_over(sys.argv[1], [Path(p) for p in sys.argv[2:]]) else 5)"
    )
    with qtbot.waitSignal(reception.asked, timeout=20_000) as asked:
        second = subprocess.Popen([sys.executable, "-c", script, name, "карта 1.cjm", "/b.cjm"])
    assert asked.args == [[Path.cwd() / "карта 1.cjm", Path("/b.cjm")]]
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=10_000)
    assert second.returncode == 0


def test_without_a_first_program_nothing_is_handed_over(qapp: QApplication, tmp_path: Path) -> None:
    assert not single.hand_over(meeting.server_name(tmp_path / "nobody"), [Path("a.cjm")])


def test_the_name_of_the_socket_is_one_for_each_folder(tmp_path: Path) -> None:
    names = {meeting.server_name(tmp_path / name) for name in ("a", "b", "a")}
    assert len(names) == 2


def test_files_handed_over_open_in_their_own_windows(desk: Desk, tmp_path: Path) -> None:
    from tests.ui.test_files import make_file

    window = desk.new_window()
    desk.open_files([make_file(tmp_path, desk, "1.cjm"), make_file(tmp_path, desk, "2.cjm")])
    assert len(desk.windows) == 2
    assert window.work is not None


def test_the_keys_are_listed_from_the_registry(desk: Desk, qtbot: QtBot) -> None:
    window = desk.new_window()
    dialog = KeysDialog(window)
    qtbot.addWidget(dialog)
    dialog.show()
    said = " ".join(text for _, text in texts(dialog))
    for command in registry.commands():
        for key in command.keys:
            assert key.split("+")[-1] in said, key
    assert "walk over the cells" in said
    assert list(clipped(dialog)) == []


def test_settings_hold_at_once(desk: Desk, open_map: OpenMap, qtbot: QtBot) -> None:
    window = open_map(desk, "sketch")
    dialog = SettingsDialog(desk, window)
    qtbot.addWidget(dialog)
    dialog.show()
    height = window.bench.top.print.sizeHint().height()
    dialog.interface.text_size.setValue(18)
    assert desk.application.font().pixelSize() == 18
    assert window.bench.top.print.sizeHint().height() > height
    dialog.interface.language.buttons["ru"].click()
    qtbot.wait(1)
    assert dialog.heading.text() == "Настройки"
    assert window.bench.top.print.text() == "Плакат"
    qtbot.waitUntil(lambda: not list(clipped(dialog)))
    dialog.interface.wheel.buttons["zoom"].click()
    work = work_of(window)
    assert work.canvas.wheel_zooms
    assert "колесо: масштаб" in window.status.hints.texts, "it says so at once"
    window.commands["view.beside"].trigger()
    assert work.beside is not None
    assert all(one.wheel_zooms for one in work.beside.panes)
    dialog.interface.wheel.buttons["scroll"].click()
    assert not any(one.wheel_zooms for one in work.beside.panes)
    work.leave_beside()
    dialog.interface.theme.buttons["dark"].click()
    assert desk.dark


def test_about_names_the_licence(desk: Desk, qtbot: QtBot) -> None:
    dialog = AboutDialog(desk.new_window())
    qtbot.addWidget(dialog)
    dialog.show()
    assert any("MIT" in text for _, text in texts(dialog))
    assert len(dialog.findChildren(QPushButton)) == 1
