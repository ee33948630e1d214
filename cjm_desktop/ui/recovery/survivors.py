"""Working copies that outlived the program: found at the start, offered until one has chosen."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from cjm_desktop.document import Copy, Home
    from cjm_desktop.storage.pace import Pace
    from cjm_desktop.ui.desk import Desk
    from cjm_desktop.ui.worker import Worker

T = TypeVar("T")


class _Found(NamedTuple):
    copies: tuple[Copy, ...]
    failed: tuple[Copy, ...]


def _look(home: Home) -> _Found:
    """What was left behind, in any thread; looking into it waits for the disk."""
    from cjm_desktop.document import Document

    before = {one.folder for one in home.set_aside()}
    found = Document.recoverable(home)
    return _Found(found, tuple(one for one in home.set_aside() if one.folder not in before))


class Survivors:
    """What a run before left behind. Nothing is looked for before somebody asks.

    Args:
        desk: in whose folder they lie; those who show them hear of it by `recents_changed`.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._copies: tuple[Copy, ...] | None = None
        self._looking: Worker | None = None
        self.failed: tuple[Copy, ...] = ()
        """Those that did not open, and were set aside in this run."""
        self._dropped: set[Path] = set()
        """Folders of those that one has chosen about."""
        self.told = False
        """Those who began with a file have been told that there is other work."""

    @property
    def copies(self) -> tuple[Copy, ...]:
        """With edits that no file has, oldest first; looking for them waits for the disk."""
        if self._copies is None:
            self._offer(self._look())
        return self._copies or ()

    @property
    def known(self) -> bool:
        """Whether it is known what there is; if not, `recents_changed` tells when it is."""
        if self._copies is None and self._looking is None:
            if self._desk.home.left_over():
                self._look_beside()
            else:
                self._offer(self._take(_look(self._desk.home)))
        return self._copies is not None

    def _look_beside(self) -> None:
        from cjm_desktop.ui.patience import Answer, answer
        from cjm_desktop.ui.worker import Worker

        def came(answered: Answer) -> None:
            self._looking = None
            worker.deleteLater()
            if answered.error is not None:
                raise answered.error
            self._offer(self._take(answered.found))
            self._desk.recents_changed.emit()

        self._looking = worker = Worker(self._desk)
        worker.done.connect(came)
        worker.do(partial(answer, partial(_look, self._desk.home)))

    def _offer(self, found: tuple[Copy, ...]) -> None:
        self._copies = tuple(one for one in found if one.folder not in self._dropped)

    def _take(self, found: _Found) -> tuple[Copy, ...]:
        self.failed += found.failed
        return found.copies

    def _look(self) -> tuple[Copy, ...]:
        """Look, and wait for it."""
        home = self._desk.home
        if self._looking is not None:
            # What is being found may be older than what is asked for.
            self._wait()
        if home.pace.quick or not home.left_over():
            return self._take(_look(home))
        self._look_beside()
        self._wait()
        return self._copies or ()

    def _wait(self) -> None:
        """Until the look that is under way has ended.

        Two who look at once would each take what the other one holds for open: whoever asks
        meanwhile waits for the same one.
        """
        from cjm_desktop.ui.patience import Told, until

        translate = QCoreApplication.translate
        doing = translate("Survivors", "Looking for work that is in no file yet…")
        told = Told(translate("Survivors", "Recovery"), doing)
        if self._looking is not None:
            until(self._desk.active, told, lambda: self._looking is None, self._looking.done)

    def has(self, path: Path) -> bool:
        """Whether the last edits of a file never reached it."""
        return self._find(path) is not None

    def _find(self, path: Path) -> Copy | None:
        from cjm_desktop.replacing import real_path

        wanted = real_path(path)
        there = self._look()
        self._offer(there)
        return next((one for one in there if one.path and real_path(one.path) == wanted), None)

    def of(self, path: Path) -> Copy | None:
        """That of a file whose last edits never reached it; it is offered no more."""
        found = self._find(path)
        if found is not None:
            self.drop(found)
        return found

    def drop(self, copy: Copy) -> None:
        """Offer a copy no more in this run; it stays on the disk."""
        self._dropped.add(copy.folder)
        self._offer(self.copies)
        self.failed = tuple(one for one in self.failed if one != copy)
        self._desk.recents_changed.emit()

    def refresh(self) -> None:
        """Offer no more what is not there any longer."""
        if self._copies is not None:
            self._offer(self._look())
            self.failed = tuple(one for one in self.failed if one.folder.exists())
            self._desk.recents_changed.emit()


def bring_back(window: QWidget | None, pace: Pace, recover: Callable[[], T]) -> T:
    """Open what was left behind; the window tells where a slow disk takes its time.

    Args:
        window: it is opened from.
        pace: of the disk.
        recover: opens it, in a thread.
    """
    from cjm_desktop.ui.patience import Told, attend

    translate = QCoreApplication.translate
    doing = translate("Survivors", "Bringing your work back…")
    return attend(window, Told(translate("Survivors", "Recovery"), doing), pace, recover)
