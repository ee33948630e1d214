"""How each field of a record is shown: what makes the fields of the inspector's forms."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import get_args

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QIcon

from cjm_desktop.journey import naming, words
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import (
    Channel,
    Department,
    Persona,
    Record,
    Source,
)
from cjm_desktop.layout.icons import CHANNELS
from cjm_desktop.ui import icons
from cjm_desktop.ui.inspector.day import Day
from cjm_desktop.ui.inspector.fields import (
    Choice,
    Choose,
    Field,
    Line,
    Marks,
    Number,
    OneOf,
    Percent,
    Switch,
    Text,
    Texts,
)
from cjm_desktop.ui.inspector.spans import Span

Make = Callable[["Asked"], Field]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a field is made from."""

    record: Record
    journey: Journey
    language: str
    name: str
    """Of the record's field."""

    @property
    def label(self) -> str:
        """The field's name, for people."""
        said = words.say(f"field.{self.name}", self.language)
        return said[:1].upper() + said[1:]

    def choices(self, prefix: str, values: tuple[object, ...]) -> list[Choice]:
        """Values with what the words call them."""
        return [
            (one, words.say(f"{prefix}.{'none' if one == '' else one}", self.language))
            for one in values
        ]


@dataclass(frozen=True, slots=True)
class Item:
    """One field of a form."""

    name: str
    make: Make


def line(asked: Asked) -> Field:
    """A short text under its name."""
    return Line(asked.label)


def title(asked: Asked) -> Field:
    """The record's own name, which needs no name above it."""
    return Line(spoken=asked.label, hint=asked.label)


def body(asked: Asked) -> Field:
    """The record's own text, which needs no name above it."""
    return Text(spoken=asked.label, hint=asked.label)


def text(asked: Asked) -> Field:
    """A longer text under its name."""
    return Text(asked.label)


def bare(asked: Asked) -> Field:
    """A longer text in a section of its own."""
    return Text(spoken=asked.label, lines=3)


def texts(asked: Asked) -> Field:
    """Several short texts."""
    return Texts(asked.label)


def switch(asked: Asked) -> Field:
    """A yes or no."""
    return Switch(asked.label)


def day(asked: Asked) -> Field:
    """A date."""
    return Day(asked.label, asked.language)


def span(asked: Asked) -> Field:
    """A duration."""
    return Span(asked.label, asked.language)


def one_of(prefix: str, *values: object, named: bool = True) -> Make:
    """A few values side by side, called as the words call them."""

    def make(asked: Asked) -> Field:
        name = asked.label if named else ""
        return OneOf(name, asked.choices(prefix, values), asked.label)

    return make


def among(prefix: str, *values: object) -> Make:
    """One of a few values whose names are too long to lie side by side."""

    def make(asked: Asked) -> Field:
        return Choose(asked.label, asked.choices(prefix, values))

    return make


def marks(asked: Asked) -> Field:
    """A mark from 1 to 5, or none."""
    return Marks(asked.label, [(None, "–"), *((n, str(n)) for n in range(1, 6))])


def number(low: float, high: float, decimals: int = 0, *, optional: bool = False) -> Make:
    """A number."""

    def make(asked: Asked) -> Field:
        return Number(asked.label, low, high, decimals, optional=optional)

    return make


def percent(asked: Asked) -> Field:
    """A share from 0 to 1, written as so many of a hundred."""
    return Percent(f"{asked.label}, %")


def channel(asked: Asked) -> Field:
    """The channel of a touchpoint, with its icon."""
    values = get_args(Channel)
    # The channel as it is stands right under the name; as it should be, among other fields.
    field = Choose("" if asked.name == "channel" else asked.label, [], asked.label)
    signs = [icons.icon(CHANNELS[one]) if one in CHANNELS else QIcon() for one in values]
    field.offer(asked.choices("channel", values), signs)
    return field


def department(asked: Asked) -> Field:
    """One of the document's departments, or none."""
    found = [(one.id, one.name) for one in asked.journey.all(Department)]
    return Choose(asked.label, [(None, "–"), *found])


def metric(asked: Asked) -> Field:
    """One of the map's metrics, or none."""
    map_id = asked.journey.map_of(asked.record) or ""
    found = [(one.id, one.title) for one in asked.journey.metrics(map_id)]
    return Choose(asked.label, [(None, "–"), *found])


def place(asked: Asked) -> Field:
    """The stage, step or touchpoint that a metric is about."""
    journey = asked.journey
    found: list[Choice] = []
    for stage in journey.stages(journey.map_of(asked.record) or ""):
        found.append((stage.id, stage.title))
        found += [(one.id, f"{stage.title} › {one.title}") for one in journey.steps(stage.id)]
    about = journey.find(getattr(asked.record, "about_id", None))
    if about is not None and about.id not in [value for value, _ in found]:
        found.append((about.id, naming.label(about, asked.language)))
    return Choose(asked.label, found)


def persona(asked: Asked) -> Field:
    """Whose curve a feeling belongs to."""
    found = [(one.id, naming.in_role(one, asked.language)) for one in asked.journey.all(Persona)]
    return Choose(asked.label, [(None, "–"), *found])


def by_hand(asked: Asked) -> Field:
    """Whether a contact happens by itself."""
    translate = QCoreApplication.translate
    choices = [
        (False, translate("Inspector", "By hand")),
        (True, translate("Inspector", "Automatic")),
    ]
    return OneOf("", choices, asked.label)


def source(asked: Asked) -> Field:
    """Where a piece of evidence comes from."""
    return Choose(asked.label, asked.choices("source", get_args(Source)))
