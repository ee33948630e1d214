"""Results are kept as long as what they were made from, and no longer."""

from cjm_desktop import layout
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.memo import Memo
from cjm_desktop.journey.records import Card, new_id
from tests.layout.maps import LANES, MAP, Maker


def test_a_result_is_made_once_and_again_when_something_changed() -> None:
    made: list[int] = []

    def make(number: int) -> int:
        made.append(number)
        return number

    memo = Memo()
    assert [memo.once("key", (one,), make, one) for one in (1, 1, 2, 2, 1)] == [1, 1, 2, 2, 1]
    assert made == [1, 2, 1]


def test_an_equal_result_stays_the_same_object() -> None:
    memo = Memo()
    first = memo.once("key", (1,), lambda: ("a", "b"))
    second = memo.once("key", (2,), lambda: tuple("ab"))
    assert second is first


def test_other_conditions_other_memo() -> None:
    memo = Memo(("light", "ru"))
    assert memo.shared_for(("light", "ru")) is memo
    assert memo.shared_for(("dark", "ru")) is None


def test_what_nobody_asks_for_any_more_goes() -> None:
    memo = Memo()
    for number in range(30_000):
        memo.once(("card", number), (), lambda: "shape")
        memo.broad("all", (number,), lambda: memo.once("part", (), object))
        memo.tidy()
    assert len(memo._kept) < 10_000


def test_previews_of_copies_do_not_fill_the_memory() -> None:
    journey = Maker().grid([3, 3], LANES).card("a", "actions", "s0t0", "раз").journey()
    drawing = layout.draw(journey, MAP, layout.LIGHT, layout.Options("ru"))
    memo = drawing.memo
    assert isinstance(memo, Memo)
    memo._most = 300
    for _ in range(120):
        draft = Draft(journey)
        draft.put(Card(id=new_id(), lane_id="actions", stage_id="s0", step_id="s0t1", text="копия"))
        layout.draw(draft.journey, MAP, layout.LIGHT, layout.Options("ru"), drawing)
        memo._most = min(memo._most, 300)
    assert len(memo._kept) < 500
    again = layout.draw(journey, MAP, layout.LIGHT, layout.Options("ru"), drawing)
    assert again.cells.keys() == drawing.cells.keys()
