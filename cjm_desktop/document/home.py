"""The application's own folder: working copies, what was discarded, backups, recent maps.

```
copies/ID/      a map that is open, or was (work.sqlite, opened.sqlite, info.json, lock)
discarded/ID/   the same, kept 30 days
aside/ID/       the same, where opening it failed
backups/ID/     the last published states of a document
proven.json     digests of the files that were written and verified here
documents.json  how to save files that were made elsewhere
home.json       who we are
```
"""

from __future__ import annotations

import secrets
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cjm_desktop.document.backups import backups_of
from cjm_desktop.document.copies import Copy, CopyFolder, copy_in, read_json, write_json
from cjm_desktop.storage.contents import now
from cjm_desktop.storage.problems import AlreadyOpen, problem_of
from cjm_desktop.storage.snapshot import sync

PROVEN = 200
"""How many files we remember as written and verified here."""
KEPT = timedelta(days=30)
"""How long what was discarded can be had back."""


class Home:
    """The folder in which the application keeps what it needs between two starts.

    Args:
        folder: made if it is not there.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        try:
            for name in ("copies", "discarded", "aside", "backups"):
                (folder / name).mkdir(parents=True, exist_ok=True, mode=0o700)
            self.id = self._identity()
        except OSError as error:
            raise problem_of(error, folder) or error from error

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
        self.check_not_open(path)
        held = None
        try:
            folder = self.folder / "copies" / secrets.token_hex(8)
            folder.mkdir(mode=0o700)
            held = CopyFolder.hold(folder)
            if held is None:
                raise AlreadyOpen("storage.already_open", file=title)
            sync(folder.parent)
            held.describe_file(path)
            held.describe(title=title, when=now())
        except OSError as error:
            if held is not None:
                held.remove()
            raise problem_of(error, self.folder) or error from error
        return held

    def check_not_open(self, path: Path | None) -> None:
        """Make sure that no other window has a file open.

        Raises:
            AlreadyOpen: one has.
        """
        if path is None:
            return
        real = str(path.resolve())
        for folder in (self.folder / "copies").iterdir():
            if read_json(folder / "info.json").get("real") != real:
                continue
            held = CopyFolder.hold(folder)
            if held is None:
                raise AlreadyOpen("storage.already_open", file=path.name)
            held.release()

    def left_over(self) -> tuple[Copy, ...]:
        """Working copies whose program ended without closing them, oldest first."""
        found = []
        for folder in (self.folder / "copies").iterdir():
            held = CopyFolder.hold(folder)
            if held is not None:
                held.release()
                found.append(copy_in(folder))
        return tuple(sorted(found, key=lambda copy: copy.when))

    def discarded(self) -> tuple[Copy, ...]:
        """What was thrown away in the last 30 days, newest first; older ones go for good."""
        found = [copy_in(folder) for folder in (self.folder / "discarded").iterdir()]
        kept = []
        for copy in found:
            if datetime.now(UTC) - copy.when > KEPT:
                shutil.rmtree(copy.folder, ignore_errors=True)
            else:
                kept.append(copy)
        return tuple(sorted(kept, key=lambda copy: copy.when, reverse=True))

    def set_aside(self) -> tuple[Copy, ...]:
        """Copies that could not be opened, newest first."""
        found = (copy_in(folder) for folder in (self.folder / "aside").iterdir())
        return tuple(sorted(found, key=lambda copy: copy.when, reverse=True))

    def backups_of(self, path: Path) -> tuple[Path, ...]:
        """The backups of a user's file, oldest first; each of them was verified."""
        return backups_of(self.folder / "backups", path)

    def proven(self) -> frozenset[str]:
        """Digests of the files that were written and verified here."""
        found = read_json(self.folder / "proven.json").get("files")
        return frozenset(found) if isinstance(found, list) else frozenset()

    def prove(self, digest: str) -> None:
        """Note that a file with this digest was written and verified here."""
        found = read_json(self.folder / "proven.json").get("files")
        known = [one for one in found if one != digest] if isinstance(found, list) else []
        write_json(self.folder / "proven.json", {"files": [*known, digest][-PROVEN:]})

    def saves_by_itself(self, document_id: str) -> bool | None:
        """What was answered about saving this document as one goes; None: not asked yet."""
        found = read_json(self.folder / "documents.json").get(document_id)
        return found if isinstance(found, bool) else None

    def remember_saving(self, document_id: str, *, by_itself: bool) -> None:
        """Remember the answer."""
        place = self.folder / "documents.json"
        write_json(place, read_json(place) | {document_id: by_itself})
