"""What to print, on what, and how: everything the user chooses before printing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from cjm_desktop.journey.problems import Problem
from cjm_desktop.layout.options import Options
from cjm_desktop.layout.theme import DARK, LIGHT, Theme
from cjm_desktop.poster.legibility import FARTHEST, NEAREST
from cjm_desktop.poster.paper import A0, Paper

MOST_MARGIN = 30.0
"""mm, of a sheet's margin and of the overlap alike."""
MOST_ROWS = 4
"""Of stages on a poster."""
Tone = Literal["colour", "grey", "outline"]
TONES: tuple[Tone, ...] = ("colour", "grey", "outline")

SHADELESS = replace(LIGHT, shadow="")


@dataclass(frozen=True, slots=True)
class Press:
    """What a print shop asks for.

    Args:
        bleed: how far the ground goes beyond where it is cut, mm, 0 to 30.
        marks: crop marks and a line about the file, outside the bleed.
        curves: letters as shapes, for shops that take no fonts.
    """

    bleed: float = 5.0
    marks: bool = True
    curves: bool = False


@dataclass(frozen=True, slots=True)
class CardWish:
    """Which cards are to be cut out.

    Args:
        holds: the lanes they come from, by what these hold, such as "barriers".
        empty: so many without words of each kind and colour, instead of the map's own.
        card_ids: these and no others, whatever lanes they come from; empty: all.
    """

    holds: tuple[str, ...] = ("barriers",)
    empty: int = 0
    card_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Job:
    """One print of one map.

    Args:
        map_id: which map.
        paper: of the finished poster; with `reads_from`, `sheets` or `fill` only its proportions
            count.
        landscape: how the poster lies; None: as `paper` lies.
        tiles: the sheets in the printer to glue the poster from; None: print it in one piece.
        sheets: with tiles: as large as at most so many sheets allow.
        reads_from: as large as the main text must be to be read from so far, m.
        margin: of each sheet, mm, 0 to 30.
        overlap: of neighbouring sheets, mm, 0 to 30.
        tiles_landscape: how the sheets lie; None: whichever needs fewer sheets.
        fill: with tiles: enlarge the poster until it fills the sheets it needs.
        theme, language: of the map and the words round it.
        shows: what of the map is to be seen; of language and paper this job decides.
        blank: the grid without what lies in it, with light prompts.
        numbers: sheet numbers and neighbours in the margins.
        marks: cut lines, places for glue and corner marks.
        assembly: a first sheet that says how to put the poster together.
        ruler: a ruler of 100 mm on the first sheet.
        frame: a line round the finished poster, to cut along.
        stage_rows: rows the stages stand in, one below the other; 0: as many as are read from far.
        reduction: print at 1:reduction, to be enlarged by the print shop.
        press: for a print shop; None: for a printer of one's own.
        blank_names: on a blank map the stages and steps keep their names.
        booklet: a page or more for each stage, on `paper`.
        cards: cut-out cards on sheets of `paper` instead of the map.
        slides: as slides of a presentation, whatever the paper.
        report: instead of the map, sheets of what each department has to do, or of each persona.
        tone: in colour; in greys; or as outlines, which take the least ink and are always light.
    """

    map_id: str
    paper: Paper = A0
    landscape: bool | None = None
    tiles: Paper | None = None
    sheets: int | None = None
    reads_from: float | None = None
    margin: float = 10.0
    overlap: float = 12.0
    theme: Literal["light", "dark"] = "light"
    language: Literal["en", "ru"] = "en"
    shows: Options = Options()  # noqa: RUF009 - it cannot be changed
    blank: bool = False
    tiles_landscape: bool | None = None
    fill: bool = False
    numbers: bool = True
    marks: bool = True
    assembly: bool = True
    ruler: bool = True
    frame: bool = False
    stage_rows: int = 1
    reduction: int = 1
    press: Press | None = None
    blank_names: bool = True
    booklet: bool = False
    cards: CardWish | None = None
    report: Literal["", "actions", "personas"] = ""
    slides: bool = False
    tone: Tone = "colour"

    @property
    def finished(self) -> Paper:
        """The paper as the poster lies on it."""
        return self.paper.turned(self.landscape)

    @property
    def colours(self) -> Theme:
        """The colours of the theme; cards are light, as notes are, and so are outlines."""
        if self.tone == "outline":
            return SHADELESS
        return DARK if self.theme == "dark" and self.cards is None else LIGHT

    @property
    def options(self) -> Options:
        """What the layout is asked to show."""
        return replace(
            self.shows, language=self.language, paper=True, prompts=self.blank, blank=self.blank
        )

    @property
    def bound(self) -> bool:
        """Whether it is pages rather than a poster."""
        return self.booklet or self.slides or self.cards is not None or bool(self.report)

    @property
    def as_large_as_can_be(self) -> bool:
        """Whether its sheets say how large it is, so that a little less does no harm."""
        return self.reads_from is None and (self.sheets is not None or self.fill)

    @property
    def may_be_rowed(self) -> bool:
        """Whether its stages may stand in several rows; a roll is as long as one row is."""
        by_time = self.shows.width_by_time
        return not (self.bound or self.blank or self.paper.roll or by_time)

    def check(self) -> None:
        """Refuse what no printer can do.

        Raises:
            Problem: saying which choice is impossible, and what is possible.
        """
        lengths = [("margin", self.margin), ("overlap", self.overlap)]
        if self.press is not None:
            lengths.append(("bleed", self.press.bleed))
        if self.paper.as_needed and not self.blank:
            raise Problem("poster.notes_only_blank")
        for name, value in lengths:
            if not 0 <= value <= MOST_MARGIN:
                raise Problem(f"poster.{name}_range", value=value, most=MOST_MARGIN)
        if self.tiles is not None:
            self._check_tiles(self.tiles)
        if self.sheets is not None and self.sheets < 1:
            raise Problem("poster.sheets_range", value=self.sheets)
        if self.reads_from is not None:
            self._check_reads_from(self.reads_from)
        self._check_rows()
        if self.reduction < 1:
            raise Problem("poster.reduction_range", value=self.reduction)

    def _check_rows(self) -> None:
        if not 0 <= self.stage_rows <= MOST_ROWS:
            raise Problem("poster.rows_range", value=self.stage_rows, most=MOST_ROWS)
        if self.stage_rows > 1 and not self.may_be_rowed:
            raise Problem("poster.rows_not_here")

    def _check_tiles(self, sheet: Paper) -> None:
        if self.press is not None or self.bound:
            raise Problem("poster.no_sheets_for_it")
        left = min(sheet.width, sheet.height) - 2 * self.margin - self.overlap
        if left < self.overlap or left <= 0:
            raise Problem("poster.sheet_too_small", name=sheet.name)

    def _check_reads_from(self, metres: float) -> None:
        if not NEAREST <= metres <= FARTHEST:
            raise Problem("poster.reads_from_range", value=metres, least=NEAREST, most=FARTHEST)
        if self.paper.roll or self.blank or self.bound:
            raise Problem("poster.reads_from_not_here")
