"""The head of the inspector: what is shown, where it lies, and the way to its neighbours."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from cjm_desktop.journey import naming, words
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import (
    Card,
    Evidence,
    Feeling,
    Hypothesis,
    JourneyMap,
    Lane,
    Link,
    Measurement,
    Record,
    Stage,
    Step,
)
from cjm_desktop.layout.icons import LANES
from cjm_desktop.ui import icons, plain
from cjm_desktop.ui.actions import Actions
from cjm_desktop.ui.controls import icon_button, name_button
from cjm_desktop.ui.palette import tokens

_ICONS = {
    "document": "file-text",
    "map": "map",
    "persona": "user",
    "department": "users",
    "stage": "columns-3",
    "step": "columns",
    "touchpoint": "message-2",
    "barrier": "alert-triangle",
    "opportunity": "bulb",
    "feeling": "mood-smile",
    "evidence": "circle-check",
    "hypothesis": "flask",
    "metric": "chart-line",
    "measurement": "chart-line",
    "link": "arrow-right",
}


def icon_of(record: Record, journey: Journey) -> str:
    """The name of the icon that stands for a record."""
    if isinstance(record, Lane):
        return LANES.get(record.holds, "stack-2")
    if record.kind == "card" and isinstance(record, Card):
        lane = journey.find(record.lane_id)
        return LANES.get(lane.holds, "note") if isinstance(lane, Lane) else "note"
    return _ICONS.get(record.kind, "note")


def kind_of(record: Record, journey: Journey, language: str) -> str:
    """What a record is called: "Barrier", "Stage 4"."""
    key = f"kind.{record.kind}"
    if record.kind == "card" and isinstance(record, Card):
        lane = journey.find(record.lane_id)
        if isinstance(lane, Lane) and lane.holds not in {"touchpoints"}:
            key = f"card_of.{lane.holds}"
    said = words.say(key, language)
    said = said[:1].upper() + said[1:]
    if isinstance(record, Stage):
        order = [one.id for one in journey.stages(record.map_id)]
        return f"{said} {order.index(record.id) + 1}" if record.id in order else said
    return said


def way_to(record: Record, journey: Journey, language: str) -> str:
    """Where a record lies: "Contract › Advance"."""
    names: list[str] = []
    if isinstance(record, Card | Feeling):
        for found in (journey.find(record.stage_id), journey.find(record.step_id)):
            if isinstance(found, Stage | Step):
                names.append(found.title)  # noqa: PERF401 - two at most
    elif isinstance(record, Step):
        stage = journey.find(record.stage_id)
        names = [stage.title] if isinstance(stage, Stage) else []
    elif isinstance(record, Evidence | Hypothesis | Measurement):
        about = journey.find(
            getattr(record, "about_id", None) or getattr(record, "metric_id", None)
        )
        names = [naming.label(about, language)] if about is not None else []
    elif isinstance(record, Link):
        names = [naming.called(journey, record, language)]
    else:
        above = journey.find(getattr(record, "map_id", None))
        names = [above.title] if isinstance(above, JourneyMap) else []
    return " › ".join(plain.clean(one) for one in names if one)


class Head(QWidget):
    """The first lines of the inspector.

    Args:
        actions: the window's commands: previous, next and closing the panel are among them.
    """

    back = Signal()
    """To what was shown before."""
    drop = Signal()
    """Delete what is shown."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._actions = actions
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 10, 8, 4)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(0)
        self.sign: QLabel = plain.label()
        self.sign.setFixedWidth(24)
        self.title = plain.Elided(role="panel")
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.where = plain.Elided(role="secondary")
        self.where.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        grid.addWidget(self.sign, 0, 0)
        grid.addWidget(self.title, 0, 1)
        grid.addWidget(self._buttons(actions), 0, 2)
        grid.addWidget(self.where, 1, 1, 1, 2)
        grid.setColumnStretch(1, 1)
        self.setMinimumHeight(44)

    def _buttons(self, actions: Actions) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.back_button = icon_button("arrow-left", 16)
        self.back_button.clicked.connect(self.back)
        self.drop_button = icon_button("trash", 16)
        self.drop_button.clicked.connect(self.drop)
        self.previous = icon_button("chevron-left", 16)
        self.previous.setDefaultAction(actions["edit.previous"])
        self.next = icon_button("chevron-right", 16)
        self.next.setDefaultAction(actions["edit.next"])
        self.close_button = icon_button("x", 16)
        self.close_button.clicked.connect(actions["view.inspector"].trigger)
        for made in (
            self.drop_button, self.back_button, self.previous, self.next, self.close_button,
        ):  # fmt: skip
            made.setAutoRaise(True)
            row.addWidget(made)
        return holder

    def say(self) -> None:
        """Say everything in the window's language."""
        name_button(self.back_button, self.tr("Back"))
        name_button(self.drop_button, self.tr("Delete"))
        key = self._actions.key("view.inspector")
        name_button(self.close_button, self.tr("Close the inspector"), key)

    def show_record(self, record: Record, journey: Journey, language: str) -> None:
        """Say what is shown and where it lies."""
        self._sign(icon_of(record, journey))
        self.title.set(kind_of(record, journey, language))
        self._place(way_to(record, journey, language))

    def show_many(self, number: int) -> None:
        """Say that several things are chosen."""
        self._sign("stack-2")
        self.title.set(self.tr("%n selected", "", number))
        self._place("")

    def _place(self, way: str) -> None:
        """Say where it lies; what lies nowhere leaves no empty line."""
        self.where.set(way)
        self.where.setVisible(bool(way))

    def show_buttons(self, *, neighbours: bool, back: bool, drop: bool) -> None:
        """Show the buttons that do something now."""
        self.previous.setVisible(neighbours)
        self.next.setVisible(neighbours)
        self.back_button.setVisible(back)
        self.drop_button.setVisible(drop)

    def _sign(self, name: str) -> None:
        colours = tokens()
        picture = icons.blank(48)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent_soft if colours.dark else colours.ink))
        painter.drawEllipse(QRectF(0, 0, 48, 48))
        ink = colours.accent_ink if colours.dark else colours.bar
        icons.draw(painter, name, ink, QRectF(10, 10, 28, 28))
        painter.end()
        picture.setDevicePixelRatio(2)
        self.sign.setPixmap(picture)
        self.sign.setFixedSize(QSize(24, 24))
