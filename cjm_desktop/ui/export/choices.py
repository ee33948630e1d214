"""What is chosen in the export dialog, and the print job it makes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Literal, cast

from cjm_desktop import poster
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.offers import CUT_OUT, TEMPLATES
from cjm_desktop.journey.records import Card, Language
from cjm_desktop.poster import paper as papers
from cjm_desktop.poster.job import MOST_MARGIN, MOST_ROWS, TONES, CardWish, Press, Tone
from cjm_desktop.poster.legibility import FARTHEST, NEAREST
from cjm_desktop.poster.tiles import MOST_SHEETS
from cjm_desktop.ui.look import Look

PURPOSES = ("wall", "sheets", "press", "handout", "blank", "cards", "report", "picture")
"""A wall in one piece, from sheets to glue, by a print shop; to hand out; empty for notes; cards to
cut out; who has to do what and who the personas are; a picture or slides."""
SHOWN = ("show_persona", "show_legend", "show_metrics", "show_evidence", "codes", "width_by_time")
"""What of the map the user may leave out or add."""
WAYS = {
    "wall": ("size", "distance"),
    "press": ("size", "distance"),
    "sheets": ("sheets", "size", "distance"),
}
"""How the size may be said: as paper or in mm, by how far it is read from, by so many sheets."""
REPORTS = ("actions", "personas")
SCALES = (1, 2, 10)
SIZES = {
    "wall": ("A0", "A1", "A2", *(f"roll-{width}" for width in papers.ROLLS), "own"),
    "sheets": ("A0", "A1", "A2", "own"),
    "press": ("A0", "A1", "A2", *(f"roll-{width}" for width in papers.ROLLS), "own"),
    "handout": ("A3", "A4", "Tabloid", "Letter"),
    "blank": ("notes", "A0", "A1", *(f"roll-{width}" for width in papers.ROLLS), "own"),
    "cards": ("A4", "A3", "Letter", "Tabloid"),
    "report": ("A4", "Letter", "A3"),
    "picture": ("A0", "A1", "A2", "A3", "A4", "own"),
}
"""Which finished sizes a purpose offers; "own" is one of the user's own, in mm."""
DPI = (96, 150, 300, 600)
SLIDE = "339x191mm"
"""Of 16 : 9, as presentation programs have it."""
TILES = ("A4", "A3", "Letter", "Tabloid")
FORMATS = dict.fromkeys(PURPOSES, ("pdf",)) | {"picture": ("png", "svg", "html", "pptx")}
_RANGES = {
    "rows": (1, MOST_ROWS),
    "margin": (0, MOST_MARGIN),
    "overlap": (0, MOST_MARGIN),
    "own_width": (papers.SMALLEST, papers.LARGEST),
    "own_height": (papers.SMALLEST, papers.LARGEST),
    "sheets": (0, MOST_SHEETS),
    "bleed": (0, MOST_MARGIN),
    "empty": (0, 50),
    "away": (NEAREST, FARTHEST),
}
_ALLOWED: dict[str, tuple[object, ...]] = {
    "theme": ("light", "dark"),
    "tone": TONES,
    "language": ("en", "ru"),
    "tiles": TILES,
    "dpi": DPI,
    "report": REPORTS,
    "scale": SCALES,
    "by": ("size", "distance", "sheets"),
    "template": ("", *TEMPLATES),
}


