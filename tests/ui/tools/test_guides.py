"""Where a free note falls into line: a pure rule, and the same on a real canvas."""

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from cjm_desktop.journey.records import Barrier
from cjm_desktop.ui.canvas.view import Canvas
from cjm_desktop.ui.tools.guides import GRID, Guides, Mark, Snap, snap
from cjm_desktop.ui.tools.note import NoteDrag
from tests.journey.filled import Filled
from tests.ui.canvas.hand import ALT, CONTROL, Hand

PLACES = st.floats(-500, 500, allow_nan=False).map(lambda one: round(one, 2))
MARKS = st.lists(st.builds(Mark, PLACES, st.just((0.0, 10.0)) | st.none()), max_size=8).map(
    lambda found: tuple(sorted(found, key=lambda one: one.at))
)


@settings(max_examples=30, deadline=None)
@given(MARKS, MARKS, PLACES, PLACES, st.floats(0.5, 9))
def test_a_note_lines_up_with_the_nearest_or_falls_on_the_grid(
    across: tuple[Mark, ...], down: tuple[Mark, ...], x: float, y: float, reach: float
) -> None:
    found = snap(Guides(across, down), (x, y, 40.0, 24.0), reach)
    for marks, before, after, size in ((across, x, found.x, 40.0), (down, y, found.y, 24.0)):
        away = [abs(m.at - (before + part * size)) for m in marks for part in (0, 0.5, 1)]
        assert abs(after - before) <= max(reach, GRID / 2) + 1e-9
        if min(away, default=reach + 1) <= reach:
            ends = [abs(m.at - (after + part * size)) for m in marks for part in (0, 0.5, 1)]
            assert min(ends) < 1e-6
            assert abs(after - before) <= min(away) + 1e-6
        else:
            assert after % GRID < 1e-6 or GRID - after % GRID < 1e-6


def test_a_line_goes_through_all_that_stands_in_line() -> None:
    marks = (Mark(100.0, (0.0, 20.0)), Mark(100.0, (200.0, 220.0)), Mark(300.0, None))
    found = snap(Guides(marks, ()), (98.5, 50.0, 40.0, 24.0), 3.0)
    assert found == Snap(100.0, 50.0, ((100.0, -8.0, 100.0, 228.0),))


def held(canvas: Canvas) -> NoteDrag:
    gesture = canvas.hands.gesture
    assert isinstance(gesture, NoteDrag)
    return gesture


def test_a_note_in_the_hand_lines_up_with_its_step_unless_alt_is_held(
    hand: Hand, canvas: Canvas, filled: Filled
) -> None:
    column = next(c for c in canvas.drawing.columns if c.step_id == filled.map.step("b2"))
    rect = canvas.record_rect(filled.note)
    assert rect is not None
    start = rect.center()
    middle = hand.paper(column.x + column.w / 2, 0).x()
    end = QPointF(middle + 2, hand.cell(filled.map.lane["owners"], *filled.map.at["b2"]).y())
    hand.carry(start, end)
    assert held(canvas)._lines(), "a line says so"
    QTest.keyPress(canvas, Qt.Key.Key_Alt)
    assert not held(canvas)._lines()
    QTest.keyRelease(canvas, Qt.Key.Key_Alt, ALT)
    assert held(canvas)._lines()
    hand.release(end)
    lying = canvas.record_rect(filled.note)
    assert lying is not None
    assert abs(lying.center().x() - middle) < 0.5
    canvas.document.undo()
    hand.drag(start, end, ALT)
    free = canvas.record_rect(filled.note)
    assert free is not None
    assert abs(free.center().x() - middle - 2) < 0.5
    assert canvas.document.journey.get(Barrier, filled.note).on_id == filled.map.step("b2")


def test_a_copy_says_so_beside_the_pointer_as_long_as_ctrl_is_held(
    hand: Hand, canvas: Canvas, filled: Filled
) -> None:
    place = (filled.map.lane["touchpoints"], *filled.map.at["b2"])
    end = hand.cell(*place)
    hand.carry(hand.at(filled.one), end)
    gesture = canvas.hands.gesture
    assert gesture is not None
    assert gesture._said()[0].startswith("B › b2 · ")  # type: ignore[attr-defined]
    assert "copy" not in gesture._said()[1]  # type: ignore[attr-defined]
    QTest.keyPress(canvas, Qt.Key.Key_Control)
    assert canvas.viewport().cursor().shape() == Qt.CursorShape.DragCopyCursor
    assert gesture._said()[1].endswith("· a copy")  # type: ignore[attr-defined]
    QTest.keyRelease(canvas, Qt.Key.Key_Control, CONTROL)
    assert canvas.viewport().cursor().shape() == Qt.CursorShape.ClosedHandCursor
    hand.release(end)
    assert hand.texts(*place) == ["one"]
    assert "one" not in hand.texts(filled.map.lane["touchpoints"], *filled.map.at["a1"])
