"""Names that stick: never more than a share of the window, and in what is seen of their row."""

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QApplication

from cjm_desktop.layout.pieces import Cell
from cjm_desktop.ui.canvas.camera import AIR as EDGE
from cjm_desktop.ui.canvas.sticky import SHARE
from cjm_desktop.ui.canvas.view import Canvas
from cjm_desktop.ui.canvas.viewing import CLOSEST, ROUND
from tests.journey.filled import Filled


def cells(canvas: Canvas, kind: str) -> list[Cell]:
    return [item.cell for item in canvas.map_scene.edge_items(kind)]


def look(canvas: Canvas, x: float, y: float, zoom: float) -> None:
    canvas.look_at(QPointF(x, y), zoom)
    QApplication.processEvents()


@pytest.mark.parametrize("zoom", [1.0, 2.0, 4.0])
def test_stuck_names_leave_the_map_its_window(canvas: Canvas, zoom: float) -> None:
    drawing = canvas.drawing
    look(canvas, drawing.grid_x + 60, drawing.grid_y + 60, zoom)
    strips, room = canvas.sticky.strips(), canvas.camera.window()
    assert 0 < strips.stages.height() <= SHARE * room.height() + 1
    assert 0 < strips.lanes.width() <= SHARE * room.width() + 1
    canvas.viewport().grab()


def test_names_get_smaller_while_they_are_scrolled_to_the_edge(canvas: Canvas) -> None:
    drawing, before = canvas.drawing, 0.0
    for part in (1.0, 0.7, 0.4, 0.1):
        high = drawing.grid_y - drawing.stages_y
        look(canvas, drawing.grid_x, drawing.grid_y - part * high, 4.0)
        strip, grid = canvas.sticky.strips().stages, canvas.camera.to_view(0, drawing.grid_y).y()
        assert strip.bottom() == pytest.approx(max(grid, SHARE * canvas.camera.window().height()))
        assert not before or strip.height() <= before
        before = strip.height()


@pytest.mark.parametrize("zoom", [1.0, 4.0])
def test_what_is_seen_of_a_stuck_name_is_what_a_click_meets(canvas: Canvas, zoom: float) -> None:
    drawing = canvas.drawing
    look(canvas, drawing.grid_x + 40, drawing.grid_y + 40, zoom)
    met = 0
    for kind in ("stage", "lane"):
        for cell in cells(canvas, kind):
            name = cell.pieces[0]
            on_paper = QRectF(cell.x + 1, cell.y + 1, name.shape.w - 2, name.shape.h - 2)
            seen = canvas.sticky.seen(cell, on_paper)
            strip = getattr(canvas.sticky.strips(), f"{kind}s")
            at = seen.center()
            if strip.contains(at) and (kind == "stage" or at.y() > canvas.sticky.strips().top):
                met += 1
                assert on_paper.contains(canvas.sticky.to_map(at)), (kind, name.id)
    assert met >= 2


@pytest.mark.parametrize(("zoom", "x"), [(2.0, 0.0), (2.0, 200.0), (4.0, 200.0)])
def test_a_lane_is_named_as_long_as_it_is_seen(canvas: Canvas, zoom: float, x: float) -> None:
    tall = max(cells(canvas, "lane"), key=lambda cell: cell.h)
    name = next(one for one in tall.pieces if one.kind == "lane").shape
    for part in (0.2, 0.5, 0.8):
        look(canvas, x, tall.y + part * tall.h - 20, zoom)
        lane = canvas.camera.rect_to_view(QRectF(tall.x, tall.y, tall.w, tall.h))
        seen = canvas.sticky.seen(tall, QRectF(tall.x, tall.y, name.w, name.h))
        assert seen.bottom() <= lane.bottom() + 1
        if lane.bottom() - canvas.sticky.strips().top > seen.height():
            assert seen.top() >= canvas.sticky.strips().top - 1


@pytest.mark.parametrize("zoom", [1.0, 4.0])
def test_a_name_goes_along_as_far_as_its_lane_is_seen(canvas: Canvas, zoom: float) -> None:
    tall = max(cells(canvas, "lane"), key=lambda cell: cell.h)
    name = next(one for one in tall.pieces if one.kind == "lane").shape
    look(canvas, 200.0, tall.y + 0.6 * (tall.h - name.h), zoom)
    seen = canvas.sticky.seen(tall, QRectF(tall.x, tall.y, name.w, name.h))
    room = (seen & QRectF(canvas.sticky.strips().lanes)).toRect()
    picture = canvas.viewport().grab(room).toImage()
    shades = {
        picture.pixelColor(x, y).lightness() // 32
        for x in range(picture.width())
        for y in range(picture.height())
    }
    assert len(shades) > 3, "it is painted there"


@pytest.mark.parametrize("size", [(1000, 800), (560, 420), (420, 760)])
def test_what_is_chosen_is_shown_in_the_middle_of_what_the_names_leave_free(
    canvas: Canvas, filled: Filled, size: tuple[int, int]
) -> None:
    """The names shrink in a small window: reckoned with as they are on paper, they took room."""
    canvas.resize(*size)
    QApplication.processEvents()
    canvas.select((filled.note,))
    canvas.fit_selection()
    strips, window = canvas.sticky.strips(), canvas.camera.window()
    seen = canvas.camera.rect_to_view(canvas.chosen_rect())
    air = 2 * (ROUND * canvas.camera.scale + EDGE)
    free = window.width() - strips.left, window.height() - strips.top
    full = max((seen.width() + air) / free[0], (seen.height() + air) / free[1])
    assert canvas.zoom == CLOSEST or full == pytest.approx(1, abs=0.02)
    assert abs(seen.center().x() - (strips.left + window.width()) / 2) < 12
    assert abs(seen.center().y() - (strips.top + window.height()) / 2) < 12
