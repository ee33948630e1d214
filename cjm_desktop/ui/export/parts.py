"""What of the map is on the poster."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from cjm_desktop.journey import sought
from cjm_desktop.ui import plain
from cjm_desktop.ui.controls import line
from cjm_desktop.ui.export.choices import SHOWN, Choices
from cjm_desktop.ui.export.exhibited import Exhibited


class Parts(QWidget):
    """Boxes to tick; they stand below the purposes, or below the details where it is narrow.

    Args:
        work: the map, which may be filtered.
    """

    changed = Signal()

    def __init__(self, work: Exhibited) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(line())
        column.addSpacing(4)
        head = plain.label(self.tr("On the poster"), "secondary")
        column.addWidget(head)
        self._add_filter(column, work)
        said = {
            "show_persona": self.tr("Persona and roles"),
            "show_legend": self.tr("Legend"),
            "show_metrics": self.tr("Metrics and funnel"),
            "show_evidence": self.tr("Marks of evidence"),
            "codes": self.tr("Short codes, such as B24"),
            "width_by_time": self.tr("Column widths by time"),
        }
        self.boxes = {name: QCheckBox(said[name]) for name in SHOWN}
        for box in self.boxes.values():
            box.clicked.connect(self.changed.emit)
            column.addWidget(box)

    def _add_filter(self, column: QVBoxLayout, work: Exhibited) -> None:
        """What is filtered on the screen is seldom forgotten there, and easily on paper."""
        self._sifted = work.look.sifted
        self.filtered = QCheckBox(self.tr("Filtered as on the screen"))
        self.filtered.clicked.connect(self.changed.emit)
        self.told = plain.label(
            ", ".join(sought.told(work.journey, work.look.sieve, work.look.language)),
            "secondary",
            wrap=True,
        )
        self.filtered.setAccessibleDescription(self.told.text())
        column.addWidget(self.filtered)
        column.addWidget(self.told)

    def show_choices(self, choices: Choices) -> None:
        """Show what is chosen, without telling anybody."""
        for name, box in self.boxes.items():
            box.setChecked(getattr(choices, name))
        self.filtered.setChecked(choices.filtered)
        for one in (self.filtered, self.told):
            one.setVisible(self._sifted and choices.purpose != "blank")
        self.setVisible(choices.purpose not in ("cards", "report"))

    def with_parts(self, choices: Choices) -> Choices:
        """The choices with the parts that are picked here."""
        parts: dict[str, Any] = {name: box.isChecked() for name, box in self.boxes.items()}
        return replace(choices, filtered=self.filtered.isChecked(), **parts)
