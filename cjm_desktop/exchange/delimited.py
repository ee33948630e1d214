"""Tables as text for spreadsheets: CSV (RFC 4180) and TSV, in UTF-8 with its mark."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Literal

from cjm_desktop.journey.values import clean_text

Kind = Literal["csv", "tsv"]
KINDS: tuple[Kind, ...] = ("csv", "tsv")
MARK = "\ufeff"
"""Without it a spreadsheet takes the text for that of its own country."""
_FORMULA = tuple("=+-@\uff1d\uff0b\uff0d\uff20")
"""Signs, also the full-width ones, with which a spreadsheet takes a text for a formula."""
_BREAKS = re.compile(r"[\t\n]+")


def write_table(rows: Iterable[Sequence[str]], kind: Kind = "csv") -> str:
    """A table as text.

    A cell that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, CSV
    Injection). In TSV, which has no line breaks within a cell, these become blanks.

    Args:
        rows: the first one with the names of the columns.
        kind: "csv" or "tsv".
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter="," if kind == "csv" else "\t", lineterminator="\r\n")
    writer.writerows([_cell(one, kind) for one in row] for row in rows)
    return MARK + out.getvalue()


def _cell(text: str, kind: Kind) -> str:
    """A text as one cell."""
    made = clean_text(text)
    if kind == "tsv":
        made = _BREAKS.sub(" ", made)
    return f"'{made}" if made.lstrip().startswith(_FORMULA) else made
