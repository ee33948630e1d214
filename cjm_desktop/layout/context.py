"""What every part of the layout works with: the journey, the colours, the options, the sizes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import NamedTuple

from cjm_desktop.journey import codes, plans, sifting, words
from cjm_desktop.journey.journey import Column, Journey
from cjm_desktop.journey.memo import Memo
from cjm_desktop.journey.plans import Mark
from cjm_desktop.journey.records import (
    Barrier,
    Card,
    Department,
    Evidence,
    Feeling,
    JourneyMap,
    Lane,
    Persona,
    Picture,
    Stage,
    Step,
)
from cjm_desktop.journey.sifting import Sieve
from cjm_desktop.layout.options import Options
from cjm_desktop.layout.pieces import Piece
from cjm_desktop.layout.theme import StageInk, Theme
from cjm_desktop.layout.timing import NO_TIME, Timing

MARGIN = 26.0
LABEL = 86.0
PAD = 4.5
"""Free space at both sides of what lies in a column."""
LANE_PAD = 5.0

_STANDING = attrgetter("id", "stage_id", "step_id", "span", "place", "path", "moved_from")


class CardView(NamedTuple):
    """A card and the records it is drawn with."""

    card: Card
    evidence: tuple[Evidence, ...]
    department: Department | None
    personas: tuple[Persona, ...]
    picture: Picture | None
    dim: bool
    assumed: bool
    """It rests on nothing, and that is to be seen."""
    span: int = 1
    """How many of the columns that are to be seen it covers, where it is a wide one."""
    short: bool = False
    """It is one of the touchpoints that fall short most of what is expected."""
    differs: bool = False
    """It is not as on the general map."""
    mark: Mark | None = None
    """What the plan does to it, where both paths are shown."""
    code: str = ""
    """Its short code, where codes are shown."""
    from_before: bool = False
    """It is a bar that begins left of the columns that are to be seen."""
    goes_on: bool = False
    """It is a bar that ends right of them."""


class Run(NamedTuple):
    """The columns of one stage."""

    stage: Stage
    first: int
    steps: tuple[Step, ...]
    """Empty: the stage has no steps and one column."""

    @property
    def cols(self) -> int:
        """How many columns."""
        return len(self.steps) or 1


class Place(NamedTuple):
    """A cell of the grid before its height is known; places count from the stage's first column."""

    lane: Lane
    stage: Stage
    step: Step | None
    first: int
    """Its first column."""
    cols: int
    """How many columns it covers."""
    w: float


Proofs = Mapping[tuple[str, str], object]
"""By lane and stage, or lane and nothing, an object for the evidence of the cards there."""


class Content(NamedTuple):
    """What lies in a cell: pieces from its top left, and how high they need the lane to be."""

    pieces: tuple[Piece, ...]
    height: float
    below: tuple[float, ...] = ()
    """For each column from the cell's first on: how far down it is taken."""
    covered: bool = False
    """Something that began in another cell lies over this one."""


class Block(NamedTuple):
    """What lies in the columns of one stage in one lane, wherever both are: it moves as one."""

    places: tuple[tuple[Place, Content], ...]
    height: float
    """Of the tallest content, u."""
    below: tuple[float, ...] = ()
    """For each column from the stage's first on: how far down it is taken."""


