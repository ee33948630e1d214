"""Whose stance counts in a stage, where they do not agree, and what a click says of them."""

import pytest

from cjm_desktop.journey import moves, templates
from cjm_desktop.journey.consensus import (
    agreement,
    agreement_words,
    agreements,
    has_voice,
    voice_words,
)
from cjm_desktop.journey.moves.turns import participation
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Participation, Persona
from tests.journey.small import Small


@pytest.mark.parametrize(
    ("involvement", "stance", "voice"),
    [
        ("decides", "for", True),
        ("decides", "against", True),
        ("takes_part", "unsure", True),
        ("absent", "against", False),
        ("influences", "", False),
    ],
)
def test_the_absent_and_the_silent_have_no_voice(
    involvement: str, stance: str, voice: bool
) -> None:
    part = Participation(
        persona_id="p",
        stage_id="s",
        involvement=involvement,  # type: ignore[arg-type]
        stance=stance,  # type: ignore[arg-type]
    )
    assert has_voice(part) is voice


Said = tuple[str, str, str]
"""Involvement, stance and note."""


def stage(map_: Small, *said: Said) -> str:
    """Let a persona each take part in stage A so; they are called by their roles: role 1, ..."""
    for number, (involvement, stance, note) in enumerate(said, 1):
        persona = moves.add_persona(map_.draft, "Ann", map_.map_id, role=f"role {number}")
        moves.set_participation(
            map_.draft,
            persona,
            map_.stage("A"),
            involvement,  # type: ignore[arg-type]
            stance,  # type: ignore[arg-type]
            note,
        )
    return map_.stage("A")


FOR, UNSURE, AGAINST = (("takes_part", one, "") for one in ("for", "unsure", "against"))
SILENT, ABSENT = ("decides", "", ""), ("absent", "against", "gone")


@pytest.mark.parametrize(
    ("said", "english", "russian"),
    [
        ([], "", ""),
        ([SILENT, ABSENT], "", ""),
        ([FOR], "The only one is for", "Единственный участник за"),
        ([FOR, ABSENT, FOR], "All 2 for", "Все 2 за"),
        (
            [FOR, FOR, FOR, ("decides", "against", "price"), ABSENT, UNSURE],
            "3 of 5 for; role 4 against: price; role 6 unsure",
            "За 3 из 5; role 4 против: price; role 6 — сомнения",
        ),
        (
            [AGAINST, AGAINST, SILENT],
            "None of 3 for; role 1, role 2 against; 1 has not said",
            "Из 3 никто не за; role 1, role 2 против; ещё 1 не высказался",
        ),
        (
            [FOR, SILENT, SILENT, ("influences", "unsure", "dates")],
            "1 of 4 for; role 4 unsure: dates; 2 have not said",
            "За 1 из 4; role 4 — сомнения: dates; ещё 2 не высказались",
        ),
        (
            [FOR, *[SILENT] * 21],
            "1 of 22 for; 21 have not said",
            "За 1 из 22; ещё 21 не высказался",
        ),
    ],
)
def test_where_agreement_is_missing_in_words(
    map_: Small, said: list[Said], english: str, russian: str
) -> None:
    found = agreement(map_.journey, stage(map_, *said))
    assert agreement_words(found, "en") == english
    assert agreement_words(found, "ru") == russian


def test_only_stages_where_somebody_disagrees_are_listed(map_: Small) -> None:
    stage(map_, FOR, AGAINST)
    others = agreements(map_.journey, map_.map_id)
    assert [one.stage_id for one in others] == [map_.stage("A")]
    assert others[0].missing
    moves.set_participation(
        map_.draft, others[0].against[0].persona.id, map_.stage("A"), stance="for"
    )
    assert agreements(map_.journey, map_.map_id) == ()


def test_who_is_not_on_the_map_is_not_asked(map_: Small) -> None:
    where = stage(map_, FOR)
    stranger = moves.add_persona(map_.draft, "Bob")
    moves.set_participation(map_.draft, stranger, where, stance="against")
    assert agreement(map_.journey, where).total == 1


