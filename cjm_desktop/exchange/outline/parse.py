"""From a text to an outline: every line gets a kind, and every text makes a map."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cjm_desktop.exchange.outline import escapes, feelings, kindwords, lists, marks, spans
from cjm_desktop.exchange.outline.items import Item, Kind, LineKind, Outline
from cjm_desktop.exchange.outline.marks import Mark
from cjm_desktop.exchange.report import Note
from cjm_desktop.journey import felt
from cjm_desktop.journey.records import LONG, SHORT
from cjm_desktop.journey.values import clean_text

MOST_FEELINGS = 100
"""Points of one curve in one step."""
_HEADING = re.compile(r"^\s*#", re.MULTILINE)


def parse(text: str, *, whole: bool = False) -> Outline:
    """Read a text as an outline (see `card` for the signs).

    Args:
        text: an outline, or any list.
        whole: it is a document of its own, or a list from elsewhere: the depth of its bullets says
            what they are, and where it has three levels of headings, a single first one is the
            title of the map. Else it is typed, and a bullet is the sign of an action.
    """
    text = clean_text(text).removeprefix("\ufeff")
    return _Parser(text, whole=whole).outline()


def begins_outline(text: str) -> bool:
    """Whether a text has headings, so that its signs and not its indentation say what lines are."""
    return _HEADING.search(text) is not None


class _Parser:
    """One text on its way to an outline."""

    def __init__(self, text: str, *, whole: bool) -> None:
        self._text = text
        self._whole = whole
        self._lines: list[LineKind] = []
        self._items: list[Item] = []
        self._notes: list[Note] = []
        self._title = ""
        self._feelings = 0
        """How many the open stage or step has."""
        self._of_five = False
        """They are all out of five."""
        self._doubtful: list[tuple[int, int]] = []
        """The lines of those that may be meant so, with what they say."""

    def outline(self) -> Outline:
        """The outline of the text."""
        lines = self._text.split("\n")
        read = _headed(
            None if not line.strip() or marks.is_rule(line) else marks.read(line) for line in lines
        )
        said = [one for one in read if one is not None]
        plain = not any(one.kind in ("stage", "step") for one in said)
        if self._whole:
            self._of_five = feelings.is_of_five(one.text for one in said if one.kind == "feeling")
        known = iter(lists.kinds(said, typed=not self._whole) if plain else self._signed(said))
        for number, (line, mark) in enumerate(zip(lines, read, strict=True), 1):
            if mark is None:
                self._lines.append("rule" if line.strip() else "blank")
            else:
                self._line(number, mark, next(known), plain=plain)
        self._ask_back()
        found = (self._text, tuple(self._lines), tuple(self._items), tuple(self._notes))
        return Outline(*found, title=self._title)

    def _signed(self, said: Sequence[Mark]) -> list[Kind | None]:
        """What each line of an outline with headings is; None: the title of the map."""
        levels = [len(one.sign) if one.kind in ("stage", "step") else 0 for one in said]
        shift = self._whole and levels[0] == 1 and levels.count(1) == 1 and max(levels) > 2
        found: list[Kind | None] = []
        column: tuple[Mark, Kind] | None = None
        for mark, level in zip(said, levels, strict=True):
            kind: Kind | None = mark.kind
            if level:
                kind = None if shift and level == 1 else "stage" if level - shift < 2 else "step"
            elif kind is None:
                kind = _unsigned(mark, column)
            if kind == "stage" or kind == "step":
                column = mark, kind
            found.append(kind)
        return found

    def _line(self, number: int, mark: Mark, kind: Kind | None, *, plain: bool) -> None:
        if kind is None:
            self._lines.append("title")
            self._title = self._fit(mark.text, SHORT, number)
            self._note("title", number, text=_short(self._title))
            return
        self._lines.append(kind)
        if not plain and mark.bare:
            self._note(f"no_sign.{kind}", number)
        if kind == "step" and mark.kind == "step" and len(mark.sign) > 2 and not self._whole:
            self._note("deep", number)
        if kind != "stage":
            self._need_stage(number)
        if kind in ("stage", "step"):
            self._feelings = 0
        self._items += self._said(number, mark, kind, plain=plain)

    def _need_stage(self, number: int) -> None:
        """Nothing lies outside a stage."""
        if not self._items:
            self._items.append(Item("stage", "", 0))
            self._note("before_stage", number)

    def _said(self, number: int, mark: Mark, kind: Kind, *, plain: bool) -> list[Item]:
        """What a line names."""
        text = lists.plain(mark.text) if plain else mark.text
        ends = mark.start + len(mark.text)
        item = Item(kind, "", number, mark.start, ends)
        if kind in ("stage", "step"):
            return [self._column_item(item, text.rstrip(":") if plain else text)]
        if kind == "contact":
            return self._contacts(item, text)
        if kind == "feeling":
            return self._feeling(item, text)
        if kind == "barrier":
            if len(mark.sign) > 3:
                self._note("severity", number)
            item = item._replace(severity=min(3, len(mark.sign)))
        if mark.kind is None:
            text = kindwords.unguarded(text)
        return [item._replace(text=self._fit(escapes.as_said(text), LONG, number))]

    def _column_item(self, item: Item, text: str) -> Item:
        title, span = spans.split(text)
        title = escapes.as_said(escapes.without_number(title))
        return item._replace(text=self._fit(title, SHORT, item.line), span=span)

    def _contacts(self, item: Item, text: str) -> list[Item]:
        return [
            item._replace(
                text=self._fit(escapes.as_said(one.text), LONG, item.line),
                start=item.start + one.start,
                end=item.start + one.end,
            )
            for one in escapes.parts(text)
        ]

    def _feeling(self, item: Item, text: str) -> list[Item]:
        self._feelings += 1
        if self._feelings > MOST_FEELINGS:
            self._lines[-1] = "left_out"
            self._note("feelings", item.line, n=MOST_FEELINGS)
            return []
        said = feelings.read(text, of_five=self._of_five)
        if said.of_five and not self._of_five:
            value = felt.written(said.value, "", "en").replace("-", "−")
            self._note("of_five", item.line, n=said.of_five, value=value)
        elif feelings.mark_of(text) and not said.of_five:
            self._doubtful.append((item.line, feelings.mark_of(text)))
        if not said.said:
            self._note("no_value", item.line)
        if said.off_scale:
            self._note("off_scale", item.line, value=said.value)
        word = self._fit(escapes.as_said(said.word), SHORT, item.line)
        return [item._replace(text=word, value=said.value)]

    def _ask_back(self) -> None:
        """Where one feeling is out of five, say what others without a sign are taken for."""
        if any(one.key == "outline.of_five" for one in self._notes):
            for line, mark in self._doubtful:
                self._note("perhaps_of_five", line, n=mark)
            self._notes.sort(key=lambda one: one.line or 0)

    def _fit(self, text: str, most: int, line: int) -> str:
        """Text that a record can hold; what had to go is told."""
        if len(text) <= most:
            return text
        self._note("shortened", line, text=_short(text), n=most)
        return text[:most].rstrip()

    def _note(self, key: str, line: int, **values: object) -> None:
        self._notes.append(Note(f"outline.{key}", values, line))


def _headed(lines: Iterable[Mark | None]) -> list[Mark | None]:
    """Lines under a word such as `Pains:` are what it says, the word itself is nothing."""
    found: list[Mark | None] = []
    head: Mark | None = None
    for mark in lines:
        if mark is None:
            found.append(None)
        elif mark.named and mark.kind not in ("stage", "step") and not mark.text:
            head = mark
            found.append(None)
        elif head is not None and mark.kind is None and _under(mark, head):
            found.append(marks.signed(mark, head))
        else:
            head = head if mark.kind not in (None, "stage", "step") else None
            found.append(mark)
    return found


def _under(mark: Mark, head: Mark) -> bool:
    return mark.indent > head.indent or (bool(mark.style) and mark.indent == head.indent)


def _unsigned(mark: Mark, column: tuple[Mark, Kind] | None) -> Kind:
    """A line without a sign of ours, in an outline with headings.

    Args:
        column: the stage or step above it, and which of them it is.
    """
    if column is None:
        return "stage" if mark.bare else "action"
    above, kind = column
    deeper = mark.indent > above.indent
    if mark.style or (deeper and not (above.bare and kind == "stage")):
        return "action"
    # Beside a stage without a sign stand more of them, as in a list without headings.
    return kind if above.bare and not deeper else "step"


def _short(text: str) -> str:
    line = " ".join(text[:200].split())
    return line if len(line) <= 60 else f"{line[:59]}…"
