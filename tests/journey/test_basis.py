"""The share of a map that rests on evidence: one figure, for the window and for paper."""

import pytest

from cjm_desktop.journey import basis, moves
from cjm_desktop.journey.basis import Basis
from tests.journey.small import Small


def test_cards_and_curve_points_with_evidence_are_confirmed(map_: Small) -> None:
    moves.add_evidence(map_.draft, map_.card("actions", "a1"), source="crm")
    point = moves.set_feeling(map_.draft, map_.lane["feelings"], *map_.at["a1"], 1)
    moves.add_evidence(map_.draft, point, source="interview")
    moves.add_evidence(map_.draft, point, source="crm")
    map_.card("barriers", "b1")
    found = basis.of_map(map_.journey, map_.map_id)
    assert found == Basis(3, 2, (("crm", 2), ("interview", 1)))
    assert found.percent == 67


def test_what_is_planned_and_who_owns_it_are_not_asked_for_evidence(map_: Small) -> None:
    map_.card("owners", "A")
    map_.card("actions", "a1", path="to_be")
    moves.set_feeling(map_.draft, map_.lane["feelings"], *map_.at["a1"], 2, path="to_be")
    assert basis.of_map(map_.journey, map_.map_id) == Basis(0, 0, ())


def test_a_source_nobody_named_counts_as_another(map_: Small) -> None:
    moves.add_evidence(map_.draft, map_.card("actions", "a1"))
    assert basis.of_map(map_.journey, map_.map_id).sources == (("other", 1),)


@pytest.mark.parametrize(
    ("asked", "confirmed", "percent"),
    [(0, 0, 0), (5, 0, 0), (5, 5, 100), (1000, 1, 1), (1000, 999, 99), (3, 1, 33)],
)
def test_nothing_and_everything_are_said_only_where_they_are_true(
    asked: int, confirmed: int, percent: int
) -> None:
    assert Basis(asked, confirmed, ()).percent == percent
