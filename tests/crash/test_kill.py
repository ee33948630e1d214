"""R1 and R2, in short: `kill -9` at random moments of editing and of saving.

The long forms are `python -m tests.torture r1` and `r2`, and `r1w` with the program's own window.
"""

import sys
from pathlib import Path

import pytest

from tests.torture import kills
from tests.torture.watch import Watch

SEED = 9

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="there is no kill -9; TerminateProcess is tried by hand"
)


def test_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    watch = Watch()
    kills.prove_editing(tmp_path, 30, SEED, watch)
    assert watch.counted["edits and saves acknowledged"] > 30


def test_a_kill_within_saving_leaves_the_file_whole(tmp_path: Path) -> None:
    watch = Watch()
    kills.prove_saving(tmp_path, 20, SEED, watch)
    assert watch.counted["killed within a save"] > 5