@dataclass(frozen=True, slots=True)
class Choices:
    """Everything that can be chosen for one purpose. Lengths in mm."""

    purpose: str = "wall"
    by: str = "size"
    away: float = 1.0
    """From how far it is to be read, m."""
    size: str = "A0"
    own_width: int = 1200
    own_height: int = 800
    landscape: bool = True
    tiles: str = "A4"
    sheets: int = 0
    """At most so many; 0: as the finished size needs."""
    rows: int = 1
    """Of stages, one below the other."""
    margin: int = 10
    overlap: int = 12
    theme: str = "light"
    tone: Tone = "colour"
    language: str = "en"
    format: str = "pdf"
    dpi: int = 150
    show_persona: bool = True
    show_legend: bool = True
    show_metrics: bool = True
    show_evidence: bool = True
    codes: bool = False
    width_by_time: bool = False
    filtered: bool = True
    """As the map is filtered on the screen."""
    numbers: bool = True
    marks: bool = True
    assembly: bool = True
    frame: bool = False
    bleed: int = 5
    crop: bool = True
    curves: bool = False
    scale: int = 1
    """Printed at 1 to this, to be enlarged."""
    booklet: bool = True
    names: bool = True
    """On a blank map."""
    template: str = ""
    """A blank map is that of a template; empty: the map that is shown."""
    glued: bool = False
    """A blank map is printed on sheets to glue."""
    barriers: bool = True
    opportunities: bool = True
    touchpoints: bool = False
    thoughts: bool = False
    actions: bool = False
    text: bool = False
    report: str = "actions"
    empty: int = 0
    """So many empty cards of each kind and colour; 0: the map's own cards."""
    selected: bool = False
    """Only the cards that are selected on the map are cut out."""

    def glued_for_notes(self) -> Choices:
        """The same, a blank map as large as notes need, from sheets."""
        return replace(self, size="notes", by="size", glued=True)

    @property
    def ways(self) -> tuple[str, ...]:
        """How the size may be said."""
        if self.purpose == "blank" and self.glued:
            return ("size", "sheets")
        return WAYS.get(self.purpose, ())

    @property
    def way(self) -> str:
        """How the size is said."""
        return self.by if self.by in self.ways else "size"

    @property
    def sizes(self) -> tuple[str, ...]:
        """Which finished sizes are offered; a roll has no proportions."""
        offered = SIZES[self.purpose]
        if self.way != "distance":
            return offered
        return tuple(one for one in offered if not one.startswith("roll-"))

    @property
    def in_sheets(self) -> bool:
        """Whether it is printed on sheets to glue."""
        return self.purpose == "sheets" or (self.purpose == "blank" and self.glued)

    @property
    def may_be_booklet(self) -> bool:
        """Whether it is so small that a booklet is worth it."""
        return self.purpose == "handout" and self.size in ("A4", "Letter")

    @property
    def may_be_long(self) -> bool:
        """Whether it may become longer than a page of a PDF."""
        longer = self.size == "own" or "roll" in self.size or self.way == "distance"
        return self.purpose in ("wall", "press") and longer

    @property
    def is_poster(self) -> bool:
        """Whether it is one page of the whole map, which may be set in several rows of stages."""
        plain = self.purpose in ("wall", "sheets", "press", "handout", "picture")
        return plain and not self.bound

    @property
    def in_one_row(self) -> Literal["", "roll", "time"]:
        """What of a poster keeps its stages in one row; nothing: they may stand in several."""
        if self.size.startswith("roll-"):
            return "roll"
        return "time" if self.width_by_time else ""

    @property
    def may_be_rowed(self) -> bool:
        """Whether its stages may stand in several rows."""
        return self.is_poster and not self.in_one_row

    @property
    def bound(self) -> bool:
        """Whether pages are turned rather than glued."""
        booklet = self.may_be_booklet and self.booklet
        return booklet or self.slides or self.purpose in ("cards", "report")

    @property
    def _stands(self) -> bool:
        """Whether the paper stands whatever is chosen: a booklet is read upright."""
        return self.bound and self.purpose != "cards" and not self.slides

    @property
    def at_home(self) -> bool:
        """Whether most people print it on a printer of their own."""
        return self.in_sheets or self.purpose in ("handout", "cards", "report")

    @property
    def spoken(self) -> Language:
        """The language of the poster's own words."""
        return cast("Language", self.language)

    @property
    def slides(self) -> bool:
        """Whether it becomes slides, which have a size of their own."""
        return self.purpose == "picture" and self.format == "pptx"

    def _special(self, selected: tuple[str, ...]) -> dict[str, Any]:
        """What of a print job its purpose settles."""
        if self.purpose in ("wall", "press"):
            press = Press(float(self.bleed), self.crop, self.curves)
            return {
                "reduction": self.scale if self.may_be_long else 1,
                "press": press if self.purpose == "press" else None,
            }
        if self.purpose == "blank":
            return {"blank": True, "blank_names": self.names}
        if self.purpose == "cards":
            holds = tuple(name for name in CUT_OUT if getattr(self, name))
            if self.selected and selected:
                return {"cards": CardWish(holds, card_ids=selected)}
            return {"cards": CardWish(holds, self.empty)}
        if self.purpose == "report":
            return {"report": self.report}
        return {"slides": True} if self.slides else {"booklet": self.bound}

    def _sifted(self, look: Look) -> Look:
        return look if self.filtered else look.unsifted

    def job(self, map_id: str, look: Look, selected: tuple[str, ...] = ()) -> poster.Job:
        """The print job of a map as it is looked at.

        Args:
            map_id: of the map.
            look: how it is looked at.
            selected: the cards that are selected on it.

        Raises:
            Problem: the size cannot be printed on.
        """
        own = self.size == "own"
        name = f"{self.own_width}x{self.own_height}mm" if own else self.size
        if self.slides:
            own, name = True, SLIDE
        in_sheets = self.in_sheets
        return poster.Job(
            map_id=map_id,
            paper=papers.parse(name, None if own else self.landscape and not self._stands),
            tiles=papers.parse(self.tiles) if in_sheets else None,
            sheets=(self.sheets or None) if self.way == "sheets" else None,
            reads_from=self.away if self.way == "distance" else None,
            stage_rows=self.rows if self.may_be_rowed else 1,
            margin=float(self.margin),
            overlap=float(self.overlap),
            theme=cast("Literal['light', 'dark']", self.theme),
            tone="colour" if self.slides else self.tone,
            language=self.spoken,
            shows=replace(
                self._sifted(look).shown, **{name: getattr(self, name) for name in SHOWN}
            ),
            numbers=self.numbers,
            marks=self.marks,
            assembly=self.assembly,
            frame=self.frame and self.in_sheets,
            **self._special(selected),
        )


