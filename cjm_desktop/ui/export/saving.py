"""Writing the file in a thread, with progress that can be stopped."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cjm_desktop import poster
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.poster.laid import lay_out
from cjm_desktop.ui import choosing
from cjm_desktop.ui.dialogs import names
from cjm_desktop.ui.export import printing
from cjm_desktop.ui.worker import Worker

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


@dataclass(frozen=True, slots=True)
class Written:
    """How it ended: written, stopped by the user, or refused."""

    path: Path | None
    """None: it was printed."""
    written: bool
    problem: Problem | None = None


def ask_where(parent: QWidget, said: str, folder: Path, title: str, kind: str) -> Path | None:
    """Let the user choose a file to write.

    Args:
        parent: the window that asks.
        said: what is asked for.
        folder: that is shown first.
        title: what the file is called until the user says otherwise.
        kind: of the file, such as "pdf"; it is its suffix.

    Returns:
        The path; None where nothing was chosen.
    """
    suffix = f".{kind}"
    wanted = folder / names.file_name(title, suffix)
    return choosing.to_write(parent, said, wanted, suffix, f"{kind.upper()} (*{suffix})")


class Writer(QObject):
    """Writes one file at a time."""

    progress = Signal(int, int)
    done = Signal(object)
    """A `Written`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = Worker(self)
        self._worker.done.connect(self.done)
        self._stop = threading.Event()

    @property
    def busy(self) -> bool:
        """Whether a file is being written."""
        return self._worker.busy

    def write(
        self, journey: Journey, job: poster.Job, path: Path, dpi: int, *, curves: bool = False
    ) -> None:
        """Begin to write; the ending of the name says what kind of file.

        Args:
            dpi: dots per inch of a PNG.
            curves: letters of an SVG as outlines.
        """
        self._stop.clear()
        writers: dict[str, Callable[..., bool]] = {
            ".svg": partial(poster.write_svg, curves=curves),
            ".html": poster.write_html,
            ".pptx": poster.write_pptx,
            ".png": partial(poster.write_png, dpi=dpi),
        }
        writer = writers.get(path.suffix.lower(), poster.write_pdf)
        self._worker.do(lambda: _write(writer, journey, job, path, self._tell))

    def print(self, journey: Journey, job: poster.Job, printer: QPrinter) -> None:
        """Begin to print on a printer that was chosen."""
        self._stop.clear()

        def write(_: object, wanted: poster.Job, __: None, progress: printing.Tell) -> bool:
            return printing.print_out(lay_out(journey, wanted), printer, progress)

        self._worker.do(lambda: _write(write, journey, job, None, self._tell))

    def _tell(self, done: int, total: int) -> bool:
        self.progress.emit(done, total)
        return not self._stop.is_set()

    def stop(self) -> None:
        """Stop writing; nothing is left behind."""
        self._stop.set()

    def wait(self) -> None:
        """Stop, and wait until it has."""
        self.stop()
        self._worker.stop()


def _write(
    writer: Callable[..., bool],
    journey: Journey,
    job: poster.Job,
    path: Path | None,
    tell: Callable[[int, int], bool],
) -> Written:
    try:
        return Written(path, writer(journey, job, path, progress=tell))
    except Problem as problem:
        return Written(path, written=False, problem=problem)
