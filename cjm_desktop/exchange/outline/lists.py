"""Plain lists, as they are pasted from elsewhere: what their lines are goes by their depth.

The first level are stages, the second steps, all below actions. A bullet with nothing beneath it,
beneath a line, is an action, unless its like elsewhere in the list have something beneath them.
Lines of one depth may differ by their bullets alone, as word processors paste them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cjm_desktop.exchange.outline.items import Kind
from cjm_desktop.exchange.outline.marks import Mark

_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_BOX = re.compile(r"\[[ xX]?\]\s+")


def kinds(marks: Sequence[Mark], *, typed: bool = False) -> list[Kind]:
    """What each line of a plain list is; signs among them mean what they always mean.

    Args:
        marks: of the lines that are not blank.
        typed: it is typed as an outline, where a bullet is the sign of an action.
    """
    depths, parents = _depths(marks)
    branching = {depths[one] for one in parents if one is not None and marks[one].style}
    signed = typed or any(one.kind is not None for one in marks)
    found: list[Kind] = []
    for number, mark in enumerate(marks):
        depth = depths[number]
        leaf = depth not in branching
        if mark.kind is not None:
            found.append(mark.kind)
        elif _is_bullet(mark) and (typed or (signed and leaf)):
            found.append("action")
        elif depth == 0:
            found.append("stage")
        elif depth > 1 or (leaf and _is_bullet(mark)):
            found.append("action")
        else:
            found.append("step")
    return found


def plain(text: str) -> str:
    """A line of a pasted list without what only makes it look like something."""
    return _BOLD.sub(r"\2", _BOX.sub("", text, count=1) if text.startswith("[") else text)


def _is_bullet(mark: Mark) -> bool:
    return bool(mark.style) and mark.style[0] not in "nl"


def _depths(marks: Sequence[Mark]) -> tuple[list[int], list[int | None]]:
    """How deep each line lies, and beneath which one."""
    open_lines: list[int] = []
    depths: list[int] = []
    parents: list[int | None] = []
    for number, mark in enumerate(marks):
        if mark.kind is not None:
            # What a sign says lies beneath the line it stands under, and nothing beneath it.
            over = [one for one in open_lines if marks[one].indent < mark.indent]
            depths.append(len(over))
            parents.append(over[-1] if over else None)
            continue
        _close(open_lines, marks, mark)
        depths.append(len(open_lines))
        parents.append(open_lines[-1] if open_lines else None)
        open_lines.append(number)
    return depths, parents


def _close(open_lines: list[int], marks: Sequence[Mark], mark: Mark) -> None:
    """Leave open what the next line lies beneath."""
    while open_lines and marks[open_lines[-1]].indent > mark.indent:
        open_lines.pop()
    level = [one for one in open_lines if marks[one].indent == mark.indent]
    same = next((one for one in level if marks[one].style == mark.style), None)
    if same is None and not mark.style:
        same = next(iter(level), None)  # what has no bullet begins anew
    if same is not None:
        del open_lines[open_lines.index(same) :]
