"""Tables from spreadsheets and boards as lines of an outline.

Three shapes are known: a column for each kind of thing (stage, step, barrier ...), a row for each
kind with the stages beside each other, and anything else, where each column lies deeper.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cjm_desktop.exchange.outline import kindwords, marks
from cjm_desktop.exchange.outline.items import KINDS, SIGNS, Kind

Rows = Sequence[Sequence[str]]


def lines_of_rows(rows: Rows) -> tuple[list[str], list[str]]:
    """The lines a table stands for, and the names of columns or rows that none stands for."""
    rows = [row for row in rows if any(cell.strip() for cell in row)]
    if not rows:
        return [], []
    heads = [kindwords.kind_of(cell) for cell in rows[0]]
    if len(set(heads) - {None}) > 1 and ("stage" in heads or "step" in heads):
        return _by_columns(rows, heads)
    names = [kindwords.kind_of(row[0]) for row in rows]
    if any(one not in (None, "stage", "step") for one in names) and len(rows[0]) > 1:
        return _by_rows(rows, names)
    return _by_depth(rows), []


def _by_columns(rows: Rows, heads: Sequence[Kind | None]) -> tuple[list[str], list[str]]:
    found: list[str] = []
    open_names: dict[Kind, str] = {}
    for row in rows[1:]:
        said = [(kind, cell) for kind, cell in zip(heads, row, strict=False) if kind]
        for kind in KINDS:
            text = "\n".join(cell for one, cell in said if one == kind and cell.strip())
            if kind in ("stage", "step"):
                if not text or open_names.get(kind) == text:
                    continue
                open_names[kind] = text
                if kind == "stage":
                    open_names.pop("step", None)
                text = " ".join(text.split())
            found += _cell(kind, text)
    left = [cell.strip() for kind, cell in zip(heads, rows[0], strict=True) if not kind]
    return found, [one for one in left if one]


def _by_rows(rows: Rows, names: Sequence[Kind | None]) -> tuple[list[str], list[str]]:
    steps = next((n for n, one in enumerate(names) if one == "step"), None)
    if steps is None and len(rows) > 1 and not rows[1][0].strip():
        steps = 1
    found: list[str] = []
    for column in range(1, len(rows[0])):
        stage = " ".join(rows[0][column].split())
        if stage:
            found.append(f"# {stage}")
        if steps and rows[steps][column].strip():
            found.append(f"## {' '.join(rows[steps][column].split())}")
        for kind in KINDS[2:]:
            for name, row in zip(names, rows, strict=True):
                if name == kind and column < len(row):
                    found += _cell(kind, row[column])
    left = [row[0].strip() for n, (row, name) in enumerate(zip(rows, names, strict=True))
            if n not in (0, steps) and not name]  # fmt: skip
    return found, [one for one in left if one]


def _by_depth(rows: Rows) -> list[str]:
    """Each column deeper than the one before; what stands above a cell already is not repeated."""
    first = min((n for row in rows for n, cell in enumerate(row) if cell.strip()), default=0)
    wide = max(sum(bool(cell.strip()) for cell in row) for row in rows)
    if wide == 1 and all(row[first].strip() for row in rows):
        return [" ".join(row[first].split()) for row in rows]
    found: list[str] = []
    above: dict[int, str] = {}
    for row in rows:
        for column, cell in enumerate(row):
            text = " ".join(cell.split())
            if not text or above.get(column) == text:
                continue
            above = {n: one for n, one in above.items() if n < column} | {column: text}
            found.append("\t" * (column - first) + text)
    return found


def _cell(kind: Kind, text: str) -> Iterator[str]:
    """The lines of a cell; a sign of ours in it means what it always means."""
    for line in text.split("\n"):
        mark = marks.read(line, worded=False)
        if mark.text:
            sign = mark.sign if mark.kind == kind else SIGNS[kind]
            yield f"{sign} {mark.text}"
