"""Where a monkey's blind hands seldom get to: borders of stages, fields, commands yet ungiven."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from cjm_desktop.ui.canvas.roles import STEPS
from tests.monkey.hands import CTRL, LEFT, NONE, Act, Hands, called, inside, is_seen, is_there

FIELDS = (
    QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit,
    QTextEdit,
)  # fmt: skip


class Aims:
    """Acts with an aim.

    Args:
        hands: that do them.
    """

    def __init__(self, hands: Hands) -> None:
        self._hands, self._dice = hands, hands.dice
        self.given: Counter[str] = Counter()
        """How often each command was given, in whatever way."""
        self.entries: Counter[str] = Counter()
        for command in hands.window.commands:
            name = command.objectName()
            self.given[name] = 0
            command.triggered.connect(lambda _on, name=name: self._count(name))

    def _count(self, name: str) -> None:
        self.given[name] += 1

    @property
    def never(self) -> list[str]:
        """Commands that were not given yet."""
        return [name for name, count in self.given.items() if not count]

    def rare(self) -> str:
        """Give the command that was given least of those that can be given."""
        if QApplication.activeModalWidget() or QApplication.activePopupWidget():
            return self._hands.entry()
        offered = [one for one in self._hands.window.commands if one.isEnabled()]
        self._dice.shuffle(offered)
        chosen = min(offered, key=lambda one: self.given[one.objectName()])
        self._hands.tell(f"rare {chosen.objectName()}")
        chosen.trigger()
        return f"gave {chosen.objectName()}"

    def submenu(self) -> str:
        """Choose in a menu of the menu bar something that is no command: a lane, a file, a map."""
        window = self._hands.window
        if QApplication.activeModalWidget() or QApplication.activePopupWidget():
            return self._hands.entry()
        own = {id(one) for one in window.commands}
        offered = [one for one in _leaves(window.menuBar().actions()) if id(one) not in own]
        if not offered:
            return "no entry"
        chosen = self._dice.choice(offered)
        said = f"entry of a menu {chosen.text()!r}"
        self._hands.tell(said)
        chosen.trigger()
        return said

    def select(self) -> str:
        """Select something of the map, and often something else with it."""
        work = self._hands.window.work
        if work is None or not work.canvas.isVisible() or QApplication.activeModalWidget():
            return self.field()
        chosen = [self._dice.choice([one.id for one in work.journey])]
        work.canvas.reveal(chosen[0])
        rect = work.canvas.record_rect(chosen[0])
        if rect is None or self._hands.top is not self._hands.window:
            return self._hands.click()
        port = work.canvas.viewport()
        at = rect.center().toPoint()
        handle = self._hands.window.windowHandle()
        if port.rect().contains(at) and handle is not None:
            self._hands.tell(f"select {chosen[0]}")
            QTest.mouseClick(handle, LEFT, NONE, inside(handle, port.mapTo(port.window(), at)))
        return f"select {chosen[0]}"

    def field(self) -> str:
        """Click into a field or on a button of whatever is in front, and type there."""
        top = self._hands.top
        found: list[QWidget] = [
            one
            for one in top.findChildren(QWidget)
            if isinstance(one, FIELDS) and is_seen(one, top)
        ]
        handle = top.windowHandle()
        if not found or handle is None or not handle.isVisible():
            return self._hands.click()
        # Each sort as likely as another: of buttons there are many.
        sort = self._dice.choice(sorted({type(one).__name__ for one in found}))
        widget = self._dice.choice([one for one in found if type(one).__name__ == sort])
        said = f"field {called(widget)}"
        self._hands.tell(said)
        at = widget.visibleRegion().boundingRect().center()
        QTest.mouseClick(handle, LEFT, NONE, inside(handle, widget.mapTo(top, at)))
        if self._dice.random() < 0.5:
            self._hands.type_in()
        if self._dice.random() < 0.3:
            self._hands.key()
        return said

    def border(self) -> str:
        """Drag a border of stages, to hand steps over, to merge, or to make a stage."""
        work = self._hands.window.work
        if work is None or not work.canvas.isVisible() or self._hands.top is not self._hands.window:
            return self._hands.drag()
        canvas, columns = work.canvas, work.canvas.drawing.columns
        edges = [
            one.x
            for index, one in enumerate(columns)
            if index and one.stage_id != columns[index - 1].stage_id
        ]
        handle = self._hands.window.windowHandle()
        if not edges or handle is None:
            return "no border"
        x, y = self._dice.choice(edges), canvas.drawing.stages_y + 2
        start = canvas.camera.to_view(x, y).toPoint()
        port = canvas.viewport()
        if not port.rect().contains(start):
            canvas.fit_map()
            start = canvas.camera.to_view(x, y).toPoint()
        far = round(self._dice.uniform(-1.0, 1.0) * port.width() / 2)
        held = self._dice.choice((NONE, NONE, CTRL))
        self._hands.tell(f"border {x:.0f} by {far} {held}")
        begin = port.mapTo(port.window(), start)
        QTest.mouseMove(handle, inside(handle, begin))
        QTest.mousePress(handle, LEFT, held, inside(handle, begin))
        for part in range(1, 5):
            if is_there(handle):
                QTest.mouseMove(handle, inside(handle, begin + QPoint(far * part // 4, 0)))
                QApplication.processEvents()
        if is_there(handle):
            QTest.mouseRelease(handle, LEFT, held, inside(handle, begin + QPoint(far, 0)))
        return "border"

    def sketch(self) -> str:
        """Write a line into the sketch, which is opened where it is not."""
        window = self._hands.window
        if QApplication.activeModalWidget() or window.work is None:
            return self._hands.type_in()
        if window.bench.sketch.pane is None:
            window.commands["view.sketch"].trigger()
        pane = window.bench.sketch.pane
        if pane is None:
            return "no sketch"
        pane.lines.setFocus()
        self._hands.tell("sketch")
        for _ in range(self._dice.randrange(1, 4)):
            QTest.keyClick(pane.lines, self._dice.choice((Qt.Key.Key_Down, Qt.Key.Key_End)))
        return self._hands.type_in() + self._hands.type_in()

    def roles(self) -> str:
        """Turn a role where roles stand."""
        work = self._hands.window.work
        if work is None or not work.canvas.isVisible() or self._hands.top is not self._hands.window:
            return self._hands.key()
        lanes = [one for one in work.journey.lanes(work.map_id) if one.holds in STEPS]
        if not lanes:
            return self.rare()
        drawing, port = work.canvas.drawing, work.canvas.viewport()
        row = next((one for one in drawing.lanes if one.lane_id == lanes[0].id), None)
        column = self._dice.choice(drawing.columns) if drawing.columns else None
        handle = self._hands.window.windowHandle()
        if row is None or column is None or handle is None:
            return "no roles"
        at = work.canvas.camera.to_view(
            column.x + column.w * self._dice.random(), row.y + row.h * self._dice.random()
        ).toPoint()
        if port.rect().contains(at):
            self._hands.tell(f"roles {at.toTuple()}")
            QTest.mouseClick(handle, LEFT, NONE, inside(handle, port.mapTo(port.window(), at)))
        return "roles"


def aimed(aims: Aims) -> list[Act]:
    """What is done on purpose, the more often the longer it is in the list."""
    acts: list[tuple[int, Act]] = [
        (10, aims.rare), (3, aims.submenu), (8, aims.select), (14, aims.field),
        (3, aims.border), (2, aims.sketch), (2, aims.roles),
    ]  # fmt: skip
    return [act for often, act in acts for _ in range(often)]


def _leaves(actions: Sequence[QAction]) -> Iterator[QAction]:
    """What can be chosen in menus, as they would be if they were opened now."""
    for action in actions:
        menu = action.menu()
        if isinstance(menu, QMenu) and action.isEnabled():
            menu.aboutToShow.emit()
            yield from _leaves(menu.actions())
        elif menu is None and action.isEnabled() and not action.isSeparator():
            yield action
