"""The right column: paper, sheets, colour, language, and what stands in the margins."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from cjm_desktop.poster import SheetChoice
from cjm_desktop.poster.job import MOST_MARGIN
from cjm_desktop.ui import plain
from cjm_desktop.ui.controls import Segments, Spin
from cjm_desktop.ui.export.choices import DPI, FORMATS, SIZES, TILES, Choices
from cjm_desktop.ui.export.extras import Extras
from cjm_desktop.ui.export.table import SheetTable

MARGINS = ("numbers", "marks", "assembly")


class Details(QWidget):
    """Chooses everything but the purpose."""

    changed = Signal()
    """Something else is chosen now."""

    def __init__(self) -> None:
        super().__init__()
        self._choices = Choices()
        self._language = "en"
        self._quiet = False
        self._labels: dict[str, QLabel] = {}
        self.paper, self.tiles, self.dpi = QComboBox(), QComboBox(), QComboBox()
        self.own_width, self.own_height = self._number(40, 50_000), self._number(40, 50_000)
        self.margin, self.overlap = (self._number(0, int(MOST_MARGIN)) for _ in range(2))
        self.turn = Segments(("landscape", "portrait"), stretch=True)
        self.theme = Segments(("light", "dark"), stretch=True)
        self.language = Segments(("ru", "en"), stretch=True)
        self.format = Segments(FORMATS["picture"], stretch=True)
        self.table = SheetTable()
        self.boxes = {name: QCheckBox() for name in MARGINS}
        self.extras = Extras()
        self._rows: dict[str, QWidget] = {}
        self._build()
        self._connect()

    def _number(self, low: int, high: int) -> Spin:
        return Spin(low, high)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        for name, control in (
            ("paper", self.paper),
            ("own", self._pair("own_width", self.own_width, "own_height", self.own_height)),
            ("turn", self.turn),
            ("format", self.format),
            ("dpi", self.dpi),
            ("tiles", self.tiles),
            ("table", self._table()),
            ("edges", self._pair("overlap", self.overlap, "margin", self.margin)),
            ("theme", self.theme),
            ("language", self.language),
            ("margins", self._margins()),
        ):
            column.addWidget(self._row(name, control))
        column.insertWidget(2, self.extras)
        column.addStretch(1)

    def _row(self, name: str, control: QWidget) -> QWidget:
        """A control with its label above it."""
        made = QWidget()
        inside = QVBoxLayout(made)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        if name not in {"own", "edges"}:
            self._labels[name] = plain.label("", "secondary")
            inside.addWidget(self._labels[name])
        inside.addWidget(control)
        self._rows[name] = made
        return made

    def _pair(self, first: str, left: QWidget, second: str, right: QWidget) -> QWidget:
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for column, (name, control) in enumerate(((first, left), (second, right))):
            self._labels[name] = plain.label("", "secondary")
            grid.addWidget(self._labels[name], 0, column)
            grid.addWidget(control, 1, column)
            grid.setColumnStretch(column, 1)
        return made

    def _table(self) -> QWidget:
        made = QWidget()
        inside = QVBoxLayout(made)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        inside.addWidget(self.table)
        self.red = plain.label("", "secondary", wrap=True)
        inside.addWidget(self.red)
        return made

    def _margins(self) -> QWidget:
        made = QWidget()
        inside = QVBoxLayout(made)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(2)
        for box in self.boxes.values():
            inside.addWidget(box)
        return made

    def _connect(self) -> None:
        for combo in (self.paper, self.tiles, self.dpi):
            combo.activated.connect(self._read)
        for spin in (self.own_width, self.own_height, self.margin, self.overlap):
            spin.valueChanged.connect(self._read)
        for segments in (self.turn, self.theme, self.language, self.format):
            segments.chosen.connect(self._read)
        for box in self.boxes.values():
            box.toggled.connect(self._read)
        self.table.chosen.connect(self._pick_sheets)
        self.extras.changed.connect(self._read)

    def say(self, language: str) -> None:
        """Write every label in the window's language."""
        self._language = language
        self.extras.say()
        for name, text in {
            "paper": self.tr("Finished size"),
            "own_width": self.tr("Width, mm"),
            "own_height": self.tr("Height, mm"),
            "turn": self.tr("How it lies"),
            "format": self.tr("Kind of file"),
            "dpi": self.tr("Dots per inch, and pixels"),
            "tiles": self.tr("Paper in the printer"),
            "table": self.tr("How many sheets, how large a poster"),
            "overlap": self.tr("Overlap, mm"),
            "margin": self.tr("Sheet's margin, mm"),
            "theme": self.tr("Colours"),
            "language": self.tr("Language of the poster's own words"),
            "margins": self.tr("On the sheets' margins"),
        }.items():
            self._labels[name].setText(text)
            control = getattr(self, name, None)
            if isinstance(control, QWidget):
                control.setAccessibleName(text)
                plain.tip(control, text)
        self.turn.say((self.tr("Landscape"), self.tr("Portrait")))
        self.theme.say((self.tr("Light"), self.tr("Dark")))
        self.language.say(("Русский", "English"))
        self.format.say(("PNG", "SVG", "HTML", "PPTX"))
        self.boxes["numbers"].setText(self.tr("Numbers and neighbours"))
        self.boxes["marks"].setText(self.tr("Cut lines and places for glue"))
        self.boxes["assembly"].setText(self.tr("A sheet that shows how to glue"))
        self.red.setText(self.tr("Red: text under 7 pt, not to be read on a wall."))

    def show_choices(self, choices: Choices) -> None:
        """Show what is chosen, without telling anybody."""
        self._choices = choices
        self._quiet = True
        self._fill(self.paper, SIZES[choices.purpose], choices.size)
        self._fill(self.tiles, TILES, choices.tiles)
        self._fill(self.dpi, tuple(str(one) for one in DPI), str(choices.dpi))
        for name in ("own_width", "own_height", "margin", "overlap"):
            getattr(self, name).setValue(getattr(choices, name))
        self.turn.choose("landscape" if choices.landscape else "portrait")
        self.theme.choose(choices.theme)
        self.language.choose(choices.language)
        self.format.choose(choices.format)
        for name, box in self.boxes.items():
            box.setChecked(getattr(choices, name))
        self.extras.show_choices(choices)
        self._quiet = False
        self._show_rows()

    def _fill(self, combo: QComboBox, keys: tuple[str, ...], chosen: str) -> None:
        if [combo.itemData(at) for at in range(combo.count())] != list(keys):
            combo.clear()
            for key in keys:
                combo.addItem(self._name(key), key)
        for at, key in enumerate(keys):
            combo.setItemText(at, self._name(key))
        combo.setCurrentIndex(keys.index(chosen))

    def _name(self, key: str) -> str:
        if key == "own":
            return self.tr("Size of my own")
        if key == "notes":
            return self.tr("As large as sticky notes need")
        if key.startswith("roll-"):
            return self.tr("Roll of {width} mm").format(width=key.removeprefix("roll-"))
        return key

    def _show_rows(self) -> None:
        sheets = self._choices.in_sheets
        own = self._choices.size == "own"
        fixed = own or self._choices.size == "notes" or self._choices.bound
        self.extras.show_choices(self._choices)
        shown = {
            "paper": not self._choices.slides,
            "own": own and not self._choices.slides,
            "turn": not (fixed or self._choices.slides) or self._choices.purpose == "cards",
            "format": self._choices.purpose == "picture",
            "dpi": self._choices.purpose == "picture" and self._choices.format == "png",
            "tiles": sheets,
            "table": sheets,
            "edges": sheets,
            "theme": self._choices.purpose != "cards",
            "margins": sheets,
        }
        for name, on in shown.items():
            self._rows[name].setVisible(on)

    def show_offers(self, offers: tuple[SheetChoice, ...]) -> None:
        """Show what sizes the sheets allow."""
        self.table.show_choices(offers, self._choices.sheets, self._language)
        self.red.setVisible(any(one.too_small for one in offers))

    def show_dots(self, width: float, height: float) -> None:
        """Say how many pixels each choice of dots per inch comes to.

        Args:
            width, height: of the finished size, mm.
        """
        for at, dpi in enumerate(DPI):
            across, down = (round(one / 25.4 * dpi) for one in (width, height))
            said = self.tr("{dpi}: {width} × {height}")
            self.dpi.setItemText(at, said.format(dpi=dpi, width=across, height=down))

    def _pick_sheets(self, sheets: int) -> None:
        self._choices = replace(self._choices, sheets=sheets)
        self.changed.emit()

    def _read(self) -> None:
        if self._quiet:
            return
        before = self._choices
        size = str(self.paper.currentData())
        tiles = str(self.tiles.currentData())
        self._choices = replace(
            before,
            size=size,
            tiles=tiles,
            dpi=int(self.dpi.currentData()),
            own_width=self.own_width.value(),
            own_height=self.own_height.value(),
            margin=self.margin.value(),
            overlap=self.overlap.value(),
            landscape=self.turn.choice == "landscape",
            theme=self.theme.choice,
            language=self.language.choice,
            format=self.format.choice if before.purpose == "picture" else before.format,
            # Another size or sheet makes another list of counts.
            sheets=before.sheets if (size, tiles) == (before.size, before.tiles) else 0,
            numbers=self.boxes["numbers"].isChecked(),
            marks=self.boxes["marks"].isChecked(),
            assembly=self.boxes["assembly"].isChecked(),
        )
        self._choices = self.extras.with_extras(self._choices)
        self._show_rows()
        self.changed.emit()

    @property
    def choices(self) -> Choices:
        """Everything that is chosen here; the rest is as it was shown."""
        return self._choices
