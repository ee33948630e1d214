"""The power goes: what was not synced is gone, in part, in any order, or torn in the middle.

SQLite's writes and syncs are recorded while a person edits; then the disk is put together as it may
stand after a cut at any moment. 250 such disks in the suite; CJM_CUTS many in the long form
(50 000 unless said).
"""

import os
import random
import shutil
from pathlib import Path
from typing import Any

import apsw
import pytest

from cjm_desktop.document import Document, Home
from cjm_desktop.journey import templates
from tests.crash.victim import digest
from tests.journey.walk import random_verb, seeded_ids

CUTS = 250
LONG = int(os.environ.get("CJM_CUTS", "50000"))
SECTOR = 512

Operation = tuple[str, str, int, bytes]
"""What, in which file, where, and the bytes of a write."""


class Recorder:
    """What a disk was told to do, in order, and how far each acknowledged edit had come."""

    def __init__(self) -> None:
        self.operations: list[Operation] = []
        self.acknowledged: list[tuple[int, str]] = []
        """How many operations there were when an edit was acknowledged, and the map's state."""

    def note(self, what: str, name: str, at: int = 0, data: bytes = b"") -> None:
        self.operations.append((what, Path(name).name, at, bytes(data)))


class _File(apsw.VFSFile):
    def __init__(self, recorder: Recorder, base: str, name: Any, flags: list[int]) -> None:
        self._recorder = recorder
        self._name = name.filename() if isinstance(name, apsw.URIFilename) else str(name)
        super().__init__(base, name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:
        super().xWrite(data, offset)
        self._recorder.note("write", self._name, offset, data)

    def xSync(self, flags: int) -> None:
        super().xSync(flags)
        self._recorder.note("sync", self._name)

    def xTruncate(self, size: int) -> None:
        super().xTruncate(size)
        self._recorder.note("truncate", self._name, size)


class _System(apsw.VFS):
    def __init__(self, recorder: Recorder, base: str) -> None:
        self.recorder = recorder
        self.base = base
        super().__init__("recorder", base, makedefault=True)

    def xOpen(self, name: Any, flags: list[int]) -> _File:
        return _File(self.recorder, self.base, name, flags)

    def xDelete(self, name: str, sync: bool) -> None:
        super().xDelete(name, sync)
        self.recorder.note("delete", name)


def live(folder: Path, edits: int, seed: int) -> tuple[Recorder, Path]:
    """Edit for a while with everything recorded; return that and the working copy's folder."""
    recorder, rng = Recorder(), random.Random(seed)
    usual = apsw.vfs_names()[0]
    system = _System(recorder, usual)
    try:
        with seeded_ids(seed):
            document = Document.create(templates.make("b2b", "ru"), Home(folder / "home"))
            document.prepare()
            recorder.acknowledged.append((len(recorder.operations), digest(document.journey)))
            for number in range(edits):
                if number % 20 == 19:
                    document._keeper.copy.tidy(always=True)
                elif rng.random() < 0.2:
                    document.undo()
                else:
                    with document.edit("step.edit") as draft:
                        random_verb(draft, rng)
                recorder.acknowledged.append((len(recorder.operations), digest(document.journey)))
        assert document._keeper.folder is not None
        place = document._keeper.folder.folder
        document._keeper.copy.connection.close()
        document._keeper.folder.release()
    finally:
        apsw.set_default_vfs(usual)
        system.unregister()
    return recorder, place


def disk_after(operations: list[Operation], rng: random.Random) -> dict[str, bytearray]:
    """The files as they may stand: all that was synced, and any part of what was not."""
    files: dict[str, bytearray] = {}
    waiting: dict[str, list[Operation]] = {}
    for operation in operations:
        what, name, _, _ = operation
        if what == "sync":
            for one in waiting.pop(name, []):
                apply(files, one)
        elif what == "delete":
            waiting.pop(name, None)
            files.pop(name, None)
        else:
            waiting.setdefault(name, []).append(operation)
    for pending in waiting.values():
        kept = [one for one in pending if rng.random() < rng.choice((0.1, 0.5, 0.9))]
        rng.shuffle(kept)
        for one in kept:
            apply(files, torn(one, rng))
    return files


def torn(operation: Operation, rng: random.Random) -> Operation:
    """Perhaps only the first sectors of a write have arrived."""
    what, name, at, data = operation
    if what == "write" and len(data) > SECTOR and rng.random() < 0.3:
        data = data[: SECTOR * rng.randrange(1, len(data) // SECTOR + 1)]
    return what, name, at, data


def apply(files: dict[str, bytearray], operation: Operation) -> None:
    what, name, at, data = operation
    file = files.setdefault(name, bytearray())
    if what == "truncate":
        del file[at:]
        return
    if len(file) < at + len(data):
        file += bytes(at + len(data) - len(file))
    file[at : at + len(data)] = data


def cut(folder: Path, cuts: int, edits: int, seed: int) -> int:
    """Cut the power so many times; return how many cuts fell between two syncs."""
    recorder, place = live(folder, edits, seed)
    first = recorder.acknowledged[0][0]
    rng = random.Random(seed)
    unsynced = 0
    home = Home(folder / "home")
    info = (place / "info.json").read_bytes()
    shutil.rmtree(place)
    for _ in range(cuts):
        at = rng.randrange(first, len(recorder.operations) + 1)
        files = disk_after(recorder.operations[:at], rng)
        unsynced += recorder.operations[at - 1][0] != "sync"
        place.mkdir()
        (place / "info.json").write_bytes(info)
        for name, data in files.items():
            (place / name).write_bytes(data)
        states = [state for count, state in recorder.acknowledged if count <= at]
        after = [state for count, state in recorder.acknowledged if count > at][:1]
        (left,) = home.left_over()
        document = Document.recover(left, home)
        assert digest(document.journey) in {states[-1], *after}, "an acknowledged edit is lost"
        document.go_to(0)
        assert digest(document.journey) == recorder.acknowledged[0][1]
        document._keeper.close(keep=False)
    return unsynced


def test_no_power_cut_takes_an_acknowledged_edit(tmp_path: Path) -> None:
    assert cut(tmp_path, CUTS, 120, seed=3) > CUTS / 4


@pytest.mark.long
def test_no_power_cut_of_many_does(tmp_path: Path) -> None:
    for lap in range(LONG // CUTS):
        (tmp_path / str(lap)).mkdir()
        cut(tmp_path / str(lap), CUTS, 120, seed=lap)


def test_the_recorder_would_notice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the full sync, edits are lost: what the test above looks for can be seen."""
    monkeypatch.setattr(
        "cjm_desktop.storage.workcopy._SETTINGS",
        (
            "PRAGMA locking_mode = EXCLUSIVE",
            "PRAGMA journal_mode = WAL",
            "PRAGMA synchronous = NORMAL",
        ),
    )
    with pytest.raises(AssertionError, match="lost"):
        cut(tmp_path, 100, 60, seed=4)
