"""The share of a map that rests on evidence: one figure, for the window and for paper."""

import pytest

from cjm_desktop.journey import basis, moves
from cjm_desktop.journey.basis import Basis, Support
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


def test_every_kind_of_thing_has_a_share_of_its_own_curves_too(map_: Small) -> None:
    moves.add_evidence(map_.draft, map_.card("barriers", "a1"), source="crm")
    for where in ("a1", "a2"):
        map_.card("actions", where)
        point = moves.set_feeling(map_.draft, map_.lane["feelings"], *map_.at[where], 1)
    moves.add_evidence(map_.draft, point, source="interview")
    map_.card("owners", "A")
    found = basis.by_kind(map_.journey, map_.map_id)
    assert list(found.items()) == [
        ("actions", Basis(2, 0, ())),
        ("feelings", Basis(2, 1, (("interview", 1),))),
        ("barriers", Basis(1, 1, (("crm", 1),))),
    ]
    assert basis.together(found.values()) == basis.of_map(map_.journey, map_.map_id)


def test_every_stage_has_a_share_of_its_own(map_: Small) -> None:
    moves.add_evidence(map_.draft, map_.card("barriers", "a1"), source="crm")
    map_.card("actions", "A")
    map_.card("actions", "C")
    found = basis.by_stage(map_.journey, map_.map_id)
    assert [found[map_.stage(one)][:2] for one in "ABC"] == [(2, 1), (0, 0), (1, 0)]


def test_sources_are_told_apart_by_what_rests_on_them(map_: Small) -> None:
    first, second = map_.card("actions", "a1"), map_.card("barriers", "a1")
    map_.card("barriers", "a2")
    for source, people in (("interview", 3), ("interview", 4), ("crm", None)):
        moves.add_evidence(map_.draft, first, source=source, people=people)
    moves.add_evidence(map_.draft, second, source="interview")
    moves.add_evidence(map_.draft, map_.card("owners", "A"), source="reviews")
    assert basis.by_source(map_.journey, map_.map_id) == (
        Support("interview", 2, 3, 7, 67),
        Support("crm", 1, 1, 0, 33),
    )
    assert basis.by_source(map_.journey, "nothing") == ()


def test_what_lies_in_a_planned_stage_is_not_asked(map_: Small) -> None:
    map_.card("actions", "b1")
    moves.set_fields(map_.draft, map_.stage("B"), path="to_be")
    assert basis.of_map(map_.journey, map_.map_id).asked == 0
