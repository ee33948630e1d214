"""What a map is made of: one frozen record class for each table of the file.

Every field carries its type, and through `limits` what it may hold, so that the rules, the file's
schema and the guarded reader all work from this one page. Dates are ISO text (`2026-11-12`), empty
where unknown. Ids are random and global; `place` is a fractional key (see `order`).
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal, get_args

Language = Literal["ru", "en"]
State = Literal["as_is", "to_be"]
Path = Literal["both", "as_is", "to_be"]
BuyingPart = Literal["initiator", "user", "influencer", "decider", "buyer", "gatekeeper"]
Unit = Literal["minutes", "hours", "days", "weeks", "months"]
LaneKind = Literal[
    "actions",
    "touchpoints",
    "thoughts",
    "feelings",
    "barriers",
    "opportunities",
    "time",
    "goals",
    "metrics",
    "owners",
    "participation",
    "consensus",
    "evidence",
    "picture",
    "frontstage",
    "backstage",
    "support",
    "text",
    "divider",
]
Channel = Literal[
    "",
    "site",
    "form",
    "search",
    "ad",
    "social",
    "mail",
    "newsletter",
    "phone",
    "messenger",
    "chatbot",
    "app",
    "meeting",
    "shop",
    "exhibition",
    "document",
    "invoice",
    "contract",
    "payment",
    "delivery",
    "installation",
    "training",
    "service",
    "recommendation",
    "other",
]
Source = Literal[
    "",
    "interview",
    "mystery_shopper",
    "call_recordings",
    "reviews",
    "crm",
    "analytics",
    "sales_team",
    "other",
]

SHORT = 300
"""Most characters of a title, name or word."""
LONG = 20_000
"""Most characters of any other text."""


def limits(
    *,
    choices: tuple[str, ...] = (),
    low: float | None = None,
    high: float | None = None,
    length: int = LONG,
    to: str = "",
    date: bool = False,
) -> dict[str, Any]:
    """Field metadata that rules, schema and reader share.

    Args:
        choices: the only texts allowed.
        low, high: smallest and largest number allowed.
        length: most characters of a text, or of each text of a list.
        to: the record kinds this id (or list of ids) must point to, parted by blanks.
        date: the text is an ISO date or empty.
    """
    return {
        "choices": choices,
        "low": low,
        "high": high,
        "length": length,
        "to": to,
        "date": date,
    }


def new_id() -> str:
    """A new random global id: 16 hexadecimal digits."""
    return secrets.token_hex(8)


@dataclass(frozen=True, slots=True)
class Duration:
    """A span of time with its unit and, where known, its range in the same unit."""

    value: float
    unit: Unit = "days"
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What every record has: its id."""

    kind: ClassVar[str] = ""
    id: str = field(default_factory=new_id, metadata=limits(length=40))


