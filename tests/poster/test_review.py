"""Before and after as PDF: the numbers, every difference in words, and the marked map."""

from pathlib import Path

import pypdfium2
import pytest

from cjm_desktop.journey import comparing, moves, templates
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.records import Barrier, Duration, Feeling, Touchpoint
from cjm_desktop.layout import Options
from cjm_desktop.layout import draw as draw_map
from cjm_desktop.layout.compared import MOVED, marked
from cjm_desktop.layout.pieces import Disc, Glyphs
from cjm_desktop.layout.theme import LIGHT
from cjm_desktop.poster.job import Job
from cjm_desktop.poster.reports import review
from cjm_desktop.poster.writing import save_pdf


@pytest.fixture(scope="module")
def found() -> comparing.Comparison:
    """The sample with something new, gone, changed and moved."""
    journey = templates.make("sample-b2b", "en")
    draft, map_id = Draft(journey), journey.maps()[0].id
    barriers, contacts = journey.all(Barrier), journey.all(Touchpoint)
    stages = journey.stages(map_id)
    moves.drop(draft, barriers[0].id)
    moves.set_fields(draft, barriers[1].id, status="solved")
    moves.set_fields(draft, stages[2].id, actual=Duration(9, "days"))
    lowest = min((one for one in journey.all(Feeling) if one.path == "as_is"), key=_value)
    moves.set_fields(draft, lowest.id, value=lowest.value + 1.5)
    step = journey.steps(stages[-1].id)[0]
    moves.move_card(draft, contacts[0].id, contacts[0].lane_id, stages[-1].id, step.id)
    first = journey.steps(stages[0].id)[0]
    moves.add_card(draft, contacts[0].lane_id, stages[0].id, first.id, "A letter")
    return comparing.compare(journey, draft.journey, map_id)


def _value(one: Feeling) -> float:
    return one.value


def test_numbers_say_what_became_better(found: comparing.Comparison) -> None:
    figures = {one.name: one for one in comparing.figures(found, "en")}
    assert figures["Open barriers"].pair == "8 → 6"
    assert figures["Open barriers"].better
    assert figures["Time in all"].better
    assert figures["Lowest feeling"].better
    assert not any(one.differs for one in figures.values() if one.end)


def test_the_marked_map_shows_what_is_gone_and_the_old_curve(found: comparing.Comparison) -> None:
    map_id = str(found.map_id)
    plain = draw_map(found.both, map_id, LIGHT, Options(language="en"))
    drawn = marked(plain, found, LIGHT)
    assert [one for one in drawn.cells if one.startswith("was:")]
    changed = {
        piece.record_id
        for key, cell in drawn.cells.items()
        if key in plain.cells
        for piece, before in zip(cell.pieces, plain.cells[key].pieces, strict=True)
        if piece != before
    }
    seen = {piece.record_id for cell in plain.cells.values() for piece in cell.pieces}
    assert changed == {one.record_id for one in found.told} & seen
    assert len(changed) == 6
    assert marked(plain, comparing.compare(found.after, found.after, map_id), LIGHT) == plain


def test_the_report_says_it_all_and_ends_with_the_map(
    found: comparing.Comparison, tmp_path: Path
) -> None:
    job = Job(map_id=str(found.map_id), language="en")
    laid = review.laid(found, review.States("Before the pilot", "Now"), job)
    assert laid.leaves[-1].width == 420
    assert all(one.width == 210 for one in laid.leaves[:-1])
    assert any(
        isinstance(drawn, Glyphs)
        for part in laid.leaves[-1].parts
        for cell in part.drawing.cells.values()
        for piece in cell.pieces
        for drawn in piece.shape.primitives
    )
    radii = [
        round(drawn.r * part.scale, 3)
        for part in laid.leaves[-1].parts
        for cell in part.drawing.cells.values()
        for piece in cell.pieces
        for drawn in piece.shape.primitives
        if isinstance(drawn, Disc) and drawn.fill == MOVED
    ]
    assert len(radii) > 1
    assert len(set(radii)) == 1, "a sign on the map is as large as in the legend"
    save_pdf(laid, tmp_path / "review.pdf", invariant=True)
    document = pypdfium2.PdfDocument(tmp_path / "review.pdf")
    told = (page.get_textpage().get_text_bounded() for page in document)
    said = " ".join(" ".join(told).split())
    for one in ("Before the pilot → Now", "8 → 6 · better", "In numbers"):
        assert one in said
    for group in comparing.groups(found, "en"):
        assert all(line.text.split("“")[0] in said for line in group.lines)


def test_nothing_to_review_is_said(found: comparing.Comparison) -> None:
    same = comparing.compare(found.after, found.after, found.map_id)
    laid = review.laid(same, review.States("Now", "Now"), Job(map_id=str(found.map_id)))
    assert len(laid.leaves) == 2
    with pytest.raises(ValueError, match="one map"):
        review.laid(
            comparing.compare(found.before, found.after),
            review.States("a", "b"),
            Job(map_id=str(found.map_id)),
        )
