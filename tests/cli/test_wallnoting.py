"""`cjm wallnotes`: what the pane does, without a window."""

import json
from pathlib import Path

from cjm_desktop.journey import codes
from cjm_desktop.journey.records import Barrier
from cjm_desktop.storage import reader
from tests.cli.conftest import Cjm


def test_notes_are_brought_in_or_refused_line_by_line(cjm: Cjm) -> None:
    cjm("new", "a.cjm", "--template", "sample-b2b", "--language", "en")
    before = Path("a.cjm").read_bytes()
    journey = reader.read(Path("a.cjm")).journey
    barrier, other = journey.all(Barrier)[:2]
    map_id = journey.maps()[0].id
    code, gone = (codes.code_of(journey, map_id, one) for one in (barrier, other))
    lines = [f"{code} takes too long", f"{gone} x", "nonsense", "+ 1.1 new one"]
    Path("notes.txt").write_text("\n".join(lines), encoding="utf-8")
    dry = cjm("wallnotes", "a.cjm", "notes.txt", "--dry-run", "--language", "en")
    assert (dry.code, Path("a.cjm").read_bytes()) == (0, before)
    assert all(said in dry.out for said in ("Delete", "3. Left out:", "as it was"))
    told = json.loads(cjm("wallnotes", "a.cjm", "notes.txt", "--json").out)
    assert (told["done"], told["refused"], told["applied"]) == (2, 2, True)
    assert [one["kind"] for one in told["lines"]] == ["reword", "refused", "refused", "add"]
    after = reader.read(Path("a.cjm")).journey
    assert after.get(Barrier, barrier.id).text == "takes too long"
    assert other.id in after
    assert codes.code_of(after, map_id, after.get(Barrier, other.id)) == gone
    assert cjm("wallnotes", "a.cjm", "notes.txt", "--delete").code == 0
    left = reader.read(Path("a.cjm")).journey
    assert other.id not in left
    new = max(left.all(Barrier), key=lambda one: codes.number_of(left, map_id, one.id) or 0)
    assert (new.text, codes.number_of(left, map_id, new.id)) == ("new one", len(left.ledger))
    assert cjm("history", "a.cjm", "--language", "en").out.count("wall note") == 2
    assert cjm("wallnotes", "a.cjm", "missing.txt").code == 1
