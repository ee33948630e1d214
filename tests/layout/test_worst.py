"""Touchpoints that fall short most of what is expected carry a sign, which the legend names."""

from dataclasses import replace

from cjm_desktop import layout
from cjm_desktop.journey.records import Path, Touchpoint
from cjm_desktop.layout import icons
from cjm_desktop.layout.chips import SHORT
from cjm_desktop.layout.pieces import Drawing
from cjm_desktop.layout.pieces import Path as Stroke
from tests.layout import drawn
from tests.layout.maps import MAP, Maker

ALARM = layout.LIGHT.alarm


def _maker() -> Maker:
    maker = Maker().grid([3], ["touchpoints"])
    for number, (expected, got) in enumerate(((5, 1), (4, 2), (3, 2), (5, 4), (2, 5))):
        fields = {"expectation": expected, "fulfilment": got, "importance": 5 - number}
        maker.card(f"t{number}", "touchpoints", f"s0t{number % 3}", "Почта", **fields)
    return maker


def _signed(drawing: Drawing) -> set[str]:
    assert icons.commands(SHORT, 0, 0, 6.0)
    return {
        piece.id
        for _, piece in drawn.pieces(drawing)
        if piece.kind == "touchpoint"
        and any(isinstance(one, Stroke) and one.line == ALARM for one in piece.shape.primitives)
    }


def _draw(maker: Maker, path: Path = "both") -> Drawing:
    return layout.draw(maker.journey(), MAP, layout.LIGHT, layout.Options("ru", path=path))


def test_the_three_that_fall_short_most_are_signed() -> None:
    drawing = _draw(_maker())
    assert _signed(drawing) == {"t0", "t1", "t2"}
    assert "хуже, чем ожидают" in drawn.words(drawn.piece(drawing, "legend"))
    assert not _signed(_draw(_maker(), "to_be"))


def test_the_sign_goes_on_to_the_next_when_one_gets_better() -> None:
    journey = _maker().journey()
    options = layout.Options("ru")
    drawing = layout.draw(journey, MAP, layout.LIGHT, options)
    journey.put(replace(journey.get(Touchpoint, "t0"), fulfilment=5))
    drawing = layout.draw(journey, MAP, layout.LIGHT, options, drawing)
    assert _signed(drawing) == {"t1", "t2", "t3"}
