"""A map fills the page it is fitted to, in type as large as the page allows."""

import pytest

from cjm_desktop import layout
from cjm_desktop.journey import templates
from cjm_desktop.layout.pieces import Drawing
from tests.layout import drawn
from tests.layout.maps import MAP, Maker, scattered

A0 = (1189.0, 841.0)
PAPERS = {
    "A0 landscape": A0,
    "A0 portrait": (841.0, 1189.0),
    "A3": (420.0, 297.0),
    "A4": (297.0, 210.0),
    "roll": (2400.0, 900.0),
    "strip": (4000.0, 600.0),
}


def _body_pt(drawing: Drawing, width_mm: float) -> float:
    return drawing.body_size * width_mm / drawing.width / 0.3528


def _fit(name: str, language: str = "ru", size: tuple[float, float] = A0) -> Drawing:
    journey = templates.make(name, language)
    options = layout.Options(language, paper=True)
    return layout.fit(journey, journey.maps()[0].id, layout.LIGHT, options, *size)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_b2b_template_is_set_in_26_points_on_a0(language: str) -> None:
    assert _body_pt(_fit("b2b", language), A0[0]) >= 26


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize(
    "name", ["b2c", "blueprint", "planned", "online-lead", "employee", "sample-b2b"]
)
def test_maps_of_12_to_16_steps_are_set_in_22_to_32_points_on_a0(name: str, language: str) -> None:
    assert 22 <= _body_pt(_fit(name, language), A0[0]) <= 32.1


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", ["sample-b2b", "b2b", "blank"])
def test_the_page_has_the_papers_shape_and_is_filled(name: str, paper: str) -> None:
    width, height = PAPERS[paper]
    drawing = _fit(name, size=(width, height))
    assert drawing.width / drawing.height == pytest.approx(width / height, rel=1e-6)
    if drawing.lanes:
        last = drawing.lanes[-1]
        assert drawing.height - 45 <= last.y + last.h <= drawing.height
    for _, one in drawn.pieces(drawing):
        assert drawn.outside(one) == [], one.id


def test_columns_fill_the_width_and_lanes_touch() -> None:
    drawing = _fit("sample-b2b")
    last = drawing.columns[-1]
    assert last.x + last.w == pytest.approx(drawing.width - 26)
    for one, two in zip(drawing.columns, drawing.columns[1:], strict=False):
        assert two.x == pytest.approx(one.x + one.w)
    for lane, below in zip(drawing.lanes, drawing.lanes[1:], strict=False):
        assert below.y == pytest.approx(lane.y + lane.h)


def test_the_curve_is_the_one_dominant_thing() -> None:
    drawing = _fit("sample-b2b")
    journey = templates.make("sample-b2b", "ru")
    kinds = {one.id: one.holds for one in journey.lanes(journey.maps()[0].id)}
    heights = {}
    for lane, holds in zip(drawing.lanes, kinds.values(), strict=True):
        heights[holds] = lane.h
    assert 0.25 <= heights["feelings"] / drawing.height <= 0.36
    assert heights["feelings"] == max(heights.values())


def test_more_content_means_smaller_type_and_never_a_larger_page() -> None:
    sizes = []
    for cards in (1, 20, 120):
        maker = Maker().grid([4, 4, 4], ["actions", "feelings", "barriers"])
        for index in range(cards):
            step = f"s{index % 3}t{index % 4}"
            maker.card(f"c{index}", "barriers", step, "После оплаты никто не сообщает статус")
        drawing = layout.fit(
            maker.journey(), MAP, layout.LIGHT, layout.Options("ru", paper=True), *A0
        )
        assert drawing.width / drawing.height == pytest.approx(A0[0] / A0[1])
        sizes.append(_body_pt(drawing, A0[0]))
    assert sizes[0] >= sizes[1] > sizes[2]


def test_long_words_widen_their_column() -> None:
    maker = Maker().grid([2, 2, 2, 2, 2, 2, 2], ["actions"])
    maker.card("a", "actions", "s2t1", "Законодательный")
    drawing = layout.fit(maker.journey(), MAP, layout.LIGHT, layout.Options("ru"), 841, 1189)
    widths = {one.step_id: one.w for one in drawing.columns}
    assert max(widths, key=lambda step: widths[step]) == "s2t1"
    assert drawn.words(drawn.piece(drawing, "a")) == "Законодательный"


def test_fitting_is_deterministic() -> None:
    one, two = (
        layout.fit(scattered(1), MAP, layout.LIGHT, layout.Options("ru"), *A0) for _ in range(2)
    )
    assert (one.width, one.height) == (two.width, two.height)
    for cell, other in zip(one.cells.values(), two.cells.values(), strict=True):
        assert [p.shape.primitives for p in cell.pieces] == [
            p.shape.primitives for p in other.pieces
        ]


def test_the_smallest_type_is_known() -> None:
    drawing = _fit("sample-b2b")
    sizes = [
        run.size for _, one in drawn.pieces(drawing) for run in drawn.runs(one) if len(run.text) > 2
    ]
    assert drawing.smallest_size == min(sizes)
    assert drawing.smallest_size >= 4


def test_a_hundred_steps_still_fit() -> None:
    maker = Maker().grid([10] * 10, ["actions", "feelings"])
    drawing = layout.fit(maker.journey(), MAP, layout.LIGHT, layout.Options("ru"), 297, 210)
    assert len(drawing.columns) == 100
    assert drawing.columns[-1].x + drawing.columns[-1].w <= drawing.width


@pytest.mark.parametrize("name", ["b2b", "blueprint", "online-lead", "employee"])
@pytest.mark.parametrize("language", ["ru", "en"])
def test_names_of_steps_behind_their_signs_keep_their_words_whole(name: str, language: str) -> None:
    drawing = _fit(name, language)
    journey = templates.make(name, "ru" if language == "ru" else "en")
    titles = [step.title for stage in journey.stages(journey.maps()[0].id)
              for step in journey.steps(stage.id)]  # fmt: skip
    named = [drawn.words(one) for _, one in drawn.pieces(drawing) if one.kind == "step"]
    assert [one.split() for one in named] == [one.replace("\u00a0", " ").split() for one in titles]


def test_a_lane_that_is_empty_on_a_page_of_one_stage_takes_its_name_s_room_only() -> None:
    maker = Maker().grid([1, 1], ["actions", "barriers"])
    maker.card("a", "actions", "s1t0", "Ждёт")
    maker.card("b", "barriers", "s0t0", "Не дозвониться")
    heights = []
    for stage_id in ("s0", "s1"):
        asked = layout.Options("ru", paper=True, stage_ids=(stage_id,))
        found = layout.fit(maker.journey(), MAP, layout.LIGHT, asked, 297, 150)
        heights.append(found.lanes[1].h / found.height)
    assert heights[0] > 0.3
    assert heights[1] < heights[0] / 2
