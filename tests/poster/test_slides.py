"""Presentations: read back, every text is there whole, and shapes are shapes."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pptx import Presentation

from cjm_desktop.journey import templates
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Barrier, Card, Opportunity, Stage, Step
from cjm_desktop.layout import text
from cjm_desktop.layout.pieces import Cell, Glyphs, Gradient, Photo
from cjm_desktop.layout.pieces import Path as Curve
from cjm_desktop.poster import Job, plan
from cjm_desktop.poster.laid import lay_out
from cjm_desktop.poster.slides import deck, make_pptx, write_pptx
from cjm_desktop.poster.slides.elements import Shapes, _gradient
from cjm_desktop.poster.slides.texts import Paragraph, joined, paragraphs
from cjm_desktop.poster.slideshow import LEAST
from tests.journey.big import big_journey
from tests.layout.drawn import texts
from tests.poster import made

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
HOSTILE = "<a:t>&amp;\"'\x07]]> строка"


@pytest.fixture(scope="module")
def journey() -> Journey:
    made_of = templates.make("sample-b2b", "ru")
    card = next(one for one in made_of.all(Barrier))
    made_of.put(replace(card, text=HOSTILE))
    return made_of


@pytest.fixture(scope="module")
def slides(journey: Journey) -> Any:
    data = make_pptx(journey, Job(journey.maps()[0].id, language="ru"))
    return Presentation(BytesIO(data)).slides


def words(slide: Any) -> list[str]:
    found = ["".join(one.text or "" for one in each.iter(f"{A}t")) for each in _bodies(slide)]
    return [" ".join(one.replace("\u00a0", " ").split()) for one in found]


def _bodies(slide: Any) -> Any:
    return (one for one in slide.shapes._spTree.iter() if one.tag.endswith("}txBody"))


def shown(one: str) -> str:
    return " ".join(text.clean(one).replace("\u00a0", " ").split())


def test_an_overview_comes_first_then_each_stage_on_as_many_slides_as_it_needs(
    journey: Journey, slides: Any
) -> None:
    map_id = journey.maps()[0].id
    titles = [one.title for one in journey.stages(map_id)]
    assert set(titles) <= set(words(slides[0]))
    # Each slide says which stage it belongs to, and the stages come in their order.
    shown = [next(one for one in titles if one in words(slide)) for slide in list(slides)[1:]]
    assert sorted(shown, key=titles.index) == shown
    assert set(shown) == set(titles)
    assert len(slides) == plan(journey, Job(map_id, slides=True), with_ink=False).pages


def test_an_overview_holds_no_card_without_its_words_and_is_filled(journey: Journey) -> None:
    first = lay_out(journey, Job(journey.maps()[0].id, language="ru", slides=True)).leaves[0]
    shown = first.parts[0].drawing
    empty = [
        piece.id
        for cell in shown.cells.values()
        for piece in cell.pieces
        if piece.kind in ("card", "barrier", "opportunity")
        and not any(isinstance(one, Glyphs) for one in piece.shape.primitives)
    ]
    assert empty == []
    lowest = max(one.y + one.h for one in shown.lanes)
    ink = [box for box in texts(shown) if box.bottom < lowest]
    assert max(box.bottom for box in ink) > 0.82 * shown.height
    assert first.body / 0.352777 >= 11.0, "was 9.0"


def test_nothing_on_any_slide_is_too_small_to_be_read(slides: Any) -> None:
    for slide in slides:
        sizes = [int(one.get("sz")) / 100 for one in slide.shapes._spTree.iter(f"{A}rPr")]
        assert min(sizes) >= LEAST


def test_a_long_stage_and_a_long_map_go_on_over_more_slides() -> None:
    long = big_journey(24, 40)
    found = lay_out(long, Job("map", slides=True)).leaves
    overviews = next(at for at, one in enumerate(found) if one.title)
    assert overviews > 1
    assert len([one for one in found if one.title]) == len(long.stages("map"))
    assert all(one.smallest / 0.352777 >= LEAST - 0.01 for one in found)


def test_texts_are_whole_and_can_be_rewritten(journey: Journey, slides: Any) -> None:
    """Each in one box, its parted words joined again, whatever is written in it."""
    found = {one for slide in slides for one in words(slide)}
    for kind in (Stage, Step, Barrier, Opportunity):
        for one in journey.all(kind):
            said = one.text if isinstance(one, Card) else one.title
            assert shown(said) in found


def test_what_moves_together_is_a_group_and_numbers_are_unique(slides: Any) -> None:
    for slide in slides:
        numbers = [
            one.get("id") for one in slide.shapes._spTree.iter() if one.tag.endswith("}cNvPr")
        ]
        assert len(numbers) == len(set(numbers))
    notes = [
        one
        for slide in list(slides)[1:]
        for one in slide.shapes
        if one.shape_type is not None and one.rotation
    ]
    assert len(notes) >= 8
    assert all(one.name for one in notes)


def test_a_shape_says_things_in_the_order_of_the_schema(slides: Any) -> None:
    order = ["xfrm", "custGeom", "prstGeom", "noFill", "solidFill", "gradFill", "ln"]
    for one in slides[0].shapes._spTree.iter():
        if one.tag.endswith("}spPr"):
            places = [order.index(each.tag.split("}")[1]) for each in one]
            assert places == sorted(places)


def test_a_curve_is_a_freeform_in_its_own_box() -> None:
    path = Curve((("M", (10, 20)), ("C", (10, 0, 30, 0, 30, 20)), ("Z", ())), "#112233")
    shapes = Shapes(1000, frozenset(), lambda _: None)
    written = shapes.piece(made.piece("p", [path], 5, 5), Cell("c", "free", 0, 0, 9, 9, ()))
    assert '<a:off x="15000" y="5000"/><a:ext cx="20000" cy="20000"/>' in written
    assert '<a:cubicBezTo><a:pt x="0" y="0"/><a:pt x="20000" y="0"/>' in written


def test_a_gradient_is_cut_to_the_shape_it_fills() -> None:
    fill = Gradient(0, 0, 0, 100, ((0, "#000000"), (1, "#C8C8C8")))
    written = _gradient(fill, (0, 25, 10, 75))
    assert '<a:gs pos="0"><a:srgbClr val="323232"/>' in written
    assert '<a:gs pos="100000"><a:srgbClr val="969696"/>' in written


def test_hyphens_of_the_layout_go_and_those_of_words_stay() -> None:
    lines = [
        *text.place("из-за подо-", "regular", 10, 0, 10, made.INK),
        *text.place("рожания, онлайн-", "regular", 10, 0, 22.6, made.INK),
        *text.place("оплата", "regular", 10, 0, 35.2, made.INK),
    ]
    (found,) = paragraphs(lines)
    assert isinstance(found, Paragraph)
    said = joined(found, frozenset({"подорожания", "онлайн-оплата"}))
    assert said == "из-за подорожания, онлайн-оплата"


def test_pictures_fill_their_place_and_a_damaged_one_is_grey() -> None:
    file = BytesIO()
    Image.new("RGB", (40, 20), "#336699").save(file, "WEBP")
    deck_made = Presentation()
    slide = deck_made.slides.add_slide(deck_made.slide_layouts[6])
    found = deck._picture(slide, Photo(0, 0, 10, 10, file.getvalue()))
    assert found is not None
    assert 'l="25000" t="0" r="25000" b="0"' in found[1]
    assert deck._picture(slide, Photo(0, 0, 10, 10, b"no picture")) is None


def test_stopped_half_way_it_leaves_what_was_there(journey: Journey, tmp_path: Path) -> None:
    out = tmp_path / "deck.pptx"
    out.write_bytes(b"before")
    job = Job(journey.maps()[0].id)
    assert not write_pptx(journey, job, out, lambda done, _total: done < 1)
    assert out.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [out]
