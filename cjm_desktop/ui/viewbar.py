"""The bar over the map: which path is shown, who stands out, which lanes there are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QToolButton

from cjm_desktop.ui import icons, plain
from cjm_desktop.ui.actions import Actions
from cjm_desktop.ui.controls import Segments, name_button
from cjm_desktop.ui.gathered import Gathered
from cjm_desktop.ui.people import Chips
from cjm_desktop.ui.work import LAYOUTS

HEIGHT = 40
GAP, EDGE = 10, 12
"""Between two parts of the bar, and at its ends, px."""
AROUND = 44
"""What a button with a word and an icon has besides the word, px."""
ICON_ONLY = Qt.ToolButtonStyle.ToolButtonIconOnly
VIEWS = ("as_is", "to_be", "both", "beside")


class ViewBar(QFrame):
    """What of the map is shown.

    Args:
        actions: the window's commands; the path switch gives four of them, the switch at the
            right three.
        lanes: the menu of the lanes.
        filters: the menu of what stands out.
    """

    def __init__(self, actions: Actions, lanes: QMenu, filters: QMenu) -> None:
        super().__init__()
        self.setObjectName("view")
        self.setFixedHeight(HEIGHT)
        self._actions = actions
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGE, 0, EDGE, 0)
        row.setSpacing(GAP)
        self.paths = Segments(VIEWS)
        self.paths.chosen.connect(lambda key: actions[f"view.{key}"].trigger())
        for path in VIEWS:
            actions[f"view.{path}"].toggled.connect(
                lambda on, path=path: self._show_path(path) if on else None
            )
        self.path = Gathered(self._offer_paths)
        self.chips = Chips()
        self.filter = _opens("filter", filters)
        self._ways: tuple[str, ...] = ("",)
        self.everything = _cross()
        self.lanes = _opens("stack-2", lanes)
        row.addWidget(self.paths)
        row.addWidget(self.path)
        row.addWidget(self.chips, 1)
        row.addWidget(self.filter)
        row.addWidget(self.everything)
        row.addWidget(self.lanes)
        self.layouts = Segments(LAYOUTS)
        self.layouts.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        for layout in LAYOUTS:
            action, button = actions[f"view.{layout}"], self.layouts.buttons[layout]
            button.setIcon(action.icon())
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            action.toggled.connect(
                lambda on, layout=layout: self.layouts.choose(layout) if on else None
            )
        self.layouts.chosen.connect(lambda key: actions[f"view.{key}"].trigger())
        row.addWidget(self.layouts)
        self.chips.counted.connect(self._fit)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.paths.say(
            (
                self.tr("As is"),
                self.tr("As it should be"),
                self.tr("Both"),
                self.tr("Two maps"),
            )
        )
        for path in VIEWS:
            plain.tip(self.paths.buttons[path], self._actions[f"view.{path}"].toolTip())
        for layout in LAYOUTS:
            name_button(self.layouts.buttons[layout], self._actions[f"view.{layout}"].toolTip())
        self._show_path(self.paths.choice)
        self.chips.say(self.tr("All roles"))
        self.lanes.setText(self.tr("Lanes"))
        name_button(self.lanes, self.tr("Lanes of this map"))
        tip = self._actions["view.filter"].toolTip()
        self.filter.setAccessibleName(tip)
        plain.tip(self.filter, tip)
        self.everything.setAccessibleName(self._actions["view.everything"].toolTip())

    def _offer_paths(self, menu: QMenu) -> None:
        menu.addActions([self._actions[f"view.{one}"] for one in VIEWS])

    def _show_path(self, path: str) -> None:
        self.paths.choose(path)
        if path:
            name = self._actions[f"view.{path}"].toolTip()
            self.path.say(name, self.paths.buttons[path].accessibleName())

    def tell_filter(self, ways: Sequence[str]) -> None:
        """Say on the filter's button what is filtered.

        Args:
            ways: of saying it, the longest first; the first one that has room is said.
        """
        self._ways = tuple(ways)
        self._fit()

    def _fit(self) -> None:
        """Let words go where there is no room: those of the menus, of the path, of the chips."""
        high = max(HEIGHT, self.paths.sizeHint().height() + 6)
        if self.height() != high:
            self.setFixedHeight(high)
        rest = self.width() - self.layouts.sizeHint().width() - 4 * GAP - 2 * EDGE
        if self.everything.isVisibleTo(self):
            rest -= self.everything.sizeHint().width() + GAP
        room = rest - self.paths.sizeHint().width() - self.chips.least
        # Narrower it may not become, whatever the parts want as long as they are not gathered.
        least = self.path.sizeHint().width() + self.chips.minimumWidth() + 2 * AROUND
        self.setMinimumWidth(self.width() - rest + least)
        gathered = room < 2 * AROUND
        self.paths.setVisible(not gathered)
        self.path.setVisible(gathered)
        if gathered:
            room = rest - self.path.sizeHint().width() - self.chips.least

        def wide(text: str) -> int:
            return self.filter.fontMetrics().horizontalAdvance(text) + AROUND

        lanes = wide(self.lanes.text())
        said = next((one for one in self._ways if wide(one) + lanes <= room), None)
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        self.lanes.setToolButtonStyle(style if said is not None else ICON_ONLY)
        if said is None:
            # What is filtered is more worth knowing than a word for the lanes.
            filtered = self._ways[:-1]
            said = next((one for one in filtered if wide(one) + AROUND <= room), None)
        self.filter.setText(said or self._ways[-1])
        self.filter.setToolButtonStyle(style if said is not None else ICON_ONLY)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _cross() -> QToolButton:
    """Ends the filter; not there while nothing is filtered."""
    made = QToolButton()
    made.setIconSize(icons.BESIDE)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    made.setAutoRaise(True)
    made.hide()
    return made


def _opens(icon: str, menu: QMenu) -> QToolButton:
    """A button with a word that opens a menu."""
    made = QToolButton()
    made.setIcon(icons.icon(icon))
    made.setIconSize(icons.BESIDE)
    made.setProperty("look", "worded")
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    made.setMenu(menu)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made
