"""Wall notes: what lines mean, why they are refused, and that one undo takes all of them back."""

import random
import re
from pathlib import Path

import pytest

from cjm_desktop import assets
from cjm_desktop.document import Document, Home
from cjm_desktop.exchange import wallnotes
from cjm_desktop.exchange.wallnotes import reading
from cjm_desktop.exchange.wallnotes.reading import Add, At, Drop, Move, Reword, Turn
from cjm_desktop.journey import codes, moves, rules, templates, words
from cjm_desktop.journey.codes import Said
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Barrier, Card, Feeling, Opportunity, Touchpoint

B12 = Said("B", 12)


@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("B12 longer text", Reword(B12, "longer text")),
        ("b12: longer  text ", Reword(B12, "longer text")),
        ("B 12 > 3.2", Move(B12, At(3, 2))),
        ("B12>3,2", Move(B12, At(3, 2))),
        ("B12 → 3", Move(B12, At(3, None))),
        ("B12 -> 3.2", Move(B12, At(3, 2))),
        ("B12 ++", Turn(B12, up=True)),
        ("B12--", Turn(B12, up=False)),
        ("B12 —", Turn(B12, up=False)),
        ("B12 x", Drop(B12)),
        ("B12 х", Drop(B12)),
        (",12 ++", Turn(Said("Б", 12), up=True)),
        ("+ 3.2 new barrier", Add("", At(3, 2), "new barrier")),
        ("+I 3.2 idea", Add("I", At(3, 2), "idea")),
        ("+ и 3 мысль", Add("И", At(3, None), "мысль")),
    ],
)
def test_what_a_line_asks_for(line: str, note: object) -> None:
    assert reading.read(line) == note


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("longer text", "no_code"),
        ("3.2 text", "no_code"),
        ("12 apples", "no_letter"),
        ("B12", "nothing"),
        ("B12x", "no_code"),
        ("B12 > here", "how_to_move"),
        ("B12 +", "how_to_turn"),
        ("B12 ---", "how_to_turn"),
        ("+ text", "how_to_add"),
        ("+ 3.2", "no_text"),
        ("+Z 3.2 text", "no_kind"),
    ],
)
def test_what_no_line_is(line: str, why: str) -> None:
    with pytest.raises(Problem) as refused:
        reading.read(line)
    assert refused.value.key == f"wallnotes.{why}"


@pytest.fixture(scope="module")
def journey() -> Journey:
    return templates.make("sample-b2b", "ru")


def code(journey: Journey, record: Card | Feeling) -> str:
    return codes.code_of(journey, str(journey.map_of(record)), record)


def planned(journey: Journey, text: str) -> wallnotes.Plan:
    return wallnotes.plan(journey, journey.maps()[0].id, f"\n  \n{text}")


def after(journey: Journey, text: str) -> Journey:
    found = planned(journey, text)
    assert not any(one.refused for one in found.lines), [str(one.words) for one in found.lines]
    draft = Draft(journey)
    found.apply(draft)
    rules.check(draft)
    return draft.journey


def test_each_line_does_what_it_says(journey: Journey) -> None:
    map_id = journey.maps()[0].id
    mild = next(one for one in journey.all(Barrier) if one.severity == 2)
    low = next(one for one in journey.all(Feeling) if one.value < 1)
    stage = journey.stages(map_id)[2]
    contact = next(one for one in journey.all(Touchpoint) if one.stage_id != stage.id)
    steps = journey.steps(stage.id)
    at = "3.1" if steps else "3"
    text = "\n".join(
        [
            f"{code(journey, mild)} ++",
            "",
            f"{code(journey, low)} ++",
            f"{code(journey, mild)} дольше, чем обещали",
            f"{code(journey, contact)} > {at}",
            f"+ {at} новый барьер",
            f"+И {at} новая идея",
        ]
    )
    found = after(journey, text)
    assert found.get(Barrier, mild.id).severity == 3
    assert found.get(Barrier, mild.id).text == "дольше, чем обещали"
    assert found.get(Feeling, low.id).value == low.value + 1
    assert found.get(Touchpoint, contact.id).stage_id == stage.id
    new = [one for one in found if one.id not in journey]
    assert {type(one): one.text for one in new if isinstance(one, Card)} == {
        Barrier: "новый барьер",
        Opportunity: "новая идея",
    }
    assert {getattr(one, "stage_id", "") for one in new} == {stage.id}


def test_where_no_card_has_the_code_nothing_is_said_of_deleting_it(journey: Journey) -> None:
    note = journey.all(Barrier)[0]
    wrong = code(journey, note).replace("Б", "Т")
    found = wallnotes.plan(journey, journey.maps()[0].id, f"{wrong} x", dropping=False)
    assert found.lines[0].words.key != "wallnotes.asks"
    assert found.lines[0].refused


def test_a_deleted_card_takes_no_more_notes(journey: Journey) -> None:
    barrier = journey.all(Barrier)[0]
    said = code(journey, barrier)
    found = planned(journey, f"{said} x\n{said} ++")
    assert [one.kind for one in found.lines] == ["drop", "refused"]
    assert "3" in found.lines[1].sentence("ru")
    assert barrier.id in found.dropped
    kept = wallnotes.plan(journey, journey.maps()[0].id, f"{said} x", dropping=False)
    assert (kept.applied, kept.dropped) == (0, ())


