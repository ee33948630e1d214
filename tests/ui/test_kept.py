"""The window that is kept for the next test brings nothing along (see `tests.ui.kept`)."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cjm_desktop.document import Document
from cjm_desktop.journey import templates
from cjm_desktop.ui.spelling.spelling import Spelling
from tests.ui.kept import Kept, Look
from tests.ui.spelling.test_spelling_ui import Lists


def test_words_are_not_checked_by_the_lists_of_another_test(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    kept, look = Kept(), Look("light", "en")
    desk = kept.desk(qapp, look, tmp_path / "one")
    window = desk.take(Document.create(templates.make("blank", "en"), desk.home))
    qtbot.waitUntil(lambda: window.seen)
    desk.spelling = Spelling(desk.settings, Lists(), desk)
    kept.keep(desk)
    assert kept.desk(qapp, look, tmp_path / "two") is desk
    assert desk._spelling is None
    kept.drop()
