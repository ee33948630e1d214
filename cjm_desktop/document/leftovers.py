"""What can be had back: work that is in no file, what was thrown away, and earlier saved states."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from cjm_desktop.document import opening
from cjm_desktop.document.backups import stamp
from cjm_desktop.document.copies import Copy, CopyFolder
from cjm_desktop.document.home import KEPT, Home
from cjm_desktop.replacing import real_path, replacing
from cjm_desktop.storage import reader
from cjm_desktop.storage.contents import now
from cjm_desktop.storage.placing import sweep
from cjm_desktop.storage.problems import AlreadyOpen, FileProblem, NotAMap, TooNew, translated
from cjm_desktop.storage.publish import make_file, new_save_id, temporary_name
from cjm_desktop.storage.soundness import load_sound
from cjm_desktop.storage.workcopy import WorkCopy

Kind = Literal["unsaved", "aside", "discarded", "backup"]


class Leftover(NamedTuple):
    """One thing that can be had back."""

    kind: Kind
    title: str
    """Of the map; of a backup the name of its file, without the ending."""
    when: datetime
    size: int
    """Bytes on the disk."""
    place: Path
    """The folder of a working copy, or the file of a backup."""
    path: Path | None
    """The user's file it belongs to, if it has one."""
    copy: Copy | None = None
    """The working copy; None: it is a backup."""
    twin: bool = False
    """Another one of the same name is of the same minute."""
    steps: int | None = None
    """Of its history; told only of backups that are twins, for it takes reading them."""

    @property
    def source(self) -> Path:
        """The database itself, for what can still be read of it (`salvaging.salvage`)."""
        return self.place if self.copy is None else self.copy.database

    @property
    def goes(self) -> datetime | None:
        """When it is taken away by itself; None: not at all."""
        return self.when + KEPT if self.kind == "discarded" else None


def leftovers(home: Home, files: Iterable[Path]) -> tuple[Leftover, ...]:
    """All that can be had back, kind by kind, the newest of each first.

    Args:
        home: the application's folder.
        files: of the user, whose backups to list.

    Raises:
        FileProblem: our own folder cannot be read.
    """
    with translated(home.folder):
        # First those without a file: one that does not open is set aside meanwhile.
        found = [_of_copy("unsaved", one) for one in opening.recoverable(home)]
        found += [_of_copy("aside", one) for one in home.set_aside()]
        found += [_of_copy("discarded", one) for one in home.discarded()]
        for file in dict.fromkeys(files):
            found += [_of_backup(one, file) for one in home.backups_of(file)]
    order = get_args(Kind)
    found.sort(key=lambda one: one.when, reverse=True)
    minutes = Counter(_minute(one) for one in found)
    found = [_told_apart(one) if minutes[_minute(one)] > 1 else one for one in found]
    return tuple(sorted(found, key=lambda one: order.index(one.kind)))


def _minute(one: Leftover) -> tuple[Kind, str, Path | None, str]:
    return one.kind, one.title, one.path, one.when.isoformat(timespec="minutes")


def _told_apart(one: Leftover) -> Leftover:
    """With what tells it from another one of the same minute."""
    if one.kind != "backup":
        return one._replace(twin=True)
    try:
        steps = len(reader.read(one.place).steps)
    except FileProblem:
        return one._replace(twin=True)  # whoever opens it hears why not
    return one._replace(twin=True, steps=steps)


def _of_copy(kind: Kind, copy: Copy) -> Leftover:
    # `opened.sqlite` is the same map once more, and would only frighten.
    beside = copy.database.name
    size = sum(one.stat().st_size for one in copy.folder.glob(f"{beside}*"))
    return Leftover(kind, copy.title, copy.when, size, copy.folder, copy.path, copy)


def _of_backup(place: Path, file: Path) -> Leftover:
    size = place.stat().st_size
    return Leftover("backup", file.stem, stamp(place).astimezone(UTC), size, place, file)


def save_copy(found: Leftover, path: Path, home: Home) -> None:
    """Write it into a file of the user's; it stays where it is.

    Args:
        found: what to write.
        path: of the file; one that is there is replaced.
        home: the application's folder.

    Raises:
        AlreadyOpen: a window has that file open, or the working copy.
        FileProblem: it cannot be read, or the disk refuses.
    """
    path = real_path(path)
    home.check_not_open(path)
    with translated(path.name):
        if found.copy is not None:
            _write_copy(found.copy, path)
            return
        # What was no map of ours when a map took its place is somebody's all the same.
        with suppress(NotAMap, TooNew):
            reader.read(found.place)
        with replacing(path) as out:
            out.write(found.place.read_bytes())


def _write_copy(copy: Copy, path: Path) -> None:
    """Make a whole, sealed file of a working copy."""
    held = CopyFolder.hold(copy.folder)
    if held is None:
        raise AlreadyOpen("storage.already_open", file=copy.title)
    try:
        work = WorkCopy.open(held.database)
        try:
            load_sound(work)
            snapshot = work.snapshot()
        finally:
            work.close()
    finally:
        held.release()
    save_id = new_save_id()
    made = temporary_name(path, save_id)
    try:
        make_file(snapshot, made, {"save_id": save_id, "saved_at": now()}, called=path.name)
        with replacing(path) as out:
            out.write(made.read_bytes())
    finally:
        sweep(made)


def delete(found: Leftover) -> None:
    """Take it away for good.

    Raises:
        AlreadyOpen: a window has it open.
        FileProblem: the disk refuses.
    """
    with translated(found.place.name):
        if found.copy is None:
            found.place.unlink(missing_ok=True)
            return
        held = CopyFolder.hold(found.place)
        if held is None:
            raise AlreadyOpen("storage.already_open", file=found.title)
        held.remove()


def kinds(found: Sequence[Leftover]) -> tuple[Kind, ...]:
    """Which kinds there are, in their order."""
    return tuple(dict.fromkeys(one.kind for one in found))
