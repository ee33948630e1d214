"""Publishing: the user's file is replaced as a whole, or not at all.

A snapshot of the working copy becomes a complete file under a temporary name in the same folder;
it is opened again and verified; only then does it take the old one's place. The user's file is
never deleted and never recreated on an error.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import apsw

from cjm_desktop.storage import beyond
from cjm_desktop.storage.beyond import Beyond
from cjm_desktop.storage.codec import Value
from cjm_desktop.storage.linking import CREATE
from cjm_desktop.storage.placing import (
    Known,
    check_unchanged,
    check_writable,
    look,
    may_create,
    overwrite,
    replace,
    sweep,
    sweep_ours,
)
from cjm_desktop.storage.problems import Damaged, FileProblem, Missing, ReadOnly, problem_of
from cjm_desktop.storage.reader import digest_of, read_save_id
from cjm_desktop.storage.seal import seal_of
from cjm_desktop.storage.snapshot import without_log


@dataclass(frozen=True, slots=True)
class Published:
    """A file that was published."""

    known: Known
    digest: str
    """SHA-256 of the bytes that were verified."""


def new_save_id() -> str:
    """A new random id for one act of saving."""
    return secrets.token_hex(16)


def temporary_name(path: Path, save_id: str) -> Path:
    """The name under which a new state of `path` is prepared.

    Systems limit names to 255 bytes, of which a letter may take four.
    """
    return path.with_name(f".{path.name[:40]}.{save_id[:12]}.tmp")


def make_file(
    snapshot: bytes,
    place: Path,
    meta: dict[str, Value],
    *,
    with_history: bool = True,
    called: str = "",
) -> str:
    """Write a complete, sealed and verified file from a working copy's snapshot.

    It is not synced: who puts it in another's place does that.

    Args:
        snapshot: of the working copy.
        place: where there is no file yet.
        meta: keys to set; None takes a key out.
        with_history: False leaves out history, versions and all else that is not the map.
        called: what people know the file as, where it is made under another name first.

    Returns:
        The seal.

    Raises:
        FileProblem: the disk refuses, or what was written is not what was meant.
    """
    try:
        seal, found = _write(snapshot, place, meta, with_history=with_history)
        verify(place, seal, called, found)
    except (apsw.Error, OSError) as error:
        raise problem_of(error, called or place.name) or error from error
    return seal


def _write(
    snapshot: bytes, place: Path, meta: dict[str, Value], *, with_history: bool
) -> tuple[str, Beyond | None]:
    connection = apsw.Connection(":memory:", flags=CREATE | apsw.SQLITE_OPEN_URI)
    try:
        connection.deserialize("main", without_log(snapshot))
        connection.execute("PRAGMA trusted_schema = OFF")
        found = _beyond(connection) if with_history else None
        connection.execute("DROP TABLE local")
        if not with_history:
            connection.execute("DELETE FROM history")
            connection.execute("DELETE FROM version")
        for key, value in meta.items():
            connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))
        connection.execute("DELETE FROM meta WHERE value IS NULL")
        if found is not None:
            beyond.restore(connection, found)
        seal = seal_of(connection, found)
        connection.execute("INSERT OR REPLACE INTO meta VALUES ('seal', ?)", (seal,))
        # Compact, without free pages: nothing that was deleted stays in the file.
        # Whoever puts it in its place syncs it as a whole; till then it is nobody's.
        connection.execute("PRAGMA synchronous = OFF")
        # As an address: what a folder is called need not be UTF-8.
        connection.execute("VACUUM INTO ?", (place.absolute().as_uri(),))
    finally:
        connection.close(force=True)
    return seal, found


def _beyond(connection: apsw.Connection) -> Beyond | None:
    """What a newer program keeps in the file that the working copy was opened from."""
    rows = connection.execute("SELECT value FROM local WHERE key = ?", (beyond.KEY,)).fetchall()
    return beyond.unpack(rows[0][0]) if rows and isinstance(rows[0][0], bytes) else None


def verify(place: Path, seal: str, called: str = "", found: Beyond | None = None) -> None:
    """Open a file again and make sure that it holds what was meant.

    Raises:
        Damaged: it does not.
    """
    uri = f"{place.absolute().as_uri()}?mode=ro&immutable=1"
    try:
        connection = apsw.Connection(uri, flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI)
        try:
            whole = connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
            sealed = seal_of(connection, found) if whole else ""
        finally:
            connection.close(force=True)
    except (apsw.Error, UnicodeError) as error:
        raise Damaged("storage.write_failed", file=called or place.name) from error
    if sealed != seal:
        raise Damaged("storage.write_failed", file=called or place.name)


@dataclass(slots=True)
class Publication:
    """One act of publishing, which a worker thread may run while editing goes on.

    Args:
        snapshot: of the working copy.
        path: the real path of the user's file.
        known: the file as it was last seen; None: a new file, or one that may be replaced.
        meta: keys to set in the file, `save_id` among them.
        keep: puts a verified copy of a file away before it is overwritten, and says where.
        spare: a folder of our own, for folders that refuse new files.
        with_history: False leaves out history, versions and all else that is not the map.
    """

    snapshot: bytes
    path: Path
    known: Known | None
    meta: dict[str, Value]
    keep: Callable[[Path], Path]
    spare: Path
    with_history: bool = True
    begun: bool = False
    """The file may be another one by now."""

    @property
    def save_id(self) -> str:
        """Of the new state."""
        return str(self.meta["save_id"])

    @property
    def temporary(self) -> Path:
        """The name under which the new state is prepared."""
        return temporary_name(self.path, self.save_id)

    @property
    def prepared(self) -> Path:
        """Where it is prepared for a folder that refuses new files."""
        return self.spare / self.temporary.name

    @property
    def ours(self) -> frozenset[str | None]:
        """The ids of the saves that may lie under that name and are needed no more."""
        return frozenset({self.save_id, self.known.save_id if self.known else None})

    def run(self) -> Published:
        """Publish.

        Raises:
            FileProblem: the file is as it was; only where the disk is gone in the last moment it
                may be the new one (see `arrived`).
        """
        check_writable(self.path)
        check_unchanged(self.path, self.known)
        try:
            return self._run()
        except (OSError, FileProblem) as error:
            if self._gone():
                # Pulled out meanwhile: whatever failed first is not what one has to know.
                raise Missing("storage.gone", file=self.path.name) from error
            raise problem_of(error, self.path.name) or error from error

    def _gone(self) -> bool:
        """Whether there is nothing any more where the file was, or its folder."""
        there = os.path.exists  # which holds a disk that does not answer for gone
        return not there(self.path.parent) or (self.known is not None and not there(self.path))

    def arrived(self) -> Known | None:
        """The new state, where it has taken its place although `run` has failed.

        Raises:
            FileProblem: that cannot be told.
            OSError: likewise.
        """
        arrived = self.begun and read_save_id(self.path) == self.save_id
        return look(self.path, self.save_id) if arrived else None

    def _run(self) -> Published:
        temporary = self.temporary
        try:
            if not may_create(temporary):
                return self._overwrite()
            self._make(temporary)
            digest = digest_of(temporary)
            check_unchanged(self.path, self.known)
            if self.known is None and self.path.exists():
                self.keep(self.path)
            self.begun = True
            known = replace(temporary, self.path, self.save_id, self.known)
        except BaseException:
            # What was replaced may be another's, who was quicker by a moment.
            sweep_ours(temporary, self.ours)
            raise
        sweep(temporary)
        return Published(known, digest)

    def _make(self, place: Path) -> None:
        history, name = self.with_history, self.path.name
        make_file(self.snapshot, place, self.meta, with_history=history, called=name)

    def _overwrite(self) -> Published:
        """The folder refuses new files: the old bytes are put away first, then written over."""
        if not self.path.exists():
            raise ReadOnly("storage.read_only_folder", file=self.path.parent.name)
        prepared = self.prepared
        try:
            self._make(prepared)
            digest = digest_of(prepared)
            check_unchanged(self.path, self.known)
            kept = self.keep(self.path)
            self.begun = True
            overwrite(prepared, self.path, kept)
        finally:
            sweep(prepared)
        return Published(look(self.path, self.save_id), digest)
