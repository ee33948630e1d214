"""From a Mermaid diagram to a map: what it becomes, what is put right, what is told."""

import pytest

from cjm_desktop.exchange.mermaid import MermaidError, Options, parse, repair, to_journey
from cjm_desktop.exchange.mermaid.read import MOST_PEOPLE_ON_MAP, MOST_TASKS
from cjm_desktop.exchange.report import Report
from cjm_desktop.journey import rules
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Feeling, Persona, Touchpoint


def read(lines: str, options: Options | None = None) -> tuple[Journey, Report]:
    """The map of a journey of these lines; line 1 is the word `journey`."""
    journey, report = to_journey(parse(f"journey\n{lines}\n"), options or Options())
    assert rules.check_all(journey) == ()
    return journey, report


def touchpoints(journey: Journey) -> list[tuple[str, float | None, list[str]]]:
    """Text, feeling and people of every touchpoint, left to right."""
    (made,) = journey.maps()
    touch, curve = journey.lanes(made.id)
    found: list[tuple[str, float | None, list[str]]] = []
    for stage, step in journey.columns(made.id):
        for card in journey.cards(touch.id, stage.id, step.id if step else None):
            values = [p.value for p in journey.feelings(curve.id) if p.step_id == card.step_id]
            names = [journey.get(Persona, one).name for one in card.persona_ids]
            found.append((card.text, values[0] if values else None, names))
    return found


def test_sections_are_stages_and_tasks_touchpoints_with_a_feeling() -> None:
    journey, report = read(
        "title Tea\nsection Make\n Boil: 1: Me\n Pour: 3.5: Me, Cat\nsection Drink\n Sip: 5: Cat"
    )
    (made,) = journey.maps()
    assert (made.title, journey.document.title) == ("Tea", "Tea")
    assert [stage.title for stage in journey.stages(made.id)] == ["Make", "Drink"]
    assert [lane.holds for lane in journey.lanes(made.id)] == ["touchpoints", "feelings"]
    assert touchpoints(journey) == [
        ("Boil", -2, ["Me"]),
        ("Pour", 0.5, ["Me", "Cat"]),
        ("Sip", 2, ["Cat"]),
    ]
    assert [persona.name for persona in journey.personas(made.id)] == ["Me", "Cat"]
    assert (report.stages, report.steps, report.lanes, report.cards) == (2, 3, 2, 3)
    assert (report.repaired, report.skipped, report.noted) == ((), (), ())


def test_tasks_before_the_first_section_get_a_stage_of_their_own() -> None:
    journey, _ = read("A: 5\nsection S\nB: 4\nsection Empty")
    assert [s.title for s in journey.stages(journey.maps()[0].id)] == ["", "S", "Empty"]


def test_codes_and_line_breaks_become_text() -> None:
    journey, _ = read("A #35;1#58; #quot;b#quot;<br/>c #nope; #9829;: 3: M#44; N")
    assert touchpoints(journey) == [('A #1: "b"\nc #nope; ♥', 0, ["M, N"])]


@pytest.mark.parametrize(
    ("line", "task", "value", "people"),
    [
        ("Call -> 3: User", "Call", 0, ["User"]),
        ("Call --> 5: User, Boss", "Call", 2, ["User", "Boss"]),
        ("Call→1: User", "Call", -2, ["User"]),
        ("Call: 2, Usuario", "Call", -1, ["Usuario"]),
        ("Call: 2,Usuario, Jefe", "Call", -1, ["Usuario", "Jefe"]),
    ],
)
def test_the_two_slips_are_repaired_and_told(
    line: str, task: str, value: float, people: list[str]
) -> None:
    journey, report = read(f"section S\n  {line}")
    assert touchpoints(journey) == [(task, value, people)]
    assert [note.line for note in report.repaired] == [3]
    assert report.skipped == ()
    sentence = report.repaired[0].sentence("en")
    assert sentence.startswith(f"Line 3: “{line}” was read as “{task}: ")
    assert report.repaired[0].sentence("ru").startswith("Строка 3: «")


@pytest.mark.parametrize(
    "line",
    ["A: 4,5: M", "A: 4,5", "A: 4, 5", "A -> B: 3: M", "A -> 3: 4: M", "A: 2, x: M", "A: 2,"],
)
def test_nothing_else_is_repaired(line: str) -> None:
    parsed = parse(f"journey\n{line}")
    assert repair(parsed) == (parsed, ())


@pytest.mark.parametrize("score", ["five", "4,5", "", "6", "0", "-1", "Infinity", "1e999"])
def test_a_score_that_cannot_stand_gives_no_point_and_a_note(score: str) -> None:
    journey, report = read(f"A: 3: M\nB: {score}: M")
    assert touchpoints(journey) == [("A", 0, ["M"]), ("B", None, ["M"])]
    assert [note.line for note in report.skipped] == [3]
    assert "“B”" in report.skipped[0].sentence("en")
    assert score in report.skipped[0].sentence("ru")


