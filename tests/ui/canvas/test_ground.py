"""The colour under an editor, without a window."""

import pytest

from cjm_desktop.layout.pieces import Box, Disc, Gradient, Path, Piece, Shape, Zone
from cjm_desktop.ui.canvas.ground import colour_at, ground_under


def piece(*primitives: Box | Disc | Path) -> Piece:
    return Piece("one", "card", "one", 0, 0, Shape(100, 60, primitives))


ZONE = Zone("text", 10, 10, 50, 20, "regular", 8, 1.2)


def test_the_last_filled_shape_under_the_text_is_its_ground() -> None:
    under = Box(0, 0, 100, 60, "#FFFFFF"), Box(5, 5, 90, 50, "#E4EEF5"), Disc(90, 50, 5, "#000000")
    assert ground_under(piece(*under), ZONE) == "#E4EEF5"


def test_outlines_and_what_lies_beside_are_no_ground() -> None:
    assert ground_under(piece(Box(0, 0, 100, 60, None, "#FF0000")), ZONE) == ""
    assert ground_under(piece(Box(70, 0, 30, 60, "#FF0000")), ZONE) == ""


def test_a_path_is_a_ground_too() -> None:
    note = Path(
        (("M", (0, 0)), ("L", (100, 0)), ("L", (100, 60)), ("L", (0, 60)), ("Z", ())), "#FFC95C"
    )
    assert ground_under(piece(note), ZONE) == "#FFC95C"


def test_under_a_gradient_the_editor_goes_on_with_it() -> None:
    gradient = Gradient(0, 0, 0, 60, ((0.0, "#000000"), (1.0, "#3C3C3C")))
    sheet = ground_under(piece(Box(0, 0, 100, 60, gradient)), ZONE)
    assert sheet.startswith("qlineargradient(")
    assert "stop:0 #0A0A0A" in sheet
    assert "stop:1 #1E1E1E" in sheet


@pytest.mark.parametrize(
    ("place", "colour"),
    [(-1, "#000000"), (0.25, "#400000"), (0.5, "#800000"), (0.75, "#804000"), (2, "#808000")],
)
def test_the_colour_of_a_gradient_on_its_way(place: float, colour: str) -> None:
    stops = ((0.0, "#000000"), (0.5, "#800000"), (1.0, "#808000"))
    assert colour_at(Gradient(0, 0, 0, 1, stops), place) == colour
