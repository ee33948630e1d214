"""What is printed on pages: a booklet of stages, cards to cut out; and blank walls for notes."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pypdfium2
import pytest

from cjm_desktop.journey import templates
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Barrier, Card, Stage, Step, Touchpoint
from cjm_desktop.layout import LIGHT, Options, fit
from cjm_desktop.layout.drawing import context
from cjm_desktop.layout.pieces import Disc, Drawing, Glyphs
from cjm_desktop.layout.pieces import Path as Curve
from cjm_desktop.poster import bounds, planning, strip
from cjm_desktop.poster.cards import SIDE
from cjm_desktop.poster.job import CardWish, Job
from cjm_desktop.poster.laid import Laid, lay_out
from cjm_desktop.poster.paper import FOR_NOTES, parse
from cjm_desktop.poster.writing import make_pdf
from tests.layout.maps import MAP, Maker
from tests.poster import made


@pytest.fixture(scope="module")
def sample() -> Journey:
    return templates.make("sample-b2b", "ru")


def asked(journey: Journey, **wanted: object) -> Job:
    return replace(Job(journey.maps()[0].id, language="ru"), **wanted)  # type: ignore[arg-type]


def bookmarks(pdf: bytes) -> list[tuple[str, int]]:
    document = pypdfium2.PdfDocument(pdf)
    found = [(one.get_title(), one.get_dest().get_index()) for one in document.get_toc()]
    document.close()
    return found


def texts(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    found = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return " ".join(found.replace("\u00a0", " ").split())


def cards_of(laid: Laid) -> Iterator[tuple[int, object]]:
    for page, leaf in enumerate(laid.leaves):
        for cell in leaf.parts[0].drawing.cells.values():
            yield from ((page, piece) for piece in cell.pieces if piece.kind == "card")


# Cards


def test_cards_are_76_mm_inside_the_sheet_and_ordered_by_stage(sample: Journey) -> None:
    wish = CardWish(("barriers", "opportunities"))
    laid = lay_out(sample, asked(sample, paper=parse("A4", False), cards=wish))
    pieces = [piece for _, piece in cards_of(laid)]
    kinds = {"barriers", "opportunities"}
    lanes = [one for one in sample.lanes(sample.maps()[0].id) if one.holds in kinds]
    assert len(pieces) == sum(len(sample.cards_of_lane(one.id)) for one in lanes)
    for piece in pieces:
        assert piece.shape.w == piece.shape.h == SIDE
        assert 5 <= piece.x <= 205 - SIDE
        assert 5 <= piece.y <= 292 - SIDE
    order = [one.id for one in sample.stages(sample.maps()[0].id)]
    stages = [order.index(sample.get(Card, one.record_id).stage_id) for one in pieces]
    assert all(one <= other for one, other in pairwise(stages))


@pytest.mark.parametrize(("paper", "count"), [("A4", 6), ("A3", 15), ("Letter", 6)])
def test_as_many_cards_as_fit_a_sheet(sample: Journey, paper: str, count: int) -> None:
    wish = CardWish(("barriers", "text"), empty=4)
    laid = lay_out(sample, asked(sample, paper=parse(paper, False), cards=wish))
    made_of = [page for page, _ in cards_of(laid)]
    assert len(made_of) == 4 * 9
    assert made_of.count(0) == count
    assert len(laid.leaves) == -(-36 // count)
    said = texts(make_pdf(laid))
    # What each colour says stands on it, and a card is called what one of them is.
    severities = ("мешает", "тормозит", "теряем клиента")
    assert [said.count(f"Барьер · {one}") for one in severities] == [4, 4, 4]
    assert said.count("Заметка") == 24
    assert "Барьеры" not in said


def test_a_card_says_what_the_dots_of_an_opportunity_mean(sample: Journey) -> None:
    wish = CardWish(("opportunities",))
    said = texts(make_pdf(lay_out(sample, asked(sample, paper=parse("A4", False), cards=wish))))
    effects = ("средний", "большой")
    assert [said.count(f"Возможность · эффект: {one}") for one in effects] == [4, 2]


def test_a_text_of_any_length_stays_on_its_cards_and_is_never_cut(sample: Journey) -> None:
    journey = sample.fork()
    first = next(one for one in journey.all(Barrier))
    words = " ".join(f"слово{number}" for number in range(260))
    journey.put(replace(first, text=words + " " + "Ж" * 60))
    laid = lay_out(journey, asked(journey, paper=parse("A4", False), cards=CardWish()))
    for _, piece in cards_of(laid):
        for each in piece.shape.primitives:
            if isinstance(each, Glyphs):
                assert 0 <= each.x <= SIDE - each.width
                assert bounds.of_primitive(each)[1] >= 0
                assert each.y <= SIDE
                assert each.size >= 2.9
    said = texts(make_pdf(laid))
    assert all(f"слово{number}" in said for number in range(260))
    assert said.count("Ж") >= 60
    assert "1/" in said, "the parts are counted"


def test_cards_that_were_chosen_are_cut_out_whatever_they_are(sample: Journey) -> None:
    chosen = (sample.all(Barrier)[2].id, sample.all(Touchpoint)[0].id)
    wish = CardWish(card_ids=chosen)
    laid = lay_out(sample, asked(sample, paper=parse("A4", False), cards=wish))
    assert {piece.record_id for _, piece in cards_of(laid)} == set(chosen)


def test_no_cards_of_a_kind_is_said(sample: Journey) -> None:
    with pytest.raises(Problem) as refused:
        lay_out(sample, asked(sample, paper=parse("A4"), cards=CardWish(("text",))))
    assert refused.value.key == "poster.no_cards"
    with pytest.raises(Problem) as refused:
        lay_out(sample, asked(sample, paper=parse("60x60mm"), cards=CardWish()))
    assert refused.value.key == "poster.card_sheet_small"


# A booklet


@pytest.fixture(scope="module")
def booklet(sample: Journey) -> planning.Plan:
    return planning.plan(sample, asked(sample, paper=parse("A4", False), booklet=True))


def test_a_booklet_has_a_page_or_more_for_each_stage(
    sample: Journey, booklet: planning.Plan
) -> None:
    plan, pdf = booklet, make_pdf(booklet.laid, invariant=True)
    stages = sample.stages(plan.laid.job.map_id)
    assert bookmarks(pdf) == [(f"{at + 1}. {one.title}", at) for at, one in enumerate(stages)]
    assert plan.pages == len(stages)
    assert plan.body_pt >= 8
    assert 0 < plan.ink < 1
    assert made.size_mm(pdf, 2) == pytest.approx((210, 297), abs=0.1)
    for at, stage in enumerate(stages):
        words = made.words_on(pdf, at)
        assert all(other.title in words for other in stages), "the whole way is on each page"
        assert all(step.title.split()[0] in words for step in sample.steps(stage.id))
    assert all(made.fonts_of(pdf).values())
    assert make_pdf(plan.laid, invariant=True) == pdf


def heads(laid: Laid) -> list[set[str]]:
    """What stands above the map on each page, by the kinds of its pieces."""
    return [
        {
            piece.id.partition(":")[0]
            for part in leaf.parts
            for cell in part.drawing.cells.values()
            for piece in cell.pieces
            if piece.kind == "header"
        }
        for leaf in laid.leaves
    ]


def test_a_booklet_begins_with_the_persona_and_the_legend_if_they_are_asked_for(
    sample: Journey, booklet: planning.Plan
) -> None:
    first, *others = heads(booklet.laid)
    assert first == {"head", "persona", "legend"}
    assert all(one == {"head"} for one in others)
    shows = Options(show_persona=False, show_legend=False)
    job = asked(sample, paper=parse("A4", False), booklet=True, shows=shows)
    assert heads(lay_out(sample, job))[0] == {"head"}


def test_where_the_persona_leaves_no_room_for_a_stage_they_have_a_page_of_their_own(
    sample: Journey,
) -> None:
    shows = Options(stage_ids=(sample.stages(sample.maps()[0].id)[0].id,))
    lying = lay_out(sample, asked(sample, paper=parse("210x148mm"), booklet=True, shows=shows))
    assert heads(lying)[0] == {"head", "persona", "legend"}
    assert len(lying.leaves[0].parts) == 2, "no stage"
    assert lying.leaves[1].title.startswith("1. ")


def test_a_booklet_that_lies_on_its_long_side_is_read_too_its_lanes_parted(sample: Journey) -> None:
    chosen = Options(stage_ids=tuple(one.id for one in sample.stages(sample.maps()[0].id)[3:5]))
    job = asked(sample, paper=parse("A4", True), booklet=True, shows=chosen)
    found = planning.plan(sample, job, with_ink=False)
    assert found.body_pt >= 8, "was 5.8"
    pages = [leaf.parts[-1].drawing for leaf in found.laid.leaves]
    lanes = [one.lane_id for page in pages for one in page.lanes]
    assert lanes == [one.id for one in sample.lanes(job.map_id)] * 2
    footers = {words(page, "footer") for page in pages}
    assert len(footers) == 1, "each page says what the whole map rests on"


def words(drawing: Drawing, piece_id: str) -> str:
    """What a piece of a drawing says."""
    found = (piece for cell in drawing.cells.values() for piece in cell.pieces)
    inside = next(one for one in found if one.id == piece_id).shape.primitives
    return " ".join(one.text for one in inside if isinstance(one, Glyphs))


def test_a_pinned_note_lies_in_its_cell_where_what_it_is_pinned_to_is_on_another_page() -> None:
    maker = Maker().grid([1], ["touchpoints", "barriers"])
    maker.card("t", "touchpoints", "s0t0", "Почта")
    maker.card("b", "barriers", "s0t0", "Не дозвониться", on_id="t", dx=20.0, dy=30.0)
    shown = Options("ru", paper=True, lane_ids=("barriers",))
    found = fit(maker.journey(), MAP, LIGHT, shown, 297, 210)
    assert "Не дозвониться" in words(found, "b").replace("\u00a0", " ")


def test_the_ink_of_pages_is_that_of_all_of_them(sample: Journey) -> None:
    laid = lay_out(sample, asked(sample, paper=parse("A4", False), cards=CardWish()))
    inks = [planning.ink(replace(laid, leaves=(one,))) for one in laid.leaves]
    assert len(set(inks)) > 1
    assert planning.ink(laid) == pytest.approx(sum(inks) / len(inks))


def test_nothing_of_a_booklet_leaves_its_page(booklet: planning.Plan) -> None:
    document = pypdfium2.PdfDocument(make_pdf(booklet.laid))
    for page in document:
        width, height = page.get_size()
        words = page.get_textpage()
        for at in range(words.count_chars()):
            left, bottom, right, top = words.get_charbox(at)
            assert 0 <= left <= right <= width
            assert 0 <= bottom <= top <= height
    document.close()


def dots(maker: Maker, *people: str) -> list[tuple[float, str]]:
    """The points above the first page of a booklet, mm from its left, with their colours."""
    journey = maker.journey()
    job = asked(journey, shows=Options(persona_ids=people))
    ctx = context(journey, MAP, job.colours, job.options)
    found = strip.primitives(ctx, ctx.stages[0], 100)
    points = [one for one in found if isinstance(one, Disc)]
    assert sum(isinstance(one, Curve) for one in found) == (len({one.cx for one in points}) > 1)
    return [(one.cx, str(one.fill)) for one in points]


def test_the_curve_of_a_booklet_is_the_one_drawn_large_on_the_map() -> None:
    maker = Maker(persona_ids=("a", "b")).grid([2], ["feelings"])
    for one in ("a", "b"):
        maker.persona(id=one, role=one)
    maker.feeling("s0t0", 1, persona_id="a").feeling("s0t1", 1, persona_id="a")
    assert len(dots(maker)) == len(dots(maker, "a")) == 2
    assert dots(maker, "b") == [], "nobody else's in the place of who is asked for"
    customers = dots(maker.feeling("s0t0", -2))
    assert len(customers) == 1
    assert dots(maker, "b") == customers


def test_each_point_of_the_curve_of_a_booklet_stands_where_it_does_on_the_map() -> None:
    maker = Maker().grid([3], ["feelings"])
    maker.feeling("s0t0", 1).feeling("s0t1", -2).feeling("s0", 2).feeling("s0t2", 0)
    found = dots(maker)
    assert [x for x, _ in found] == pytest.approx([100 / 6, 50, 50, 500 / 6])
    assert len({colour for _, colour in found}) == 4, "none hides another"


# A blank wall


@pytest.mark.parametrize("size", ["notes", "A0", "roll-914"])
@pytest.mark.parametrize("language", ["ru", "en"])
def test_notes_fit_every_cell_of_a_blank_wall(language: str, size: str) -> None:
    journey = templates.make("sample-b2b", language)  # type: ignore[arg-type]
    plan = planning.plan(journey, asked(journey, paper=parse(size), blank=True), with_ink=False)
    assert not plan.warnings
    laid = plan.laid
    lanes = {one.lane_id: one.h * laid.unit for one in laid.drawing.lanes}
    curve = {one.id for one in journey.lanes(laid.job.map_id) if one.holds == "feelings"}
    assert len(lanes) == 8
    assert all(high >= 79.9 for lane, high in lanes.items() if lane not in curve), "owners too"
    assert all(lanes[one] > 100 for one in curve)
    assert all(one.w * laid.unit >= 80 for one in laid.drawing.columns)
    assert laid.unit >= 0.9, "what is printed gives way no more than it must"
    said = texts(make_pdf(laid))
    assert all(one.title in said for one in journey.stages(laid.job.map_id))
    texts_of = [one.text for one in journey.all(Barrier)]
    assert texts_of
    assert not any(one in said for one in texts_of)


def test_a_blank_wall_may_lack_its_names_and_is_glued_as_any_other(sample: Journey) -> None:
    job = asked(sample, blank=True, blank_names=False, tiles=parse("A3"))
    plan = planning.plan(sample, job, with_ink=False)
    assert plan.sheets > 4
    assert not plan.warnings
    titles = [one.title for one in (*sample.all(Stage), *sample.all(Step))]
    names = {
        each.text
        for cell in plan.laid.drawing.cells.values()
        if cell.kind == "stage"
        for piece in cell.pieces
        for each in piece.shape.primitives
        if isinstance(each, Glyphs)
    }
    assert not names & set(titles)


def test_paper_too_small_for_notes_is_said_with_what_is_not(sample: Journey) -> None:
    plan = planning.plan(sample, asked(sample, paper=parse("A2"), blank=True), with_ink=False)
    said = [one for one in plan.warnings if one.key == "poster.warn_cells"]
    assert len(said) == 1
    assert "× 91" in said[0].sentence("ru")
    with pytest.raises(Problem):
        lay_out(sample, asked(sample, paper=FOR_NOTES))


# Bookmarks


def test_the_stages_are_bookmarks_of_a_poster_and_of_its_sheets(sample: Journey) -> None:
    one = make_pdf(lay_out(sample, asked(sample)))
    stages = [f"{at}. {one.title}" for at, one in enumerate(sample.all(Stage), 1)]
    assert sorted(name for name, _ in bookmarks(one)) == sorted(stages)
    sheets = make_pdf(lay_out(sample, asked(sample, tiles=parse("A3"))))
    found = bookmarks(sheets)
    assert len(found) == len(stages)
    for name, page in found:
        assert page >= 1, "the first sheet is the plan"
        assert name.split(". ")[1][:4] in made.words_on(sheets, page)
