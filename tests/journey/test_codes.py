"""Short codes: read as people write them, never changed, never given twice."""

import random

import pytest

from cjm_desktop.journey import codes, following, ledger, moves, rules, templates
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Barrier, Card, Feeling


@pytest.fixture
def journey() -> Journey:
    return templates.make("sample-b2b", "ru")


def all_codes(journey: Journey) -> dict[str, str]:
    found = {}
    for one in journey:
        if isinstance(one, Card | Feeling):
            found[one.id] = codes.code_of(journey, str(journey.map_of(one)), one)
    return found


def kept(journey: Journey, draft: Draft) -> Journey:
    """What a document would make of a draft."""
    codes.numbered(journey)
    fresh = codes.fresh(draft.journey, draft.changed())
    journey.ledger.give(fresh)
    return draft.journey


def test_a_code_is_a_letter_of_its_kind_and_a_number_of_its_own(journey: Journey) -> None:
    found = all_codes(journey)
    assert len(set(found.values())) == len(found) > 20
    assert sorted(int(one[1:]) for one in found.values()) == list(range(1, len(found) + 1))
    for barrier in journey.all(Barrier):
        assert found[barrier.id][0] == "Б"
    english = templates.make("sample-b2b", "en")
    assert all(all_codes(english)[one.id][0] == "B" for one in english.all(Barrier))


@pytest.mark.parametrize(
    ("typed", "letter", "number"),
    [
        ("Б12", "Б", 12),
        (" б 12 ", "Б", 12),
        ("b-12", "B", 12),
        ("B.12", "B", 12),
        ("12", "", 12),
        ("№12", "", 12),
        ("в012", "В", 12),
        (",12", "Б", 12),
    ],
)
def test_codes_are_read_as_they_are_typed(typed: str, letter: str, number: int) -> None:
    assert codes.read(typed) == (letter, number)


@pytest.mark.parametrize("typed", ["", "Б", "БВ12", "12Б", "Б1 2", "Б12 x", "1234567"])
def test_what_is_no_code(typed: str) -> None:
    assert codes.read(typed) is None


def test_letters_that_look_alike_and_those_of_the_other_language_name_the_same(
    journey: Journey,
) -> None:
    barrier = journey.all(Barrier)[0]
    map_id = str(journey.map_of(barrier))
    number = codes.number_of(journey, map_id, barrier.id)
    for letter in ("Б", "B", "В", "b", ""):
        said = codes.read(f"{letter}{number}")
        assert said is not None
        assert codes.find(journey, map_id, said) == barrier
    with pytest.raises(Problem, match="belongs to"):
        codes.find(journey, map_id, codes.Said("Д", number or 0))
    with pytest.raises(Problem, match="No card"):
        codes.find(journey, map_id, codes.Said("Б", 9999))


@pytest.mark.parametrize("language", list(codes.LETTERS))
def test_a_printed_letter_means_the_kind_it_was_printed_for(language: str) -> None:
    for holds in (*codes.LETTERS[language], "text"):
        printed = codes.letter(holds, language)
        assert codes.holds_of(printed) == codes.holds_of(printed.lower()) == holds


def test_a_number_is_not_given_again_and_comes_back_with_its_card(journey: Journey) -> None:
    before = all_codes(journey)
    barrier = journey.all(Barrier)[0]
    map_id = str(journey.map_of(barrier))
    draft = Draft(journey)
    moves.drop(draft, barrier.id)
    without = kept(journey, draft)
    more = Draft(without)
    new = moves.add_card(more, barrier.lane_id, barrier.stage_id, barrier.step_id, "other")
    after = kept(without, more)
    assert int(all_codes(after)[new][1:]) == len(before) + 1
    with pytest.raises(Problem, match="deleted"):
        codes.find(after, map_id, codes.Said("", int(before[barrier.id][1:])))
    back = Draft(after)
    back.put(barrier)
    assert all_codes(kept(after, back))[barrier.id] == before[barrier.id]


