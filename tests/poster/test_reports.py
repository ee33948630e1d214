"""Sheets of A4 beside the map: who has to do what, and who the personas are."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest

from cjm_desktop.journey import dates, duties, templates
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Barrier, Hypothesis, Opportunity, Persona
from cjm_desktop.layout import Options
from cjm_desktop.poster import Job, make_pdf, paper
from cjm_desktop.poster.laid import Laid, lay_out
from cjm_desktop.poster.reports import flow
from tests.poster import made


@pytest.fixture(scope="module")
def journey() -> Journey:
    return templates.make("sample-b2b", "ru")


def laid(journey: Journey, report: str, **more: object) -> Laid:
    sheet = paper.parse("A4", False)
    job = Job(journey.maps()[0].id, paper=sheet, language="ru", report=report, **more)  # type: ignore[arg-type]
    return lay_out(journey, job)


def words(found: Laid) -> list[str]:
    pdf = make_pdf(found, invariant=True)
    pages = len(pypdfium2.PdfDocument(pdf))
    return [" ".join(made.words_on(pdf, page).split()) for page in range(pages)]


def test_each_department_has_its_own_page_with_all_it_has_to_do(journey: Journey) -> None:
    found = laid(journey, "actions")
    pages = words(found)
    told = duties.of_map(journey, journey.maps()[0].id)
    titles = [one.title for one in found.leaves if one.title]
    assert titles == [one.department.name for one in told if one.department]
    for one, page in zip(told, pages, strict=True):
        assert (one.department.name if one.department else "") in page
        for duty in one.duties:
            assert " ".join(duty.card.text.split()) in page
            assert all(trial.because in page for trial in duty.hypotheses)


@pytest.mark.parametrize(("status", "ideas"), [("running", 0), ("confirmed", 0), ("rejected", 1)])
def test_what_was_tried_and_decided_is_no_more_to_be_done(
    journey: Journey, status: str, ideas: int
) -> None:
    made_of = journey.fork()
    for one in journey.all(Hypothesis):
        made_of.put(replace(one, status="running"))
    told = [two for one in duties.of_map(made_of, one.map_id) for two in one.duties]
    tried = next(two for two in told if two.hypotheses and two.barrier)
    for one in tried.hypotheses:
        made_of.put(replace(one, status=status))
    said = " ".join(words(laid(made_of, "actions")))
    asked = [said.count(one) for one in ("Готово", "Другая идея")]
    assert asked == [len(told) - (status != "running"), ideas]


def test_each_persona_has_a_sheet_with_all_that_is_known(journey: Journey) -> None:
    found = laid(journey, "personas")
    pages = words(found)
    people = journey.personas(journey.maps()[0].id)
    assert len(pages) == len(people)
    for person, page in zip(people, pages, strict=True):
        known = (person.name, person.role, person.goals, person.fears, *person.quotes)
        assert all(" ".join(one.split()) in page for one in known)
    chosen = laid(journey, "personas", shows=Options(persona_ids=(people[1].id,)))
    assert [one.title for one in chosen.leaves] == [people[1].name]


def test_no_text_is_too_long_for_it() -> None:
    """What does not fit a page goes on over the next one; not a word is lost."""
    long = templates.make("sample-b2b", "en")
    said = " ".join(f"word{number}" for number in range(1500))
    idea, barrier = long.all(Opportunity)[0], long.all(Barrier)[0]
    person = long.personas(long.maps()[0].id)[0]
    long.put(replace(idea, text=said))
    long.put(replace(barrier, text=said))
    long.put(replace(person, goals=said, quotes=(said,)))
    for report, times in (("actions", 2), ("personas", 2)):
        found = laid(long, report)
        whole = " ".join(words(found))
        assert all(whole.count(f"word{number}") >= times for number in (0, 749, 1499))
        for leaf in found.leaves:
            for piece in leaf.parts[0].drawing.cells["loose"].pieces:
                for one in piece.shape.primitives:
                    bottom = getattr(one, "y", 0.0) + getattr(one, "h", 0.0)
                    assert bottom <= 297 - flow.EDGE + 0.01


def test_with_nothing_to_say_it_says_so() -> None:
    blank = templates.make("blank", "en")
    for report, people in (("actions", 0), ("personas", len(blank.all(Persona)))):
        if not people:
            with pytest.raises(Problem):
                laid(blank, report)


def test_dates_are_written_as_people_do() -> None:
    assert dates.written("2026-04-01", "ru") == "1\u00a0апреля 2026"
    assert dates.written("2026-04-01", "en") == "1\u00a0Apr 2026"
    assert dates.written("", "en") == ""


def test_characters_no_font_has_are_told_of_hypotheses_too(journey: Journey) -> None:
    other = journey.fork()
    first = other.all(Hypothesis)[0]
    other.put(replace(first, because="営業"))
    missing = {one for leaf in laid(other, "actions").leaves for part in leaf.parts
               for one in part.drawing.missing}  # fmt: skip
    assert missing == {"営", "業"}
