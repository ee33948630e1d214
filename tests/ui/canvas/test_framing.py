"""What a file says was seen of it: anybody may have written that."""

from typing import Any

import pytest

from cjm_desktop.journey import templates
from cjm_desktop.journey.records import Stage
from cjm_desktop.ui.canvas import framing
from cjm_desktop.ui.canvas.view import Canvas

NAN, FAR = float("nan"), float("inf")
ODD: tuple[dict[str, Any], ...] = (
    {"map": ["a"]},
    {"map": {}},
    {"zoom": 1.0, "x": "far"},
    {"zoom": 1.0, "x": None, "y": []},
    {"zoom": NAN},
    {"zoom": 1.0, "y": FAR},
    {"zoom": 10**400},
    {"selection": [["a"], {}, 5]},
    {"selection": 5},
)


@pytest.mark.parametrize("seen", ODD, ids=lambda one: str(one)[:30])
def test_what_makes_no_sense_shows_the_whole_map(seen: dict[str, Any]) -> None:
    journey = templates.make("blank", "en")
    wanted = journey.maps()[0].id
    assert framing.read(seen, journey, wanted) == framing.Framing(wanted)
    stage_id = journey.all(Stage)[0].id
    assert framing.read({"map": stage_id}, journey, wanted).map_id == wanted
    assert framing.read({"zoom": 2, "x": 3}, journey, wanted) == (wanted, 2.0, (3.0, 0.0))


def test_a_canvas_passes_over_it_too(canvas: Canvas) -> None:
    canvas.fit_map()
    before = canvas.zoom
    for seen in ODD:
        canvas.restore_view_state(seen)
    assert canvas.zoom == before
    assert canvas.selection == ()