def test_a_role_map_shows_the_general_numbers_and_keeps_them_alone(
    journey: Journey,
) -> None:
    general = next(one for one in journey.maps() if one.general_id is None)
    draft = Draft(journey)
    role = moves.make_role_map(draft, general.id, journey.personas(general.id)[0].id)
    made = kept(journey, draft)
    lanes = {one.id for one in made.lanes(general.id)}
    pairs = [
        (one, made.get(type(one), following.copy_id(role, one.id)))
        for one in made.all(Barrier)
        if one.lane_id in lanes
    ]
    assert pairs
    for one, copy in pairs:
        number = codes.number_of(made, general.id, one.id)
        assert codes.number_of(made, role, copy.id) == number
        said = codes.Said("", number or 0)
        assert codes.find(made, role, said) == copy
        assert codes.find(made, general.id, said) == one
    alone = Draft(made)
    moves.drop(alone, general.id)
    following.follow(alone)
    rules.check(alone)
    left = kept(made, alone)
    for one, copy in pairs:
        if copy.id in left:
            assert codes.number_of(left, role, copy.id) == made.ledger.number(one.id)
    own = Draft(made)
    lane = next(one for one in made.lanes(role) if one.holds == "barriers")
    stage = made.stages(role)[0]
    new = moves.add_card(own, lane.id, stage.id, None, "own")
    added = kept(made, own)
    assert codes.number_of(added, role, new) == len(added.ledger)
    with pytest.raises(Problem, match="another map"):
        codes.find_here(added, general.id, codes.Said("", len(added.ledger)))


def test_a_copied_map_gets_new_numbers(journey: Journey) -> None:
    before = all_codes(journey)
    draft = Draft(journey)
    moves.copy_map(draft, journey.maps()[0].id, "copy")
    after = all_codes(kept(journey, draft))
    assert before.items() <= after.items()
    assert len(set(after.values())) == len(after) > len(before)


def test_a_ledger_comes_back_as_it_was_noted() -> None:
    rng = random.Random(4)
    made, notes, ids = ledger.Ledger(), dict[str, str](), []
    for _ in range(40):
        fresh = [f"{rng.getrandbits(64):016x}" for _ in range(rng.randrange(60))]
        changed = made.pages(fresh)
        assert len(changed) <= 2
        notes |= changed
        made.give(fresh)
        made.noted()
        ids += fresh
    again = ledger.read(notes)
    assert [again.number(one) for one in ids] == list(range(1, len(ids) + 1))
    assert all(ledger.fits(key, value) for key, value in notes.items())
    assert again.pages() == {}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("codes.0", "[]"),
        ("codes.0", "[1]"),
        ("codes.0", '["' + "x" * 41 + '"]'),
        ("codes.0", "{"),
        ("codes.0", 3),
        ("codes.00", '["a"]'),
        ("codes.x", '["a"]'),
    ],
)
def test_what_is_no_page_of_a_ledger(key: str, value: object) -> None:
    assert not ledger.fits(key, value)


def test_stages_and_steps_are_numbered(journey: Journey) -> None:
    map_id = journey.maps()[0].id
    found = codes.coordinates(journey, map_id)
    stages = journey.stages(map_id)
    assert [found[one.id] for one in stages[:2]] == ["1", "2"]
    steps = journey.steps(stages[1].id)
    assert [found[one.id] for one in steps] == [f"2.{at}" for at in range(1, len(steps) + 1)]


def test_a_file_is_opened_without_reading_who_has_a_number() -> None:
    """Pages of ten thousand ids took a tenth of the time of opening; only an edit asks for them."""
    asked: list[str] = []

    class Page(str):
        __slots__ = ()

        def __len__(self) -> int:
            asked.append(self)
            return super().__len__()

    again = ledger.read({"codes.0": Page('["a", "b"]'), "title": "x"})
    assert not asked
    again.give(["c"])
    assert again.pages() == {"codes.0": '["a", "b", "c"]'}
    again.noted()
    assert again.pages() == {}
