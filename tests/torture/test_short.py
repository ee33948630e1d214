"""R9, in short; the long form is `python -m tests.torture r9`."""

from pathlib import Path

from tests.torture import round_trip
from tests.torture.watch import Watch


def test_what_is_saved_is_what_is_opened(tmp_path: Path) -> None:
    """Maps at random, with letters from every plane of Unicode."""
    round_trip.prove_saving(tmp_path, 15, 1, Watch())
