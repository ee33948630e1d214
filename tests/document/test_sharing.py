"""Others beside us: folders that refuse, copies made meanwhile, two programs on one file."""

import multiprocessing
import os
import shutil
import tempfile
from collections.abc import Iterator
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest

from cjm_desktop.document import Document, Home
from cjm_desktop.journey import templates
from cjm_desktop.storage import problems, reader
from tests.document.doing import add_card, state, texts

NOBODY = 65534
RACES = int(os.environ.get("CJM_RACES", "6"))


@pytest.fixture
def powerless() -> Iterator[Path]:
    """A folder of one's own, without the powers of root, who may write everywhere."""
    folder = Path(tempfile.mkdtemp(prefix="cjm-powerless-"))
    folder.chmod(0o777)
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        yield folder
    finally:
        if root:
            os.seteuid(0)
        for one in (folder, *folder.rglob("*")):
            one.chmod(0o777)
        shutil.rmtree(folder)


@pytest.fixture
def closed(powerless: Path) -> Iterator[Document]:
    """A map in a folder that takes no new files, though the file itself may be written."""
    place = powerless / "usb"
    place.mkdir()
    document = Document.create(templates.make("b2b", "ru"), Home(powerless / "home"))
    document.save_as(place / "map.cjm")
    place.chmod(0o555)
    yield document
    place.chmod(0o777)
    document.close()


def test_a_folder_that_takes_no_new_files(closed: Document) -> None:
    path = closed.path
    assert path is not None
    old = path.read_bytes()
    add_card(closed, "новая")
    closed.publish()
    assert not closed.unpublished
    assert "новая" in {getattr(one, "text", "") for one in reader.read(path).journey}
    assert [one.name for one in path.parent.iterdir()] == ["map.cjm"]
    assert old in [one.read_bytes() for one in closed._saver.backups.states()]
    assert not list(closed.home.folder.glob("*.tmp"))
    add_card(closed, "ещё одна")
    closed.publish()
    assert not closed.unpublished


def test_a_new_name_in_such_a_folder_is_refused(closed: Document) -> None:
    assert closed.path is not None
    with pytest.raises(problems.ReadOnly):
        closed.save_as(closed.path.with_name("other.cjm"))
    assert closed.path.name == "map.cjm"


def test_overwriting_that_fails_half_way_puts_the_old_bytes_back(
    closed: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert closed.path is not None
    old = closed.path.read_bytes()
    add_card(closed, "новая")
    usual, calls = os.fsync, []

    def failing(handle: int) -> None:
        where = Path(f"/proc/self/fd/{handle}").readlink()
        if where.parts[-2:] == ("usb", "map.cjm"):
            calls.append(where)
            if len(calls) == 1:
                os.ftruncate(handle, 1000)
                raise OSError(5, "input/output error")
        usual(handle)

    monkeypatch.setattr(os, "fsync", failing)
    with pytest.raises(problems.Unreadable):
        closed.publish()
    assert closed.path.read_bytes() == old
    assert closed.unpublished
    closed.publish()
    assert not closed.unpublished


def test_copies_made_while_editing_are_complete(saved: Document, tmp_path: Path) -> None:
    """A synchronising program or a person copies the file at any moment."""
    states = [state(saved)]
    path = tmp_path / "map.cjm"
    for number in range(50):
        add_card(saved, f"card {number}")
        job = saved.publish_job()
        job.run()
        shutil.copy(path, tmp_path / "copy.cjm")
        job.finish()
        states.append(state(saved))
        assert reader.read(tmp_path / "copy.cjm").journey == states[-1]
        assert not list(tmp_path.glob("map.cjm-*"))


def race(folder: Path, number: int, text: str, ready: Barrier) -> None:
    """One of two programs, each on a computer of its own, that save the same file."""
    document = Document.open(folder / "map.cjm", Home(folder / "home" / str(number)))
    add_card(document, text)
    ready.wait()
    try:
        document.publish()
    except problems.ChangedElsewhere:
        os._exit(7)
    os._exit(0)


def test_of_two_programs_one_is_told(saved: Document, tmp_path: Path) -> None:
    """Whoever is later gets the sentence, however little later that is."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.torture.victim"])
    saved.close()
    for lap in range(RACES):
        ready = context.Barrier(2)
        texts_of_lap = [f"lap {lap}, racer {one}" for one in (1, 2)]
        racers = [
            context.Process(target=race, args=(tmp_path, one, text, ready))
            for one, text in enumerate(texts_of_lap, 1)
        ]
        for racer in racers:
            racer.start()
        for racer in racers:
            racer.join()
        codes = sorted(racer.exitcode or 0 for racer in racers)
        assert codes == [0, 7], "one of them overwrote the other without a word"
        found = {getattr(one, "text", "") for one in reader.read(tmp_path / "map.cjm").journey}
        assert len(found & set(texts_of_lap)) == 1
        assert not list(tmp_path.glob(".*.tmp"))
        shutil.rmtree(tmp_path / "home" / "1")
        shutil.rmtree(tmp_path / "home" / "2")


def test_the_last_good_backup_of_a_damaged_file(saved: Document, tmp_path: Path) -> None:
    add_card(saved, "вторая")
    saved.publish()
    last, home = state(saved), saved.home
    saved.close()
    path = tmp_path / "map.cjm"
    path.write_bytes(path.read_bytes()[:9000])
    with pytest.raises(problems.Damaged):
        Document.open(path, home)
    backups = home.backups_of(path)
    assert len(backups) == 2
    assert reader.read(backups[-1]).journey == last
    copy = Document.open(backups[-1], home)
    assert "вторая" in texts(copy)
    copy.save_as(path)
    copy.close()
    assert home.backups_of(tmp_path / "other.cjm") == ()


def test_a_history_without_end_is_trimmed_when_opened(
    saved: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(9):
        add_card(saved, f"card {number}")
    saved.undo()
    saved.publish()
    saved.close()
    monkeypatch.setattr("cjm_desktop.storage.contents.MOST_STEPS", 4)
    again = Document.open(tmp_path / "map.cjm", saved.home)
    assert [step.number for step in again.history()] == [7, 8, 9, 10]
    again.redo()
    while again.undo():
        pass
    assert "card 4" in texts(again)
    assert "card 5" not in texts(again)
    again.close()
