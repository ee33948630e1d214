"""Side files that SQLite leaves beside a database: `-wal` and `-journal`.

A published map never has any. Where one with content lies beside a file, somebody edited the map
with another tool or copied it while that was open: all of it goes to a temporary folder and SQLite
recovers there, so the file itself stays as it is.
"""

from __future__ import annotations

import errno
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from cjm_desktop.replacing import real_path
from cjm_desktop.storage.problems import problem_of

SUFFIXES = ("-wal", "-journal")


def side_files(path: Path) -> tuple[Path, ...]:
    """The side files with content that lie beside a file."""
    found = (path.with_name(path.name + suffix) for suffix in SUFFIXES)
    return tuple(one for one in found if _has_content(one))


def _has_content(path: Path) -> bool:
    try:
        return path.is_file() and path.stat().st_size > 0
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            return False  # the file's own name is as long as may be, so none lies beside it
        raise


@contextmanager
def alone(path: Path) -> Iterator[Path]:
    """The file itself, or a recovered copy where side files lie beside it.

    Raises:
        FileProblem: the copy cannot be made.
    """
    path = real_path(path)
    beside = side_files(path)
    if not beside:
        yield path
        return
    with tempfile.TemporaryDirectory(prefix="cjm-") as folder:
        copy = Path(folder) / "map.cjm"
        try:
            shutil.copyfile(path, copy)
            for one in beside:
                suffix = one.name.removeprefix(path.name)
                shutil.copyfile(one, copy.with_name(copy.name + suffix))
            connection = apsw.Connection(str(copy))
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.close(force=True)
        except (OSError, apsw.Error) as error:
            raise problem_of(error, path.name) or error from error
        yield copy
