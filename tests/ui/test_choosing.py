"""The dialogs for files: suggested names, endings, questions before replacing, our languages."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from cjm_desktop.ui import choosing
from cjm_desktop.ui.desk import Desk
from tests.ui.conftest import MakeDesk, OpenMap


def step(*acts: Callable[[QWidget], object]) -> None:
    """Do one thing after another, each with the dialog that is shown then."""
    rest = list(acts)

    def go() -> None:
        dialog = QApplication.activeModalWidget()
        act = rest.pop(0) if dialog is not None and dialog.isVisible() else None
        if rest:
            # Before it is done: what it does may ask and wait for the answer.
            QTimer.singleShot(60, go)
        if act is not None and dialog is not None:
            act(dialog)

    QTimer.singleShot(60, go)


def typed(name: str) -> Callable[[QWidget], object]:
    """Type a name into a file dialog and go on."""

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, QFileDialog)
        # Or what is selected in the list would be taken instead of what stands here.
        dialog.selectFile(name)
        field(dialog).setText(name)
        dialog.accept()

    return act


def field(dialog: QWidget) -> QLineEdit:
    found = dialog.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(found, QLineEdit)
    return found


def pressed(button: str) -> Callable[[QWidget], object]:
    """Answer a question."""

    def act(box: QWidget) -> None:
        assert isinstance(box, QMessageBox)
        next(one for one in box.buttons() if one.text().replace("&", "") == button).click()

    return act


def ask(parent: QWidget, folder: Path) -> Path | None:
    return choosing.to_write(parent, "Save", folder / "suggested.cjm", ".cjm", "Maps (*.cjm)")


def test_the_name_that_is_suggested_is_taken_everywhere(
    desk: Desk, open_map: OpenMap, tmp_path: Path
) -> None:
    window = open_map(desk, "sketch")
    desk.settings.folder = str(tmp_path)
    assert window.work is not None
    window.work.editing.set("document", "title", "Journey: A/B <test>?", 1)
    found: list[str] = []

    def look(dialog: QWidget) -> None:
        found.append(field(dialog).text())
        assert isinstance(dialog, QFileDialog)
        dialog.accept()

    step(look)
    assert window.files.save_as()
    assert found == ["Journey - A-B (test).cjm"]
    assert (tmp_path / found[0]).exists()


@pytest.mark.parametrize(
    ("name", "path"),
    [("plain", "plain.cjm"), ("v1.2", "v1.2.cjm"), ("whole.cjm", "whole.cjm"), ("A.CJM", "A.CJM")],
)
def test_the_ending_is_put_on(qtbot: QtBot, tmp_path: Path, name: str, path: str) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    step(typed(str(tmp_path / name)))
    assert ask(parent, tmp_path) == tmp_path / path


@pytest.mark.parametrize(("name", "there"), [("one", "one.cjm"), ("one.cjm", "one.cjm")])
def test_nothing_is_replaced_without_a_question(
    desk: Desk, qtbot: QtBot, tmp_path: Path, name: str, there: str
) -> None:
    (tmp_path / there).write_text("precious", encoding="utf-8")
    parent = QWidget()
    qtbot.addWidget(parent)
    step(typed(str(tmp_path / name)), pressed("Yes"))
    assert ask(parent, tmp_path) == tmp_path / there
    step(typed(str(tmp_path / name)), pressed("No"), lambda dialog: dialog.close())
    assert ask(parent, tmp_path) is None


def test_an_ending_that_was_put_on_asks_too(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "v1.2.cjm").write_text("precious", encoding="utf-8")
    parent = QWidget()
    qtbot.addWidget(parent)
    step(
        typed(str(tmp_path / "v1.2")),
        lambda dialog: typed(field(dialog).text())(dialog),
        pressed("No"),
        lambda dialog: dialog.close(),
    )
    assert ask(parent, tmp_path) is None


def test_files_are_chosen_to_be_read(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "a.cjm").touch()
    parent = QWidget()
    qtbot.addWidget(parent)
    step(typed(str(tmp_path / "a.cjm")))
    found = choosing.to_read(parent, "Open", str(tmp_path), "Maps (*.cjm)")
    assert found == [tmp_path / "a.cjm"]
    step(lambda dialog: dialog.close())
    assert choosing.to_read(parent, "Open", str(tmp_path), "Maps (*.cjm)") == []


@pytest.mark.parametrize("mode", list(QFileDialog.AcceptMode))
def test_the_dialogs_for_files_speak_russian(
    make_desk: MakeDesk, qtbot: QtBot, tmp_path: Path, mode: QFileDialog.AcceptMode
) -> None:
    make_desk(language="ru")
    dialog = QFileDialog(None, "", str(tmp_path), "Карты (*.cjm)")
    qtbot.addWidget(dialog)
    dialog.setAcceptMode(mode)
    dialog.show()
    said = texts(dialog)
    assert len(said) >= 15
    assert [text for text in said if not re.search("[а-яё]", text, re.IGNORECASE)] == []


def test_kinds_of_files_are_called_in_russian(make_desk: MakeDesk) -> None:
    make_desk(language="ru")
    said = QCoreApplication.translate("QAbstractFileIconProvider", "Folder", "All other platforms")
    assert said == "Папка"


def texts(dialog: QFileDialog) -> list[str]:
    """What a file dialog says of itself, not of the files."""
    header = dialog.findChild(QHeaderView)
    assert isinstance(header, QHeaderView)
    model = header.model()
    found = [str(model.headerData(at, header.orientation())) for at in range(header.count())]
    found += [one.text() for one in dialog.findChildren(QLabel)]
    found += [one.text() for one in dialog.findChildren(QPushButton)]
    found += [one.toolTip() for one in dialog.findChildren(QToolButton)]
    found += [one.text() for one in dialog.actions()]
    return [one for one in found if one]
