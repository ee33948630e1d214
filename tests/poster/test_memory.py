"""A picture of A0 at 300 dpi is written without ever being held whole, and can be stopped."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

MOST = 1_000_000_000
"""Bytes of the whole process at most."""

WRITES = """
import resource, sys
from pathlib import Path
from cjm_desktop import poster
from cjm_desktop.journey import templates
told, stop = [], len(sys.argv) > 2
def progress(done, total):
    told.append((done, total))
    return not (stop and done)
journey = templates.make("sample-b2b", "ru")
job = poster.Job(journey.maps()[0].id, language="ru")
written = poster.write_png(journey, job, Path(sys.argv[1]), 300, progress)
assert told == sorted(told) and len(told) > (1 if stop else 3)
assert stop or told[-1][0] == told[-1][1]
print(int(written), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)
"""


def written(path: Path, *stop: str) -> tuple[bool, int]:
    """Whether a picture was written by a process of its own, and the memory that took, bytes."""
    done = subprocess.run(
        [sys.executable, "-c", WRITES, str(path), *stop], capture_output=True, text=True, check=True
    )
    said = done.stdout.split()
    return said[0] == "1", int(said[1])


@pytest.mark.long
@pytest.mark.skipif(sys.platform != "linux", reason="counts memory as Linux does")
def test_a0_at_300_dpi(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "map.png"
    done, memory = written(path)
    assert done
    assert memory < MOST
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", None)
    with Image.open(path) as picture:
        assert picture.size == (round(1189 / 25.4 * 300), round(841 / 25.4 * 300))
    stopped, _ = written(tmp_path / "stopped.png", "stop")
    assert not stopped
    assert not (tmp_path / "stopped.png").exists()
    assert [one.name for one in tmp_path.iterdir()] == ["map.png"]
