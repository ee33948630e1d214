"""S4, in short: 60 nasty texts in the places that write them; labels and tooltips in `test_plain`.

All 250 in all places, the window last: `python -m tests.torture s4`.
"""

import socket
from pathlib import Path

import pytest

from tests.hostile.strings import COUNT, texts
from tests.torture import texts as torture


def test_texts_are_only_texts(tmp_path: Path) -> None:
    torture.pour(tmp_path, 60, torture.QUICK)


def test_there_are_enough_of_them() -> None:
    assert len(texts("a", "b")) == COUNT == 250
    assert len(set(texts("a", "b"))) > 240


@pytest.mark.skipif(not Path("/proc").exists(), reason="asks Linux")
def test_the_guard_would_notice(tmp_path: Path) -> None:
    with (
        pytest.raises(AssertionError, match="was opened"),
        torture.guarded(tmp_path / "a") as (file, _),
    ):
        Path(file).read_bytes()
    with (
        pytest.raises(AssertionError, match="was called"),
        torture.guarded(tmp_path / "b") as (_, url),
    ):
        socket.create_connection(("127.0.0.1", int(url.rpartition(":")[2]))).close()
