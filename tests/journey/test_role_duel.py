"""A tiny general map and its role map, where edits of both hit the same few records again.

What was dropped comes back, what was changed is changed back, what was differed in is given back,
the role map lets go and follows again: alone, and several of them in one edit.
"""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from cjm_desktop.journey import following, moves, rules
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import (
    Card,
    JourneyMap,
    Lane,
    MapDocument,
    Record,
    Stage,
    Step,
)
from cjm_desktop.journey.references import references
from tests.journey import anything, roles, walk
from tests.seeds import seeds

SAID = ("this", "that")
"""Few words: what one map says the other one says too before long."""
OFTEN: tuple[anything.Deed, ...] = (
    walk.move_card,
    walk.move_card,
    walk.drop_card,
    walk.pin_barrier,
    walk.unpin_barrier,
    walk.set_feeling,
    walk.set_feeling,
    walk.drop_feeling,
    walk.move_stage,
    walk.drop_stage,
    walk.move_step,
    walk.move_step,
    walk.drop_step,
    walk.merge_stages,
    walk.set_lane_per,
    walk.move_lane,
    walk.drop_lane,
    walk.add_evidence,
    roles.give_back,
    roles.give_back,
    roles.show_again,
    roles.show_again,
    roles.set_path,
    roles.plan_move,
)


class Duel:
    """The two maps, and all that was ever on them."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)
        draft = Draft(Journey())
        draft.put(MapDocument(title="Map", language="en"))
        self.general = moves.add_map(draft, "Map")
        lanes = [moves.add_lane(draft, self.general, one)
                 for one in ("actions", "touchpoints", "barriers", "feelings")]  # fmt: skip
        stage = moves.add_stage(draft, self.general, "A", steps=("a1", "a2"))
        moves.add_stage(draft, self.general, "B")
        first, second = draft.journey.steps(stage)
        for lane, step in ((0, first), (0, second), (1, first), (2, first)):
            moves.add_card(draft, lanes[lane], stage, step.id, "this")
        moves.add_card(draft, lanes[0], stage, first.id, "wide", span=2)
        person = moves.add_persona(draft, "Ann", self.general)
        walk.set_feeling(draft, self.rng)
        self.role = moves.make_role_map(draft, self.general, person)
        self.journey = draft.journey
        self.known: dict[str, Record] = {}
        self.deeds = (self.say, self.say, self.move, self.move, self.drop, self.give_back,
                      self.bring_back, self.follow_anew)  # fmt: skip
        self._remember()

    def _remember(self) -> None:
        for one in self.journey:
            if isinstance(one, roles.FOLLOWED) and self.rng.random() < 0.5:
                self.known[one.id] = one

    def turn(self) -> None:
        """One edit of one or several deeds, most to one thing and its copy, and what follows."""
        draft, count = Draft(self.journey), self.rng.choice((1, 1, 2, 3))
        hot = self.rng.choice([one.id for one in self.known.values()])
        pair = hot, following.copy_id(self.role, hot)
        for _ in range(count):
            if self.rng.random() < 0.3:
                anything.tried(draft, self.rng, self.rng.choice(OFTEN))
            else:
                self.rng.choice(self.deeds)(draft, self.rng.choice(pair))
        try:
            rules.check(draft)
        except Problem:
            return  # two points at one place, a card without its step
        edited = draft.journey.fork()
        touched = {one.id for one in (*draft.changed(), *draft.dropped())}
        if following.follow(draft):
            rules.check(draft)
        roles.check_roles(draft.journey)
        if count == 1:
            roles.check_untouched(self.journey, draft.journey, touched)
        roles.check_done(self.journey, edited, draft.journey)
        roles.check_reasons(self.journey, edited, draft.journey)
        check_settled(draft.journey)
        self.journey = draft.journey
        self._remember()

    def say(self, draft: Draft, record_id: str) -> None:
        """Say something, most often elsewhere what is said on the other map."""
        record = draft.journey.find(record_id)
        name = next((one for one in ("text", "title", "word") if hasattr(record, one)), None)
        if record is not None and name is not None:
            moves.set_fields(draft, record_id, **{name: self.rng.choice(SAID)})

    def move(self, draft: Draft, record_id: str) -> None:
        """Move a thing to where there is little else."""
        record = draft.journey.find(record_id)

        def act(draft: Draft) -> None:
            place = self.rng.randrange(3)
            if isinstance(record, Card):
                lanes = walk.lanes_for(draft, record)
                moves.move_card(draft, record_id, *walk.cell(draft, self.rng, lanes), place)
            elif isinstance(record, Step):
                stages = draft.journey.stages(draft.journey.map_of(record) or "")
                moves.move_step(draft, record_id, self.rng.choice(stages).id, place)
            elif isinstance(record, Stage):
                moves.move_stage(draft, record_id, place)
            elif isinstance(record, Lane):
                moves.move_lane(draft, record_id, place)
                moves.set_lane_per(draft, record_id, self.rng.choice(("step", "stage")))

        roles.tried(draft, act)

    def drop(self, draft: Draft, record_id: str) -> None:
        """Drop a thing, but for the last ones of their kind."""
        record = draft.journey.find(record_id)
        if record is not None and len(draft.journey.all(type(record))) > 2:
            roles.tried(draft, lambda draft: moves.drop(draft, record_id))

    def give_back(self, draft: Draft, record_id: str) -> None:
        """Give back what is differed in, or show what is hidden."""
        if following.general_of(draft.journey, record_id) is not None:
            names = sorted(following.differs(draft.journey, record_id))
            name = self.rng.choice((None, *names))
            roles.tried(draft, lambda draft: moves.give_back(draft, record_id, name))
        elif record_id in draft.journey:
            roles.tried(draft, lambda draft: moves.show_again(draft, self.role, record_id))

    def bring_back(self, draft: Draft, record_id: str) -> None:
        """Let a thing be as it once was, gone or not."""
        record = self.known.get(record_id)
        if record is not None and all(target in draft.journey for _, target in references(record)):
            draft.put(record)

    def follow_anew(self, draft: Draft, _: str) -> None:
        """Let the role map go, or let it follow again; seldom."""
        role = draft.journey.get(JourneyMap, self.role)
        if role.general_id is None:
            draft.put(replace(role, general_id=self.general))
        elif self.rng.random() < 0.2:
            draft.put(replace(role, general_id=None))


def check_settled(journey: Journey) -> None:
    """All of a role map follows already."""
    for role in roles.roles(journey):
        draft = Draft(journey)
        following.follow_all(draft, role)
        assert not draft.changed()
        assert not draft.dropped()


@pytest.mark.parametrize("seed", seeds(10, 30))
def test_edits_that_meet(seed: int) -> None:
    with walk.seeded_ids(seed):
        duel = Duel(seed)
        for _ in range(60):
            duel.turn()
    assert rules.check_all(duel.journey) == ()
