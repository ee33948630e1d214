"""Saves whose end nobody saw: torn, on a stick that was pulled out, or in a moment of bad luck."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from cjm_desktop.document import Document, Home
from cjm_desktop.storage import placing, reader
from cjm_desktop.storage.problems import FileProblem, Missing
from tests.document.doing import add_card, set_text, state, texts
from tests.document.test_recovery import end


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A folder that is pulled out by renaming it."""
    place = tmp_path / "stick"
    place.mkdir()
    return place


@pytest.fixture
def on_stick(document: Document, stick: Path) -> Document:
    """A map on it with a card that is not saved yet."""
    document.save_as(stick / "map.cjm")
    add_card(document, "unsaved")
    return document


def tear(old: bytes, path: Path) -> None:
    """Leave at `path` what is there when new bytes are written over old ones and the power goes.

    All but one page has arrived, and each looks well for itself.
    """
    new, save_id = path.read_bytes(), reader.read_save_id(path)
    for page in range(4096, min(len(old), len(new)), 4096):
        path.write_bytes(new[:page] + old[page : page + 4096] + new[page + 4096 :])
        try:
            if reader.read_save_id(path) != save_id:
                continue
        except FileProblem:
            continue
        with suppress(FileProblem):
            reader.read(path)
            continue
        return
    pytest.fail("no such state of the file")


def test_a_file_written_over_in_part_is_no_save(on_stick: Document, stick: Path) -> None:
    path, home = stick / "map.cjm", on_stick.home
    card_id = add_card(on_stick, "one way")
    on_stick.publish()
    old = path.read_bytes()
    set_text(on_stick, card_id, "another")
    last = state(on_stick)
    job = on_stick.publish_job()
    job.run()
    end(on_stick)
    tear(old, path)
    prepared = home.folder / job._publication.temporary.name
    prepared.touch()
    (copy,) = Document.recoverable(home)
    again = Document.recover(copy, home)
    assert again.journey == last
    assert not prepared.exists()
    again.publish()  # it is our own half of a save that it takes the place of
    assert reader.read(path).journey == last
    again.close()


def pulling(stick: Path, *, after: bool) -> Callable[[Path, Path], bool]:
    """Trading places while the stick is pulled out, a moment before or after."""
    exchange = placing.exchange

    def pulled(one: Path, other: Path) -> bool:
        if stick.exists():
            done = exchange(one, other) if after else True
            stick.rename(stick.with_name("pulled"))
            if not after:
                raise OSError(5, "input/output error")
            return done
        return exchange(one, other)

    return pulled


@pytest.mark.parametrize("after", [True, False])
def test_a_save_on_a_stick_that_is_put_back_is_nobody_elses(
    on_stick: Document, stick: Path, monkeypatch: pytest.MonkeyPatch, *, after: bool
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(placing, "exchange", pulling(stick, after=after))
        with pytest.raises(Missing):
            on_stick.publish()
    with pytest.raises(Missing):
        on_stick.publish()  # as it is tried by itself meanwhile
    stick.with_name("pulled").rename(stick)
    on_stick.check_file()
    assert on_stick.unpublished
    on_stick.publish()
    assert [one.name for one in stick.iterdir()] == ["map.cjm"]


@pytest.mark.parametrize("tried", [True, False])
def test_such_a_save_is_known_after_a_crash_too(
    on_stick: Document, stick: Path, *, tried: bool
) -> None:
    home = on_stick.home
    on_stick.publish_job().run()
    end(on_stick)
    stick.rename(stick.with_name("pulled"))
    for _ in range(1 + tried):
        (copy,) = Document.recoverable(home)
        again = Document.recover(copy, home)
        again.settled()
        assert again.unpublished
        with pytest.raises(Missing):
            again.check_file()
        end(again)
    (copy,) = Document.recoverable(home)
    again = Document.recover(copy, home)
    if tried:
        with pytest.raises(Missing):
            again.publish()
    stick.with_name("pulled").rename(stick)
    again.check_file()
    again.publish()
    again.close()


def test_what_another_saved_is_kept_even_where_it_cannot_be_put_back(
    on_stick: Document, stick: Path, home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = stick / "map.cjm"
    theirs = Document.open(path, Home(tmp_path / "elsewhere"))
    add_card(theirs, "theirs")
    exchange, seen = placing.exchange, list[Path]()

    def once(one: Path, other: Path) -> bool:
        if seen:
            raise OSError(5, "input/output error")
        seen.append(one)
        with monkeypatch.context() as usual:
            usual.setattr(placing, "exchange", exchange)
            theirs.publish()
        return exchange(one, other)

    monkeypatch.setattr(placing, "exchange", once)
    with pytest.raises(FileProblem):
        on_stick.publish()
    monkeypatch.undo()
    on_stick.publish()
    theirs.close()
    (kept,) = (one for one in stick.iterdir() if one.suffix == ".tmp")
    assert "theirs" in texts(Document.open_aside(kept, home))