def test_scores_are_clamped_only_when_asked() -> None:
    journey, report = read("A: 7\nB: 0.5\nC: x", Options(scores="clamp"))
    assert [value for _, value, _ in touchpoints(journey)] == [2, -2, None]
    assert [note.line for note in report.noted] == [2, 3]
    assert [note.line for note in report.skipped] == [4]


def test_scores_are_rescaled_only_when_asked() -> None:
    journey, report = read("A: 9\nB: 5\nC: 1", Options(scores="rescale"))
    assert [value for _, value, _ in touchpoints(journey)] == [2, 0, -2]
    assert len(report.noted) == 3
    journey, report = read("A: 5\nB: 4", Options(scores="rescale"))
    assert [value for _, value, _ in touchpoints(journey)] == [2, 1]
    assert report.noted == ()


def test_feelings_in_the_place_of_people_are_noticed_and_taken_when_asked() -> None:
    lines = "Оплата: 2: Тревога\nДоставка: 5: Радость!, Курьер\nЖдёт: x: Надежда"
    journey, report = read(lines)
    assert touchpoints(journey)[1] == ("Доставка", 2, ["Радость!", "Курьер"])
    assert [note.key for note in report.noted] == ["exchange.mermaid.emotions"]
    journey, report = read(lines, Options(emotions=True))
    assert [people for _, _, people in touchpoints(journey)] == [[], ["Курьер"], ["Надежда"]]
    assert sorted(point.word for point in journey.all(Feeling)) == ["Радость!", "Тревога"]
    assert [note.values["names"] for note in report.noted] == ["Надежда"]


def test_habits_are_noticed() -> None:
    swapped = "\n".join(f"User: 3: Opens page {n}" for n in range(8))
    assert [n.key for n in read(swapped)[1].noted] == [
        "exchange.mermaid.swapped",
        "exchange.mermaid.crowd",
    ]
    states = read("section AS-IS (now)\nA: 3\nsection TO BE\nB: 4")[1].noted
    assert [note.key for note in states] == ["exchange.mermaid.states"]


def test_a_crowd_is_kept_but_not_all_on_the_map() -> None:
    people = [f"P{n}" for n in range(MOST_PEOPLE_ON_MAP + 1)]
    journey, report = read(f"A: 3: {', '.join(people)}\nB: 4: P1, P4")
    (made,) = journey.maps()
    assert sorted(one.name for one in journey.personas()) == people
    assert [one.name for one in journey.personas(made.id)] == ["P1", "P4"]
    assert [note.key for note in report.noted] == ["exchange.mermaid.crowd"]


@pytest.mark.parametrize(
    ("text", "title", "skipped"),
    [
        ("journey\ntitle T", "T", 0),
        ("---\ntitle: F\n---\njourney", "F", 0),
        ("---\ntitle: F\n---\njourney\ntitle T", "T", 0),
        ("journey\naccTitle: R", "R", 0),
        ("journey\ntitle T\naccTitle: R", "T", 1),
        ("journey", "file", 0),
    ],
)
def test_the_title(text: str, title: str, skipped: int) -> None:
    journey, report = to_journey(parse(text), Options(title="file"))
    assert journey.maps()[0].title == title
    assert len(report.skipped) == skipped


def test_texts_that_do_not_fit_are_cut_and_told() -> None:
    journey, report = read(
        f"title {'t' * 400}\nsection {'s' * 301}\n{'a' * 20_001}: 3: {'p' * 500}"
    )
    assert [note.line for note in report.skipped] == [None, 3, 4, 4]
    assert {len(p.name) for p in journey.all(Persona)} == {300}
    assert {len(card.text) for card in journey.all(Touchpoint)} == {20_000}


def test_more_tasks_than_a_map_can_hold_are_refused() -> None:
    with pytest.raises(MermaidError) as refusal:
        read("A: 3\n" * (MOST_TASKS + 1))
    assert refusal.value.line == MOST_TASKS + 2


def test_the_lanes_are_named_in_the_language() -> None:
    english, _ = read("A: 3")
    russian, _ = read("A: 3", Options(language="ru"))
    titles = [[lane.title for lane in j.lanes(j.maps()[0].id)] for j in (english, russian)]
    assert titles[0] != titles[1]
    assert all(all(names) for names in titles)


def test_report_for_scripts() -> None:
    data = read("A -> 3: M\nB: x")[1].as_json("en")
    assert data.pop("repaired")[0]["line"] == 2
    (skipped,) = data.pop("skipped")
    assert skipped == {
        "line": 3,
        "code": "exchange.mermaid.no_number",
        "text": "Line 3: the score “x” of “B” is not a number, so the curve has no point there.",
    }
    assert data == {
        "format": "mermaid", "stages": 1, "steps": 2, "lanes": 2, "cards": 2, "noted": [],
    }  # fmt: skip
