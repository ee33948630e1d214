"""S1, in short: files damaged at random open as they were, or not at all, with one sentence.

The long form is `python -m tests.torture s1`.
"""

from pathlib import Path

import pytest

from cjm_desktop.document import Home
from cjm_desktop.storage import reader
from cjm_desktop.storage.problems import FileProblem
from tests.torture import mutations
from tests.torture.watch import Watch

COUNT = 100


def test_damaged_files_open_as_they_were_or_not_at_all(tmp_path: Path) -> None:
    watch = Watch()
    mutations.prove(tmp_path, COUNT, 1, watch)
    assert watch.counted["refused"] > COUNT / 4
    assert watch.counted["opened unchanged"] > 0
    assert watch.counted["recovered in part"] > 0


def test_a_proven_file_that_differs_by_one_bit_is_proved_again(tmp_path: Path) -> None:
    good = mutations.good_map(tmp_path)
    proven = Home(tmp_path / "home").proven()
    assert reader.digest_of(good) in proven
    data = bytearray(good.read_bytes())
    at = data.index("Другое".encode())
    data[at + 1] ^= 1
    path = tmp_path / "other.cjm"
    path.write_bytes(data)
    with pytest.raises(FileProblem):
        reader.read(path, proven=proven)
