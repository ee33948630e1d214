"""What tools are made of: a pointer, gestures from press to release, and what the canvas lets
them do. Gestures keep ids and places on the paper, never items."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

if TYPE_CHECKING:
    from cjm_desktop.ui.canvas.view import Canvas

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


class Pointer(NamedTuple):
    """Where the mouse is."""

    x: float
    y: float
    """What is seen there, on the paper, poster units."""
    at: QPointF
    """Pixels of the viewport."""
    held: Qt.KeyboardModifier

    @property
    def control(self) -> bool:
        """Whether Ctrl is held."""
        return bool(self.held & CONTROL)

    @property
    def shift(self) -> bool:
        """Whether Shift is held."""
        return bool(self.held & SHIFT)

    @property
    def alt(self) -> bool:
        """Whether Alt is held."""
        return bool(self.held & ALT)


class Hint(NamedTuple):
    """What the status bar says: what is going on, and the keys that help."""

    state: str
    keys: tuple[str, ...] = ()
    """Each with its key in square brackets: "[Esc] cancel"."""

    def text(self) -> str:
        """Parts set apart by tabs, the state first."""
        return "\t".join((self.state, *self.keys))


class Gesture:
    """From a press of the mouse to its release; nothing is written before the release."""

    cursor: Qt.CursorShape = Qt.CursorShape.ArrowCursor
    quiet = False
    """It may still turn out to be a mere click."""
    scrolls = (True, True)
    """Whether the map scrolls by itself, across and down, while the pointer is near an edge."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas

    def move(self, pointer: Pointer) -> None:
        """Follow the pointer."""

    def release(self, pointer: Pointer) -> None:
        """Do it."""

    def cancel(self) -> None:
        """Leave everything as it was."""

    def paint(self, painter: QPainter) -> None:
        """Paint what the gesture adds to the picture, in pixels of the viewport."""

    def wipe(self) -> None:
        """Have what the gesture painted over the map painted anew: it is over."""
        self.canvas.viewport().update()

    def hint(self) -> Hint:
        """What the status bar says meanwhile."""
        return Hint("")


class Tool:
    """What a press begins, and what a cursor promises."""

    name = ""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas

    @abstractmethod
    def press(self, pointer: Pointer) -> Gesture | None:
        """Begin a gesture, or do what needs none."""

    def double(self, pointer: Pointer) -> None:
        """Answer a double click."""

    def point(self, pointer: Pointer) -> str:
        """Choose what is under the pointer, for a menu of it; nothing: the map itself."""
        return ""

    def tip(self, pointer: Pointer) -> str:
        """What is said of the thing under the pointer when it rests there."""
        return ""

    def leave(self) -> None:
        """The pointer has left the map, or the tool is put down."""

    def paint(self, painter: QPainter) -> None:
        """Paint what the tool would do, in pixels of the viewport."""

    @abstractmethod
    def hover(self, pointer: Pointer) -> Qt.CursorShape:
        """Mark what is under the pointer and say which cursor to show."""

    @abstractmethod
    def hint(self) -> Hint:
        """What the status bar says while the tool waits."""
