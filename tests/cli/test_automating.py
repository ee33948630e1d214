"""`cjm automation`: what people still do by hand, on the terminal, as a table, as JSON."""

import json
from pathlib import Path

from cjm_desktop.journey import contacts
from cjm_desktop.storage import reader
from tests.cli.conftest import Cjm


def test_it_is_told_in_words(cjm: Cjm) -> None:
    cjm("new", "a.cjm", "--template", "sample-b2b", "--language", "ru")
    answer = cjm("automation", "a.cjm", "--language", "ru")
    assert (answer.code, answer.err) == (0, "")
    journey = reader.read(Path("a.cjm")).journey
    found = contacts.by_hand(journey, journey.maps()[0].id)
    titles = [line for line in answer.out.splitlines() if not line.startswith(" ")]
    assert titles == [f"{number}. {one.contact.text}" for number, one in enumerate(found, 1)]
    assert all(one.owner in answer.out for one in found)
    data = json.loads(cjm("automation", "a.cjm", "--json").out)
    assert [one["id"] for one in data] == [one.contact.id for one in found]


def test_it_is_written_as_a_table(cjm: Cjm) -> None:
    cjm("new", "a.cjm", "--template", "sample-b2b", "--language", "en")
    for name in ("list.csv", "list.TSV"):
        answer = cjm("automation", "a.cjm", "-o", name, "--language", "en")
        assert (answer.code, answer.out) == (0, f"Written to {name}.\n")
        assert Path(name).read_bytes().startswith(b"\xef\xbb\xbfTouchpoint")
    assert "\t" in Path("list.TSV").read_text(encoding="utf-8")


def test_a_map_on_which_nothing_is_done_by_hand(cjm: Cjm) -> None:
    cjm("new", "a.cjm")
    assert cjm("automation", "a.cjm").out == "Nothing on this map is done by hand.\n"
    assert json.loads(cjm("automation", "a.cjm", "--json").out) == []


def test_it_refuses_what_makes_no_sense(cjm: Cjm) -> None:
    cjm("new", "a.cjm")
    before = Path("a.cjm").read_bytes()
    for wrong in (("-o", "a.xlsx"), ("-o", "b.csv", "--json")):
        assert cjm("automation", "a.cjm", *wrong).code == 2
    assert cjm("automation", "a.cjm", "--map", "7").code == 1
    Path("other.csv").write_bytes(before)
    assert cjm("automation", "a.cjm", "-o", "other.csv").code == 1
    assert sorted(one.name for one in Path().iterdir()) == ["a.cjm", "other.csv"]
    assert cjm("automation", "a.cjm", "-o", "other.csv", "--force").code == 0
    assert Path("a.cjm").read_bytes() == before
