"""The ways in: a new map, a file, a working copy that was left behind."""

from __future__ import annotations

import contextlib
import json
import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar

from cjm_desktop.document.copies import Copy, CopyFolder, copy_in
from cjm_desktop.document.home import Home
from cjm_desktop.document.keeping import Keeper
from cjm_desktop.document.saved import Saved
from cjm_desktop.document.saving import Saver
from cjm_desktop.journey.journey import Journey
from cjm_desktop.replacing import real_path
from cjm_desktop.storage import reader
from cjm_desktop.storage.codec import Value
from cjm_desktop.storage.contents import Contents, trimmed
from cjm_desktop.storage.placing import Known, look, sweep, sweep_ours
from cjm_desktop.storage.problems import (
    AlreadyOpen,
    ChangedElsewhere,
    Damaged,
    FileFull,
    FileProblem,
    Locked,
    ReadOnly,
    TooNew,
    problem_of,
    translated,
)
from cjm_desktop.storage.snapshot import sync_names
from cjm_desktop.storage.soundness import load_sound, sensible
from cjm_desktop.storage.workcopy import WorkCopy

T = TypeVar("T")
_OF_THE_COPY_NOTHING = (FileFull, ReadOnly, Locked, TooNew)
"""What stops one from opening a working copy and does not say that it is broken."""


class Opened(NamedTuple):
    """What an open map is put together from."""

    home: Home
    journey: Journey
    keeper: Keeper
    saver: Saver
    meta: dict[str, Value]


def create(journey: Journey, home: Home, *, edited: bool) -> Opened:
    """A new map that has no file yet."""
    contents = Contents(Journey(journey), {"document_id": secrets.token_hex(8)})
    return _opened(home, contents, Saved(revision=-1 if edited else 0))


def open_file(path: Path, home: Home) -> Opened:
    """Open a map's file.

    Raises:
        FileProblem: it cannot be opened.
    """
    path = path.absolute()
    reader.check_header(path)
    home.check_not_open(path)
    contents, known = read_file(path, home.proven())
    saved = Saved(path, known, 0, _saved_at(contents.meta.get("saved_at")))
    if "document_id" not in contents.meta:  # a copy that was made to be shared
        contents.meta["document_id"] = secrets.token_hex(8)
    return _opened(home, contents, saved)


def open_aside(path: Path, home: Home) -> Opened:
    """Open a backup as a map that is in no file yet; the backup itself stays as it is.

    Raises:
        FileProblem: it cannot be opened.
    """
    contents, _ = read_file(path.absolute(), home.proven())
    contents.meta.setdefault("document_id", secrets.token_hex(8))
    return _opened(home, contents, Saved(revision=-1))


def _saved_at(said: Value) -> datetime | None:
    """When a file was saved, by its own account."""
    return datetime.fromisoformat(str(said)) if said else None


def read_file(path: Path, proven: frozenset[str]) -> tuple[Contents, Known]:
    """Read a file that does not change meanwhile.

    Args:
        path: of the file.
        proven: see `reader.read`.

    Raises:
        FileProblem: it cannot be read.
    """
    with translated(path.name):
        for _ in range(3):
            before = look(path, "")
            contents = reader.read(path, proven=proven)
            if look(path, "") == before:
                save_id = str(contents.meta.get("save_id") or "")
                return trimmed(contents), replace(before, save_id=save_id)
    raise ChangedElsewhere("storage.changing", file=path.name)


def _opened(home: Home, contents: Contents, saved: Saved) -> Opened:
    try:
        folder = home.new_copy(saved.path, contents.journey.document.title)
    except AlreadyOpen:
        raise
    except FileProblem as problem:
        keeper = Keeper(None, contents, saved.as_local())
        keeper.at_risk = problem
    else:
        keeper = Keeper(folder, contents, saved.as_local())
    return _assembled(home, contents, keeper, saved)


def _assembled(home: Home, contents: Contents, keeper: Keeper, saved: Saved) -> Opened:
    document_id = str(contents.meta["document_id"])
    keeper.pace = home.pace
    if keeper.built:
        keeper.copy.pace = home.pace
    saver = Saver(home, keeper, saved, document_id)
    keeper.make_folder = lambda: home.new_copy(saver.saved.path, contents.journey.document.title)
    return Opened(home, contents.journey, keeper, saver, contents.meta)


def recoverable(home: Home) -> tuple[Copy, ...]:
    """Working copies with edits that no file has; what else was left behind is tidied away."""
    found = []
    for copy in home.left_over():
        try:
            held = _again(partial(CopyFolder.hold, copy.folder))
        except OSError:
            found.append(copy)  # whoever opens it hears why not
            continue
        if held is None:
            continue
        try:
            # As it is now that nobody else looks into it: who does counts an attempt meanwhile.
            if _is_worth_opening(held, copy_in(copy.folder), home):
                found.append(copy_in(copy.folder))
        except OSError:
            # A disk that is full, say: what is there is still there, and may open all the same.
            found.append(copy)
            with contextlib.suppress(OSError):
                held.forget_attempts()
        finally:
            held.release()
    return tuple(found)


