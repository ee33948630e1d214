"""Putting a working copy that had to live in memory on the disk again."""

from __future__ import annotations

from cjm_desktop.document.copies import CopyFolder
from cjm_desktop.storage.contents import Contents
from cjm_desktop.storage.problems import FileProblem, problem_of
from cjm_desktop.storage.snapshot import write_snapshot
from cjm_desktop.storage.workcopy import WorkCopy


def rewritten(folder: CopyFolder, memory: WorkCopy, opened: Contents | None) -> WorkCopy:
    """Write a working copy anew, and what lies beside it if that never came to be there.

    Args:
        folder: of the working copy.
        memory: the working copy as it is.
        opened: the map as it was when it was opened, if that is known.

    Raises:
        FileProblem: the disk refuses; what was written is taken away again, for there is no room.
    """
    # Under a new name: a log may lie beside the old one, and would be taken for its own.
    database = folder.next_database()
    try:
        if opened is not None and not folder.is_complete:
            write_snapshot(_snapshot(opened), folder.opened)
        write_snapshot(memory.snapshot(), database)
        copy = WorkCopy.open(database)
        try:
            folder.complete(database=database.name)
        except OSError:
            copy.close()
            raise
    except (FileProblem, OSError) as error:
        folder.drop(database)
        raise problem_of(error, database) or error from error
    folder.database = database
    return copy


def _snapshot(contents: Contents) -> bytes:
    copy = WorkCopy.create(None, contents, {})
    try:
        return copy.snapshot()
    finally:
        copy.close()
