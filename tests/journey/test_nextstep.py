"""What a map that was only begun asks for next."""

from __future__ import annotations

from cjm_desktop.journey import moves, templates
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.nextstep import YOUNG, next_on


def test_a_map_is_led_from_its_first_card_until_it_needs_no_help() -> None:
    draft = Draft(templates.make("blank", "en"))

    def missing() -> tuple[str, str]:
        found = next_on(draft.journey, map_id)
        lane = draft.journey.find(found.lane_id) if found else None
        return (found.kind if found else "", getattr(lane, "holds", ""))

    map_id = draft.journey.maps()[0].id
    (stage,) = draft.journey.stages(map_id)
    lanes = {one.holds: one.id for one in draft.journey.lanes(map_id)}
    assert missing() == ("begin", "")
    moves.add_card(draft, lanes["actions"], stage.id, None, "Looks")
    assert missing() == ("stage", "")
    moves.add_stage(draft, map_id, "Second")
    assert missing() == ("step", "")
    step = moves.add_step(draft, stage.id, "First")
    assert missing() == ("feeling", "feelings")
    moves.set_feeling(draft, lanes["feelings"], stage.id, step, 1.0)
    assert missing() == ("lane", "touchpoints")
    for number in range(YOUNG):
        moves.add_card(draft, lanes["actions"], stage.id, step, str(number))
    assert missing() == ("", "")


def test_a_filled_map_and_one_without_stages_ask_for_nothing() -> None:
    filled = templates.make("sample-b2c", "ru")
    assert next_on(filled, filled.maps()[0].id) is None
    empty = Journey([one for one in templates.make("blank", "en") if one.kind in ("map", "lane")])
    assert next_on(empty, empty.maps()[0].id) is None