class Stretch(NamedTuple):
    """The widths of some columns side by side."""

    ws: tuple[float, ...]
    gaps: tuple[float, ...] = ()
    """What is left free at the right of each for a wait; empty: nothing anywhere."""

    def over(self, first: int, count: int) -> float:
        """How wide that is which lies over some of them, the gap behind the last left free, u."""
        last = min(first + count, len(self.ws))
        return sum(self.ws[first:last]) - (self.gaps[last - 1] if self.gaps else 0.0)

    def part(self, first: int, end: int) -> Stretch:
        """Some of them."""
        return Stretch(self.ws[first:end], self.gaps[first:end])


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a map with their places."""

    columns: tuple[Column, ...]
    xs: tuple[float, ...]
    ws: tuple[float, ...]
    runs: tuple[Run, ...]
    gaps: tuple[float, ...] = ()
    """What of each width is left free at its right for a wait; empty: nothing anywhere."""
    scale: float = 0.0
    """How wide a minute is, u; 0: widths do not follow time."""

    def x(self, first: int) -> float:
        """Left edge of a column, u."""
        return self.xs[first]

    def span(self, first: int, count: int) -> float:
        """Width of some columns together, u."""
        last = min(first + count, len(self.xs)) - 1
        return self.xs[last] + self.ws[last] - self.xs[first]

    def stretch(self, first: int, end: int) -> Stretch:
        """The widths of some columns."""
        return Stretch(self.ws[first:end], self.gaps[first:end])

    @property
    def right(self) -> float:
        """Right edge of the last column, u."""
        return self.xs[-1] + self.ws[-1] if self.xs else 0.0


@dataclass(frozen=True, slots=True)
class Context:
    """One layout at work."""

    journey: Journey
    map: JourneyMap
    theme: Theme
    options: Options
    memo: Memo
    stages: tuple[Stage, ...]
    steps: tuple[tuple[Step, ...], ...]
    """Of each stage."""
    personas: tuple[Persona, ...]
    inks: dict[str, StageInk] = field(default_factory=dict)
    """By stage."""
    marked: bool = False
    """Some card of the map rests on evidence, so that assumptions are worth telling apart."""
    before: int = 0
    """How many stages of the map come before the first that is to be seen."""
    beside: tuple[tuple[Column, ...], tuple[Column, ...]] = ((), ())
    """The columns before and after those that are to be seen, where these are but a part."""
    worst: frozenset[str] = frozenset()
    """The touchpoints that fall short most of what is expected."""
    differing: frozenset[str] = frozenset()
    """What of a role map is not as on the general map."""
    timed: bool = False
    """A lane shows how long the stages take, so that their chevrons need not."""
    timing: Timing = NO_TIME
    """Waits, silences and what is slowest."""
    reach: Mapping[str, int] = field(default_factory=dict)
    """How many of the columns that are to be seen each wide card covers, by its id."""
    proofs: Proofs = field(default_factory=dict)
    """See `rests_on`."""

    @property
    def general(self) -> str:
        """Of a role map: the title of the general map it follows; empty where its own has it."""
        found = self.journey.find(self.map.general_id)
        title = found.title.strip() if isinstance(found, JourneyMap) else ""
        return "" if title.casefold() in self.map.title.casefold() else title

    @property
    def persona(self) -> Persona | None:
        """Whose journey is in question: the one chosen, else the map's first."""
        chosen = [one for one in self.personas if one.id in self.options.persona_ids]
        return (chosen or list(self.personas))[0] if self.personas else None

    def say(self, key: str, **values: object) -> str:
        """A sentence of the layout's own words."""
        return words.say(f"layout.{key}", self.options.language, **values)

    def name(self, key: str) -> str:
        """What a thing is called everywhere in the program."""
        return words.say(key, self.options.language)

    def number(self, value: float) -> str:
        """A number as people write it."""
        return words.number(value, self.options.language)

    def shown(self, path: str) -> bool:
        """Whether what is on that path is to be seen, in a column that is."""
        return path == "both" or self.options.path in ("both", path)

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """The lanes that are to be seen, from the top."""
        found, chosen = self.journey.lanes(self.map.id), self.options.lane_ids
        return tuple([one for one in found if one.id in chosen]) if chosen else found

    def standing(self, lane: Lane) -> tuple[object, ...]:
        """Where the cards of a lane stand and when they show: one object while that is the same.

        What does not look at their words need not be found anew when these change, as they do most.
        """
        cards = self.journey.cards_of_lane(lane.id)
        return self.memo.once(("standing", lane.id), (cards,), lambda: tuple(map(_STANDING, cards)))

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns that are to be seen, left to right."""
        runs = zip(self.stages, self.steps, strict=True)
        return tuple([Column(one, step) for one, steps in runs for step in (steps or (None,))])

    @property
    def sieve(self) -> Sieve:
        """What is in question."""
        asked = self.options
        people, sources = frozenset(asked.persona_ids), frozenset(asked.sources)
        return Sieve(people, asked.rests, sources, asked.path, asked.only)

    def in_question(self, record: Card | Feeling) -> bool:
        """Whether a card or curve point is what is looked for; everything is where nothing is."""
        if not self.options.sifts:
            return True
        return sifting.passes(self.journey, self.sieve, record)

    def asked(self, card: Card) -> bool:
        """Whether there could be evidence for a card: of what is only planned nobody has any."""
        return plans.shown(self.journey, card, "as_is")

    def reached(self, cards: Iterable[Card]) -> tuple[int, ...]:
        """What the wide ones of some cards cover: it changes with columns the cards do not know."""
        return tuple([self.reach.get(one.id, 1) for one in cards if one.span > 1])

    def reached_in(self, lane: Lane) -> tuple[int, ...]:
        """The same of all cards of a lane."""
        cards = self.journey.cards_of_lane(lane.id)
        return self.memo.once(("wide", lane.id), (cards, self.reach), self.reached, cards)

    def rests_on(self, lane: Lane, stage: Stage | None = None) -> object:
        """The same object as long as the cards there rest on the same evidence.

        Args:
            stage: where they lie; None: in the whole lane.
        """
        return self.proofs.get((lane.id, stage.id if stage is not None else ""))

    def hangs_on(self, card: Card) -> str | None:
        """The id of what a note is pinned to in this view; None: it lies in its cell."""
        if not isinstance(card, Barrier) or card.on_id is None:
            return None
        on = self.journey.find(card.on_id)
        if isinstance(on, Card):
            chosen = self.options.lane_ids
            if chosen and on.lane_id not in chosen:
                return None
            return plans.stand_in(self.journey, on.id, self.options.path)
        seen = on is not None and plans.shown(self.journey, on, self.options.path)
        return card.on_id if seen else None

    def view(self, card: Card) -> CardView:
        """A card with the records it is drawn with."""
        journey = self.journey
        department, picture = journey.find(card.department_id), journey.find(card.picture_id)
        found = (journey.find(one) for one in card.persona_ids)
        evidence = journey.evidence(card.id)
        return CardView(
            card,
            evidence if self.options.show_evidence else (),
            department if isinstance(department, Department) else None,
            tuple([one for one in found if isinstance(one, Persona)]),
            picture if isinstance(picture, Picture) else None,
            not self.in_question(card),
            self.marked and self.options.show_evidence and not evidence and self.asked(card),
            self.reach.get(card.id, 1),
            card.id in self.worst,
            card.id in self.differing,
            plans.mark_of(journey, card) if self.options.path == "both" else None,
            codes.code_of(journey, self.map.id, card) if self.options.codes else "",
        )

    def views(self, cards: Sequence[Card]) -> tuple[CardView, ...]:
        """The cards that are to be seen, with the records they are drawn with."""
        if self.options.blank:
            return ()
        seen = [self.view(one) for one in cards if self.shown(one.path)]
        hides = self.options.others == "hide"
        return tuple([one for one in seen if not (hides and one.dim)])
