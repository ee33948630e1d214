"""A strip over the map that says one thing and offers a way out; it never stops the work."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cjm_desktop.ui import icons, plain
from cjm_desktop.ui.controls import button, icon_button, name_button
from cjm_desktop.ui.hearing.announcing import announce
from cjm_desktop.ui.icons import IconRole
from cjm_desktop.ui.palette import tokens

EDGE = 8
"""Between a strip and the edges of what it lies on, px."""
SIGNS: dict[str, tuple[str, IconRole, str]] = {
    "warn": ("alert-triangle", "warn", "warn"),
    "alarm": ("alert-triangle", "alarm", "alarm"),
    "done": ("circle-check", "good", "quiet"),
    "news": ("info-circle", "accent", "quiet"),
}
"""By what a strip is: its icon, the ink of that, and the look of the frame."""
Answer = tuple[str, Callable[[], object] | QAction]
"""What a button says and what it does; that of a command is there while the command works."""


class Banner(QFrame):
    """One sentence with its answers.

    Args:
        sentence: what is the matter.
        answers: the ways out; each closes the strip too.
        look: "warn" or "alarm"; "done" of what went well, "news" of what one should know.
    """

    closed = Signal()

    def __init__(
        self,
        sentence: str,
        answers: Sequence[Answer] = (),
        look: str = "warn",
    ) -> None:
        super().__init__()
        sign, role, frame = SIGNS[look]
        self.setProperty("look", frame)
        self.passing = False
        """Whether it only tells of something that is over: whatever comes next may replace it."""
        if not answers:
            # What is told within an edit stays when that edit then succeeds in part.
            QTimer.singleShot(0, self, self._pass)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 6, 5)
        row.setSpacing(10)
        picture = plain.label()
        picture.setPixmap(icons.icon(sign, role).pixmap(QSize(18, 18)))
        self.sentence = plain.label(sentence, wrap=True)
        self.sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        row.addWidget(picture)
        row.addWidget(self.sentence, 1)
        for text, do in answers:
            self._add_answer(row, text, do)
        close = icon_button("x", 16)
        name_button(close, self.tr("Close"))
        close.clicked.connect(self.close_)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignVCenter)

    def _pass(self) -> None:
        self.passing = True

    def _add_answer(self, row: QHBoxLayout, text: str, do: Callable[[], object] | QAction) -> None:
        made = button(text)
        row.addWidget(made)
        if isinstance(do, QAction):
            # Over the past, say, what is done to the map of now cannot be taken back.
            made.setVisible(do.isEnabled())
            do.enabledChanged.connect(made.setVisible)
            do = do.trigger
        made.clicked.connect(lambda _on=False, do=do: self._answer(do))

    def _answer(self, do: Callable[[], object]) -> None:
        self.close_()
        do()

    def close_(self) -> None:
        """Take the strip away."""
        self.hide()
        self.closed.emit()
        self.deleteLater()


class Banners(QWidget):
    """The strips over the map, one for each matter. They lie over it and push nothing aside.

    Args:
        over: what they lie on; they keep to its upper edge.
    """

    reached = Signal(int)
    """How far down they reach now, px: what lies there may make room."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._top = 0
        self._reach = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._shown: dict[str, Banner] = {}
        over.installEventFilter(self)
        self.hide()

    def begin(self, top: int) -> None:
        """Lie this far below the upper edge, px, over all that is there."""
        self._top = top
        self._lie()

    @property
    def reach(self) -> int:
        """How far down they reach, px; 0: there are none."""
        return self._reach

    def _lie(self) -> None:
        width = self._over.width() - 2 * EDGE
        height = self._column.heightForWidth(width)
        self.setVisible(bool(self._shown))
        self.setGeometry(EDGE, self._top + EDGE, width, height)
        self.raise_()
        reach = self._top + EDGE + height if self._shown else 0
        if reach != self._reach:
            self._reach = reach
            self.reached.emit(reach)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self._lie()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Let nothing of what lies below be seen between two strips and at their corners."""
        strips = tuple(self._shown.values())
        if len(strips) > 1:
            top, bottom = strips[0].geometry().center().y(), strips[-1].geometry().center().y()
            ground = QColor(tokens().canvas)
            QPainter(self).fillRect(0, top, self.width(), bottom - top, ground)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            # A strip is only as high as it is once it wears its style.
            self._lie()
        return done

    def show_banner(self, matter: str, banner: Banner) -> None:
        """Show a strip in place of the one about the same matter."""
        self.drop(matter)
        self._shown[matter] = banner
        self._column.addWidget(banner)
        banner.closed.connect(lambda: self._forget(matter, banner))
        self._lie()
        announce(banner, banner.sentence.text())

    def _forget(self, matter: str, banner: Banner) -> None:
        if self._shown.get(matter) is banner:
            del self._shown[matter]
            self._column.removeWidget(banner)
            self._lie()

    def drop(self, matter: str) -> None:
        """Take the strip about a matter away, if there is one."""
        banner = self._shown.get(matter)
        if banner is not None:
            banner.close_()

    def drop_passing(self, matter: str) -> None:
        """Take the strip about a matter away, unless it is new or offers a way out."""
        banner = self._shown.get(matter)
        if banner is not None and banner.passing:
            banner.close_()

    def drop_all(self) -> None:
        """Take every strip away."""
        for matter in tuple(self._shown):
            self.drop(matter)

    def sentences(self) -> dict[str, str]:
        """What is said, by matter."""
        return {matter: one.sentence.text() for matter, one in self._shown.items()}