def test_a_persona_without_a_role_is_called_by_name_and_a_long_reason_is_cut(map_: Small) -> None:
    ann = moves.add_persona(map_.draft, "Ann", map_.map_id)
    moves.set_participation(map_.draft, ann, map_.stage("A"), stance="against", note="why\n" * 40)
    said = agreement_words(agreement(map_.journey, map_.stage("A")), "en")
    assert said.startswith("None of 1 for; Ann against: why why")
    assert said.endswith("…")
    assert len(said) < 100


def test_the_sample_says_where_agreement_is_missing() -> None:
    journey = templates.make("sample-b2b", "ru")
    lines = [agreement_words(one, "ru") for one in agreements(journey, journey.maps()[0].id)]
    assert lines
    assert all(" из " in one for one in lines)


# Clicks


def part(map_: Small, persona: str) -> Participation | None:
    """How a persona takes part in stage A."""
    return participation(map_.journey, persona, map_.stage("A"))


@pytest.mark.parametrize("back", [False, True])
def test_clicks_go_through_every_way_of_taking_part_and_back_to_none(
    map_: Small, back: bool
) -> None:
    ann = moves.add_persona(map_.draft, "Ann", map_.map_id)
    ways: list[str | None] = []
    for _ in range(5):
        found = moves.turn_involvement(map_.draft, ann, map_.stage("A"), back)
        now = part(map_, ann)
        assert (now.id if now else None) == found
        ways.append(now.involvement if now else None)
        map_.sound()
    order: list[str | None] = ["takes_part", "influences", "decides", "absent"]
    assert ways == [*(reversed(order) if back else order), None]


def test_who_has_a_stance_is_not_forgotten_by_a_click(map_: Small) -> None:
    ann = moves.add_persona(map_.draft, "Ann", map_.map_id)
    moves.set_participation(map_.draft, ann, map_.stage("A"), "absent", note="on leave")
    moves.turn_involvement(map_.draft, ann, map_.stage("A"))
    now = part(map_, ann)
    assert now is not None
    assert (now.involvement, now.note) == ("takes_part", "on leave")


@pytest.mark.parametrize(
    ("back", "order"),
    [(False, ["for", "unsure", "against", ""]), (True, ["against", "unsure", "for", ""])],
)
def test_clicks_go_through_every_stance(map_: Small, back: bool, order: list[str]) -> None:
    ann = moves.add_persona(map_.draft, "Ann", map_.map_id)
    stances = []
    for _ in range(4):
        moves.turn_stance(map_.draft, ann, map_.stage("A"), back)
        now = part(map_, ann)
        assert now is not None
        stances.append(now.stance)
    assert stances == order
    map_.sound()


def test_the_absent_take_no_stance(map_: Small) -> None:
    ann = moves.add_persona(map_.draft, "Ann", map_.map_id)
    moves.set_participation(map_.draft, ann, map_.stage("A"), "absent")
    with pytest.raises(Problem, match="“Ann” is absent"):
        moves.turn_stance(map_.draft, ann, map_.stage("A"))


def test_what_is_said_of_a_role_names_its_value_and_the_reason(map_: Small) -> None:
    draft = map_.draft
    persona_id = moves.add_persona(draft, "Olga", map_.map_id, role="Finance")
    persona = draft.journey.get(Persona, persona_id)
    stage_id = draft.journey.stages(map_.map_id)[0].id

    def said(holds: str, language: str = "en") -> str:
        return voice_words(draft.journey, persona, stage_id, holds, language)

    assert said("consensus") == "Finance: nothing is said yet"
    moves.set_participation(draft, persona_id, stage_id, involvement="decides")
    assert said("participation") == "Finance: decides"
    assert said("consensus", "ru") == "Finance: неизвестно"
    moves.set_participation(draft, persona_id, stage_id, stance="against", note="the price")
    assert said("consensus") == "Finance: against (the price)"
    moves.set_participation(draft, persona_id, stage_id, involvement="absent")
    assert said("consensus", "ru") == "Finance: не участвует (the price)"
