"""Others beside us: folders that refuse, copies made meanwhile, two programs on one file."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from cjm_desktop.document import Document, Home
from cjm_desktop.journey import templates
from cjm_desktop.storage import problems, reader
from tests.document.doing import add_card, state, texts
from tests.torture import sharing
from tests.torture.watch import Watch

NOBODY = 65534


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
    assert old in [one.read_bytes() for one in closed.home.backups_of(path)]
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


@pytest.mark.parametrize("when", ["before it is opened", "before its first edit", "while edited"])
def test_a_home_that_may_not_be_written_lets_one_go_on_in_memory(
    powerless: Path, when: str
) -> None:
    """Those who watch can read it of the document, and the work is there when it may be again."""
    path, home = powerless / "map.cjm", Home(powerless / "home")
    first = Document.create(templates.make("b2b", "ru"), home)
    first.save_as(path)
    first.close()
    copies = home.folder / "copies"
    risks = []
    if when == "before it is opened":
        copies.chmod(0o555)
    document = Document.open(path, home)
    document.watch(lambda _: risks.append(document.at_risk))
    if when == "while edited":
        add_card(document, "на диске")
        assert document._keeper.folder is not None
        shutil.rmtree(document._keeper.folder.folder)
    for one in copies.iterdir():
        one.chmod(0o555)
    add_card(document, "в памяти")
    add_card(document, "и ещё")
    document.undo()
    assert document.at_risk is not None
    assert risks[-1] is document.at_risk
    assert document.at_risk.sentence("ru")
    document.publish()  # the file itself is well
    assert not document.unpublished
    for one in (copies, *copies.iterdir()):
        one.chmod(0o777)
    document.return_to_disk()
    assert document.at_risk is None
    last = add_card(document, "снова на диске")
    assert last in document._keeper.copy.load().journey
    assert "в памяти" in texts(document)
    document.publish()
    assert reader.read(path).journey == document.journey
    document.close()


# The long forms are `python -m tests.torture r6`, `r7` and `s5`.


def test_copies_made_while_editing_are_complete(tmp_path: Path) -> None:
    """R6: a synchronising program or a person copies the file at any moment."""
    sharing.prove_copies(tmp_path, 12, 1, Watch())


def test_of_two_programs_one_is_told(tmp_path: Path) -> None:
    """R7."""
    sharing.prove_races(tmp_path, 6, 1, Watch())


def test_no_secret_that_was_taken_back_is_in_a_shared_copy(tmp_path: Path) -> None:
    """S5: in none of the ways in which something can have been there before."""
    sharing.prove_secrets(tmp_path, 40, 1, Watch())


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
