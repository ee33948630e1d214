"""Steps by sittings: rows without a copy of the steps."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

from cjm_desktop.journey.sittings import PAUSE, Heading, Sittings

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def rows(sittings: Sittings) -> list[Heading | int]:
    return [sittings.row(row) for row in range(len(sittings))]


def of(*minutes: float) -> Sittings:
    moments = [START + timedelta(minutes=one) for one in minutes]
    made = Sittings(moments.__getitem__)
    made.follow(len(moments))
    return made


def test_a_history_without_steps_has_its_beginning_only() -> None:
    assert rows(of()) == [-1]


def test_a_pause_and_a_new_day_part_sittings() -> None:
    assert rows(of(0, 5, 40, 41, 24 * 60)) == [
        Heading(4, 5), 4, Heading(2, 4), 3, 2, Heading(0, 2), 1, 0, -1,
    ]  # fmt: skip
    assert rows(of(14 * 60 + 59, 15 * 60 + 1)) == [Heading(1, 2), 1, Heading(0, 1), 0, -1]


def test_a_clock_set_back_parts_nothing() -> None:
    assert rows(of(10, 3)) == [Heading(0, 2), 1, 0, -1]


def test_followed_step_by_step_it_is_as_if_made_anew() -> None:
    """Edits append, merge into the last step, or drop what was undone and append."""
    chance = random.Random(5)
    moments: list[datetime] = []
    followed = Sittings(lambda index: moments[index])
    now = START
    for _ in range(600):
        now += timedelta(minutes=chance.choice((1, 2, PAUSE.seconds // 60 + 1, 700)))
        kept = len(moments) - chance.choice((0, 0, 0, 1, 1, 5))
        moments[max(0, kept) :] = [now] if chance.random() < 0.9 else []
        followed.follow(len(moments))
        fresh = Sittings(moments.__getitem__)
        fresh.follow(len(moments))
        found = rows(followed)
        assert found == rows(fresh)
        steps = [one for one in found if isinstance(one, int)]
        assert steps == list(range(len(moments) - 1, -2, -1))
        assert all(followed.row_of(one) == found.index(one) for one in steps)
