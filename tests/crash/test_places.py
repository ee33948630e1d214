"""R5 and R10, in short: what may happen to a file and its disk, and who waits for a slow one."""

import random
from pathlib import Path

import pytest

from tests.torture import places, times


@pytest.mark.parametrize("happening", places.HAPPENINGS, ids=lambda one: one.__name__)
def test_the_work_outlives_it(happening: places.Happening, tmp_path: Path) -> None:
    assert places.stay(tmp_path, 1, (happening,)) == (happening not in places.HARMLESS)


@pytest.mark.parametrize("seed", range(4))
def test_so_it_does_in_any_order(seed: int, tmp_path: Path) -> None:
    chosen = random.Random(seed).choices(places.HAPPENINGS, k=3)
    places.stay(tmp_path, seed, tuple(chosen))


def test_on_a_slow_disk_an_edit_waits_once_and_a_save_in_its_own_thread(tmp_path: Path) -> None:
    """A sync may take half a second there: one for an edit, none to begin a save or to end it."""
    waits = times.waits(tmp_path)
    assert waits["edit"] == [1, 1, 1]
    assert waits["begin"] == [0, 0, 0]
    assert waits["finish"] == [0, 0, 0]
    assert min(waits["save"]) > 2
