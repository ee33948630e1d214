"""Where commands write, and what they never write over."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from cjm_desktop.journey.problems import Problem
from cjm_desktop.storage.problems import translated

_HEADER = b"SQLite format 3\0"


def check_map(target: Path, *, force: bool) -> None:
    """Make sure that a new map may lie there: never over something, unless that was asked for.

    Raises:
        Problem: it may not.
    """
    try:
        str(target).encode()
    except UnicodeEncodeError as error:  # bytes that are no text: SQLite cannot write there
        raise Problem("cli.name", path=target) from error
    with translated(target):
        _check_free(target, force=force)


def _check_free(target: Path, *, force: bool) -> None:
    if target.is_dir():
        raise Problem("cli.folder", path=target)
    _check_ordinary(target)
    if target.exists() and not force:
        raise Problem("cli.exists", path=target)
    if target.is_symlink() and not target.exists() and not force:
        _check_ends(target)
        raise Problem("cli.leads_nowhere", path=target)
    if not target.parent.is_dir():
        raise Problem("poster.no_folder", folder=target.parent)


def check_export(source: Path, out: Path, *, force: bool) -> None:
    """Make sure that an export may lie there: over the one before, but not over a map.

    Raises:
        Problem: it may not.
    """
    with translated(out):
        _check_ordinary(out)
        there = out.is_file()
    if not there:
        return
    if out.samefile(source):
        raise Problem("cli.same_file", path=out)
    with out.open("rb") as file:
        if file.read(len(_HEADER)) == _HEADER and not force:
            raise Problem("cli.is_map", path=out)


def _check_ends(link: Path) -> None:
    """Let the system refuse a link that leads round to itself; one to nothing is none."""
    with suppress(FileNotFoundError):
        link.stat()


def _check_ordinary(target: Path) -> None:
    """Refuse a device or a pipe: putting a file in its place would take it away from the system."""
    if target.exists() and not (target.is_file() or target.is_dir()):
        raise Problem("exchange.not_regular", path=target)
