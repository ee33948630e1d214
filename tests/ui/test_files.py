"""Files: opening, saving as one goes, closing, what to say when a file refuses, recovery."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from cjm_desktop.document import Document
from cjm_desktop.exchange import export_json
from cjm_desktop.journey import moves, templates
from cjm_desktop.journey.records import Feeling, Stage
from cjm_desktop.storage import reader
from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.dialogs.importing import ImportDialog
from cjm_desktop.ui.recovery.dialog import RecoveryDialog
from cjm_desktop.ui.saved import State
from cjm_desktop.ui.window import Window
from tests.ui.conftest import MakeDesk, OpenMap, work_of


def make_file(folder: Path, desk: Desk, name: str = "map.cjm") -> Path:
    path = folder / name
    document = Document.create(templates.make("sketch", "en"), desk.home)
    document.save_as(path)
    document.close()
    return path


def edit(window: Window, title: str, session: int = 1) -> None:
    assert window.work is not None
    stage = window.work.journey.stages(window.work.map_id)[0]
    window.work.editing.set(stage.id, "title", title, session)


def titles(path: Path) -> list[str]:
    return [one.title for one in reader.read(path).journey.all(Stage)]


def state(window: Window) -> State:
    return window.bench.top.state.state


M = TypeVar("M", bound=QWidget)


def answered(kind: type[M], act: Callable[[M], object], do: Callable[[], object]) -> M:
    """Do something, and act on the dialog of a kind that it opens; return the dialog."""
    shown: list[M] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind) and dialog not in shown:
            shown.append(dialog)
            act(dialog)

    watch = QTimer()
    watch.setInterval(20)
    watch.timeout.connect(look)
    watch.start()
    do()
    watch.stop()
    assert len(shown) == 1
    return shown[0]


def answer(text: str, do: Callable[[], object]) -> str:
    """Answer the question that `do` asks with the button of that text; return what was asked."""
    asked = []

    def press(box: QMessageBox) -> None:
        asked.append(box.text())
        next(one for one in box.buttons() if one.text() == text).click()

    answered(QMessageBox, press, do)
    return asked[0]


def choose(name: str, do: Callable[[], object]) -> None:
    """Choose a file, in the dialog that `do` opens, by what is typed."""

    def accept(dialog: QFileDialog) -> None:
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(field, QLineEdit)
        # Or what is selected in the list would be taken instead of what stands here.
        dialog.selectFile(name)
        field.setText(name)
        dialog.accept()

    answered(QFileDialog, accept, do)


def test_a_map_is_saved_when_the_hand_rests(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    path = make_file(tmp_path, desk)
    desk.open_files([path])
    window = desk.windows[0]
    work = work_of(window)
    work.saving._timer.setInterval(30)
    assert state(window) is State.SAVED
    edit(window, "Changed")
    assert state(window) is State.SAVING
    assert titles(path)[0] != "Changed"
    qtbot.waitUntil(lambda: state(window) is State.SAVED, timeout=5000)
    assert titles(path)[0] == "Changed"
    assert window.bench.top.state._said().startswith("Saved ")


def test_a_map_without_a_file_is_said_to_be_kept(make_desk: MakeDesk, open_map: OpenMap) -> None:
    window = open_map(make_desk(language="ru"), "blank")
    edit(window, "Правка")
    assert state(window) is State.NO_FILE
    assert window.bench.top.state._said() == "Хранится здесь, файла ещё нет"


def test_what_no_disk_takes_is_said_to_be_in_memory_only(desk: Desk) -> None:
    document = Document.create(templates.make("blank", "en"), desk.home)
    (folder,) = (desk.home.folder / "copies").iterdir()
    (folder / "work.sqlite").mkdir()
    window = desk.take(document)
    edit(window, "Held")
    assert state(window) is State.AT_RISK
    assert window.bench.top.state._said() == "Only in memory"


def test_leaving_the_window_saves(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    path = make_file(tmp_path, desk)
    desk.open_files([path])
    window = desk.windows[0]
    edit(window, "Left")
    assert window.work is not None
    window.work.saving.flush()
    qtbot.waitUntil(lambda: titles(path)[0] == "Left", timeout=5000)
    qtbot.waitUntil(lambda: state(window) is State.SAVED, timeout=5000)


def test_saving_does_not_hold_the_window_up(
    desk: Desk, open_map: OpenMap, tmp_path: Path, qtbot: QtBot
) -> None:
    import time

    window = open_map(desk, path=tmp_path / "map.cjm")
    work = work_of(window)
    work.document.automatic = True
    spent = []
    for number in range(5):
        edit(window, f"Title {number}", number)
        before = time.perf_counter()
        work.saving.save_in_background()
        spent.append(time.perf_counter() - before)
        qtbot.waitUntil(lambda: state(window) is State.SAVED, timeout=5000)
    # Promise R10; whatever else runs can only add to it.
    assert min(spent) < 0.016


def test_without_automatic_saving_only_ctrl_s_saves(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    path = make_file(tmp_path, desk)
    desk.open_files([path])
    window = desk.windows[0]
    work = work_of(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.commands["file.automatic"].trigger()
    assert not work.document.automatic
    edit(window, "Mine")
    assert window.isWindowModified()
    assert not work.saving._timer.isActive()
    assert state(window) is State.EDITED
    assert titles(path)[0] != "Mine"
    qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: state(window) is State.SAVED, timeout=5000)
    assert titles(path)[0] == "Mine"
    assert not window.isWindowModified()


def test_closing_saves_by_itself_and_undo_comes_back(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    path = make_file(tmp_path, desk)
    desk.open_files([path])
    first = desk.windows[0]
    before = titles(path)[0]
    edit(first, "Before closing")
    first.close()
    assert titles(path)[0] == "Before closing"
    assert reader.read_meta(path, "thumbnail") is not None
    desk.open_files([path])
    again = desk.windows[-1]
    assert again.work is not None
    assert (
        "Before closing" in again.commands["edit.undo"].text()
        or again.commands["edit.undo"].isEnabled()
    )
    again.commands["edit.undo"].trigger()
    assert again.work.journey.stages(again.work.map_id)[0].title == before


def test_closing_asks_only_about_what_is_in_no_file(
    desk: Desk, open_map: OpenMap, qtbot: QtBot
) -> None:
    untouched = open_map(desk, "blank")
    assert untouched.close()
    window = open_map(desk, "blank")
    edit(window, "Work")
    asked = answer("Cancel", window.close)
    assert asked.startswith("Save the map “")
    assert window.isVisible()
    answer("Don't save", window.close)
    assert not window.isVisible()
    assert len(desk.home.discarded()) == 1
    # What the question promised: it can be had back.
    again = desk.new_window()
    answered(RecoveryDialog, lambda page: page.open_button.click(), again.orders.recovery.show)
    assert again.work is not None
    assert again.work.journey.all(Stage)[0].title == "Work"
    assert desk.home.discarded() == ()


def test_closing_may_save_into_a_new_file(
    desk: Desk, open_map: OpenMap, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "new"
    window = open_map(desk, "blank")
    edit(window, "Kept")
    choose(str(path), lambda: answer("Save", window.close))
    assert titles(path.with_suffix(".cjm"))[0] == "Kept"
    assert desk.settings.recents[0].path == str(path.with_suffix(".cjm"))


def test_a_second_open_brings_the_first_window_forward(desk: Desk, tmp_path: Path) -> None:
    path, other = make_file(tmp_path, desk), make_file(tmp_path, desk, "other.cjm")
    desk.open_files([path])
    desk.open_files([path])
    assert len(desk.windows) == 1
    desk.open_files([other], desk.windows[0])
    assert len(desk.windows) == 2


def test_a_file_that_is_no_map_is_said_and_left_alone(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "letter.cjm"
    path.write_text("Dear all", encoding="utf-8")
    window = desk.new_window()
    desk.open_files([path], window)
    assert window.work is None
    assert "letter.cjm" in window.banners.sentences()["problem"]
    assert path.read_text(encoding="utf-8") == "Dear all"


def test_when_saving_fails_a_strip_offers_another_place(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    path = make_file(folder, desk)
    desk.open_files([path])
    window = desk.windows[0]
    edit(window, "Still here")
    path.unlink()
    folder.rmdir()
    assert window.work is not None
    window.work.saving.save_in_background()
    # On a busy machine the disk is taken for a slow one, whose last edits come first.
    qtbot.waitUntil(lambda: state(window) is State.FAILED, timeout=5000)
    assert "saving" in window.banners.sentences()
    elsewhere = tmp_path / "elsewhere.cjm"
    choose(str(elsewhere), window.commands["file.save_as"].trigger)
    assert titles(elsewhere)[0] == "Still here"
    assert "saving" not in window.banners.sentences()


def test_a_shared_copy_has_no_history(desk: Desk, open_map: OpenMap, tmp_path: Path) -> None:
    window = open_map(desk, "sketch", tmp_path / "own.cjm")
    edit(window, "A secret")
    edit(window, "Public", 2)
    copy = tmp_path / "copy.cjm"
    choose(str(copy), window.commands["file.share"].trigger)
    assert reader.read(copy).steps == ()
    assert b"A secret" not in copy.read_bytes()


def test_revert_is_one_step(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    path = make_file(tmp_path, desk)
    before = titles(path)
    desk.open_files([path])
    window = desk.windows[0]
    edit(window, "One")
    edit(window, "Two", 2)
    answer("Revert", window.commands["file.revert"].trigger)
    work = work_of(window)
    assert [one.title for one in work.journey.all(Stage)] == before
    window.commands["edit.undo"].trigger()
    assert work.journey.stages(work.map_id)[0].title == "Two"


def test_the_view_comes_back_with_the_file(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    path = make_file(tmp_path, desk)
    desk.open_files([path])
    window = desk.windows[0]
    qtbot.wait(1)
    assert window.work is not None
    window.work.canvas.set_zoom(1.5)
    window.commands["view.to_be"].trigger()
    edit(window, "Seen")
    window.close()
    desk.open_files([path])
    again = desk.windows[-1]
    qtbot.wait(1)
    assert again.work is not None
    assert again.work.canvas.zoom == pytest.approx(1.5)
    assert again.work.look.path == "to_be"


def test_a_survivor_is_offered_and_comes_back_with_undo(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    document = Document.create(templates.make("sketch", "en"), desk.home)
    with document.edit("step.document", name="Lost?") as draft:
        moves.set_fields(draft, "document", title="Survivor")
    document.close()
    window = desk.new_window()
    assert len(desk.survivors.copies) == 1
    window.page.recover.emit(desk.survivors.copies[0].folder.name)
    assert window.work is not None
    assert window.work.journey.document.title == "Survivor"
    assert window.commands["edit.undo"].isEnabled()
    assert desk.survivors.copies == ()


def test_a_dropped_file_is_opened(desk: Desk, tmp_path: Path) -> None:
    path = make_file(tmp_path, desk)
    window = desk.new_window()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    window.dropEvent(
        QDropEvent(
            QPointF(50, 50), Qt.DropAction.CopyAction, data,
            Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
        )
    )  # fmt: skip
    assert window.work is not None
    assert window.work.document.path == path


def test_an_import_is_summed_up_before_it_is_opened(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "journey.mmd"
    path.write_text(
        "journey\n title My day\n section Morning\n  Make tea: 5: Me\n  Wait -> 2: Me\n",
        encoding="utf-8",
    )
    window = desk.new_window()
    dialog = ImportDialog(path, "en", window)
    qtbot.addWidget(dialog)
    assert dialog.journey is not None
    assert "1 stage" in dialog.count.text()
    assert "line 5" in dialog.notes.toPlainText().lower()
    broken = tmp_path / "broken.mmd"
    broken.write_text("journey\n section A: B: C\n :::\n", encoding="utf-8")
    refused = ImportDialog(broken, "en", window)
    qtbot.addWidget(refused)
    assert refused.journey is None or refused.count.text()
    assert refused.go.isEnabled() == (refused.journey is not None)

    def accept() -> None:
        shown = QApplication.activeModalWidget()
        assert isinstance(shown, ImportDialog)
        shown.go.click()

    QTimer.singleShot(50, accept)
    window.files.open_paths([path])
    assert window.work is not None
    assert window.work.journey.stages(window.work.map_id)[0].title == "Morning"
    assert window.work.document.unpublished


def imported(tmp_path: Path, window: Window, text: str, name: str = "j.mmd") -> ImportDialog:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return ImportDialog(path, "en", window)


def test_an_import_offers_only_what_would_change_something(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    window = desk.new_window()
    clean = imported(tmp_path, window, "journey\n section A\n  Make tea: 5: Me\n")
    clean.show()
    assert not clean.emotions.isVisible()
    assert not clean.scores.isVisible()
    assert not clean.notes.isVisible()
    assert clean.height() < 260
    assert clean.focusWidget() is clean.go
    clean.reject()
    asking = imported(tmp_path, window, "journey\n section A\n  Pay: 8: Anxiety\n  Go: 4: Me\n")
    asking.show()
    assert asking.emotions.isVisible()
    assert asking.scores.isVisible()
    assert _values(asking) == [1.0]
    for index, values in ((2, [_rescaled(4, 8), 2.0]), (0, [1.0]), (1, [1.0, 2.0])):
        asking.scores.setCurrentIndex(index)
        asking.scores.activated.emit(index)
        assert _values(asking) == pytest.approx(values)
        assert asking.scores.isVisible()
    asking.emotions.click()
    assert asking.emotions.isVisible()
    assert asking.journey is not None
    assert [one.name for one in asking.journey.personas()] == ["Me"]
    asking.reject()


def _rescaled(score: float, highest: float) -> float:
    """From 1..highest to 1..5, and from there to -2..2, as the guide says."""
    return 1 + (score - 1) / (highest - 1) * 4 - 3


def _values(dialog: ImportDialog) -> list[float]:
    assert dialog.journey is not None
    return sorted(one.value for one in dialog.journey.all(Feeling))


def test_json_and_files_that_cannot_be_read_offer_nothing(
    desk: Desk, open_map: OpenMap, tmp_path: Path
) -> None:
    window = desk.new_window()
    whole = imported(tmp_path, window, export_json(templates.make("sketch", "en")), "m.json")
    broken = imported(tmp_path, window, "journey\n section A: B: C\n :::\n")
    for dialog in (whole, broken):
        dialog.show()
        assert not dialog.emotions.isVisible()
        assert not dialog.scores.isVisible()
        dialog.reject()
    assert whole.journey is not None
    assert broken.journey is None
    assert not broken.go.isEnabled()


def test_each_journey_of_a_file_is_read_afresh(desk: Desk, tmp_path: Path) -> None:
    window = desk.new_window()
    fence = "```mermaid\njourney\n title {}\n section A\n  Pay: {}: Me\n```\n"
    dialog = imported(
        tmp_path, window, fence.format("First", 8) + fence.format("Second", 3), "two.md"
    )
    dialog.show()
    assert dialog.which.isVisible()
    assert dialog.scores.isVisible()
    dialog.scores.setCurrentIndex(1)
    dialog.scores.activated.emit(1)
    dialog.which.setCurrentIndex(1)
    dialog.which.activated.emit(1)
    assert not dialog.scores.isVisible()
    assert dialog.journey is not None
    assert dialog.journey.document.title == "Second"
    dialog.reject()


def test_opening_a_file_whose_last_edits_survived_a_crash_shows_them(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    real = make_file(tmp_path, desk)
    path = tmp_path / "link.cjm"
    path.symlink_to(real)
    before = titles(path)[0]
    crashed = Document.open(path, desk.home)
    with crashed.edit("step.rename", name="Survived") as draft:
        moves.set_fields(draft, draft.journey.all(Stage)[0].id, title="Survived")
    crashed.close()
    desk.open_files([path])
    window = desk.windows[-1]
    assert window.work is not None
    assert window.work.journey.all(Stage)[0].title == "Survived"
    assert "recovered" in window.banners.sentences()
    assert desk.survivors.copies == ()
    desk.open_files([real, path])
    assert desk.windows == [window], "it comes forward, whatever the file is called"
    assert "problem" not in window.banners.sentences()
    window.files.back_to_file()
    assert window.work.journey.all(Stage)[0].title == before
    window.commands["edit.undo"].trigger()
    assert window.work.journey.all(Stage)[0].title == "Survived"
