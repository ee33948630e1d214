"""Start of the editor: the only module that puts everything together."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import cjm_desktop
from cjm_desktop import preflight

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from cjm_desktop.ui.desk import Desk

NAME = "cjm-desktop"


def main(argv: Sequence[str] | None = None) -> int:
    """Open the editor.

    Args:
        argv: arguments without the program's name; None: those of the command line.

    Returns:
        The exit code: 0, or 3 or 4 where a library or the display is missing.
    """
    arguments = _parser().parse_args(argv)
    problems = preflight.problems()
    if problems:
        # Qt would abort without a word.
        sys.stderr.write(preflight.report(problems) + "\n")
        return 3 if any(one.kind == "library" for one in problems) else 4
    return _run([Path(name) for name in arguments.files])


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=NAME, description="Editor for customer journey maps.")
    parser.add_argument("files", nargs="*", metavar="FILE", help="maps to open")
    parser.add_argument("--version", action="version", version=cjm_desktop.__version__)
    return parser


def _run(files: list[Path]) -> int:
    from cjm_desktop.ui import meeting

    application = make_application()
    folder = _data_folder()
    name = meeting.server_name(folder)
    if meeting.is_open(name):
        from cjm_desktop.ui import single

        if single.hand_over(name, files):
            return 0
    desk = make_desk(application, folder)
    watch_crashes(desk)
    desk.open_files(files)
    receive(desk, name)
    return application.exec()


def receive(desk: Desk, name: str) -> None:
    """Take files from later starts, from the moment the first window is seen."""
    from PySide6.QtCore import QTimer

    def begin() -> None:
        from cjm_desktop.ui import single

        single.Reception(name, desk).asked.connect(desk.open_files)

    QTimer.singleShot(0, desk, begin)


def make_application() -> QApplication:
    """Qt's application, with the names that decide where it keeps things."""
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtWidgets import QApplication

    from cjm_desktop.ui.stylesheet import STYLE

    QCoreApplication.setApplicationName(NAME)
    QCoreApplication.setApplicationVersion(cjm_desktop.__version__)
    application = QApplication([NAME, *STYLE])
    application.setApplicationDisplayName("")
    application.setDesktopFileName(NAME)
    return application


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
    return Desk(application, folder, Settings(Path(config) / "settings.ini"))


def watch_crashes(desk: Desk) -> None:
    """Tell of every error nobody foresaw in the window it happened in."""
    from cjm_desktop.ui.crash import CrashWatch

    watch = CrashWatch(desk)
    watch.happened.connect(desk.tell_crash)
    watch.begin()


def _data_folder() -> Path:
    from PySide6.QtCore import QStandardPaths

    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation))


if __name__ == "__main__":
    sys.exit(main())
