"""File, Merge a copy: what comes, what is asked, and one step of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cjm_desktop.document import Document, Home
from cjm_desktop.document.merging import MERGED
from cjm_desktop.journey import moves, templates
from cjm_desktop.journey.merging.conflicts import SIDES
from cjm_desktop.journey.records import Stage
from cjm_desktop.storage import reader
from cjm_desktop.storage.people import user_name
from cjm_desktop.ui.merging.dialog import MergeDialog
from cjm_desktop.ui.window import Window
from tests.ui.conftest import MakeDesk, work_of
from tests.ui.recovery.test_recovery import press
from tests.ui.test_files import answered

Act = Callable[[MergeDialog], object]


def rename(document: Document, *titles: str) -> None:
    """Give the first stages other titles, a step each."""
    for stage, title in zip(document.journey.all(Stage), titles, strict=False):
        with document.edit("step.rename", name=title) as draft:
            moves.set_fields(draft, stage.id, title=title)


def titles(document: Document) -> list[str]:
    return [one.title for one in document.journey.all(Stage)][:3]


@pytest.fixture
def window(make_desk: MakeDesk, tmp_path: Path) -> Window:
    """A window with a saved map, and beside it a copy in which three stages have other names."""
    desk = make_desk()
    document = Document.create(templates.make("b2c", "en"), desk.home)
    document.save_as(tmp_path / "map.cjm")
    shutil.copyfile(tmp_path / "map.cjm", tmp_path / "copy.cjm")
    elsewhere = Document.open(tmp_path / "copy.cjm", Home(tmp_path / "elsewhere"))
    rename(elsewhere, "Theirs 1", "Theirs 2", "Theirs 3")
    elsewhere.publish()
    elsewhere.close()
    rename(document, "Ours 1", "Ours 2")
    return desk.take(document)


def looked(qtbot: QtBot, act: Act, do: Callable[[], object]) -> MergeDialog:
    """Do what opens the dialog, and act on it when the copy was read; it cannot stay open."""

    def when_read(dialog: MergeDialog) -> None:
        try:
            qtbot.waitUntil(lambda: not dialog.bar.isVisibleTo(dialog))
            act(dialog)
            qtbot.waitUntil(lambda: not dialog.isVisible() or dialog.go.isEnabled())
        finally:
            if dialog.isVisible():
                dialog.reject()

    return answered(MergeDialog, when_read, do)


def test_questions_are_answered_by_keys_and_the_merge_is_one_step(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    work = work_of(window)

    def act(dialog: MergeDialog) -> None:
        rows = dialog.rows
        assert "2 steps in this map, 3 steps in the copy" in dialog.told.text()
        assert len(rows.asked) == rows.open == 2
        assert not dialog.go.isEnabled()
        first = rows.asked[0]
        dialog.list.scrollTo(rows.index(rows.asked[1]))
        row = dialog.list.visualRect(rows.index(rows.asked[1]))
        boxes = dialog.list.drawing.boxes(row, dialog.list.font())
        for side, box in reversed([*zip(SIDES, boxes, strict=True)]):
            at = box.center()
            qtbot.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
            assert rows.chosen(rows.asked[1]) == side
        dialog.list.setCurrentIndex(rows.index(first))
        heard = rows.data(rows.index(first), Qt.ItemDataRole.AccessibleTextRole)
        assert "“Ours 1”" in str(heard)
        assert "Rename to “Theirs 1”" in str(heard)
        assert f"{user_name()} · " in str(heard), "who said it"
        assert str(heard).endswith("not decided")
        assert dialog.list.currentIndex().row() == first
        qtbot.keyClick(dialog.list, Qt.Key.Key_Right)
        assert rows.chosen(first) == "theirs"
        qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
        qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
        qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
        assert rows.open == 0
        assert any("“Theirs 3”" in one.text for one in rows.lines)
        qtbot.keyClick(dialog.list, Qt.Key.Key_Return)

    looked(qtbot, act, lambda: window.orders.merging.merge(tmp_path / "copy.cjm"))
    assert titles(work.document) == ["Theirs 1", "Ours 2", "Theirs 3"]
    step = work.document.undo_step
    assert step is not None
    assert step.key == MERGED
    assert window.banners._shown["merged"].property("look") == "quiet", "it went well"
    press(window, "merged", "Undo")
    assert titles(work.document)[:2] == ["Ours 1", "Ours 2"]
    assert "merged" not in window.banners.sentences()
    work.document.redo()
    window.offer("merged", "It is in.", [])
    with work.document.edit("step.edit_text", name="x") as draft:
        moves.set_fields(draft, work.map_id, title="Later")
    assert "merged" not in window.banners.sentences(), "undo would take something else back"
    work.document.undo()
    work.document.undo()
    looked(
        qtbot,
        lambda dialog: dialog.all["theirs"].click(),
        lambda: window.orders.merging.merge(tmp_path / "copy.cjm"),
    )
    assert titles(work.document)[:2] == ["Ours 1", "Ours 2"], "it was not confirmed"


def test_what_is_no_copy_comes_beside_and_ones_own_file_changed_elsewhere_is_merged(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    other = Document.create(templates.make("sketch", "en", "Other"), Home(tmp_path / "third"))
    other.save_as(tmp_path / "other.cjm")
    other.close()

    def act(dialog: MergeDialog) -> None:
        assert "not a copy of this map" in dialog.told.text()
        dialog.go.click()

    looked(qtbot, act, lambda: window.orders.merging.merge(tmp_path / "other.cjm"))
    work = work_of(window)
    assert [one.title for one in work.journey.maps()][-1] == "Other"
    assert work.map_id == work.journey.maps()[-1].id
    press(window, "merged", "Undo")
    looked(
        qtbot,
        lambda dialog: dialog.rows.rowCount() == 0 and dialog.reject(),
        lambda: window.orders.merging.merge(tmp_path / "nothing.cjm"),
    )

    path = tmp_path / "map.cjm"
    shutil.copyfile(tmp_path / "copy.cjm", path)
    assert not work.saving.save()
    looked(
        qtbot,
        lambda dialog: (dialog.all["ours"].click(), dialog.go.click()),
        lambda: press(window, "saving", "Merge…"),
    )
    work.saving.wait()
    assert "saving" not in window.banners.sentences()
    saved = [one.title for one in reader.read(path).journey.all(Stage)][:3]
    assert saved == titles(work.document) == ["Ours 1", "Ours 2", "Theirs 3"]