@pytest.mark.parametrize(
    "line",
    ["Б99999 x", "+ 99.1 text", "+ 1.99 text", "Ю1 text", "+Ч 1.1 хорошо", "Б1 > 99"],
)
def test_a_refused_line_says_why_and_changes_nothing(line: str, journey: Journey) -> None:
    found = planned(journey, line)
    assert [one.kind for one in found.lines] == ["refused"]
    assert (found.put, found.dropped) == ((), ())
    assert found.lines[0].sentence("en") != found.lines[0].sentence("ru") != ""


def without_notes(journey: Journey) -> Journey:
    """A map whose only lanes besides those with letters of their own are of these two kinds."""
    map_id = journey.maps()[0].id
    draft = Draft(journey)
    for lane in journey.lanes(map_id):
        if lane.holds not in codes.LETTERS["en"]:
            moves.drop(draft, lane.id)
    moves.add_lane(draft, map_id, "goals", place=0)
    moves.add_lane(draft, map_id, "divider", place=0)
    return draft.journey


def test_a_note_goes_to_no_lane_that_holds_no_cards(journey: Journey) -> None:
    bare = without_notes(journey)
    (line,) = planned(bare, "+Т 1.1 заметка").lines
    assert isinstance(line.words, Problem)
    assert (line.kind, line.words.key) == ("refused", "wallnotes.no_lane")
    draft = Draft(bare)
    owners = moves.add_lane(draft, bare.maps()[0].id, "owners")
    found = after(draft.journey, "+Т 1.1 заметка")
    new = next(one for one in found.all(Card) if one.id not in bare)
    assert (new.lane_id, new.text) == (owners, "заметка")


def lines_at_random(journey: Journey, rng: random.Random, count: int) -> str:
    """Lines as people may type them, good ones and bad ones."""
    things = [one for one in journey if isinstance(one, Card | Feeling)]
    made = []
    for _ in range(count):
        thing = rng.choice(things)
        said = code(journey, thing)
        at = f"{rng.randrange(0, 8)}.{rng.randrange(0, 4)}"
        made.append(
            rng.choice(
                [
                    f"{said} {rng.choice(['новый текст', 'x y', '12', '> там'])}",
                    f"{said} > {at}",
                    f"{said}{rng.choice(['++', ' --', ' +', ' x', ''])}",
                    f"+{rng.choice('БBИДКМЧТЮ ')} {at} {rng.choice(['-1 ждёт', 'слово', ''])}",
                    f"{rng.choice('БДЧ')}{rng.randrange(200)} ++",
                    rng.choice(["", "3.2 текст", "никакой", "+", "\t"]),
                ]
            )
        )
    return "\n".join(made)


def test_reading_applying_and_taking_back_leaves_the_map_as_it_was(tmp_path: Path) -> None:
    """The property of the whole: 40 lists of notes on one document, with its file."""
    rng = random.Random(12)
    document = Document.create(templates.make("sample-b2b", "ru"), Home(tmp_path))
    map_id = document.journey.maps()[0].id
    kinds = set()
    for _ in range(40):
        before = document.journey.fork()
        text = lines_at_random(before, rng, rng.randrange(1, 12))
        found = wallnotes.plan(document.journey, map_id, text)
        assert document.journey == before, "planning is no doing"
        assert all(one.sentence("ru") and one.sentence("en") for one in found.lines)
        kinds |= {one.kind for one in found.lines}
        good = "\n".join(
            line
            for number, line in enumerate(text.splitlines(), 1)
            if not any(one.refused and one.line == number for one in found.lines)
        )
        alone = wallnotes.plan(document.journey, map_id, good)
        assert (alone.applied, len(alone.put)) == (found.applied, len(found.put))
        steps = document.step_count
        with document.edit("step.wall_notes", n=found.applied) as draft:
            found.apply(draft)
        if not found.applied:
            assert document.step_count == steps
            continue
        numbers = {one.id: code(document.journey, one) for one in document.journey.all(Barrier)}
        done = document.journey.fork()
        document.undo()
        assert document.journey == before
        document.redo()
        assert document.journey == done
        assert numbers == {
            one.id: code(document.journey, one) for one in document.journey.all(Barrier)
        }
        if rng.random() < 0.7:
            document.undo()
    assert kinds == {"reword", "move", "raise", "lower", "drop", "add", "refused"}
    document.close()


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_example_of_the_guide_and_the_window_works_on_the_sample(language: str) -> None:
    """Whoever reads them tries them on the sample map."""
    made = templates.make("sample-b2b", language)
    map_id = made.maps()[0].id
    guide = assets.path("guide", f"{language}.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`.+`) \|.*\|$", guide, re.MULTILINE)
    lines = [one for row in rows for one in re.findall(r"`([^`]+)`", row)]
    lines = [one for one in lines if re.match(r"[BБ]\d|\+.? ?\d", one)]
    lines += words.say("wallnotes.lines_example", language).splitlines()
    lines.append(f"{words.say('wallnotes.code_example', language)} ++")
    assert len(lines) >= 12
    for line in lines:
        (found,) = wallnotes.plan(made, map_id, line).lines
        assert not found.refused, (line, found)
