"""The report of an error nobody foresaw: where and what, and not one word of the map.

A message may quote whatever the program was at: the text of a card, the name of a file. So of an
error only its kind is told, of files only where they lie in the program, of Qt only which part of
it spoke.
"""

from __future__ import annotations

import errno
import re
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path

import cjm_desktop
from cjm_desktop.journey.problems import Problem

_PACKAGE = Path(cjm_desktop.__file__).parent
_DEEPEST = 40
"""Frames of one error: an endless recursion has a thousand."""
_LONGEST_CHAIN = 5
_SPEAKER = re.compile(r"^Q[A-Z]\w*(::~?\w+)*")
_FRAME = re.compile(r'^\s*File "(?P<file>.*)", line (?P<line>\d+) in (?P<name>[\w<>.]+)\s*$')
_FAULT = re.compile(
    r"^(Fatal Python error: [\w ]+|Windows fatal exception: [\w ]+"
    r"|(Current thread|Thread) 0x[0-9a-f]+[^:]*:|\s*Garbage-collecting|\s*<no Python frame>)$"
)


def about(qt: str) -> str:
    """Which program this is, and what it runs on.

    Args:
        qt: the version of Qt.
    """
    import platform  # 2 ms of the start, for something that should never happen

    return (
        f"CJM Desktop {cjm_desktop.__version__}, Python {platform.python_version()}, "
        f"Qt {qt}, {platform.platform()}"
    )


def of_error(error: BaseException) -> str:
    """Where an error came from, and of which kind it and those that led to it are."""
    told = [_one(one, joint) for one, joint in _chain(error)]
    return "\n".join(reversed(told))


def _chain(error: BaseException) -> Iterator[tuple[BaseException, str]]:
    """An error and those it came of, each with how it led to the one told after it."""
    joint, seen = "", 0
    found: BaseException | None = error
    while found is not None and seen < _LONGEST_CHAIN:
        yield found, joint
        seen += 1
        if found.__cause__ is not None:
            found, joint = found.__cause__, "which was the cause of:\n"
        else:
            joint = "during which this came up:\n"
            found = None if found.__suppress_context__ else found.__context__


def _one(error: BaseException, joint: str) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    left_out = len(frames) - _DEEPEST
    lines = [f"  ... {left_out} more\n"] if left_out > 0 else []
    for frame in frames[-_DEEPEST:]:
        lines.append(f"  {place(frame.filename)}:{frame.lineno} in {frame.name}\n")
        if frame.line:
            lines.append(f"    {frame.line}\n")
    return f"{''.join(lines)}{_kind(error)}\n{joint}"


def _kind(error: BaseException) -> str:
    """What an error says of itself that cannot come from a map."""
    kind = type(error)
    said = kind.__name__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__name__}"
    details = []
    if isinstance(error, Problem):
        details.append(error.key)
    if isinstance(error, OSError) and error.errno is not None:
        details.append(errno.errorcode.get(error.errno, str(error.errno)))
    result = getattr(error, "extendedresult", None)
    if isinstance(result, int):
        details.append(f"SQLite {result}")
    if isinstance(error, AttributeError | NameError) and _is_in_code(error, error.name):
        details.append(str(error.name))
    said = f"{said} ({', '.join(details)})" if details else said
    if isinstance(error, BaseExceptionGroup):
        said += "".join(f"\n  and {_kind(one)}" for one in error.exceptions[:_LONGEST_CHAIN])
    return said


def _is_in_code(error: BaseException, name: str | None) -> bool:
    """Whether a name was written by a programmer, in one of the lines the error went through."""
    trace = error.__traceback__
    while trace is not None:
        if name in trace.tb_frame.f_code.co_names:
            return True
        trace = trace.tb_next
    return False


def place(file: str) -> str:
    """Where a file of code lies, without the folders that tell whose computer it is."""
    path = Path(file)
    if path.is_relative_to(_PACKAGE):
        return f"cjm_desktop/{path.relative_to(_PACKAGE).as_posix()}"
    for number in range(len(path.parts) - 1, 0, -1):
        if path.parts[number - 1] in ("site-packages", "dist-packages"):
            return "/".join(path.parts[number:])
    return path.name


def of_qt(kind: str, message: str) -> str:
    """What a message of Qt comes to: how bad it is and which part of Qt it is from.

    Args:
        kind: such as "warning".
        message: whole; what follows the name at its head may quote anything.
    """
    speaker = _SPEAKER.match(message)
    return f"Qt {kind}: {speaker.group() if speaker else 'a message'}"


def of_fault(log: str) -> str:
    """What the log of a hard crash says, line by line, as far as it has the form of such a log."""
    told = []
    for line in log.splitlines():
        frame = _FRAME.match(line)
        if frame is not None:
            told.append(f"  {place(frame['file'])}:{frame['line']} in {frame['name']}")
        elif _FAULT.match(line):
            told.append(line)
    return "\n".join(told)


def whole(head: str, parts: Sequence[str], qt: Sequence[str]) -> str:
    """A report to copy.

    Args:
        head: which program it is.
        parts: of the errors, oldest first.
        qt: what Qt said lately.
    """
    said = [head, *(one.rstrip() for one in parts)]
    if qt:
        said.append("\n".join(qt))
    return "\n\n".join(said).rstrip() + "\n"
