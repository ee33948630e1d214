"""The verbs: what can be done to a journey. Plain functions that read and write a draft.

`place` is an index among what is there already (without what is moved); None means at the end.
Verbs that make something return its id. What a verb refuses it says in a `Problem`.
"""

from cjm_desktop.journey.moves.barriers import answer_barrier, pin_barrier, unpin_barrier
from cjm_desktop.journey.moves.borders import move_border
from cjm_desktop.journey.moves.cards import add_card, copy_cards, move_card, move_cards
from cjm_desktop.journey.moves.copies import copy_map
from cjm_desktop.journey.moves.drop import drop
from cjm_desktop.journey.moves.feelings import set_feeling
from cjm_desktop.journey.moves.fields import set_fields
from cjm_desktop.journey.moves.hypotheses import (
    finish_hypothesis,
    hypothesis_from,
    move_hypothesis,
    set_effect_effort,
    start_hypothesis,
)
from cjm_desktop.journey.moves.lanes import add_lane, move_lane, resize_lane, set_lane_per
from cjm_desktop.journey.moves.maps import add_map, move_map, set_title
from cjm_desktop.journey.moves.numbers import (
    add_evidence,
    add_hypothesis,
    add_link,
    add_measurement,
    add_metric,
    set_duration,
)
from cjm_desktop.journey.moves.paths import (
    join,
    plan_card,
    plan_fields,
    plan_move,
    plan_pin,
    plan_stage,
    plan_step,
    remove_from_plan,
    set_path,
    split_in_plan,
)
from cjm_desktop.journey.moves.people import (
    add_department,
    add_participant,
    add_persona,
    copy_persona,
    move_persona,
    put_first,
    rename_segment,
    set_participation,
    turn_persona,
)
from cjm_desktop.journey.moves.pictures import set_picture
from cjm_desktop.journey.moves.roles import become_own, give_back, make_role_map, show_again
from cjm_desktop.journey.moves.series import add_series, set_end_metric, set_series
from cjm_desktop.journey.moves.stages import (
    add_stage,
    add_step,
    merge_stages,
    move_stage,
    move_step,
    split_stage,
)
from cjm_desktop.journey.moves.transfers import copy_lane, copy_stage
from cjm_desktop.journey.moves.turns import turn_involvement, turn_stance

__all__ = [
    "add_card",
    "add_department",
    "add_evidence",
    "add_hypothesis",
    "add_lane",
    "add_link",
    "add_map",
    "add_measurement",
    "add_metric",
    "add_participant",
    "add_persona",
    "add_series",
    "add_stage",
    "add_step",
    "answer_barrier",
    "become_own",
    "copy_cards",
    "copy_lane",
    "copy_map",
    "copy_persona",
    "copy_stage",
    "drop",
    "finish_hypothesis",
    "give_back",
    "hypothesis_from",
    "join",
    "make_role_map",
    "merge_stages",
    "move_border",
    "move_card",
    "move_cards",
    "move_hypothesis",
    "move_lane",
    "move_map",
    "move_persona",
    "move_stage",
    "move_step",
    "pin_barrier",
    "plan_card",
    "plan_fields",
    "plan_move",
    "plan_pin",
    "plan_stage",
    "plan_step",
    "put_first",
    "remove_from_plan",
    "rename_segment",
    "resize_lane",
    "set_duration",
    "set_effect_effort",
    "set_end_metric",
    "set_feeling",
    "set_fields",
    "set_lane_per",
    "set_participation",
    "set_path",
    "set_picture",
    "set_series",
    "set_title",
    "show_again",
    "split_in_plan",
    "split_stage",
    "start_hypothesis",
    "turn_involvement",
    "turn_persona",
    "turn_stance",
    "unpin_barrier",
]
