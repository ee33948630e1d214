"""Tables as spreadsheets put them on the clipboard: tab separated text, and HTML."""

from __future__ import annotations

import csv
import html
import io
import re
from collections.abc import Sequence
from html.parser import HTMLParser

from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.tables.lines import SOFT
from cjm_desktop.journey.values import clean_text

Rows = Sequence[Sequence[str]]
MOST_CELLS = 50_000
"""More than any map has; beyond it a table is refused."""
MOST_LETTERS = 8_000_000
_FORMULA = re.compile("'*[=+\\-@\uff1d\uff0b\uff0d\uff20]")
"""What a spreadsheet takes for a formula, behind apostrophes or not."""
_BREAKING = frozenset(("br", "p", "div", "li", "h1", "h2", "h3", "h4"))
_SILENT = frozenset(("style", "script", "head", "title"))


def to_tsv(rows: Rows) -> str:
    """Rows as tab separated text; a cell with line breaks stands in quotes.

    What a spreadsheet would run as a formula gets an apostrophe before it, which `from_tsv` takes
    away (OWASP, CSV Injection).
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter="\t", lineterminator="\r\n")
    writer.writerows([_guarded(one) for one in row] for row in rows)
    return out.getvalue().removesuffix("\r\n")


def from_tsv(text: str) -> list[list[str]]:
    """The rows of tab separated text; quotes that do not close are letters like others.

    Raises:
        Problem: it is far larger than a map.
    """
    _check_letters(text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    try:
        reader = csv.reader(io.StringIO(lines, newline=""), delimiter="\t", strict=True)
        found = [list(row) for row in reader]
    except csv.Error:
        found = [line.split("\t") for line in lines.split("\n")]
    _check_cells(sum(map(len, found)))
    return _even([[_plain(_unguarded(one)) for one in row or [""]] for row in found])


def to_html(rows: Rows) -> str:
    """Rows as a table that spreadsheets take as text, with line breaks inside its cells."""
    cell = "<td style=\"mso-number-format:'\\@'; white-space:pre-wrap\">{}</td>"
    lines = ["<tr>" + "".join(cell.format(_markup(one)) for one in row) + "</tr>" for row in rows]
    head = '<meta charset="utf-8"><style>br{mso-data-placement:same-cell;}</style>'
    return f"{head}<table>{''.join(lines)}</table>"


def from_html(text: str) -> list[list[str]] | None:
    """The rows of the first table of a page; None where there is none.

    A cell that covers several stands in the first one, the others are empty.

    Raises:
        Problem: it is far larger than a map.
    """
    _check_letters(text)
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return _even([[_plain(one) for one in row] for row in reader.rows]) if reader.rows else None


def _guarded(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) else text


def _unguarded(text: str) -> str:
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def _markup(text: str) -> str:
    return html.escape(text).replace("\n", "<br>")


def _plain(text: str) -> str:
    """A cell without control characters; a break inside a card stays what it is."""
    return SOFT.join(clean_text(one) for one in text.split(SOFT))


def _even(rows: list[list[str]]) -> list[list[str]]:
    """Rows of the same length, without empty ones at the end."""
    while rows and not any(one.strip() for one in rows[-1]):
        rows.pop()
    width = max(map(len, rows), default=0)
    _check_cells(width * len(rows))
    return [[*row, *[""] * (width - len(row))] for row in rows]


def _check_letters(text: str) -> None:
    if len(text) > MOST_LETTERS:
        raise Problem("table.too_large")


def _check_cells(count: int) -> None:
    if count > MOST_CELLS:
        raise Problem("table.too_large")


class _Reader(HTMLParser):
    """Reads the cells of the first table; a table inside a cell is a part of its text."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self._deep = 0
        self._done = False
        self._silent = 0
        self._cell: list[str] | None = None
        self._taken: dict[tuple[int, int], None] = {}
        """Places that a cell of a row above covers."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in _SILENT
        if tag == "table":
            self._deep += 1
        if self._done or self._deep != 1:
            return
        if tag == "tr":
            self._end_cell()
            self.rows.append([])
        elif tag in ("td", "th"):
            self._end_cell()
            self._begin_cell(dict(attrs))
        elif self._cell is not None and tag in _BREAKING:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        if tag == "table" and self._deep:
            self._deep -= 1
            if not self._deep:
                self._end_cell()
                self._done = self._done or bool(self.rows)
        elif self._deep == 1 and tag in ("td", "th", "tr"):
            self._end_cell()

    def handle_data(self, data: str) -> None:
        if self._cell is not None and not self._silent and not self._done:
            self._cell.append(re.sub(r"[ \t\r\n]+", " ", data))

    def _begin_cell(self, attrs: dict[str, str | None]) -> None:
        if not self.rows:
            self.rows.append([])
        row, number = self.rows[-1], len(self.rows) - 1
        while (number, len(row)) in self._taken:
            row.append("")
        self._cell = []
        wide, high = _count(attrs.get("colspan")), _count(attrs.get("rowspan"))
        at = len(row)
        for down in range(1, high):
            for across in range(wide):
                self._taken[number + down, at + across] = None
        _check_cells(len(self._taken) + sum(map(len, self.rows)))
        row.append("")
        row.extend([""] * (wide - 1))
        self._at = number, at

    def _end_cell(self) -> None:
        if self._cell is None:
            return
        said, self._cell = "".join(self._cell), None
        lines = [" ".join(one.split(" ")).strip() for one in said.split("\n")]
        row, column = self._at
        self.rows[row][column] = "\n".join(one for one in lines if one)


def _count(said: str | None) -> int:
    return min(int(said), 1000) if said and said.isdecimal() else 1
