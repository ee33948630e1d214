"""What became of the numbers of a map: those that changed, and always the end metric."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from cjm_desktop.journey import words
from cjm_desktop.journey.comparing import Figure
from cjm_desktop.ui import plain

MOST = 6
"""Numbers that are shown; the report has all of them."""


class FigureRows(QWidget):
    """Rows of a name, and of what it was and is."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 2, 0, 2)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(0, 1)
        self._rows: list[tuple[QLabel, QLabel]] = []

    def show_figures(self, figures: Sequence[Figure], language: str) -> None:
        """Show other numbers, in the window's language."""
        for pair in self._rows:
            for one in pair:
                self._grid.removeWidget(one)
                one.hide()
                one.deleteLater()
        self._rows = []
        ends = [one for one in figures if one.end]
        others = [one for one in figures if one.differs and not one.end]
        for figure in (*others[: MOST - len(ends)], *ends):
            self._show(figure, language)

    def _show(self, one: Figure, language: str) -> None:
        said, role = one.pair, "strong"
        if one.better is not None:
            key = "comparing.better" if one.better else "comparing.worse_now"
            said = f"{said} · {words.say(key, language)}"
            role = "target" if one.better else "alarm"
        name = one.name
        if one.end:
            name = words.say("comparing.end_metric", language, metric=name)
        self._add(name, said, role)

    def _add(self, name: str, said: str, role: str) -> None:
        at = len(self._rows)
        left, right = plain.Elided(name, "secondary"), plain.label(plain.clean(said), role)
        left.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._grid.addWidget(left, at, 0)
        self._grid.addWidget(right, at, 1)
        self._rows.append((left, right))

    @property
    def texts(self) -> list[str]:
        """What the rows say."""
        return [f"{left.text()} {right.text()}".strip() for left, right in self._rows]
