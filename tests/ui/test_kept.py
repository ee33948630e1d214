"""The window that is kept for the next test brings nothing along (see `tests.ui.kept`)."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cjm_desktop.document import Document
from cjm_desktop.journey import templates
from cjm_desktop.journey.journey import Journey
from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.spelling.spelling import Spelling
from cjm_desktop.ui.window import Window
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


def test_a_window_in_which_nothing_was_done_but_what_comes_by_itself_is_used_again(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    """Were it not, all tests of the window would take twice as long, and none would fail."""
    kept, look, records = Kept(), Look("light", "en"), tuple(templates.make("blank", "en"))
    for name in ("one", "two"):
        desk = kept.desk(qapp, look, tmp_path / name)

        def show(window: Window | None, desk: Desk = desk) -> Window:
            shown = desk.take(Document.create(Journey(records), desk.home), window)
            shown.resize(1440, 900)
            qtbot.waitExposed(shown)
            qtbot.wait(1)
            return shown

        kept.open(desk, "blank", show)
        qtbot.waitUntil(lambda desk=desk: bool(desk.settings.map_edges))  # type: ignore[misc]
        kept.keep(desk)
        qtbot.wait(1)
    assert (kept.put_back, kept.refused) == (1, 0)
    kept.drop()
