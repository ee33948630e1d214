"""The proof by columns says what the rules say of each record, only sooner."""

import random
from dataclasses import replace
from typing import Any

import pytest

from cjm_desktop.journey import moves, rules, templates
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import KINDS, Record
from cjm_desktop.storage.codec import Row, Unfit, reader_of, row_of
from cjm_desktop.storage.columns import Form, columns_of
from cjm_desktop.storage.contents import rows_of
from cjm_desktop.storage.proof import Proof
from tests.journey.big import big_journey
from tests.journey.small import small
from tests.journey.test_rules import BROKEN
from tests.journey.walk import random_verb, seeded_ids
from tests.seeds import seeds

Rows = dict[str, list[Row]]


def journey_of(rows: Rows) -> Journey:
    records: dict[str, Record] = {}
    for kind, found in rows.items():
        reader_of(kind)(found, records)
    return Journey.of(records)


def proves(rows: Rows) -> bool:
    proof = Proof()
    for kind, found in rows.items():
        proof.see(kind, found)
    journey = journey_of(rows)
    return len(journey) == proof.rows and proof.holds(journey)


def rows_in(journey: Journey) -> Rows:
    return {kind: list(rows) for kind, rows in rows_of(journey).items()}


@pytest.mark.parametrize("name", [*templates.TEMPLATES, "sample-b2b"])
def test_a_template_is_proven(name: str) -> None:
    assert proves(rows_in(templates.make(name, "ru")))


def test_a_large_map_is_proven_by_looking_at_its_cells() -> None:
    proof, journey = Proof(), big_journey(3000, 20)
    for kind, found in rows_in(journey).items():
        proof.see(kind, found)
    assert proof.holds(journey)
    assert proof.rows == len(journey)
    assert len(proof._samples) < 400


@pytest.mark.parametrize("seed", seeds(2, 3))
def test_what_the_verbs_make_is_proven(seed: int) -> None:
    rng = random.Random(seed)
    with seeded_ids(seed):
        draft = Draft(templates.make("sample-b2b", "ru"))
        for step in range(150):
            random_verb(draft, rng)
            if step % 30 == 29:
                assert proves(rows_in(draft.journey))


@pytest.mark.parametrize(("rule", "break_"), BROKEN, ids=[rule for rule, _ in BROKEN])
def test_what_breaks_a_rule_is_not_proven(rule: str, break_: Any) -> None:
    map_ = small()
    assert proves(rows_in(map_.journey))
    break_(map_)
    try:
        rows = rows_in(map_.journey)
        made = journey_of(rows)
    except (Unfit, TypeError, AttributeError, ValueError):
        return  # no row says that, or no record comes of it
    assert proves(rows) == (not rules.check_all(made))


TEXTS = ("", "x", "both", "2026-02-30", "#12345", "#a1b2c3", "до\nсвидания", "\x07", "x" * 301)
LISTS = ("[]", '["x"]', '["x","x"]', "[1]", "{}", "[")
SPANS = ('[3,"days",null,null]', '[3,"days",4,2]', '[3,"years",null,null]', '[-1,"days",null,null]')
NUMBERS = (-1, 0, 1, 2, 5, 6, 1001, 2**40)
REALS = (-3.0, -0.0, 0.5, 1.0, 5e3, 1e7, float("inf"))


def harmed(rows: Rows, kind: str, column: int, rng: random.Random) -> Any:
    """A value that a STRICT table takes: of the right type, whatever it says."""
    said = columns_of(kind)[column]
    choices: tuple[Any, ...] = {
        Form.TEXT: (*TEXTS, *said.choices, *(row[0] for found in rows.values() for row in found)),
        Form.LIST: (*LISTS, *(f'["{row[0]!s}"]' for found in rows.values() for row in found)),
        Form.DURATION: SPANS,
        Form.BOOL: (0, 1),
        Form.INT: NUMBERS,
        Form.REAL: REALS,
        Form.BYTES: (b"", b"x"),
    }[said.form]
    return rng.choice((*choices, None) if said.nullable else choices)


@pytest.mark.parametrize("seed", seeds(2, 4))
def test_the_proof_and_the_rules_agree_on_damaged_maps(seed: int) -> None:
    rng, outcomes = random.Random(seed), {True: 0, False: 0}
    good = rows_in(templates.make("sample-b2b", "ru"))
    kinds = [kind for kind, found in good.items() if found]
    for _ in range(150):
        rows = {kind: list(found) for kind, found in good.items()}
        for _ in range(rng.choice((1, 1, 2))):
            kind = rng.choice(kinds)
            place, column = rng.randrange(len(rows[kind])), rng.randrange(len(columns_of(kind)))
            row = list(rows[kind][place])
            row[column] = harmed(good, kind, column, rng)
            rows[kind][place] = tuple(row)
        try:
            journey = journey_of(rows)
        except Unfit:
            continue
        unique = len(journey) == sum(map(len, rows.values()))
        sound = unique and not rules.check_all(journey)
        assert proves(rows) == sound
        outcomes[sound] += 1
    assert min(outcomes.values()) > 10


def test_a_row_of_the_wrong_types_is_not_proven() -> None:
    record = big_journey(10, 4).document
    for column, value in ((1, 5), (1, b"x"), (1, None), (2, b"ru"), (2, None)):
        row = list(row_of(record))
        row[column] = value
        proof = Proof()
        proof.see("document", [tuple(row)])
        assert not proof.holds(Journey([record]))


def deciding_values(journey: Journey, cls: type[Record], rng: random.Random) -> dict[str, Any]:
    """Any values for the fields that decide the rules of a class, whose references are sound."""
    values: dict[str, Any] = {}
    for column in columns_of(cls.kind):
        if column.name in rules.DECIDING[cls]:
            ids = [one.id for one in journey if one.kind in column.to.split()]
            choices = (*column.choices, *ids)
            values[column.name] = rng.choice((*choices, None) if column.nullable else choices)
    return values


def two_maps() -> Journey:
    """A map and a copy of it, each with a stage that is only planned."""
    draft = Draft(templates.make("sample-b2b", "ru"))
    moves.copy_map(draft, draft.journey.maps()[0].id, "other")
    for one in draft.journey.maps():
        draft.put(replace(draft.journey.stages(one.id)[0], path="to_be"))
    return draft.journey


@pytest.mark.parametrize("cls", [cls for cls, names in rules.DECIDING.items() if names])
def test_records_alike_in_what_decides_keep_and_break_the_rules_alike(cls: type[Record]) -> None:
    """What the proof rests on: one record stands for all that the rules cannot tell apart."""
    rng, journey = random.Random(cls.kind), two_maps()
    records = [one for one in journey if type(one) is cls]
    if "id" in rules.DECIDING[cls] or not records:
        return
    outcomes = set()
    for _ in range(100):
        values, found = deciding_values(journey, cls, rng), []
        for one in rng.choices(records, k=2):
            alike = replace(one, **values)
            journey.put(alike)
            found.append(any(True for _ in rules.of_relations(journey, alike)))
            journey.put(one)
        assert found[0] == found[1], values
        outcomes.add(found[0])
    assert True in outcomes


def test_every_class_with_rules_says_what_decides_them() -> None:
    assert set(rules.DECIDING) == set(KINDS.values())
    for cls, names in rules.DECIDING.items():
        assert {column.name for column in columns_of(cls.kind)} >= set(names)
