"""Every control of the window, its panels and its dialogs says what it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSlider,
    QTextEdit,
    QWidget,
)

from cjm_desktop.journey.records import (
    Barrier,
    Card,
    Feeling,
    Lane,
    Opportunity,
    Persona,
    Stage,
    Step,
    Touchpoint,
)
from cjm_desktop.ui import registry
from cjm_desktop.ui.window import Window
from tests.ui.conftest import MakeDesk, OpenMap, work_of

CONTROLS = (
    QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit,
    QSlider, QTextEdit,
)  # fmt: skip
LEAVE = {
    "edit.menu",
    "edit.history",
    "edit.compare",
    "file.quit",
    "file.close",
    "file.revert",
    "file.start",
    "view.full_screen",
}
"""Commands after which there would be no window to go on with."""
QUICK = ("edit.find", "view.table", "view.outline", "view.map", "map.lanes", "edit.settings",
         "help.keys")  # fmt: skip
"""Commands that show something and cost little; the others are for the long form."""
KINDS = (Stage, Step, Card, Touchpoint, Barrier, Opportunity, Feeling, Lane, Persona)


def nameless(top: QWidget) -> Iterator[str]:
    """Controls below a widget that a screen reader would call nothing but a button or a field."""
    for one in top.findChildren(QWidget):
        focusable = one.focusPolicy() != Qt.FocusPolicy.NoFocus
        if not (isinstance(one, CONTROLS) or focusable) or _is_part(one):
            continue
        interface = QAccessible.queryAccessibleInterface(one)
        if interface is not None and not interface.text(QAccessible.Text.Name).strip():
            chain: list[str] = []
            above: QWidget | None = one
            while above is not None and above is not top.parentWidget():
                chain.append(f"{type(above).__name__} {above.objectName()}".strip())
                above = above.parentWidget()
            yield " < ".join(chain)


def _is_part(one: QWidget) -> bool:
    """Whether a widget is a piece of another one that speaks for it, or never seen at all."""
    above = one.parentWidget()
    if one.objectName().startswith("qt_") or isinstance(one, QHeaderView) or above is None:
        return True
    if isinstance(above, QAbstractScrollArea) and one is above.viewport():
        return True
    inside = isinstance(above, QAbstractSpinBox | QComboBox | QAbstractItemView | QLineEdit)
    return (inside and not isinstance(one, QPlainTextEdit)) or isinstance(
        above.parentWidget(), QComboBox
    )


@pytest.fixture
def window(make_desk: MakeDesk, open_map: OpenMap, monkeypatch: pytest.MonkeyPatch) -> Window:
    """A window whose dialogs wait for nobody."""
    monkeypatch.setattr(QMenu, "exec", lambda *_: None)
    for name in ("getOpenFileName", "getSaveFileName", "getOpenFileNames"):
        monkeypatch.setattr(QFileDialog, name, lambda *_, **__: ("", ""))
    return open_map(make_desk())


def heard_of(
    window: Window, commands: Iterable[str], monkeypatch: pytest.MonkeyPatch
) -> tuple[set[str], set[str]]:
    """What is nameless in the window after each command, and in the dialogs it opens; those."""
    found: set[str] = set()
    dialogs: set[str] = set()

    def look(dialog: QDialog) -> int:
        QApplication.processEvents()
        dialogs.add(type(dialog).__name__)
        found.update(nameless(dialog))
        return 0

    monkeypatch.setattr(QDialog, "exec", look)
    for command in commands:
        if window.commands[command].isEnabled():
            window.commands[command].trigger()
            QApplication.processEvents()
            for top in QApplication.topLevelWidgets():
                if top.isVisible() and isinstance(top, QDialog):
                    look(top)
                    top.close()
            found.update(nameless(window))
    return found, dialogs


def test_no_control_of_the_window_is_nameless(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = work_of(window)
    found: set[str] = set()
    for kind in KINDS:
        record = next(one for one in work.journey if type(one) is kind)
        work.canvas.select((record.id,))
        QApplication.processEvents()
        found.update(nameless(window.bench.inspector))
    work.canvas.select(())
    nameless_too, dialogs = heard_of(window, QUICK, monkeypatch)
    assert found | nameless_too == set()
    assert {"KeysDialog", "LanesDialog", "SettingsDialog"} <= dialogs
    desk = window.desk
    first = desk.new_window()
    assert list(nameless(first)) == []


@pytest.mark.long
@pytest.mark.qt_log_ignore("does not support grabbing the keyboard")
def test_no_control_is_nameless_whatever_was_commanded(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands = [one.id for one in registry.commands() if one.id not in LEAVE]
    found, dialogs = heard_of(window, commands, monkeypatch)
    assert found == set()
    assert {"AboutDialog", "ExportDialog", "Gallery", "GuideDialog", "TemplateDialog"} <= dialogs
