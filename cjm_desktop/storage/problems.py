"""What can go wrong with a map's file that a person can do something about."""

from __future__ import annotations

import errno
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import apsw

from cjm_desktop.journey.problems import Problem


class FileProblem(Problem):
    """A trouble with a file: one sentence that names it."""


class NotAMap(FileProblem):
    """The file is something else than a map."""


class TooNew(FileProblem):
    """The file needs a newer version of the program."""


class Damaged(FileProblem):
    """The file is a map, but not whole.

    Args:
        key: of the sentence in `resources/words`.
        broken: the first of the rules of maps that it breaks, where it could be read that far.
        values: what to fill in.
    """

    def __init__(self, key: str, broken: Sequence[Problem] = (), **values: object) -> None:
        super().__init__(key, **values)
        self.broken = tuple(broken)


class FileFull(FileProblem):
    """There is no room left on the disk."""


class Locked(FileProblem):
    """Another program holds the file."""


class ReadOnly(FileProblem):
    """The file or its folder may not be written."""


class ChangedElsewhere(FileProblem):
    """Somebody else changed the file since it was opened."""


class Missing(FileProblem):
    """There is no such file (any more)."""


class NoPath(FileProblem):
    """The map has no file yet."""


class AlreadyOpen(FileProblem):
    """The same file is open in another window."""


class Unreadable(FileProblem):
    """The disk refused to read or write."""


class TooLong(Unreadable):
    """No folder takes so long a name."""


class LinksAround(Unreadable):
    """The file is a link that leads back to itself."""


class StepFailed(FileProblem):
    """A step of the history cannot be taken back or made again."""


_ERRNO: dict[int, type[FileProblem]] = {
    errno.ENOSPC: FileFull,
    errno.EDQUOT: FileFull,
    errno.EFBIG: FileFull,
    errno.EROFS: ReadOnly,
    errno.EACCES: ReadOnly,
    errno.EPERM: ReadOnly,
    errno.ENOENT: Missing,
    errno.ENOTDIR: Missing,
    errno.ETXTBSY: Locked,
    errno.EBUSY: Locked,
    errno.ENAMETOOLONG: TooLong,
    errno.ELOOP: LinksAround,
}

_SQLITE: tuple[tuple[type[apsw.Error], type[FileProblem]], ...] = (
    (apsw.FullError, FileFull),
    (apsw.ReadOnlyError, ReadOnly),
    (apsw.BusyError, Locked),
    (apsw.LockedError, Locked),
    (apsw.CorruptError, Damaged),
    (apsw.NotADBError, NotAMap),
    (apsw.CantOpenError, Unreadable),
    (apsw.IOError, Unreadable),
    (apsw.NoMemError, Unreadable),
)

_KEYS: dict[type[FileProblem], str] = {
    FileFull: "storage.full",
    ReadOnly: "storage.read_only",
    Missing: "storage.missing",
    Locked: "storage.locked",
    Damaged: "storage.damaged",
    NotAMap: "storage.not_a_map",
    Unreadable: "storage.unreadable",
    TooLong: "storage.too_long",
    LinksAround: "storage.links_around",
}


def _class_of(error: BaseException) -> type[FileProblem] | None:
    if isinstance(error, OSError):
        return _ERRNO.get(error.errno or 0, Unreadable)
    for known, problem in _SQLITE:
        if isinstance(error, known):
            return problem
    return None


def problem_of(error: BaseException, file: object) -> FileProblem | None:
    """The problem that an error of the disk or of SQLite means, or None where it is a bug.

    Args:
        error: what was raised.
        file: the path or name to put into the sentence.
    """
    if isinstance(error, FileProblem):
        return error
    found = _class_of(error)
    return found(_KEYS[found], file=str(file)) if found else None


@contextmanager
def translated(file: object) -> Iterator[None]:
    """Whatever the disk refuses within, as a problem with `file` in its sentence."""
    try:
        yield
    except OSError as error:
        raise problem_of(error, file) or error from error
