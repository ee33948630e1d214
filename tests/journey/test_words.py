"""Sentences and names: complete in both languages, plurals and numbers as people write them."""

import ast
import re
import string
from pathlib import Path
from typing import get_args

import pytest

import cjm_desktop.journey
from cjm_desktop.cli import complaints
from cjm_desktop.journey import naming, values, words
from cjm_desktop.journey.durations import rough, total
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import (
    KINDS,
    Barrier,
    BuyingPart,
    Card,
    Channel,
    Duration,
    Hypothesis,
    LaneKind,
    Persona,
    Source,
    Stage,
    State,
    Unit,
)
from cjm_desktop.journey.records import (
    Path as JourneyPath,
)
from tests.journey import walk

SOURCES = sorted(Path(cjm_desktop.journey.__file__).parent.rglob("*.py"))
LANGUAGES = ("en", "ru")
CYRILLIC = re.compile("[А-Яа-яЁё]")
ALIKE = {"CRM", "PNG", "JPEG", "WebP"}


def choices(cls: type, name: str) -> tuple[str, ...]:
    """The texts a field may hold."""
    return next(tuple(one.limits["choices"]) for one in values.FIELDS[cls] if one.name == name)


NAMED = [
    *(f"lane.{one}{part}" for one in get_args(LaneKind) for part in ("", ".question", ".prompt")),
    *(f"kind.{one}" for one in KINDS),
    *(f"field.{one.name}" for cls in KINDS.values() for one in values.FIELDS[cls]),
    *(f"channel.{one or 'none'}" for one in get_args(Channel)),
    *(f"source.{one or 'none'}" for one in get_args(Source)),
    *(f"duration.{one}" for one in get_args(Unit)),
    *(f"unit.{one}" for one in get_args(Unit)),
    *(f"buying_part.{one}" for one in get_args(BuyingPart)),
    *(f"state.{one}" for one in get_args(State)),
    *(f"path.{one}" for one in get_args(JourneyPath)),
    *(f"emotion.{one}" for one in range(-2, 3)),
    *(f"severity.{one}" for one in (1, 2, 3)),
    *(f"frequency.{one}" for one in range(4)),
    *(f"{of}.{one}" for of in ("effect", "effort") for one in range(4)),
    *(f"status.{one}" for one in choices(Barrier, "status")),
    *(f"hypothesis_status.{one}" for one in choices(Hypothesis, "status")),
    *(f"involvement.{one}" for one in choices(KINDS["participation"], "involvement")),
    *(f"stance.{one or 'none'}" for one in choices(KINDS["participation"], "stance")),
    *(f"manner.{one}" for one in choices(KINDS["link"], "manner")),
    *(f"direction.{one}" for one in choices(KINDS["metric"], "direction")),
    *(f"per.{one}" for one in choices(KINDS["lane"], "per")),
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_choice_has_a_name(language: str) -> None:
    missing = [key for key in NAMED if key not in words.known()]
    assert not missing
    empty = [key for key in NAMED if not words.say(key, language, n=2, number=2)]
    assert {key.split(".")[1] for key in empty} <= {"divider"}


def places(text: str) -> set[str | None]:
    """The places to fill in of a sentence."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_both_languages_say_the_same_with_the_same_places() -> None:
    for key in words.known():
        english, russian = (words.forms(key, language) for language in LANGUAGES)
        assert (len(english), len(russian)) in {(1, 1), (2, 3)}, key
        assert len({frozenset(places(one)) for one in (*english, *russian)}) == 1, key
        for one in russian:
            assert not one or one in ALIKE or CYRILLIC.search(one) or places(one), key
        for one in english:
            assert not CYRILLIC.search(one), key


def test_every_sentence_used_here_exists_and_every_refusal_is_used() -> None:
    used = {
        node.value
        for file in SOURCES
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    keys = {one for one in used if re.fullmatch(r"(move|rule)\.\w*[a-z]", one)}
    # The refusal of a lane is put together from what the lane holds.
    keys |= {f"move.only_{one}" for one in ("card", "touchpoint", "barrier", "opportunity")}
    assert keys == {*words.known("move."), *words.known("rule.")}


def test_every_verb_of_the_walk_names_its_step() -> None:
    source = Path(walk.__file__).read_text(encoding="utf-8")
    steps = set(re.findall(r'"(step\.\w+)"', source))
    assert len(steps) > 30
    assert steps <= set(words.known("step."))


@pytest.mark.parametrize(
    ("n", "said"),
    [
        (0, "0 дней"),
        (1, "1 день"),
        (2, "2 дня"),
        (5, "5 дней"),
        (11, "11 дней"),
        (12, "12 дней"),
        (14, "14 дней"),
        (21, "21 день"),
        (22, "22 дня"),
        (111, "111 дней"),
        (1001, "1 001 день"),
        (1.5, "1,5 дня"),
    ],
)
def test_days_in_russian(n: float, said: str) -> None:
    assert words.say("duration.days", "ru", n=n).replace("\u00a0", " ") == said
    assert naming.duration(Duration(n), "ru").replace("\u00a0", " ") == said


@pytest.mark.parametrize(
    ("span", "russian", "english"),
    [
        (Duration(3, "weeks", 2, 4), "2–4 недели", "2–4 weeks"),
        (Duration(3, "weeks", 1, 5), "1–5 недель", "1–5 weeks"),
        (Duration(1, "months"), "1 месяц", "1 month"),
        (Duration(2.5, "hours"), "2,5 часа", "2.5 hours"),
        (Duration(40, "minutes", 40, 40), "40 минут", "40 minutes"),
        (Duration(40, "minutes", 10), "40 минут, от 10", "40 minutes, from 10"),
        (Duration(3, "days", None, 5.5), "3 дня, до 5,5", "3 days, up to 5.5"),
        (Duration(1, "days", 0, 2), "0–2 дня", "0–2 days"),
    ],
)
def test_durations_in_words(span: Duration, russian: str, english: str) -> None:
    assert naming.duration(span, "ru").replace("\u00a0", " ") == russian
    assert naming.duration(span, "en").replace("\u00a0", " ") == english


@pytest.mark.parametrize(
    ("spans", "together"),
    [
        ([], None),
        ([None, None], None),
        ([Duration(3), None, Duration(9)], Duration(12)),
        ([Duration(2, "weeks"), Duration(1, "weeks")], Duration(3, "weeks")),
        ([Duration(2, "weeks"), Duration(3)], Duration(17)),
        ([Duration(1, "months"), Duration(36, "hours")], Duration(31.5)),
        ([Duration(11, "months"), Duration(60)], Duration(13, "months")),
        ([Duration(30, "minutes"), Duration(1, "hours")], Duration(1.5, "hours")),
        ([Duration(6, "minutes"), Duration(0.1, "hours")], Duration(12, "minutes")),
        ([Duration(3, "days", 2, 5), Duration(4)], Duration(7, "days", 6, 9)),
        ([Duration(3, "days", None, 5), Duration(1, "weeks")], Duration(10, "days", 10, 12)),
    ],
)
def test_durations_together(spans: list[Duration | None], together: Duration | None) -> None:
    assert total(spans) == together


@pytest.mark.parametrize(
    ("span", "said"),
    [
        (Duration(31.52, "days", 24.4, 40.6), Duration(32, "days", 24, 41)),
        (Duration(9.94, "hours", 9.88), Duration(9.9, "hours", 9.9)),
        (Duration(0.04), Duration(0)),
        (Duration(12), Duration(12)),
    ],
)
def test_long_spans_are_said_in_whole_units(span: Duration, said: Duration) -> None:
    assert rough(span) == said


@pytest.mark.parametrize(
    ("number", "russian", "english"),
    [
        (3200, "3 200", "3,200"),
        (0.1 + 0.2, "0,3", "0.3"),
        (-1234567.891, "-1 234 567,89", "-1,234,567.89"),
        (0, "0", "0"),
        (-0.001, "0", "0"),
        (100, "100", "100"),
    ],
)
def test_numbers(number: float, russian: str, english: str) -> None:
    assert words.number(number, "ru").replace("\u00a0", " ") == russian
    assert words.number(number, "en") == english


def test_a_label_is_one_short_line_or_the_kind() -> None:
    assert naming.label(Stage(map_id="m", title="  Find\n a   pump "), "ru") == "Find a pump"
    assert naming.label(Persona(), "ru") == "персонаж"
    assert naming.label(Hypothesis(map_id="m", about_id="b", if_text="If"), "en") == "If"
    long = naming.label(Card(lane_id="l", stage_id="s", text="слово " * 20), "ru")
    assert len(long) <= naming.LONGEST_LABEL
    assert long.endswith("…")


def test_a_problem_speaks_both_languages() -> None:
    problem = Problem("rule.missing", name="X", field=words.Key("field.title"))
    assert str(problem) == "“X”: title is missing."
    assert problem.sentence("ru") == "«X»: не указано поле «название»."
    with pytest.raises(KeyError):
        words.say("no.such", "en")


def test_a_refusal_quotes_briefly_but_names_files_whole() -> None:
    long = "9" * 400
    for problem in (
        Problem("cli.no_template", name=long, known="b2b"),
        Problem("rule.missing", name=long, field=words.Key("field.title")),
    ):
        for language in LANGUAGES:
            assert "9" * 59 + "…" in problem.sentence(language)
            assert "9" * 60 not in problem.sentence(language)
    assert long in str(Problem("storage.missing", file=long))
    assert len(str(words.short(10**9000))) == 60
    assert words.short(-7) == -7
    for language in LANGUAGES:
        said = complaints.sentence(
            f"argument --x: invalid choice: '{long}' (choose from a)", language
        )
        assert "9" * 59 + "…" in said


def test_quotes_within_quotes_are_inner_ones() -> None:
    assert words.say("step.rename", "ru", name="Путь «Лады»") == "Переименовать в «Путь „Лады“»"
    assert words.say("step.rename", "en", name="A “new” way") == "Rename to “A ‘new’ way”"
    assert words.say("step.rename", "en", name="«Лада»") == "Rename to “«Лада»”"
