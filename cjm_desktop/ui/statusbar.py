"""The bar at the bottom: what the keys do now, how much is confirmed, how close one looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStatusBar, QToolButton, QWidget

from cjm_desktop.ui import icons, plain
from cjm_desktop.ui.actions import Actions
from cjm_desktop.ui.controls import KeyHints, ShareBar, icon_button, line

if TYPE_CHECKING:
    from cjm_desktop.journey.basis import Basis


class StatusBar(QStatusBar):
    """The status bar: hints at the left, the state of the view at the right.

    Args:
        actions: the window's commands.
    """

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self._actions = actions
        self._basis: Basis | None = None
        self.hints = KeyHints()
        self.addWidget(self.hints, 1)
        self.evidence = QWidget()
        self._evidence_word = plain.label(role="secondary")
        self._evidence_bar = ShareBar()
        self.view = self._view()
        self.addPermanentWidget(self._right())
        self.about = plain.label(role="faint")
        self.about.setContentsMargins(0, 0, 12, 0)
        self.addPermanentWidget(self.about)
        self.retranslate()

    def _view(self) -> QWidget:
        view = QWidget()
        row = QHBoxLayout(view)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self.zoom = QToolButton()
        self.fit = QToolButton()
        self.overview = icon_button("map-2", 18)
        for made, command in (
            (icon_button("zoom-out", 18), "view.zoom_out"),
            (self.zoom, "view.zoom_100"),
            (icon_button("zoom-in", 18), "view.zoom_in"),
            (self.fit, "view.fit"),
            (self.overview, "view.overview"),
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

    def _right(self) -> QWidget:
        right = QWidget()
        row = QHBoxLayout(right)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(12)
        inside = QHBoxLayout(self.evidence)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        sign = plain.label()
        sign.setPixmap(icons.icon("circle-check", "faint").pixmap(QSize(14, 14)))
        inside.addWidget(sign)
        inside.addWidget(self._evidence_word)
        inside.addWidget(self._evidence_bar)
        self._post = line("post")
        self._post.setFixedHeight(16)
        for widget in (self.evidence, self._post, self.view):
            row.addWidget(widget)
        return right

    def show_basis(self, found: Basis | None) -> None:
        """Show which share of the map rests on evidence; nothing on a map without content."""
        self._basis = found if found and found.asked else None
        self.evidence.setVisible(self._basis is not None)
        if self._basis is not None:
            percent = self._basis.percent
            self._evidence_word.setText(self.tr("Confirmed {share} %").format(share=percent))
            self._evidence_bar.set(percent / 100)

    def show_zoom(self, zoom: float) -> None:
        """Show how close one looks, 1.0 = actual size."""
        self.zoom.setText(self.tr("{zoom} %").format(zoom=round(zoom * 100)))

    def show_map(self, *, has_map: bool) -> None:
        """Show what belongs to a map, or what belongs to the first page."""
        for widget in (self.view, self._post):
            widget.setVisible(has_map)
        self.evidence.setVisible(has_map and self._basis is not None)
        self.about.setVisible(not has_map)

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.fit.setText(self._actions["view.fit"].iconText())
        self.about.setText(self.tr("Works without a network"))
        tip = self.tr("How many cards and feelings rest on evidence; the others are assumptions.")
        plain.tip(self.evidence, tip)
        self.show_basis(self._basis)
        for made in self.view.findChildren(QToolButton):
            made.setAccessibleName(made.defaultAction().toolTip())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
