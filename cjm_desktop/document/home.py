"""The application's own folder: working copies, what was discarded, backups, recent maps.

```
copies/ID/      a map that is open, or was (work.sqlite, opened.sqlite, info.json, lock)
discarded/ID/   the same, kept 30 days
aside/ID/       the same, where opening it failed
backups/ID/     the last published states of a document
proven.json     digests of the files that were written and verified here
documents.json  how to save files that were made elsewhere
views.json      where the user was looking in each file
wallnotes.json  lines of wall notes that are not brought in yet
home.json       who we are
```
"""

from __future__ import annotations

import secrets
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Lock

from cjm_desktop.document.backups import backups_of
from cjm_desktop.document.copies import Copy, CopyFolder, copy_in, read_json, write_json
from cjm_desktop.replacing import real_path
from cjm_desktop.storage.contents import now
from cjm_desktop.storage.pace import Pace
from cjm_desktop.storage.problems import AlreadyOpen, translated

PROVEN = 200
"""How many files we remember as written and verified here."""
KEPT = timedelta(days=30)
"""How long what was discarded can be had back."""


class Home:
    """The folder in which the application keeps what it needs between two starts.

    Args:
        folder: made if it is not there.
        passing: for a command that makes a file and is gone: the file is the first opener's.
    """

    def __init__(self, folder: Path, *, passing: bool = False) -> None:
        self.folder = folder
        self._proving = Lock()
        """Two maps may be saved at once."""
        self.pace = Pace()
        """How quick its disk is."""
        with translated(folder):
            for name in ("copies", "discarded", "aside", "backups"):
                (folder / name).mkdir(parents=True, exist_ok=True, mode=0o700)
            self.id: str | None = None if passing else self._identity()
            """Who we are, written into every file we save; None: nobody in particular."""

    def _identity(self) -> str:
        known = read_json(self.folder / "home.json").get("id")
        if isinstance(known, str):
            return known
        made = secrets.token_hex(8)
        write_json(self.folder / "home.json", {"id": made})
        return made

    def new_copy(self, path: Path | None, title: str) -> CopyFolder:
        """A new folder for a working copy, held.

        Raises:
            AlreadyOpen: another window has that file open.
            FileProblem: the disk refuses.
        """
        with translated(self.folder):
            folder = self.folder / "copies" / secrets.token_hex(8)
            folder.mkdir(mode=0o700)
            held = CopyFolder.hold(folder)
            if held is None:
                raise AlreadyOpen("storage.already_open", file=title)
            try:
                held.begin(path, title, now())
                # Only now, for another program may have begun to open it at the same time.
                self.check_not_open(path, besides=folder)
            except BaseException:
                held.remove()
                raise
        return held

    def check_not_open(self, path: Path | None, besides: Path | None = None) -> None:
        """Make sure that no other window has a file open.

        Args:
            path: of the file.
            besides: the folder of a working copy that does not count.

        Raises:
            AlreadyOpen: one has.
            FileProblem: our own folder cannot be read.
        """
        if path is None:
            return
        with translated(self.folder):
            real = str(real_path(path))
            for folder in self._folders("copies"):
                if folder == besides or read_json(folder / "info.json").get("real") != real:
                    continue
                held = CopyFolder.hold(folder)
                if held is None:
                    raise AlreadyOpen("storage.already_open", file=path.name)
                held.release()

    def _folders(self, name: str) -> list[Path]:
        return [one for one in (self.folder / name).iterdir() if one.is_dir()]

    def left_over(self) -> tuple[Copy, ...]:
        """Working copies whose program ended without closing them, oldest first.

        Raises:
            FileProblem: our own folder cannot be read.
        """
        with translated(self.folder):
            found = [copy_in(one) for one in self._folders("copies") if _is_free(one)]
        return tuple(sorted(found, key=lambda copy: copy.when))

    def discarded(self) -> tuple[Copy, ...]:
        """What was thrown away in the last 30 days, newest first; older ones go for good.

        Raises:
            FileProblem: our own folder cannot be read.
        """
        with translated(self.folder):
            found = [copy_in(folder) for folder in self._folders("discarded")]
        kept = []
        for copy in found:
            if datetime.now(UTC) - copy.when > KEPT:
                shutil.rmtree(copy.folder, ignore_errors=True)
            else:
                kept.append(copy)
        return tuple(sorted(kept, key=lambda copy: copy.when, reverse=True))

    def set_aside(self) -> tuple[Copy, ...]:
        """Copies that could not be opened, newest first.

        Raises:
            FileProblem: our own folder cannot be read.
        """
        with translated(self.folder):
            found = [copy_in(folder) for folder in self._folders("aside")]
        return tuple(sorted(found, key=lambda copy: copy.when, reverse=True))

    def backups_of(self, path: Path) -> tuple[Path, ...]:
        """The backups of a user's file, oldest first; each of them was verified."""
        with translated(self.folder):
            return backups_of(self.folder / "backups", path)

    def proven(self) -> frozenset[str]:
        """Digests of the files that were written and verified here."""
        found = read_json(self.folder / "proven.json").get("files")
        return frozenset(found) if isinstance(found, list) else frozenset()

    def prove(self, digest: str) -> None:
        """Note that a file with this digest was written and verified here; in any thread."""
        with self._proving:
            found = read_json(self.folder / "proven.json").get("files")
            known = [one for one in found if one != digest] if isinstance(found, list) else []
            files = [*known, digest][-PROVEN:]
            # Only to be quicker, so it need not outlive a power cut.
            write_json(self.folder / "proven.json", {"files": files}, durable=False)

    def saves_by_itself(self, document_id: str) -> bool | None:
        """What was answered about saving this document as one goes; None: not asked yet."""
        found = read_json(self.folder / "documents.json").get(document_id)
        return found if isinstance(found, bool) else None

    def remember_saving(self, document_id: str, *, by_itself: bool) -> Path:
        """Remember the answer; return in which file, which is to be synced on a slow disk.

        Raises:
            FileProblem: the disk refuses.
        """
        place = self.folder / "documents.json"
        with translated(self.folder):
            said = read_json(place) | {document_id: by_itself}
            write_json(place, said, durable=not self.pace.lazy)
        return place


def _is_free(folder: Path) -> bool:
    """Whether a folder of a working copy is held by nobody."""
    try:
        held = CopyFolder.hold(folder)
    except FileNotFoundError:
        return False  # whoever had it has just taken it away
    except OSError:
        return True  # one that cannot be asked must not hide all the others
    if held is not None:
        held.release()
    return held is not None