@dataclass(frozen=True, slots=True, kw_only=True)
class MapDocument(Record):
    """The document itself; there is exactly one."""

    kind: ClassVar[str] = "document"
    id: str = field(default="document", metadata=limits(length=40))
    title: str = field(default="", metadata=limits(length=SHORT))
    language: Language = field(default="en", metadata=limits(choices=get_args(Language)))
    review_date: str = field(default="", metadata=limits(date=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneyMap(Record):
    """One journey map: a scenario of one segment, as it is or as it should be."""

    kind: ClassVar[str] = "map"
    title: str = field(default="", metadata=limits(length=SHORT))
    scenario: str = field(default="", metadata=limits())
    state: State = field(default="as_is", metadata=limits(choices=get_args(State)))
    period: str = field(default="", metadata=limits(length=SHORT))
    general_id: str | None = field(default=None, metadata=limits(to="map"))
    """The general map this one was derived from and follows."""
    persona_ids: tuple[str, ...] = field(default=(), metadata=limits(to="persona"))
    """Whose journey it is; the first one is drawn large."""
    place: str = field(default="V", metadata=limits(length=SHORT))


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona(Record):
    """The typical person of a segment, and their part in the buying centre."""

    kind: ClassVar[str] = "persona"
    name: str = field(default="", metadata=limits(length=SHORT))
    role: str = field(default="", metadata=limits(length=SHORT))
    segment: str = field(default="", metadata=limits())
    need: str = field(default="", metadata=limits())
    trigger: str = field(default="", metadata=limits())
    alternatives: str = field(default="", metadata=limits())
    criteria: str = field(default="", metadata=limits())
    hooks: str = field(default="", metadata=limits())
    fears: str = field(default="", metadata=limits())
    goals: str = field(default="", metadata=limits())
    quotes: tuple[str, ...] = field(default=(), metadata=limits())
    picture_id: str | None = field(default=None, metadata=limits(to="picture"))
    colour: str = field(default="", metadata=limits(length=7))
    buying_parts: tuple[str, ...] = field(
        default=(),
        metadata=limits(choices=get_args(BuyingPart)),
    )
    place: str = field(default="V", metadata=limits(length=SHORT))


@dataclass(frozen=True, slots=True, kw_only=True)
class Department(Record):
    """A department of the company, or an owner outside it."""

    kind: ClassVar[str] = "department"
    name: str = field(default="", metadata=limits(length=SHORT))
    colour: str = field(default="", metadata=limits(length=7))
    place: str = field(default="V", metadata=limits(length=SHORT))


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant(Record):
    """A person who takes part in the workshop."""

    kind: ClassVar[str] = "participant"
    name: str = field(default="", metadata=limits(length=SHORT))
    department_id: str | None = field(default=None, metadata=limits(to="department"))
    place: str = field(default="V", metadata=limits(length=SHORT))


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage(Record):
    """A stage of the journey."""

    kind: ClassVar[str] = "stage"
    map_id: str = field(metadata=limits(to="map"))
    title: str = field(default="", metadata=limits(length=SHORT))
    goal: str = field(default="", metadata=limits())
    """What the customer wants to achieve here, in their words."""
    planned: Duration | None = field(default=None, metadata=limits(low=0))
    actual: Duration | None = field(default=None, metadata=limits(low=0))
    colour: str = field(default="", metadata=limits(length=7))
    path: Path = field(default="both", metadata=limits(choices=get_args(Path)))
    place: str = field(default="V", metadata=limits(length=SHORT))


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Record):
    """A sub-stage: one column of the grid."""

    kind: ClassVar[str] = "step"
    stage_id: str = field(metadata=limits(to="stage"))
    title: str = field(default="", metadata=limits(length=SHORT))
    planned: Duration | None = field(default=None, metadata=limits(low=0))
    actual: Duration | None = field(default=None, metadata=limits(low=0))
    waiting: bool = field(default=False, metadata=limits())
    """The customer only waits here."""
    path: Path = field(default="both", metadata=limits(choices=get_args(Path)))
    place: str = field(default="V", metadata=limits(length=SHORT))


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane(Record):
    """A row of the grid; its kind says what its cells hold."""

    kind: ClassVar[str] = "lane"
    map_id: str = field(metadata=limits(to="map"))
    holds: LaneKind = field(
        default="text",
        metadata=limits(choices=get_args(LaneKind)),
    )
    title: str = field(default="", metadata=limits(length=SHORT))
    question: str = field(default="", metadata=limits(length=SHORT))
    """The question under the lane's name, such as "What stands in the way?"."""
    per: Literal["step", "stage"] = field(
        default="step", metadata=limits(choices=("step", "stage"))
    )
    height: float | None = field(default=None, metadata=limits(low=0, high=5000))
    """Least height the user gave it, poster units; None: as its content needs."""
    folded: bool = field(default=False, metadata=limits())
    """Hidden but for its name, with a count of what lies in it."""
    colour: str = field(default="", metadata=limits(length=7))
    """Of the disc behind its icon; empty: that of the theme."""
    place: str = field(default="V", metadata=limits(length=SHORT))


@dataclass(frozen=True, slots=True, kw_only=True)
class Card(Record):
    """A card in a cell: an action, a thought, an owner's bar, a free text."""

    kind: ClassVar[str] = "card"
    lane_id: str = field(metadata=limits(to="lane"))
    stage_id: str = field(metadata=limits(to="stage"))
    step_id: str | None = field(default=None, metadata=limits(to="step"))
    """None: the card belongs to the stage as a whole."""
    place: str = field(default="V", metadata=limits(length=SHORT))
    span: int = field(default=1, metadata=limits(low=1, high=1000))
    """How many columns it covers: steps where it has a step, else stages."""
    text: str = field(default="", metadata=limits())
    detail: str = field(default="", metadata=limits())
    persona_ids: tuple[str, ...] = field(default=(), metadata=limits(to="persona"))
    department_id: str | None = field(default=None, metadata=limits(to="department"))
    votes: int = field(default=0, metadata=limits(low=0, high=100_000))
    colour: str = field(default="", metadata=limits(length=7))
    picture_id: str | None = field(default=None, metadata=limits(to="picture"))
    path: Path = field(default="both", metadata=limits(choices=get_args(Path)))
    moved_from: str | None = field(
        default=None, metadata=limits(to="card touchpoint barrier opportunity")
    )
    """The as-is card that this to-be card stands for in another place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Touchpoint(Card):
    """A card where the customer meets the company."""

    kind: ClassVar[str] = "touchpoint"
    channel: Channel = field(
        default="",
        metadata=limits(choices=get_args(Channel)),
    )
    planned_channel: Channel = field(default="", metadata=limits(choices=get_args(Channel)))
    """The channel as it should be, where it differs."""
    automated: bool = field(default=False, metadata=limits())
    owner: str = field(default="", metadata=limits(length=SHORT))
    starts: str = field(default="", metadata=limits(length=SHORT))
    """Who or what triggers this contact."""
    importance: int | None = field(default=None, metadata=limits(low=1, high=5))
    """1 to 5; 5 is a moment of truth."""
    expectation: int | None = field(default=None, metadata=limits(low=1, high=5))
    fulfilment: int | None = field(default=None, metadata=limits(low=1, high=5))


@dataclass(frozen=True, slots=True, kw_only=True)
class Barrier(Card):
    """A barrier note: what stands in the way, pinned to a touchpoint, step or stage."""

    kind: ClassVar[str] = "barrier"
    severity: int = field(default=1, metadata=limits(low=1, high=3))
    """1 hinders, 2 slows down, 3 loses the customer."""
    frequency: int = field(default=0, metadata=limits(low=0, high=3))
    """0 unknown, 1 rare, 2 often, 3 always."""
    status: Literal["open", "in_work", "solved"] = field(
        default="open", metadata=limits(choices=("open", "in_work", "solved"))
    )
    on_id: str | None = field(default=None, metadata=limits(to="touchpoint step stage"))
    """What a freely placed note stands on; None: it lies in its cell."""
    dx: float = field(default=0.0, metadata=limits(low=-1e6, high=1e6))
    dy: float = field(default=0.0, metadata=limits(low=-1e6, high=1e6))
    """Free offset from the top left of what it stands on, poster units."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opportunity(Card):
    """A card that says what could be improved, and which barriers it answers."""

    kind: ClassVar[str] = "opportunity"
    answers: tuple[str, ...] = field(default=(), metadata=limits(to="barrier"))
    effect: int = field(default=0, metadata=limits(low=0, high=3))
    effort: int = field(default=0, metadata=limits(low=0, high=3))


@dataclass(frozen=True, slots=True, kw_only=True)
class Feeling(Record):
    """A point of an emotion curve."""

    kind: ClassVar[str] = "feeling"
    lane_id: str = field(metadata=limits(to="lane"))
    persona_id: str | None = field(default=None, metadata=limits(to="persona"))
    """Whose curve; None: the customer in general."""
    stage_id: str = field(metadata=limits(to="stage"))
    step_id: str | None = field(default=None, metadata=limits(to="step"))
    between: float = field(default=0.0, metadata=limits(low=0, high=0.999))
    """0 at the middle of its column, 0.5 halfway to the middle of the next."""
    value: float = field(default=0.0, metadata=limits(low=-2, high=2))
    word: str = field(default="", metadata=limits(length=SHORT))
    path: State = field(default="as_is", metadata=limits(choices=get_args(State)))
    note: str = field(default="", metadata=limits())
    """Why: shown beside the weakest point."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Record):
    """What a card or a curve point rests on; without any it is an assumption."""

    kind: ClassVar[str] = "evidence"
    about_id: str = field(metadata=limits(to="card touchpoint barrier opportunity feeling"))
    source: Source = field(
        default="",
        metadata=limits(choices=get_args(Source)),
    )
    detail: str = field(default="", metadata=limits())
    date: str = field(default="", metadata=limits(date=True))
    people: int | None = field(default=None, metadata=limits(low=0, high=1_000_000_000))
    out_of: int | None = field(default=None, metadata=limits(low=0, high=1_000_000_000))


@dataclass(frozen=True, slots=True, kw_only=True)
class Hypothesis(Record):
    """If we do this, then that will happen, because ...; tested by a metric."""

    kind: ClassVar[str] = "hypothesis"
    map_id: str = field(metadata=limits(to="map"))
    about_id: str = field(metadata=limits(to="opportunity barrier"))
    if_text: str = field(default="", metadata=limits())
    then_text: str = field(default="", metadata=limits())
    because: str = field(default="", metadata=limits())
    metric_id: str | None = field(default=None, metadata=limits(to="metric"))
    expected: str = field(default="", metadata=limits(length=SHORT))
    """The change expected of the metric."""
    status: Literal["idea", "running", "confirmed", "rejected"] = field(
        default="idea", metadata=limits(choices=("idea", "running", "confirmed", "rejected"))
    )
    started: str = field(default="", metadata=limits(date=True))
    ended: str = field(default="", metadata=limits(date=True))
    outcome: str = field(default="", metadata=limits())
    place: str = field(default="V", metadata=limits(length=SHORT))


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric(Record):
    """A number watched at a stage or touchpoint."""

    kind: ClassVar[str] = "metric"
    map_id: str = field(metadata=limits(to="map"))
    about_id: str = field(metadata=limits(to="stage step touchpoint"))
    title: str = field(default="", metadata=limits(length=SHORT))
    unit: str = field(default="", metadata=limits(length=SHORT))
    funnel: bool = field(default=False, metadata=limits())
    """It counts those who reach this place: drawn as the share of the one before."""
    direction: Literal["up", "down"] = field(default="up", metadata=limits(choices=("up", "down")))
    """Where better lies."""
    target: float | None = field(default=None, metadata=limits(low=-1e12, high=1e12))
    end: bool = field(default=False, metadata=limits())
    """The map's end metric, shown beside every other one."""
    place: str = field(default="V", metadata=limits(length=SHORT))


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement(Record):
    """One value of a metric."""

    kind: ClassVar[str] = "measurement"
    metric_id: str = field(metadata=limits(to="metric"))
    date: str = field(default="", metadata=limits(date=True))
    value: float = field(default=0.0, metadata=limits(low=-1e12, high=1e12))
    sample: int | None = field(default=None, metadata=limits(low=0, high=1_000_000_000))
    source: str = field(default="", metadata=limits(length=SHORT))


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Record):
    """A passage from one touchpoint to another."""

    kind: ClassVar[str] = "link"
    map_id: str = field(metadata=limits(to="map"))
    from_id: str = field(metadata=limits(to="touchpoint"))
    to_id: str = field(metadata=limits(to="touchpoint"))
    manner: Literal["next", "repeat", "alternative"] = field(
        default="next", metadata=limits(choices=("next", "repeat", "alternative"))
    )
    share: float | None = field(default=None, metadata=limits(low=0, high=1))
    """Share of customers who go this way, 0 to 1."""
    planned_wait: Duration | None = field(default=None, metadata=limits(low=0))
    actual_wait: Duration | None = field(default=None, metadata=limits(low=0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation(Record):
    """How a persona takes part in a stage, and where they stand."""

    kind: ClassVar[str] = "participation"
    persona_id: str = field(metadata=limits(to="persona"))
    stage_id: str = field(metadata=limits(to="stage"))
    involvement: Literal["decides", "influences", "takes_part", "absent"] = field(
        default="takes_part",
        metadata=limits(choices=("decides", "influences", "takes_part", "absent")),
    )
    stance: Literal["", "for", "unsure", "against"] = field(
        default="", metadata=limits(choices=("", "for", "unsure", "against"))
    )
    note: str = field(default="", metadata=limits())


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference(Record):
    """One way in which a role map departs from the general map it follows (see `following`)."""

    kind: ClassVar[str] = "difference"
    map_id: str = field(metadata=limits(to="map"))
    record_id: str = field(metadata=limits(length=40))
    """The general map's record."""
    field_name: str = field(default="hidden", metadata=limits(length=SHORT))
    """The field that differs, `place` for where it stands, or `hidden`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture(Record):
    """A picture as stored bytes: PNG, JPEG or WebP."""

    kind: ClassVar[str] = "picture"
    name: str = field(default="", metadata=limits(length=SHORT))
    media_type: Literal["image/png", "image/jpeg", "image/webp"] = field(
        default="image/png",
        metadata=limits(choices=("image/png", "image/jpeg", "image/webp")),
    )
    width: int = field(default=0, metadata=limits(low=0, high=20_000))
    height: int = field(default=0, metadata=limits(low=0, high=20_000))
    data: bytes = field(default=b"", metadata=limits(length=64 * 1024 * 1024))


KINDS: dict[str, type[Record]] = {
    cls.kind: cls
    for cls in (
        MapDocument,
        Picture,
        Department,
        Participant,
        Persona,
        JourneyMap,
        Stage,
        Step,
        Lane,
        Card,
        Touchpoint,
        Barrier,
        Opportunity,
        Feeling,
        Evidence,
        Metric,
        Measurement,
        Hypothesis,
        Link,
        Participation,
        Difference,
    )
}
"""Every record class by its kind, parents before children."""

AnyCard = Card | Touchpoint | Barrier | Opportunity
CARD_OF_LANE: dict[str, type[Card]] = {
    "actions": Card,
    "touchpoints": Touchpoint,
    "thoughts": Card,
    "barriers": Barrier,
    "opportunities": Opportunity,
    "owners": Card,
    "evidence": Card,
    "picture": Card,
    "frontstage": Card,
    "backstage": Card,
    "support": Card,
    "text": Card,
}
"""Which class of card each kind of lane holds; other lanes hold no cards."""
