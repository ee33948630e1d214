"""What makes a dialog stand out from the window behind it, with or without a window manager."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QDialog, QWidget

from cjm_desktop.ui.palette import tokens

VEIL = QColor(23, 32, 43, 115)
"""Ink at 45 per cent."""
DARK_VEIL = QColor(0, 0, 0, 140)
"""The same over a dark window."""


class Lifted(QObject):
    """Dims the window behind a dialog while the dialog is shown, and draws the dialog an edge.

    Args:
        dialog: of which window its parent says.
    """

    def __init__(self, dialog: QDialog) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._edge = Edge(dialog)
        self._scrim: Scrim | None = None
        dialog.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._edge.fit()
        # Spontaneous ones come from minimising.
        elif event.type() == QEvent.Type.Show and not event.spontaneous():
            self._edge.fit()
            self._dim()
        elif event.type() == QEvent.Type.Hide and not event.spontaneous():
            self._light()
        return False

    def _dim(self) -> None:
        behind = self._dialog.parentWidget()
        if behind is not None and self._scrim is None:
            self._scrim = Scrim(behind.window())

    def _light(self) -> None:
        if self._scrim is not None:
            self._scrim.hide()
            self._scrim.deleteLater()
            self._scrim = None


class Scrim(QWidget):
    """Covers a window until it is deleted.

    Args:
        window: to cover.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("scrim")
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.raise_()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), DARK_VEIL if tokens().dark else VEIL)


class Edge(QWidget):
    """A line of one pixel round a dialog.

    Args:
        dialog: round which.
    """

    def __init__(self, dialog: QDialog) -> None:
        super().__init__(dialog)
        self.setObjectName("edge")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._dialog = dialog

    def fit(self) -> None:
        """Lie round the dialog as large as it is, over all it holds."""
        whole = QRect(self._dialog.rect())
        self.setGeometry(whole)
        self.setMask(QRegion(whole) - QRegion(whole.adjusted(1, 1, -1, -1)))
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(tokens().line2))