def cards_among(journey: Journey, record_ids: Iterable[str]) -> tuple[str, ...]:
    """Which of some records are cards."""
    found = (journey.find(one) for one in record_ids)
    return tuple(one.id for one in found if isinstance(one, Card))


def usual(purpose: str, language: str) -> Choices:
    """What most people want for a purpose."""
    made = Choices(
        purpose=purpose,
        size=SIZES[purpose][0],
        format=FORMATS[purpose][0],
        language=language,
        by=WAYS.get(purpose, ("size",))[0],
    )
    return replace(made, size="A2") if purpose == "picture" else made


def remembered(kept: object, purpose: str, language: str) -> Choices:
    """The choices of a purpose as they were kept with the map, as far as they still make sense."""
    made = usual(purpose, language)
    known = kept.get(purpose) if isinstance(kept, Mapping) else None
    if not isinstance(known, Mapping):
        return made
    return replace(made, **{name: known[name] for name in _names() if _fits(made, name, known)})


def to_keep(kept: object, choices: Choices) -> dict[str, Any]:
    """What to keep with the map: the choices for each purpose, and the last purpose."""
    before = dict(kept) if isinstance(kept, Mapping) else {}
    return before | {"purpose": choices.purpose, choices.purpose: asdict(choices)}


def last_purpose(kept: object) -> str:
    """What this map was exported for the last time."""
    purpose = kept.get("purpose") if isinstance(kept, Mapping) else None
    return purpose if purpose in PURPOSES else "wall"


def _names() -> list[str]:
    return [one.name for one in fields(Choices) if one.name != "purpose"]


def _fits(made: Choices, name: str, known: Mapping[str, object]) -> bool:
    value = known.get(name)
    if type(value) is not type(getattr(made, name)):
        return False
    if name in _RANGES:
        low, high = _RANGES[name]
        return low <= cast("float", value) <= high
    allowed = {"size": SIZES[made.purpose], "format": FORMATS[made.purpose]} | _ALLOWED
    return value in allowed.get(name, (value,))