def _is_worth_opening(held: CopyFolder, copy: Copy, home: Home) -> bool:
    """Look into a working copy; one that fails, or failed before, is set aside."""
    aside = home.folder / "aside" / copy.folder.name
    if copy.attempts:
        held.bring(aside)
        return False
    held.count_attempt()
    try:
        unpublished = _again(partial(_look_into, held))
    except _OF_THE_COPY_NOTHING:
        unpublished = True
    except FileProblem:
        held.bring(aside)
        return False
    if unpublished:
        held.forget_attempts()
    else:
        held.remove()
    return unpublished


def _again(do: Callable[[], T]) -> T:
    """Do something once more where it failed: after one error of a disk SQLite may claim anything.

    Args:
        do: opens what it looks at, and closes it.
    """
    try:
        return do()
    except (FileFull, ReadOnly):
        raise
    except (FileProblem, OSError):
        return do()


def _look_into(held: CopyFolder) -> bool:
    """Whether a working copy has edits that its file lacks; finishes what a save began."""
    if held.is_only_begun:
        return False
    work = WorkCopy.open(held.database)
    try:
        with sensible(held.database):
            saved = _settle_save(work)
            unpublished = saved.revision != work.revision
            if unpublished:
                _describe(held, work, saved.path)
            return unpublished
    finally:
        work.close()


def _describe(held: CopyFolder, work: WorkCopy, path: Path | None) -> None:
    """Note what the map is called by now and when it was last edited: people choose by that."""
    mend = {} if held.is_complete else held.said_of(path)
    ((title,),) = work.ask("SELECT title FROM document")
    ((edited,),) = work.ask("SELECT max(time) FROM history")
    # Where the disk is full, what was noted when it was opened must do.
    with contextlib.suppress(OSError):
        held.describe(**mend, title=title, **({"when": edited} if edited else {}))


def _settle_save(work: WorkCopy) -> Saved:
    """The state of the file, after a save that may have been cut short."""
    local = work.local()
    saved = Saved.of_local(local)
    if not local.get("pending"):
        return saved
    pending = json.loads(str(local["pending"]))
    path, save_id = Path(pending["path"]), str(pending["save_id"])
    before = saved.known.save_id if saved.known else None
    sweep_ours(Path(pending["temporary"]), {save_id, before})
    if "prepared" in pending:
        sweep(Path(pending["prepared"]))
    try:
        arrived = reader.read_save_id(path) == save_id
    except (FileProblem, OSError):
        saved = saved.with_unsure(save_id)
    else:
        saved = _arrived(saved, path, save_id, int(pending["revision"])) if arrived else saved
    # Where the disk refuses, a full one say, it is settled anew the next time.
    with contextlib.suppress(FileProblem):
        work.remember(saved.as_local())
    return saved


def _arrived(saved: Saved, path: Path, save_id: str, revision: int) -> Saved:
    """The state of a file that a save has reached; it counts when it is there for good and whole.

    For the edits in it may be in no other place soon, and a folder that takes no new files has its
    files written over: that may have been cut short.
    """
    with contextlib.suppress(FileProblem, OSError):
        saved = replace(saved, path=path, known=look(path, save_id))
        at = _saved_at(reader.read(path).meta.get("saved_at"))
        for one in (real_path(path), real_path(path).parent):
            sync_names(one)
        return replace(saved, at=at, revision=revision)
    return saved


def recover(copy: Copy, home: Home) -> Opened:
    """Open a working copy again, with its undo; as a map in no file where a window has its file.

    On a disk that is full it is opened in memory.

    Raises:
        AlreadyOpen: another window has the working copy.
        FileProblem: it cannot be opened.
    """
    with translated(copy.title):
        held = _again(partial(CopyFolder.hold, copy.folder))
        if held is None:
            raise AlreadyOpen("storage.already_open", file=copy.title)
        try:
            if copy.folder.parent.name != "copies":
                held.bring(home.folder / "copies" / copy.folder.name)
            unsafe = _settled(held)
            work, contents, saved = _again(partial(_brought_back, held, home))
        except _OF_THE_COPY_NOTHING as problem:
            held.forget_attempts()
            held.release()
            raise type(problem)(problem.key, **{**problem.values, "file": copy.title}) from problem
        except FileProblem as error:
            held.release()
            raise Damaged("storage.recovery_failed", title=copy.title) from error
        except BaseException:
            held.release()
            raise
    keeper = Keeper(held, contents, {}, work)
    opened = _assembled(home, contents, keeper, saved)
    if unsafe is not None:
        keeper.distrust(unsafe)
    return opened


def _brought_back(held: CopyFolder, home: Home) -> tuple[WorkCopy, Contents, Saved]:
    work = WorkCopy.open(held.database)
    try:
        with sensible(held.database):
            return work, load_sound(work), _apart(held, work, home)
    except BaseException:
        work.close()
        raise


def _apart(held: CopyFolder, work: WorkCopy, home: Home) -> Saved:
    """The state of its file; without one where a window has that open: two would write into it."""
    saved = _settle_save(work)
    try:
        home.check_not_open(saved.path, besides=held.folder)
    except AlreadyOpen:
        saved = Saved(revision=-1)
        held.describe_file(None)
        work.remember(saved.as_local())
    return saved


def _settled(held: CopyFolder) -> FileProblem | None:
    """Count the attempt and sync what was left; why the disk refuses."""
    try:
        held.count_attempt()
        held.settle()
    except OSError as error:
        return problem_of(error, held.database)
    return None
