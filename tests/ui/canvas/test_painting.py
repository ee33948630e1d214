"""Shapes on the screen: the right colours in the right places, and no more work than needed."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from cjm_desktop import layout
from cjm_desktop.journey import moves
from cjm_desktop.layout import text
from cjm_desktop.layout.pieces import Box, Disc, Glyphs, Gradient, Line, Photo, Primitive, Shape
from cjm_desktop.layout.pieces import Path as Outline
from cjm_desktop.ui.canvas import far, pace
from cjm_desktop.ui.canvas.cells import CellItem
from cjm_desktop.ui.canvas.fonts import Fonts
from cjm_desktop.ui.canvas.looks import GROUND
from cjm_desktop.ui.canvas.placed import large_first
from cjm_desktop.ui.canvas.sprites import Sprite, Sprites, blank
from cjm_desktop.ui.canvas.tape import READABLE, Tape
from cjm_desktop.ui.canvas.view import Canvas
from tests.journey.filled import Filled
from tests.ui.canvas.counting import painted_cells


def painted(*primitives: Primitive, scale: float = 4.0, turned: bool = False) -> QImage:
    """A shape of 50 x 50 u painted on white."""
    image = QImage(int(50 * scale), int(50 * scale), QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    for step in Tape(Shape(50, 50, primitives), Fonts()).steps(scale, turned=turned):
        step(painter)
    painter.end()
    return image


def colour(image: QImage, x: float, y: float, scale: float = 4.0) -> str:
    """The colour at a place in u."""
    return image.pixelColor(int(x * scale), int(y * scale)).name().upper()


pytestmark = pytest.mark.usefixtures("qapp")


def test_a_box_is_filled_and_its_corners_are_round() -> None:
    image = painted(Box(10, 10, 30, 20, "#112233", radius=8))
    assert colour(image, 25, 20) == "#112233"
    assert colour(image, 10.4, 10.4) == "#FFFFFF"
    assert colour(image, 25, 35) == "#FFFFFF"


def test_an_outlined_box_is_hollow() -> None:
    image = painted(Box(10, 10, 30, 20, None, "#AA0000", 1.0))
    assert colour(image, 25, 20) == "#FFFFFF"
    assert colour(image, 25, 10) == "#AA0000"


def test_a_dash_is_measured_in_poster_units_not_in_widths() -> None:
    image = painted(Line(0, 25, 50, 25, "#000000", 0.5, dash=(5.0, 5.0)))
    row = [colour(image, x, 25) for x in (2.5, 7.5, 12.5, 17.5)]
    assert row == ["#000000", "#FFFFFF", "#000000", "#FFFFFF"]


def test_a_disc_and_a_path_by_the_nonzero_rule() -> None:
    image = painted(Disc(25, 25, 10, "#0000AA"))
    assert colour(image, 25, 25) == "#0000AA"
    assert colour(image, 16, 16) == "#FFFFFF"
    square = (("M", (5.0, 5.0)), ("L", (45.0, 5.0)), ("L", (45.0, 45.0)), ("L", (5.0, 45.0)))
    inner = (("M", (15.0, 15.0)), ("L", (35.0, 15.0)), ("L", (35.0, 35.0)), ("L", (15.0, 35.0)))
    image = painted(Outline((*square, ("Z", ()), *inner, ("Z", ())), "#00AA00"))
    assert colour(image, 25, 25) == "#00AA00"


def test_a_gradient_runs_from_one_colour_to_the_other() -> None:
    stops = ((0.0, "#000000"), (1.0, "#FF0000"))
    image = painted(Box(0, 0, 50, 50, Gradient(0, 0, 0, 50, stops)))
    reds = [image.pixelColor(100, y).red() for y in (10, 60, 110, 160)]
    assert reds == sorted(reds)
    assert reds[-1] - reds[0] > 150


def test_a_picture_that_cannot_be_read_leaves_a_grey_shape() -> None:
    image = painted(Photo(10, 10, 30, 30, b"no picture", round=True))
    assert colour(image, 25, 25) == "#DDE2E8"
    assert colour(image, 11, 11) == "#FFFFFF"


def test_a_picture_fills_its_frame(tmp_path: Path) -> None:
    stored = QImage(40, 20, QImage.Format.Format_RGB32)
    stored.fill(QColor("#336699"))
    stored.save(str(tmp_path / "one.png"))
    data = (tmp_path / "one.png").read_bytes()
    image = painted(Photo(10, 10, 20, 20, data))
    assert colour(image, 12, 12) == "#336699"
    assert colour(image, 28, 28) == "#336699"
    assert colour(image, 33, 20) == "#FFFFFF"


def dark(image: QImage) -> QRectF:
    """The bounds of what is not white, in pixels."""
    points = [
        (x, y)
        for y in range(image.height())
        for x in range(image.width())
        if image.pixelColor(x, y).lightness() < 200
    ]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return QRectF(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def words(said: str) -> list[Primitive]:
    return text.place(said, "regular", 8.0, 2.0, 20.0, "#000000")


def test_letters_stand_where_the_layout_put_them() -> None:
    (run,) = words("HHHH")
    assert isinstance(run, Glyphs)
    bounds = dark(painted(run))
    assert bounds.left() == pytest.approx((2 + 0.6) * 4, abs=3)
    assert bounds.right() == pytest.approx((2 + run.width - 0.6) * 4, abs=3)
    assert bounds.bottom() == pytest.approx(20 * 4, abs=1.5)
    assert bounds.height() == pytest.approx(8 * 0.7275 * 4, abs=2)


def test_turned_letters_stand_there_too() -> None:
    (run,) = words("Перенос")
    plain, outlined = dark(painted(run)), dark(painted(run, turned=True))
    assert outlined.left() == pytest.approx(plain.left(), abs=1.5)
    assert outlined.width() == pytest.approx(plain.width(), abs=2)
    assert outlined.height() == pytest.approx(plain.height(), abs=2)


def test_an_emoji_is_drawn_by_the_bundled_font() -> None:
    runs = text.place("😀", "regular", 20.0, 5.0, 35.0, "#000000")
    bounds = dark(painted(*runs))
    assert bounds.width() > 40


def test_lines_of_one_font_and_colour_are_one_run() -> None:
    made = Tape(Shape(50, 50, (*words("one"), *words("two"), *words("three"))), Fonts())
    runs = [step for step in made.near if "drawGlyphRun" in repr(step)]
    assert len(runs) == 1


def test_a_pen_in_hand_is_not_taken_up_again() -> None:
    boxes = tuple(Box(i, i, 5, 5, "#112233") for i in range(20))
    made = Tape(Shape(50, 50, boxes), Fonts())
    assert len(made.near) == 3, "one pen, one brush and one call for all"


def test_text_is_a_bar_only_where_it_is_smaller_than_four_pixels() -> None:
    name = text.place("Stage", "bold", 15.0, 2.0, 30.0, "#000000")
    made = Tape(Shape(50, 50, (*name, *words("body"))), Fonts())

    def drawn(scale: float) -> tuple[int, int]:
        said = [repr(step) for step in made.steps(scale)]
        return tuple(sum(one in each for each in said) for one in ("drawGlyphRun", "drawRects"))  # type: ignore[return-value]

    assert [drawn(one) for one in (1.0, 0.5, 0.45, 0.27, 0.26)] == [
        *((2, 0), (2, 0)),
        *((1, 1), (1, 1)),
        (0, 2),
    ]


def test_from_far_a_text_is_a_bar_and_a_hollow_box_its_edges() -> None:
    made = Tape(Shape(50, 50, (Box(0, 0, 40, 40, None, "#AA0000"), *words("text"))), Fonts())
    assert len(made.far) == 5
    bar = made.far[-1].rect
    assert 0 < bar.height() < 8
    assert bar.bottom() == pytest.approx(20.0)


# Pictures of cells


def test_the_oldest_pictures_go_first() -> None:
    one = blank(QRectF(0, 0, 10, 10), 4.0, 1.0)
    assert one is not None
    kept = Sprites(most=one.size * 2)
    for name in ("a", "b"):
        made = blank(QRectF(0, 0, 10, 10), 4.0, 1.0)
        assert made is not None
        kept.keep(name, made)
    assert kept.get("a") is not None
    kept.keep("c", one)
    assert kept.get("b") is None
    assert kept.get("a") is not None
    assert kept.bytes == one.size * 2
    kept.forget("a")
    kept.forget("nobody")
    assert kept.bytes == one.size


def test_a_cell_too_large_is_not_kept() -> None:
    assert blank(QRectF(0, 0, 5000, 5000), 4.0, 1.0) is None


def test_at_rest_everything_is_painted_and_in_motion_only_so_much(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock = [0.0]
    monkeypatch.setattr(pace, "perf_counter", lambda: clock[0])
    now = pace.Pace()
    now.begin()
    assert all(now.may_paint(known=False) for _ in range(100))
    now.moving = True
    now.begin()
    assert now.may_paint(known=False)
    clock[0] += pace.MOVING
    assert not now.may_paint(known=False)
    assert now.unfinished
    now.begin()
    assert not now.may_paint(known=True), "what is known is shown as it is"
    now.moving, now.refining = False, True
    now.begin()
    clock[0] += 10 * pace.REFINING
    assert now.may_paint(known=False), "each frame gets on by one at least"
    assert not now.may_paint(known=False)


# What a frame and a change cost


def test_a_frame_asks_python_only_for_the_cells_that_are_seen(
    large: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    large.set_zoom(1.0)
    large.centerOn(QPointF(large.drawing.width / 2, large.drawing.height / 2))
    asked = painted_cells(large, monkeypatch, large.viewport().repaint)
    seen = large.camera.seen().adjusted(-20, -20, 20, 20)
    visible = [
        cell.id
        for cell in large.drawing.cells.values()
        if seen.intersects(QRectF(cell.x, cell.y, max(cell.w, 1), max(cell.h, 1)))
    ]
    total = len(large.drawing.cells)
    assert total > 500
    assert len(asked) <= 2 * len(visible)
    assert len(asked) < total / 6


def test_from_far_a_frame_asks_for_stages_not_for_cells(
    large: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    large.fit_map()
    assert len(large.drawing.cells) > far.MANY
    asked = painted_cells(large, monkeypatch, large.viewport().repaint)
    columns = len({one.stage_id for one in large.drawing.columns})
    lanes = len(large.drawing.lanes)
    assert len(asked) <= 2 * columns + 3 * lanes + 4
    picture = large.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(0, 1200, 7) for y in range(0, 800, 7)}
    assert len(colours) > 20, "and yet the map is to be seen"


def test_panning_paints_only_what_comes_into_sight(
    large: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    large.set_zoom(1.0)
    large.centerOn(QPointF(large.drawing.width / 2, large.drawing.height / 2))
    large.viewport().repaint()
    made: list[str] = []
    real = CellItem._render

    def render(self: CellItem, *rest: Any) -> Sprite | None:
        made.append(self.cell.id)
        return real(self, *rest)

    monkeypatch.setattr(CellItem, "_render", render)
    large.viewport().repaint()
    assert made == [], "a second frame paints nothing anew"


def test_an_edit_touches_only_the_cells_it_changes(
    canvas: Canvas, filled: Filled, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[str] = []
    real = CellItem._look_anew

    def forget(self: CellItem) -> None:
        taken.append(self.cell.id)
        real(self)

    monkeypatch.setattr(CellItem, "_look_anew", forget)
    items = dict(canvas.map_scene._items)
    canvas.change(
        "step.edit_text", lambda d: moves.set_fields(d, filled.one, text="uno"), {"name": "uno"}
    )
    assert 1 <= len(taken) <= 2
    assert all(canvas.map_scene._items[key] is item for key, item in items.items())


def test_a_stage_that_moves_is_not_painted_anew(
    large: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[str] = []
    real = CellItem._look_anew

    def forget(self: CellItem) -> None:
        taken.append(self.cell.kind)
        real(self)

    monkeypatch.setattr(CellItem, "_look_anew", forget)
    large.change("step.move_stage", lambda d: moves.move_stage(d, "stage3", 9), {"name": "x"})
    grid = [kind for kind in taken if kind == "grid"]
    moved = [c for c in large.drawing.cells.values() if c.stage_id == "stage3"]
    assert len(moved) >= 8
    assert len(grid) < len(large.drawing.cells) / 2


def test_the_picture_after_an_edit_is_the_picture_of_a_fresh_canvas(
    canvas: Canvas, filled: Filled, qtbot: QtBot
) -> None:
    canvas.grab()
    canvas.change(
        "step.move_card",
        lambda d: moves.move_card(
            d, filled.one, filled.map.lane["touchpoints"], *filled.map.at["b2"]
        ),
        {"name": "one"},
    )
    fresh = Canvas(canvas.document, canvas.map_id, canvas.look)
    qtbot.addWidget(fresh)
    fresh.resize(canvas.size())
    fresh.show()
    qtbot.waitExposed(fresh)
    fresh.restore_view_state(canvas.view_state)
    fresh.select(())
    assert fresh.grab().toImage() == canvas.grab().toImage()
    fresh.close_map()


def test_the_overview_shows_the_whole_map(canvas: Canvas) -> None:
    picture = canvas.overview_pixmap(320, 200)
    assert picture.width() <= 320
    assert picture.height() <= 200
    ratio = canvas.drawing.width / canvas.drawing.height
    assert picture.width() / picture.height() == pytest.approx(ratio, rel=0.05)
    data = canvas.thumbnail(480, 320)
    image = QImage.fromData(data)
    assert (image.width(), image.height()) == (480, 320)


def test_the_screen_and_the_layout_agree_on_every_cell(canvas: Canvas) -> None:
    for cell in canvas.drawing.cells.values():
        item = canvas.map_scene._items[cell.id]
        assert (item.scenePos().x(), item.scenePos().y()) == (cell.x, cell.y)
        for piece in cell.pieces:
            if not piece.id.startswith(GROUND):
                rect = QRectF(piece.x, piece.y, piece.shape.w, piece.shape.h)
                assert item.rect().contains(rect)
        holder = item.parentItem()
        if cell.kind == "grid" and not item.rect().isEmpty():
            assert holder.rect().contains(item.mapRectToParent(item.rect())), "it would be cut off"
    assert READABLE * canvas.drawing.body_size == pytest.approx(4.0, abs=0.1)
    assert isinstance(canvas.drawing, layout.Drawing)


def test_from_far_no_ground_hides_what_lies_on_it() -> None:
    small, large = [QRectF(1, 1, 2, 2)], [QRectF(0, 0, 50, 50)]
    patches = {"#70172030": small, "#FF0000": small, "#FFFFFF": large}
    assert list(large_first(patches)) == ["#FFFFFF", "#FF0000", "#70172030"]
    # A face: white round it and its eyes, the face itself between them.
    disc, eyes = [QRectF(4, 4, 23, 23)], [QRectF(x, 12, 3, 3) for x in (8, 18)]
    patches = {"#A62B1F": disc, "#FFFFFF": [QRectF(0, 0, 31, 31), *eyes]}
    assert list(large_first(patches)) == ["#FFFFFF", "#A62B1F"]
