"""At the right of the status bar: how much of the map is confirmed, how close one looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from cjm_desktop.ui import icons, plain
from cjm_desktop.ui.controls import ShareBar, icon_button, line

if TYPE_CHECKING:
    from cjm_desktop.journey.basis import Basis
    from cjm_desktop.ui.actions import Actions


class MapState(QWidget):
    """What the status bar says of the map that is shown.

    Args:
        actions: the window's commands.
    """

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._actions = actions
        self._basis: Basis | None = None
        self.evidence = _Pressed(actions)
        self._word = plain.label(role="secondary")
        self._bar = ShareBar()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(12)
        inside = QHBoxLayout(self.evidence)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        sign = plain.label()
        sign.setPixmap(icons.icon("circle-check", "faint").pixmap(QSize(14, 14)))
        inside.addWidget(sign)
        inside.addWidget(self._word)
        inside.addWidget(self._bar)
        post = line("post")
        post.setFixedHeight(16)
        self.view = self._view()
        for widget in (self.evidence, post, self.view):
            row.addWidget(widget)
        self.retranslate()

    def _view(self) -> QWidget:
        view = QWidget()
        row = QHBoxLayout(view)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self.zoom = QToolButton()
        self.fit = QToolButton()
        for made, command in (
            (icon_button("zoom-out", 18), "view.zoom_out"),
            (self.zoom, "view.zoom_100"),
            (icon_button("zoom-in", 18), "view.zoom_in"),
            (self.fit, "view.fit"),
            (icon_button("map-2", 18), "view.overview"),
            (icon_button("maximize", 18), "view.panels"),
        ):
            text = made in (self.zoom, self.fit)
            made.setDefaultAction(self._actions[command])
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            made.setAutoRaise(True)
            if text:
                made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            else:
                made.setIconSize(QSize(16, 16))
            row.addWidget(made)
        self.zoom.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        return view

    def show_basis(self, found: Basis | None) -> None:
        """Show which share of the map rests on evidence; nothing on a map without content."""
        self._basis = found if found and found.asked else None
        self.evidence.setVisible(self._basis is not None)
        if self._basis is not None:
            percent = self._basis.percent
            self._word.setText(self.tr("Confirmed {share} %").format(share=percent))
            self._bar.set(percent / 100)

    def show_zoom(self, zoom: float) -> None:
        """Show how close one looks, 1.0 = actual size."""
        self.zoom.setText(self.tr("{zoom} %").format(zoom=round(zoom * 100)))

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.fit.setText(self._actions["view.fit"].iconText())
        tip = self.tr("How many cards and feelings rest on evidence; the others are assumptions.")
        tip += " " + self.tr("Click to filter by it.")
        plain.tip(self.evidence, tip)
        self.evidence.setAccessibleName(tip)
        self.show_basis(self._basis)
        for made in self.view.findChildren(QToolButton):
            made.setAccessibleName(made.defaultAction().toolTip())


class _Pressed(QWidget):
    """Opens the filter when it is clicked, or by Enter.

    Args:
        actions: the window's commands.
    """

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._opens = actions["view.filter"]
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self._opens.trigger()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._opens.trigger()
        else:
            super().keyPressEvent(event)
