"""Filling in the fields of a panel, found by what they are called in Russian."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QDialog,
    QWidget,
)

from cjm_desktop.journey import words
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import (
    Duration,
    Record,
    Stage,
)
from cjm_desktop.ui.controls import Segments
from tests.walk.opened import Opened
from tests.walk.user import LEFT, NONE, User

RU = "ru"


def label(field: str) -> str:
    """What a field is called in the window."""
    said = words.say(f"field.{field}", RU)
    return said[:1].upper() + said[1:]


def choice(prefix: str, value: object) -> str:
    """What a choice is called in the window."""
    return words.say(f"{prefix}.{'none' if value == '' else value}", RU)


def number(value: float) -> str:
    """A number as it is typed in Russian."""
    return f"{value:g}".replace(".", ",")


class Panel:
    """Someone who selects things of a map and fills in the panel that is shown of them.

    Args:
        user: the hands.
        wanted: what the map is to be.
    """

    def __init__(self, user: User, wanted: Journey) -> None:
        self.user, self.wanted = user, wanted
        self.made: dict[str, str] = {}
        """By the id of each thing that was wanted: that of what stands for it."""

    # Looking at the map

    @property
    def opened(self) -> Opened:
        """The window."""
        return self.user.opened

    @property
    def journey(self) -> Journey:
        """The map as it is."""
        return self.opened.journey

    @property
    def panel(self) -> QWidget:
        """Where fields are filled in: the dialog that is open, else the inspector."""
        top = self.user.top
        return top if isinstance(top, QDialog) else self.user.inspector

    def _at(self, at: QPoint, *, double: bool = False) -> None:
        view = self.opened.canvas.viewport()
        assert view.rect().contains(at), f"{at} is not in sight"
        act = QTest.mouseDClick if double else QTest.mouseClick
        act(view, LEFT, NONE, at)
        self.user.rest()

    def select(self, record_id: str) -> None:
        """Click on a thing of the map."""
        record = self.journey.find(record_id)
        if isinstance(record, Stage):
            at = self.opened.name_of_stage(record_id)
        else:
            at = self.opened.spot(record_id)
        self._at(at)
        assert self.opened.canvas.selection == (record_id,), f"something else was hit: {record}"

    def _last_made(self, kind: type[Record], before: Iterable[str]) -> str:
        old = set(before)
        new = [one.id for one in self.journey.all(kind) if type(one) is kind and one.id not in old]
        assert len(new) == 1, f"{len(new)} new things of kind {kind.kind}"
        return new[0]

    def making(self, kind: type[Record], wanted: Record, act: Callable[[], object]) -> str:
        """Do what makes a thing; its id."""
        before = [one.id for one in self.journey.all(kind)]
        act()
        self.made[wanted.id] = self._last_made(kind, before)
        return self.made[wanted.id]

    # Fields of the panel

    def unfold(self) -> None:
        """Open every section of the panel."""
        for head in self.panel.findChildren(QAbstractButton):
            if head.property("look") == "section" and head.isVisible() and not head.isChecked():
                self.user.click(head)

    def text(self, record: Record, *names: str) -> None:
        """Type what a record says into fields that hold texts and numbers."""
        for name in names:
            value = getattr(record, name)
            if isinstance(value, tuple):
                value = "\n".join(value)
            if value not in ("", None):
                said = number(value) if isinstance(value, int | float) else value
                self.user.write(label(name), said, self.panel)

    def one_of(self, record: Record, name: str, prefix: str) -> None:
        """Choose one of a few values that lie side by side."""
        value = getattr(record, name)
        said = str(value) if prefix == "" else choice(prefix, value)
        row = self.user.find(Segments, label(name), self.panel)
        self.user.push(said, row)

    def span(self, record: Record, name: str) -> None:
        """Type a duration with its unit and range."""
        value: Duration | None = getattr(record, name)
        if value is None:
            return
        self.user.write(label(name), number(value.value), self.panel)
        row = self.user.find(QWidget, label(name), self.panel).parentWidget()
        field = row.parentWidget() if row is not None else None
        unit = words.say(f"unit.{value.unit}", RU, n=5)
        if self.user.find(QComboBox, "Единица", field).currentText() != unit:
            self.user.pick("Единица", unit, field)
        for bound, said in ((value.low, "Не меньше"), (value.high, "Не больше")):
            if bound is not None:
                self.user.write(said, number(bound), field)

    def day(self, record: Record, name: str) -> None:
        """Type a date."""
        value: str = getattr(record, name)
        if value:
            self.user.write(label(name), ".".join(reversed(value.split("-"))), self.panel)

    def switch(self, record: Record, name: str, said: str = "") -> None:
        """Set a check mark."""
        box = self.user.find(QCheckBox, said or label(name), self.panel)
        if box.isChecked() != getattr(record, name):
            self.user.click(box, QPoint(8, box.height() // 2))

    def _pick_name(self, name: str, record_id: str | None) -> None:
        record = self.wanted.find(record_id)
        if record is not None:
            said = getattr(record, "role", "") or getattr(record, "title", "") or record.name  # type: ignore[attr-defined]
            self.user.pick(label(name), said, self.panel)
