"""What was typed while the map changed elsewhere is kept, and what changed there too."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from cjm_desktop.exchange import outline
from cjm_desktop.exchange.outline import joining, keeping
from cjm_desktop.exchange.outline.items import Outline
from cjm_desktop.journey import moves
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Barrier, Card, MapDocument, Stage

TEXT = "# A\n- b\n! c\n# B\n- d"


class Sketch:
    """A map, the outline that was typed for it, and what was typed since."""

    def __init__(self, text: str = TEXT) -> None:
        self.draft = Draft(Journey())
        self.draft.put(MapDocument())
        self.map_id = moves.add_map(self.draft, "")
        self.before = outline.apply(self.draft, self.map_id, outline.parse(text)).outline

    def joined(self, typed: str) -> tuple[str, Outline]:
        """The text that holds both, and what the map itself says."""
        now = outline.write(self.draft.journey, self.map_id, self.before)
        now = keeping.kept(now._replace(text=now.text.removesuffix("\n")), self.before)
        lines = joining.joined(self.before, typed, now)
        assert all(one.number < len(now.text.split("\n")) for one in lines)
        return "\n".join(one.text for one in lines), now

    def settled(self, typed: str) -> str:
        """What the map says when what was typed has reached it."""
        text, now = self.joined(typed)
        outline.apply(self.draft, self.map_id, outline.parse(text), now)
        return outline.write(self.draft.journey, self.map_id).text

    def actions(self) -> list[str]:
        journey = self.draft.journey
        lane = next(one for one in journey.lanes(self.map_id) if one.holds == "actions")
        return [one.text for one in journey.cards_of_lane(lane.id)]

    def card(self, text: str) -> Card:
        return next(one for one in self.draft.journey.all(Card) if one.text == text)


def test_a_line_typed_on_stays_beside_what_came_from_elsewhere() -> None:
    map_ = Sketch()
    stage = map_.draft.journey.stages(map_.map_id)[0]
    action = map_.card("b")
    moves.add_card(map_.draft, action.lane_id, stage.id, action.step_id, "from the wall")
    moves.set_fields(map_.draft, map_.card("d").id, text="reworded there")
    said = map_.settled("# A\n- b\n! c, typed on\n# B\n- d")
    assert said == "# A\n- b\n- from the wall\n! c, typed on\n# B\n- reworded there\n"
    assert len(map_.draft.journey.all(Barrier)) == 1


def test_a_new_line_stays_where_it_was_begun() -> None:
    map_ = Sketch()
    moves.set_fields(map_.draft, map_.draft.journey.stages(map_.map_id)[1].id, title="Choice")
    said = map_.joined("# A\n- b\n- typed\n! c\n# B\n- d\n- last")[0]
    assert said == "# A\n- b\n- typed\n! c\n# Choice\n- d\n- last"


def test_what_went_elsewhere_while_it_was_typed_in_stays() -> None:
    map_ = Sketch()
    moves.drop(map_.draft, map_.card("b").id)
    moves.drop(map_.draft, map_.card("d").id)
    assert map_.joined("# A\n- b and more\n! c\n# B\n- d")[0] == "# A\n- b and more\n! c\n# B"
    assert map_.settled("# A\n- b and more\n! c\n# B\n- d") == "# A\n- b and more\n! c\n# B\n"


def test_of_two_wordings_the_typed_one_stays_and_no_card_is_doubled() -> None:
    map_ = Sketch()
    moves.set_fields(map_.draft, map_.card("b").id, text="b there")
    assert map_.settled("# A\n- b here\n! c\n# B\n- d").startswith("# A\n- b here\n! c\n")
    assert len(map_.actions()) == 2


def test_a_card_moved_elsewhere_takes_along_what_was_typed() -> None:
    map_ = Sketch()
    there = map_.card("d")
    moves.move_card(map_.draft, map_.card("b").id, there.lane_id, there.stage_id, there.step_id)
    assert map_.settled("# A\n- b typed\n! c\n# B\n- d") == "# A\n! c\n# B\n- d\n- b typed\n"
    assert len(map_.actions()) == 2


def test_what_was_taken_out_here_goes_unless_it_changed_there() -> None:
    map_ = Sketch()
    moves.set_fields(map_.draft, map_.card("b").id, text="b there")
    assert map_.joined("# A\n# B\n- d")[0] == "# A\n- b there\n# B\n- d"


def test_of_a_map_undone_to_nothing_the_typed_line_is_left() -> None:
    map_ = Sketch("# Search")
    moves.drop(map_.draft, map_.draft.journey.all(Stage)[0].id)
    assert map_.settled("# Search well") == "# Search well\n"


LINES = st.lists(
    st.sampled_from(["# A", "# B", "## s", "- a", "- b", "! c", '" t', "@ d, e", "", ": 1"]),
    max_size=9,
).map(lambda lines: "\n".join(["# A", *lines]))
EDITS = st.lists(st.tuples(st.integers(0, 9), st.sampled_from(["new", "more", "out"])), max_size=3)


def edited(text: str, edits: list[tuple[int, str]], word: str) -> str:
    """A text after some keys."""
    lines = text.split("\n")
    for number, (place, what) in enumerate(edits):
        at = min(place, len(lines) - 1)
        if what == "new":
            lines.insert(at + 1, f"- {word} {number}")
        elif what == "more":
            lines[at] += f" {word} {number}"
        elif len(lines) > 1:
            del lines[at]
    return "\n".join(lines)


@settings(max_examples=60, deadline=None)
@given(LINES, EDITS, EDITS)
def test_nothing_typed_or_changed_is_lost(
    text: str, here: list[tuple[int, str]], there: list[tuple[int, str]]
) -> None:
    map_ = Sketch(text)
    typed = edited(text, here, "mine")
    assert map_.joined(typed)[0] == typed
    changed = outline.parse(edited(text, there, "far"))
    outline.apply(map_.draft, map_.map_id, changed, map_.before)
    said, now = map_.joined(typed)
    assert map_.joined(text)[0] == now.text
    for number in range(len(here)):
        assert said.count(f"mine {number}") == typed.count(f"mine {number}")
    over = [one for one in now.text.split("\n") if "far" in one and one not in said]
    # Only where both changed the same line the typed one stands in its place.
    assert len(over) <= len(here)
