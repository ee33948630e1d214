"""From a map to a Mermaid diagram and back: nothing that Mermaid can say is lost."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cjm_desktop.exchange.mermaid import MermaidJourney, Options, decode, parse, to_journey, write
from cjm_desktop.exchange.mermaid.names import encode, encode_line, encode_person, encode_task
from cjm_desktop.journey import moves, templates
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Duration, MapDocument
from cjm_desktop.journey.values import clean_text
from tests.exchange.whole import whole_document

Task = tuple[str, int | None, list[str]]
NASTY = [
    "", " ", "  a  ", "\n", "a\nb", "\r\n", "\t", ":", "#", ";", "&#35;", "title", "Title x",
    "section A", "SECTION\tb", "journey", "Journey starts", "journeys", "accTitle: x", "accDescr {",
    "%% c", "a%%b", "%", "%%{init: {}}%%", "<br>", "a<br/>b", '<a href="x">', "&amp;", "ﬂ°°35¶ß",
    "¶ß", "style:#a;", "style x:#y;z", "classDef :#;", "\u200b", "\u200btitle x", "\ufeff", "\x85",
    "\u00a0x\u2003", "\u2028", "a\u2028%% b", "😀", "😀%%", "e\u0301", "---", "```", "a,b",
    ",", '"', "'", "A -> 3", "2, Usuario", "10:30", "https://x.y/#z;", "}", "{", "\\n", "：", "־א",
]  # fmt: skip


def document(title: str, stages: list[tuple[str, list[Task]]]) -> tuple[Journey, str]:
    """A map of these stages, touchpoints, scores and people; and its id."""
    draft = Draft(Journey())
    draft.put(MapDocument(title=title))
    map_id = moves.add_map(draft, title)
    touch = moves.add_lane(draft, map_id, "touchpoints")
    curve = moves.add_lane(draft, map_id, "feelings")
    people: dict[str, str] = {}
    for name, tasks in stages:
        stage = moves.add_stage(draft, map_id, name)
        for text, score, names in tasks:
            step = moves.add_step(draft, stage)
            ids = []
            for one in names:
                people[one] = people.get(one) or moves.add_persona(draft, one, map_id)
                ids.append(people[one])
            moves.add_card(draft, touch, stage, step, text, persona_ids=tuple(ids))
            if score is not None:
                moves.set_feeling(draft, curve, stage, step, score - 3)
    return Journey(draft.changed()), map_id


def as_read(parsed: MermaidJourney) -> tuple[str, list[tuple[str, list[Task]]]]:
    """Title, and stages with their tasks, as they were meant."""
    stages: list[tuple[str, list[Task]]] = [(decode(one.name), []) for one in parsed.sections]
    if any(task.section is None for task in parsed.tasks):
        stages.insert(0, ("", []))
    shift = len(stages) - len(parsed.sections)
    for task in parsed.tasks:
        index = 0 if task.section is None else task.section + shift
        people = [decode(name) for name in task.people]
        stages[index][1].append((decode(task.name), int(task.score), people))
    return decode(parsed.title), stages


texts = st.one_of(st.sampled_from(NASTY), st.text(max_size=30)).filter(str.isascii) | st.one_of(
    st.sampled_from(NASTY), st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
)
kept_texts = texts.map(clean_text)  # as a map keeps them
people = st.lists(kept_texts, max_size=3, unique=True)
tasks = st.lists(st.tuples(kept_texts, st.integers(1, 5), people), max_size=4)


@given(texts)
def test_any_name_comes_back(text: str) -> None:
    for coded in (encode(text), encode_task(text), encode_person(text), encode_line(text)):
        assert coded
        assert not {":", "\n", "\r", "%"} & set(coded)
        assert coded == coded.strip()
    line = f"journey\n title {encode_line(text)}\n section {encode(text)}\n "
    parsed = parse(f"{line}{encode_task(text)}: 4: {encode_person(text)}, {encode_person(text)}\n")
    assert decode(parsed.title) == text
    assert [decode(section.name) for section in parsed.sections] == [text]
    (task,) = parsed.tasks
    assert (decode(task.name), task.score) == (text, 4)
    assert [decode(name) for name in task.people] == [text, text]


@pytest.mark.parametrize("text", NASTY)
def test_nasty_names_come_back(text: str) -> None:
    test_any_name_comes_back.hypothesis.inner_test(text)


@given(kept_texts, st.lists(st.tuples(kept_texts, tasks), max_size=4))
@example("", [("", [])])
@example("", [("", [("title", 1, [""])]), ("", [])])
def test_any_map_comes_back(title: str, stages: list[tuple[str, list[Task]]]) -> None:
    journey, map_id = document(title, stages)
    text, _ = write(journey, map_id)
    assert as_read(parse(text)) == (title, stages)
    again, report = to_journey(parse(text), Options())
    assert (report.repaired, report.skipped) == ((), ())
    assert write(again, again.maps()[0].id)[0] == text


def test_what_it_looks_like() -> None:
    journey, map_id = document(
        "Кофе: дорого",
        [("Этап 1: выбор", [("10:30 звонок", 4, ["Анна", "Отдел #2"]), ("Title page", 1, [])])],
    )
    assert write(journey, map_id)[0] == (
        "journey\n"
        "    title Кофе#58; дорого\n"
        "    section Этап 1#58; выбор\n"
        "    10#58;30 звонок: 4: Анна, Отдел #35;2\n"
        "    \u200bTitle page: 1\n"
    )


def test_a_map_drawn_by_hand() -> None:
    """Several touchpoints in a step, a step without any, points of two people, a bare stage."""
    draft = Draft(Journey())
    draft.put(MapDocument())
    made = moves.add_map(draft, "M", scenario="First\nthen")
    touch = moves.add_lane(draft, made, "touchpoints")
    curve = moves.add_lane(draft, made, "feelings")
    thoughts = moves.add_lane(draft, made, "thoughts")
    one, two = moves.add_persona(draft, "One", made), moves.add_persona(draft, "Two", made)
    stage = moves.add_stage(draft, made, "S", steps=("first", "second"))
    bare = moves.add_stage(draft, made, "Bare")
    moves.set_duration(draft, bare, "actual", Duration(3))
    first, second = (step.id for step in draft.journey.steps(stage))
    moves.add_card(draft, touch, stage, first, "a", channel="site")
    moves.add_card(draft, touch, stage, first, "b", persona_ids=(two,))
    moves.add_card(draft, touch, bare, None, "c")
    moves.add_card(draft, touch, bare, None, "planned", path="to_be")
    moves.add_card(draft, thoughts, stage, first, "hm")
    moves.set_feeling(draft, curve, stage, first, 2, one)
    moves.set_feeling(draft, curve, stage, first, 1, two)
    moves.set_feeling(draft, curve, stage, first, -2, two, between=0.5)
    moves.set_feeling(draft, curve, stage, first, -2, one, path="to_be")
    moves.set_feeling(draft, curve, stage, second, -1.4, one)
    text, notes = write(Journey(draft.changed()), made)
    assert text == (
        "journey\n    title M\n    accDescr: First#10;then\n"
        "    section S\n    a: 5\n    b: 5: Two\n    second: 2\n    section Bare\n    c: 3\n"
    )
    assert {note.key.rsplit(".", 1)[1]: note.values["n"] for note in notes} == {
        "cards": 1, "other_path": 1, "channels": 1, "durations": 1, "neutral": 1, "rounded": 3,
    }  # fmt: skip
    assert all(note.sentence(language) for note in notes for language in ("en", "ru"))


@pytest.mark.parametrize("name", templates.TEMPLATES)
def test_every_template_can_be_written(name: str) -> None:
    journey = templates.make(name, "ru")
    for made in journey.maps():
        text, _ = write(journey, made.id)
        assert [decode(one.name) for one in parse(text).sections] == [
            stage.title for stage in journey.stages(made.id)
        ]


def test_everything_else_is_counted() -> None:
    journey = whole_document()
    _, notes = write(journey, journey.maps()[0].id)
    assert {"exchange.mermaid.lost.cards", "exchange.mermaid.lost.metrics"} <= {
        note.key for note in notes
    }
