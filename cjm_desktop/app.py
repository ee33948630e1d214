"""Start of the editor: the only module that puts everything together."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import cjm_desktop
from cjm_desktop import preflight

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from cjm_desktop.ui.desk import Desk

NAME = "cjm-desktop"
SETTLED = 50
"""Milliseconds after which the first window has been painted, on a screen's own time too."""


def main(argv: Sequence[str] | None = None) -> int:
    """Open the editor.

    Args:
        argv: arguments without the program's name; None: those of the command line.

    Returns:
        The exit code: 0, or 3 or 4 where a library or the display is missing.
    """
    files = _files(sys.argv[1:] if argv is None else argv)
    problems = preflight.problems()
    if problems:
        # Qt would abort without a word.
        sys.stderr.write(preflight.report(problems) + "\n")
        return 3 if any(one.kind == "library" for one in problems) else 4
    return _run([Path(name) for name in files])


def _files(argv: Sequence[str]) -> Sequence[str]:
    """The files to open."""
    if not any(one.startswith("-") for one in argv):
        return argv
    # Only who asks for help, or types what makes no sense, waits for the words of it.
    from cjm_desktop.cli import options

    files: list[str] = options.of_window(NAME).parse_args(argv).files
    return files


def _run(files: list[Path]) -> int:
    desk = begin(files)
    if desk is None:
        return 0
    code = desk.application.exec()
    _let_go()
    return code


def _let_go() -> None:
    """Take what was copied off a clipboard that is no more than a part of this program.

    Without a screen Qt keeps it until after the interpreter has gone, and the program crashed.
    """
    from PySide6.QtGui import QGuiApplication

    if QGuiApplication.platformName() in {"offscreen", "minimal"}:
        QGuiApplication.clipboard().clear()


def begin(files: list[Path]) -> Desk | None:
    """Put everything together and open the first window.

    Args:
        files: to open; none: the first page.

    Returns:
        What the windows lie on; None: a program that runs already has taken the files.
    """
    # What a start makes is no garbage: looking for some costs a twentieth of it.
    gc.disable()
    from cjm_desktop.ui import meeting

    application = make_application()
    folder = _data_folder()
    name = meeting.server_name(folder)
    if meeting.is_open(name):
        from cjm_desktop.ui import single

        if single.hand_over(name, files):
            return None
    desk = make_desk(application, folder)
    if files:
        watch_crashes(desk)
    else:
        desk.seen.connect(lambda: watch_crashes(desk))
    desk.begin(files)
    receive(desk, name)
    return desk


def receive(desk: Desk, name: str) -> None:
    """Take files from later starts; the first window is seen before that.

    Args:
        desk: opens them.
        name: of the socket.
    """
    from PySide6.QtCore import QTimer

    def settle() -> None:
        from cjm_desktop.journey.quiet import make_old
        from cjm_desktop.ui import single

        single.Reception(name, desk).asked.connect(desk.open_files)
        make_old()
        gc.enable()

    QTimer.singleShot(SETTLED, desk, settle)


def make_application() -> QApplication:
    """Qt's application, with the names that decide where it keeps things."""
    from cjm_desktop.ui import signatures

    with signatures.read_late():
        import PySide6  # noqa: F401 - the helper is read here
    _leave_sources_unread()
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtWidgets import QApplication

    from cjm_desktop.ui.palette import STYLE

    QCoreApplication.setApplicationName(NAME)
    QCoreApplication.setApplicationVersion(cjm_desktop.__version__)
    application = QApplication([NAME, *STYLE])
    application.setApplicationDisplayName("")
    application.setDesktopFileName(NAME)
    return application


def _leave_sources_unread() -> None:
    """Keep PySide6 from reading the source of every module that is imported from now on.

    It would look there for other spellings of Qt's names (`from __feature__ import snake_case`).
    Nobody here uses them, and a map of ten cards would open 40 ms later.
    """
    feature: Any = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = lambda _module: False  # noqa: SLF001 - no public way


def make_desk(application: QApplication, folder: Path) -> Desk:
    """The desk with the user's settings and the application's folder.

    Args:
        application: Qt's own.
        folder: where working copies and backups go.
    """
    from PySide6.QtCore import QStandardPaths

    from cjm_desktop.ui.desk import Desk
    from cjm_desktop.ui.settings import Settings

    config = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppConfigLocation)
    return Desk(application, folder, Settings(Path(config) / "settings.ini"), sparing=True)


def watch_crashes(desk: Desk) -> None:
    """Tell of every error nobody foresaw in the window it happened in."""
    if desk.mishaps is not None:
        return
    from cjm_desktop.ui.mishaps.telling import Mishaps

    desk.mishaps = Mishaps(desk)
    desk.mishaps.begin()


def _data_folder() -> Path:
    from PySide6.QtCore import QStandardPaths

    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation))


if __name__ == "__main__":
    sys.exit(main())
