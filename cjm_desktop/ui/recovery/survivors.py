"""Working copies that outlived the program: found at the start, offered until one has chosen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cjm_desktop.document import Copy
    from cjm_desktop.ui.desk import Desk


class Survivors:
    """What a run before left behind. Nothing is looked for before somebody asks.

    Args:
        desk: in whose folder they lie; those who show them hear of it by `recents_changed`.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._copies: tuple[Copy, ...] | None = None
        self.failed: tuple[Copy, ...] = ()
        """Those that did not open, and were set aside in this run."""
        self._dropped: set[Path] = set()
        """Folders of those that one has chosen about."""
        self.told = False
        """Those who began with a file have been told that there is other work."""

    @property
    def copies(self) -> tuple[Copy, ...]:
        """With edits that no file has, oldest first."""
        if self._copies is None:
            self._offer(self._look())
        return self._copies or ()

    def _offer(self, found: tuple[Copy, ...]) -> None:
        self._copies = tuple(one for one in found if one.folder not in self._dropped)

    def _look(self) -> tuple[Copy, ...]:
        from cjm_desktop.document import Document

        home = self._desk.home
        before = {one.folder for one in home.set_aside()}
        found = Document.recoverable(home)
        self.failed += tuple(one for one in home.set_aside() if one.folder not in before)
        return found

    def has(self, path: Path) -> bool:
        """Whether the last edits of a file never reached it."""
        return self._find(path) is not None

    def _find(self, path: Path) -> Copy | None:
        from cjm_desktop.replacing import real_path

        wanted = real_path(path)
        there = self._look()
        self._offer(there)
        return next((one for one in there if one.path == wanted), None)

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
