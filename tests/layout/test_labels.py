"""The labels of lanes: the disc behind the icon in the lane's own colour."""

from __future__ import annotations

import pytest

from cjm_desktop import layout
from cjm_desktop.journey import moves
from cjm_desktop.journey.draft import Draft
from cjm_desktop.layout.colour import contrast
from cjm_desktop.layout.pieces import Disc, Drawing, Path
from cjm_desktop.layout.theme import DARK, LIGHT, Theme
from tests.layout.drawn import piece
from tests.layout.maps import MAP, Maker


def disc(drawing: Drawing, lane_id: str) -> tuple[str, str]:
    """The ground of a lane's icon, and its ink."""
    drawn = piece(drawing, lane_id).shape.primitives
    ground = next(one for one in drawn if isinstance(one, Disc))
    icon = next(one for one in drawn if isinstance(one, Path))
    return str(ground.fill), str(icon.line or icon.fill)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("colour", ["#E69F00", "#0072B2", "#56606B"])
def test_a_lane_has_a_colour_of_its_own_behind_its_icon(theme: Theme, colour: str) -> None:
    journey = Maker().grid([2], ["actions", "text"]).journey()
    draft = Draft(journey)
    first, second = journey.lanes(MAP)
    moves.set_fields(draft, first.id, colour=colour)
    drawing = layout.draw(draft.journey, MAP, theme, layout.Options(language="en"))
    ground, ink = disc(drawing, first.id)
    assert ground == colour
    assert contrast(ink, ground) > 3
    assert disc(drawing, second.id)[0] == theme.disc
