"""How large the poster is: by its paper, by how far it is read from, or by so many sheets."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox

from cjm_desktop.journey import words
from cjm_desktop.poster import Reach, RowChoice, SheetChoice, row_word
from cjm_desktop.poster.job import MOST_MARGIN, MOST_ROWS
from cjm_desktop.poster.legibility import FARTHEST, NEAREST, metres
from cjm_desktop.poster.tiles import MOST_SHEETS
from cjm_desktop.ui import plain
from cjm_desktop.ui.controls import SPIN_EDGE, Combo, Segments, Spin, dress_spin, field_height
from cjm_desktop.ui.export.choices import TILES, Choices
from cjm_desktop.ui.export.figures import unbroken
from cjm_desktop.ui.export.labelled import Labelled, fill
from cjm_desktop.ui.export.table import SheetTable


class Metres(QDoubleSpinBox):
    """A field for a distance to read from, in steps of 10 cm."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(NEAREST, FARTHEST)
        self.setDecimals(2)
        self.setSingleStep(0.1)
        self.setKeyboardTracking(False)
        dress_spin(self)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width() + SPIN_EDGE, field_height(self))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Sizing(Labelled):
    """Chooses the size of what is printed, and the sheets it is printed on."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._choices = Choices()
        self._language = "en"
        self._quiet = False
        self._reach: Reach | None = None
        self.by, self.paper, self.tiles = Combo(), Combo(), Combo()
        self.away, self.count = Metres(), Spin(1, MOST_SHEETS)
        self.own_width, self.own_height = Spin(40, 50_000), Spin(40, 50_000)
        self.margin, self.overlap = (Spin(0, int(MOST_MARGIN)) for _ in range(2))
        self.rows, self.gain = Combo(), plain.label("", "secondary", wrap=True)
        self.turn = Segments(("landscape", "portrait"), stretch=True)
        self.table = SheetTable()
        self.red = plain.label("", "secondary", wrap=True)
        self.add("by", self.by)
        self.add("away", self.away)
        self.add("paper", self.paper)
        self.add_pair("own", "own_width", self.own_width, "own_height", self.own_height)
        self.add("turn", self.turn)
        self.add("tiles", self.tiles)
        self.add("count", self.count, self.table, self.red, spacing=6)
        self.both = Segments(("distance", "sheets"), stretch=True)
        self.unlike = plain.label("", "alarm", wrap=True)
        self.add("both", self.unlike, self.both)
        self.add_pair("edges", "overlap", self.overlap, "margin", self.margin)
        self.add("rows", self.rows, self.gain)
        self._connect()

    def _connect(self) -> None:
        for combo in (self.by, self.paper, self.tiles, self.rows):
            combo.activated.connect(self._read)
        for spin in (self.own_width, self.own_height, self.margin, self.overlap):
            spin.valueChanged.connect(self._read)
        self.away.valueChanged.connect(self._read)
        self.turn.chosen.connect(self._read)
        self.both.chosen.connect(self._take_one)
        self.table.chosen.connect(self._pick_sheets)
        self.count.valueChanged.connect(self._count_sheets)

    def say(self, language: str) -> None:
        """Write every label in the window's language."""
        self._language = language
        self.write(
            {
                "by": self.tr("How large"),
                "away": self.tr("Main text is read from, m"),
                "own_width": self.tr("Width, mm"),
                "own_height": self.tr("Height, mm"),
                "turn": self.tr("How it lies"),
                "rows": self.tr("Rows of stages"),
                "both": self.tr("Distance or sheets"),
                "tiles": self.tr("Paper in the printer"),
                "count": self.tr("At most so many sheets"),
                "overlap": self.tr("Overlap, mm"),
                "margin": self.tr("Sheet's margin, mm"),
            }
        )
        self.turn.say((self.tr("Landscape"), self.tr("Portrait")))
        self.red.setText(self.tr("Red: text under 7 pt, not to be read on a wall."))

    def show_choices(self, choices: Choices) -> None:
        """Show what is chosen, without telling anybody."""
        self._choices = choices
        self._quiet = True
        ways = {
            "size": self.tr("As the paper, or in mm"),
            "distance": self.tr("To be read from so far"),
            "sheets": self.tr("On so many sheets"),
        }
        offered = choices.ways or ("size",)
        fill(self.by, {one: ways[one] for one in offered}, choices.way)
        fill(self.paper, {one: self._name(one) for one in choices.sizes}, choices.size)
        fill(self.tiles, dict(zip(TILES, TILES, strict=True)), choices.tiles)
        for name in ("own_width", "own_height", "margin", "overlap", "away"):
            getattr(self, name).setValue(getattr(choices, name))
        if choices.sheets:
            self.count.setValue(choices.sheets)
        self.turn.choose("landscape" if choices.landscape else "portrait")
        self._quiet = False
        self._show_rows()

    def _name(self, key: str) -> str:
        if key == "own":
            return self.tr("Size of my own")
        if key == "notes":
            return self.tr("As large as sticky notes need")
        if key.startswith("roll-"):
            return self.tr("Roll of {width} mm").format(width=key.removeprefix("roll-"))
        return key

    def _show_rows(self) -> None:
        choices = self._choices
        own = choices.size == "own"
        fixed = own or choices.size == "notes" or choices.bound
        said = self.tr("Finished size")
        if choices.way != "size":
            said = self.tr("In the proportions of")
        elif choices.at_home and not choices.in_sheets:
            said = self.tr("Paper in the printer")
        self.write({"paper": said})
        self.show_only(
            {
                "by": len(choices.ways) > 1,
                "away": choices.way == "distance",
                "paper": not choices.slides,
                "own": own and not choices.slides,
                "turn": not (fixed or choices.slides) or choices.purpose == "cards",
                "tiles": choices.in_sheets,
                "count": choices.way == "sheets",
                "rows": choices.is_poster,
                **({} if choices.purpose == "sheets" else {"both": False}),
                "edges": choices.in_sheets,
            }
        )

    def show_offers(self, offers: tuple[SheetChoice, ...]) -> None:
        """Show what sizes the sheets allow."""
        self.table.show_choices(offers, self._choices.sheets, self._language)
        self.red.setVisible(any(one.too_small for one in offers))
        if offers and not self._choices.sheets:
            self._quiet = True
            self.count.setValue(offers[-1].sheets)
            self._quiet = False

    def show_rows(self, offers: tuple[RowChoice, ...], stages: int) -> None:
        """Show from how far the poster is read in one row of stages and in more, or why in one.

        Args:
            offers: what was tried; empty: nothing.
            stages: of the map.
        """
        fixed, rows = self._choices.in_one_row, self._choices.rows
        word = row_word(offers, rows, stages)
        said = word.sentence(self._language)
        if fixed:
            said = self._fixed(fixed)
        elif self._choices.way == "distance":
            said = self.tr("Read from there in any number of rows; the size of the poster follows.")
            offers = ()
        loses = word.sentence(self._language) == said and word.key == "poster.rows_loss"
        plain.set_property(self.gain, "role", "alarm" if loses else "secondary")
        self.gain.setText(unbroken(said))
        self.rows.setVisible(not fixed and stages > 1)
        if offers:
            named = {str(one.rows): self._far(one) for one in offers}
            fill(self.rows, named, str(min(rows, offers[-1].rows)))
        elif stages:
            counts = range(1, min(MOST_ROWS, stages) + 1)
            named = {str(one): self.tr("%n row(s)", "", one) for one in counts}
            fill(self.rows, named, str(min(rows, counts[-1])))

    def _fixed(self, why: str) -> str:
        if why == "roll":
            return self.tr("A roll is as long as one row of stages: there are no more.")
        return self.tr("With columns as wide as their time all stages stand in one row.")

    def show_reach(self, reach: Reach | None) -> None:
        """Show that a distance and a number of sheets do not go together, and offer either."""
        says = self._choices.way != "size"
        unlike = says and reach is not None and reach.needed > reach.sheets
        self.show_only({"both": unlike})
        self._reach = reach
        if reach is None or not unlike:
            return
        self.unlike.setText(unbroken(reach.problem.sentence(self._language)))
        offered = ((reach.wanted, reach.needed), (reach.reached, reach.sheets))
        self.both.say([self._one(far, sheets) for far, sheets in offered])
        self.both.choose(self._choices.way)

    def _one(self, far: float, sheets: int) -> str:
        away = words.number(metres(far), self._language)
        return self.tr("{distance} m: %n sheet(s)", "", sheets).format(distance=away)

    def _take_one(self, way: str) -> None:
        """Have the size said by the distance, or by the sheets."""
        sheets = self._reach.sheets if self._reach else self._choices.sheets
        self._choices = replace(self._choices, by=way, sheets=sheets)
        self.changed.emit()

    def _far(self, one: RowChoice) -> str:
        away = words.number(one.metres, self._language)
        said = self.tr("%n row(s), read from {distance} m", "", one.rows)
        return said.format(distance=away)

    def _count_sheets(self, sheets: int) -> None:
        if not self._quiet:
            self._pick_sheets(sheets)

    def _pick_sheets(self, sheets: int) -> None:
        self._choices = replace(self._choices, sheets=sheets)
        self.changed.emit()

    def _read(self) -> None:
        if self._quiet:
            return
        before, size = self._choices, str(self.paper.currentData())
        tiles = str(self.tiles.currentData())
        made = replace(
            before,
            by=str(self.by.currentData()) if before.ways else before.by,
            away=self.away.value(),
            size=size,
            tiles=tiles,
            own_width=self.own_width.value(),
            own_height=self.own_height.value(),
            margin=self.margin.value(),
            overlap=self.overlap.value(),
            landscape=self.turn.choice == "landscape",
            rows=int(self.rows.currentData() or before.rows),
            # Another size or sheet makes another list of counts.
            sheets=before.sheets if (size, tiles) == (before.size, before.tiles) else 0,
        )
        # A roll has no proportions to be read from afar.
        self._choices = made if made.size in made.sizes else replace(made, size=made.sizes[0])
        self.changed.emit()

    @property
    def choices(self) -> Choices:
        """Everything that is chosen here; the rest is as it was shown."""
        return self._choices
