"""`cjm merge`: a copy that went on elsewhere comes back."""

import json
import shutil
from pathlib import Path

from cjm_desktop.document import Document, Home
from cjm_desktop.journey import moves
from cjm_desktop.journey.records import Barrier, Stage
from cjm_desktop.storage import reader
from tests.cli.conftest import Cjm


def change(path: str, **titles: str) -> None:
    """Rename the first and the last stage, as far as it is said how."""
    with_home = Home(Path("home") / path)
    document = Document.open(Path(path), with_home)
    stages = document.journey.all(Stage)
    for at, title in titles.items():
        with document.edit("step.edit") as draft:
            moves.set_fields(draft, stages[0 if at == "first" else -1].id, title=title)
    document.publish()
    document.close()


def titles(path: str) -> tuple[str, str]:
    stages = reader.read(Path(path)).journey.all(Stage)
    return stages[0].title, stages[-1].title


def test_a_copy_comes_back_or_is_refused(cjm: Cjm) -> None:
    cjm("new", "a.cjm", "--template", "b2c", "--language", "en")
    shutil.copy("a.cjm", "b.cjm")
    change("a.cjm", first="Ours")
    change("b.cjm", last="Theirs")
    copy = Path("b.cjm").read_bytes()
    told = cjm("merge", "a.cjm", "b.cjm", "-o", "c.cjm", "--language", "en")
    assert told.code == 0
    assert "Theirs" in told.out
    assert titles("c.cjm") == ("Ours", "Theirs")
    assert titles("a.cjm")[1] != "Theirs"
    assert cjm("merge", "a.cjm", "b.cjm", "-o", "c.cjm").code == 1, "it is there already"
    held = Path("c.cjm").read_bytes()
    nothing = cjm("merge", "c.cjm", "b.cjm", "--language", "en").out.splitlines()
    assert nothing[0].startswith("The copy brings")
    assert nothing[1:] == ["Nothing new, so nothing was written: c.cjm is as it was."]
    assert Path("c.cjm").read_bytes() == held
    copied = cjm("merge", "c.cjm", "b.cjm", "-o", "d.cjm", "--language", "en").out
    assert copied.endswith("Nothing new; d.cjm holds the map as it is.\n")
    assert titles("d.cjm") == ("Ours", "Theirs")
    change("b.cjm", first="Also theirs")
    before = Path("a.cjm").read_bytes()
    refused = cjm("merge", "a.cjm", "b.cjm", "--language", "en")
    assert (refused.code, Path("a.cjm").read_bytes()) == (1, before)
    assert "here:  “Ours”" in refused.out
    assert "there: “Also theirs”" in refused.out
    assert "1 conflict is" in refused.err
    data = json.loads(cjm("merge", "a.cjm", "b.cjm", "--json").out)
    assert (data["merged"], data["conflicts"][0]["field"]) == (False, "title")
    assert json.loads(cjm("merge", "a.cjm", "b.cjm", "--json", "--prefer", "theirs").out)["merged"]
    assert titles("a.cjm") == ("Also theirs", "Theirs")
    assert copy != Path("b.cjm").read_bytes()
    assert "Merge the copy “b”" in cjm("history", "a.cjm", "--language", "en").out


def test_what_is_no_copy_is_refused(cjm: Cjm) -> None:
    cjm("new", "a.cjm", "--template", "blank")
    cjm("new", "b.cjm", "--template", "sample-b2b")
    assert len(reader.read(Path("b.cjm")).journey.all(Barrier)) > 0
    told = cjm("merge", "a.cjm", "b.cjm", "--prefer", "ours", "--language", "en")
    assert told.code == 1
    assert "not a copy of this map" in told.err
