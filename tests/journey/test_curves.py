"""Whose curve a lane's points are on, and how high it is anywhere."""

from cjm_desktop.journey import curves, moves
from cjm_desktop.journey.records import State
from tests.journey.small import Small


def feel(map_: Small, where: str, value: float, between: float = 0, **who: str) -> None:
    lane_id = map_.lane["feelings"]
    moves.set_feeling(map_.draft, lane_id, *map_.at[where], value, between=between, **who)  # type: ignore[arg-type]


def level(
    map_: Small, where: str, between: float = 0, path: State = "as_is", who: str | None = None
) -> float | None:
    lane_id = map_.lane["feelings"]
    return curves.level(map_.journey, lane_id, who, path, *map_.at[where], between)


def test_a_curve_is_as_high_as_its_points_and_straight_between_them(map_: Small) -> None:
    feel(map_, "a1", 1)
    feel(map_, "b1", -1)
    assert [level(map_, one) for one in ("a1", "a2", "b1")] == [1, 0, -1]
    assert level(map_, "a1", 0.5) == 0.5
    assert level(map_, "A") == 0.5


def test_beyond_its_ends_a_curve_stays_as_high_as_they_are(map_: Small) -> None:
    feel(map_, "a2", 1.5)
    feel(map_, "b1", -0.5)
    assert (level(map_, "a1"), level(map_, "C")) == (1.5, -0.5)


def test_points_between_columns_count_where_they_stand(map_: Small) -> None:
    feel(map_, "a1", 0)
    feel(map_, "a1", 2, between=0.5)
    feel(map_, "a2", 1)
    assert level(map_, "a1", 0.25) == 1
    assert level(map_, "a1", 0.75) == 1.5


def test_where_there_is_no_curve_or_no_column_there_is_no_level(map_: Small) -> None:
    assert level(map_, "a1") is None
    feel(map_, "a1", 1)
    assert level(map_, "a1", path="to_be") is None
    other = moves.add_stage(map_.draft, moves.add_map(map_.draft, "Other"), "Elsewhere")
    lane_id = map_.lane["feelings"]
    assert curves.level(map_.journey, lane_id, None, "as_is", other, None) is None


def test_every_person_and_both_paths_have_curves_of_their_own(map_: Small) -> None:
    anna = moves.add_persona(map_.draft, "Anna", map_.map_id)
    feel(map_, "a1", 1)
    feel(map_, "a1", -2, persona_id=anna)
    feel(map_, "a1", 2, persona_id=anna, path="to_be")
    assert level(map_, "a1") == 1
    assert level(map_, "a1", who=anna) == -2
    assert level(map_, "a1", path="to_be", who=anna) == 2


def test_the_curve_with_most_points_is_meant_then_the_first_persona(map_: Small) -> None:
    lane_id = map_.lane["feelings"]
    assert curves.whose(map_.journey, lane_id) is None
    anna = moves.add_persona(map_.draft, "Anna", map_.map_id)
    boris = moves.add_persona(map_.draft, "Boris", map_.map_id)
    assert curves.whose(map_.journey, lane_id) == anna
    feel(map_, "a1", 1, persona_id=boris)
    assert curves.whose(map_.journey, lane_id) == boris
    feel(map_, "a1", 1, persona_id=anna)
    assert curves.whose(map_.journey, lane_id) == anna
    feel(map_, "a2", 1, persona_id=boris, path="to_be")
    assert curves.whose(map_.journey, lane_id) == anna
    assert curves.whose(map_.journey, lane_id, "to_be") == boris
    for where in ("a1", "a2"):
        feel(map_, where, 1)
    assert curves.whose(map_.journey, lane_id) is None


def test_a_level_is_never_off_the_scale(map_: Small) -> None:
    for where, value in (("a1", 2), ("a2", -2), ("b2", 1.3), ("C", -0.7)):
        feel(map_, where, value)
    for where in map_.at:
        for between in (0, 0.3, 0.999):
            found = level(map_, where, between)
            assert found is not None
            assert -2 <= found <= 2
