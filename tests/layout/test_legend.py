"""The legend explains every sign the map shows, and no other."""

from __future__ import annotations

from typing import Any

import pytest

from cjm_desktop import layout
from cjm_desktop.journey import templates, words
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.moves import set_fields
from cjm_desktop.journey.records import (
    Barrier,
    Evidence,
    Measurement,
    Metric,
    Participation,
    Step,
    Touchpoint,
)
from cjm_desktop.layout.options import Options
from cjm_desktop.layout.pieces import Drawing
from cjm_desktop.layout.theme import LIGHT
from tests.layout import drawn
from tests.layout.maps import MAP, Maker

NAMES = {
    "as_is", "to_be", "severity.1", "severity.2", "severity.3", "finding", "assumption", "decides",
    "influences", "takes_part", "absent", "for", "unsure", "against", "truth", "automated",
    "in_work", "solved", "votes", "waiting", "target", "began", "end", "short",
}  # fmt: skip


def explained(drawing: Drawing) -> set[str]:
    """The names of the signs that a drawing's legend explains."""
    found = [one for _, one in drawn.pieces(drawing) if one.id == "legend"]
    said = [run.text.replace("\u00a0", " ") for one in found for run in drawn.runs(one)]
    return {name for name in NAMES if words.say(f"layout.legend.{name}", "en") in said}


def legend(made: Maker, **options: Any) -> set[str]:
    return explained(layout.draw(made.journey(), MAP, LIGHT, Options(**options)))


def empty() -> Maker:
    lanes = ("touchpoints", "feelings", "barriers", "opportunities", "metrics")
    made = Maker("en", persona_ids=("p",)).grid((2,), (*lanes, "participation", "consensus"))
    made.persona(id="p", role="Buyer")
    return made


def part(**fields: Any) -> Participation:
    return Participation(id="part", persona_id="p", stage_id="s0", **fields)


def test_an_empty_map_explains_nothing_but_the_scale() -> None:
    assert legend(empty()) == set()


@pytest.mark.parametrize(
    ("lane", "fields", "names"),
    [
        ("touchpoints", {"importance": 5}, {"truth"}),
        ("touchpoints", {"importance": 4}, set()),
        ("touchpoints", {"automated": True}, {"automated"}),
        ("barriers", {"severity": 2}, {"severity.2"}),
        ("barriers", {"severity": 3, "status": "in_work"}, {"severity.3", "in_work"}),
        ("barriers", {"severity": 1, "status": "solved"}, {"severity.1", "solved"}),
        ("barriers", {"severity": 1, "votes": 2}, {"severity.1", "votes"}),
        ("opportunities", {"votes": 2}, {"votes"}),
    ],
)
def test_a_card_brings_its_signs(lane: str, fields: dict[str, Any], names: set[str]) -> None:
    assert legend(empty().card("c", lane, "s0t0", **fields)) == names


@pytest.mark.parametrize(
    ("fields", "names"),
    [
        ({"involvement": "decides", "stance": "for"}, {"decides", "for"}),
        ({"involvement": "influences", "stance": "against"}, {"influences", "against"}),
        ({"stance": "unsure"}, {"takes_part", "unsure"}),
        ({"involvement": "absent", "stance": "for"}, {"absent"}),
    ],
)
def test_a_role_brings_its_influence_and_stance(fields: dict[str, Any], names: set[str]) -> None:
    made = empty()
    made.records.append(part(**fields))
    assert legend(made) == names


def test_curves_are_explained_by_the_paths_that_have_one() -> None:
    made = empty().feeling("s0t0", 1.0)
    assert legend(made) == {"as_is"}
    made.feeling("s0t1", 1.0, path="to_be")
    assert legend(made) == {"as_is", "to_be"}
    assert legend(made, path="as_is") == {"as_is"}
    assert legend(made, path="to_be") == {"to_be"}


def test_a_plan_of_somebody_whose_curve_is_not_the_main_one_is_not_drawn_nor_explained() -> None:
    made = empty().feeling("s0t0", 1.0, persona_id="p")
    made.persona(id="q", role="User")
    made.feeling("s0t0", 1.5, path="to_be", persona_id="q")
    assert legend(made) == {"as_is"}


def test_waiting_evidence_and_charts_are_explained_where_they_are() -> None:
    made = empty().card("c", "touchpoints", "s0t0")
    made.records.append(Evidence(id="e", about_id="c", source="crm"))
    assert legend(made) == {"finding", "assumption"}
    assert legend(made, show_evidence=False) == set()
    made = empty()
    made.records = [one for one in made.records if one.id != "s0t1"]
    made.records.append(Step(id="s0t1", stage_id="s0", waiting=True, place="zz"))
    assert legend(made) == {"waiting"}
    made = empty()
    made.records.append(Metric(id="m", map_id=MAP, about_id="s0", target=3.0, end=True))
    made.records += [
        Measurement(id=f"v{n}", metric_id="m", date=f"2026-0{n}-01", value=n) for n in (1, 2)
    ]
    assert legend(made) == {"target", "end"}
    assert legend(made, show_metrics=False) == set()


def test_what_is_folded_or_on_the_other_path_is_not_explained() -> None:
    made = empty().card("c", "touchpoints", "s0t0", automated=True, path="to_be")
    assert legend(made) == {"automated"}
    assert legend(made, path="as_is") == set()
    made = Maker("en").grid((1,), ())
    made.lane("barriers", folded=True)
    assert legend(made.card("b", "barriers", "s0t0")) == set()


def test_what_is_hidden_as_not_asked_for_is_not_explained() -> None:
    made = empty()
    made.persona(id="q", role="User")
    made.card("c", "touchpoints", "s0t0", automated=True, persona_ids=("q",))
    assert legend(made, persona_ids=("p",), others="dim") == {"automated"}
    assert legend(made, persona_ids=("p",), others="hide") == set()


def test_a_blank_map_explains_what_people_write_by_hand() -> None:
    made = empty().card("c", "touchpoints", "s0t0", automated=True)
    assert legend(made, blank=True) == {
        "as_is", "severity.1", "severity.2", "severity.3", "decides", "influences", "takes_part",
        "for", "unsure", "against",
    }  # fmt: skip


def test_a_new_sign_is_explained_at_once() -> None:
    journey = templates.make("sample-b2b", "en")
    map_id = journey.maps()[0].id
    first = layout.draw(journey, map_id, LIGHT, Options())
    assert "solved" not in explained(first)
    draft = Draft(journey)
    set_fields(draft, journey.all(Barrier)[0].id, status="solved")
    again = layout.draw(draft.journey, map_id, LIGHT, Options(), previous=first)
    assert "solved" in explained(again)
    assert any(one.automated for one in journey.all(Touchpoint))
