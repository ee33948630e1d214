"""A small map with known names, for tests that do one thing to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from cjm_desktop.journey import moves, rules
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import AnyCard, Card, LaneKind, MapDocument, Stage, Step

LANES: tuple[LaneKind, ...] = (
    "goals",
    "actions",
    "touchpoints",
    "feelings",
    "barriers",
    "opportunities",
    "owners",
)


@dataclass
class Small:
    """Stages A (a1, a2), B (b1, b2) and C (no steps), and the lanes of `LANES`."""

    draft: Draft
    map_id: str
    lane: dict[str, str] = field(default_factory=dict)
    at: dict[str, tuple[str, str | None]] = field(default_factory=dict)
    """Stage and step ids by title; of a stage's title the step is None."""

    @property
    def journey(self) -> Journey:
        """The journey as it is now."""
        return self.draft.journey

    def stage(self, title: str) -> str:
        """The id of a stage."""
        return self.at[title][0]

    def step(self, title: str) -> str:
        """The id of a step."""
        found = self.at[title][1]
        assert found is not None
        return found

    def card(self, lane: str, where: str, text: str = "", **fields: Any) -> str:
        """Add a card and return its id."""
        return moves.add_card(self.draft, self.lane[lane], *self.at[where], text, **fields)

    def get(self, card_id: str) -> AnyCard:
        """A card as it is now."""
        return self.journey.get(Card, card_id)

    def texts(self, lane: str, where: str) -> list[str]:
        """The texts of a cell, in order."""
        return [one.text for one in self.journey.cards(self.lane[lane], *self.at[where])]

    def stages(self) -> list[str]:
        """The titles of the stages, in order."""
        return [one.title for one in self.journey.stages(self.map_id)]

    def columns(self) -> list[str]:
        """The titles of the columns, in order."""
        return [(step or stage).title for stage, step in self.journey.columns(self.map_id)]

    def covered(self, card_id: str) -> list[str]:
        """The titles of the columns or stages a card covers."""
        card = self.get(card_id)
        line: list[Stage | Step]
        if card.step_id is None:
            line = list(self.journey.stages(self.map_id))
        else:
            line = [step or stage for stage, step in self.journey.columns(self.map_id)]
        first = [one.id for one in line].index(card.step_id or card.stage_id)
        return [one.title for one in line[first : first + card.span]]

    def settle(self) -> None:
        """Check the rules and begin a new draft, as an edit of a document does."""
        rules.check(self.draft)
        assert rules.check_all(self.journey) == ()
        self.draft = Draft(self.journey)

    def sound(self) -> None:
        """The draft and the whole journey keep the rules."""
        rules.check(self.draft)
        assert rules.check_all(self.journey) == ()


def small() -> Small:
    """A fresh small map."""
    draft = Draft(Journey())
    draft.put(MapDocument(title="Map", language="en"))
    made = Small(draft, moves.add_map(draft, "Map"))
    for holds in LANES:
        made.lane[holds] = moves.add_lane(draft, made.map_id, holds)
    for title, steps in (("A", ("a1", "a2")), ("B", ("b1", "b2")), ("C", ())):
        stage_id = moves.add_stage(draft, made.map_id, title, steps=steps)
        made.at[title] = stage_id, None
        for step in draft.journey.steps(stage_id):
            made.at[step.title] = stage_id, step.id
    made.settle()
    return made
