"""R3, in short: the power goes at any moment of a session that edits and saves.

The long form is `python -m tests.torture r3`.
"""

from pathlib import Path

import pytest

from cjm_desktop.storage.problems import FileProblem
from tests.torture import power
from tests.torture.watch import Watch

CUTS = 100


def test_no_power_cut_takes_an_acknowledged_edit(tmp_path: Path) -> None:
    watch = Watch()
    power.prove(tmp_path, CUTS, 3, watch)
    assert watch.counted["between two syncs"] > CUTS / 4
    assert watch.counted["within a save"] > 0


def test_nor_does_it_where_nobody_waits_for_a_slow_disk(tmp_path: Path) -> None:
    """What is lost then is only what it was not yet said that the disk has."""
    power.cut(tmp_path, CUTS // 3, 5, Watch(), slow=True)


@pytest.mark.parametrize(
    ("lies", "seen"),
    [
        ("-wal", (AssertionError, "an acknowledged edit is lost")),
        (".tmp", (FileProblem, "map.cjm")),
    ],
)
def test_a_disk_that_only_says_that_it_syncs_is_found_out(
    tmp_path: Path, lies: str, seen: tuple[type[Exception], str]
) -> None:
    """What the cuts look for can be seen."""
    with pytest.raises(seen[0], match=seen[1]):
        power.cut(tmp_path, 100, 4, Watch(), edits=42, lies=lies)
