"""What is painted again after a change, and that it looks as if all were painted afresh."""

import random
from functools import partial
from typing import Any

import pytest
from PIL import Image, ImageChops
from PySide6.QtCore import QEvent, QObject, QRectF
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QStyleOptionGraphicsItem
from pytestqt.qtbot import QtBot

from cjm_desktop.journey import moves
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.records import Barrier, Card, Feeling
from cjm_desktop.layout.pieces import Box, Cell, Piece, Shape
from cjm_desktop.ui.canvas import long
from cjm_desktop.ui.canvas.cells import CellItem
from cjm_desktop.ui.canvas.long import LONG
from cjm_desktop.ui.canvas.sprites import Sprite
from cjm_desktop.ui.canvas.studio import Studio
from cjm_desktop.ui.canvas.view import Canvas
from tests.journey.filled import Filled

BLENDED = 6
"""Shades by which two edges laid over one another depend on which was painted first."""


def picture(canvas: Canvas) -> QImage:
    QApplication.processEvents()
    return canvas.viewport().grab().toImage()


def on_screen(canvas: Canvas) -> QImage:
    """What the window really shows: what nothing has asked to be painted anew is old."""
    QApplication.processEvents()
    window = canvas.window()
    return window.screen().grabWindow(window.winId()).toImage()


def apart(one: QImage, other: QImage) -> int:
    """By how much the colour of any pixel differs at most."""
    assert one.size() == other.size()
    plain = [each.convertToFormat(QImage.Format.Format_RGB32) for each in (one, other)]
    shape = one.width(), one.height()
    seen = [Image.frombytes("RGBX", shape, bytes(each.constBits())) for each in plain]
    return max(high for _, high in ImageChops.difference(*seen).getextrema())


def painted_anew(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The cells whose pictures are made from now on."""
    made: list[str] = []
    real = CellItem._render

    def render(self: CellItem, *rest: Any) -> Sprite | None:
        made.append(self.cell.id)
        return real(self, *rest)

    monkeypatch.setattr(CellItem, "_render", render)
    return made


def test_a_cell_that_gets_higher_is_not_painted_anew(
    canvas: Canvas, filled: Filled, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture(canvas)
    lane = filled.map.lane["touchpoints"]
    before = next(one for one in canvas.drawing.lanes if one.lane_id == lane)
    made = painted_anew(monkeypatch)
    at = filled.map.at["b2"]
    with canvas.document.edit("step.add_card", name="x") as draft:
        moves.add_card(draft, lane, *at, "a long text " * 20)
    after = next(one for one in canvas.drawing.lanes if one.lane_id == lane)
    assert after.h > before.h
    picture(canvas)
    stage_id, step_id = at
    grid = [one for one in made if not one.startswith(("band:", "lane:", "stage:"))]
    assert grid == [f"{lane}:{stage_id}:{step_id}"]


def test_of_notes_on_the_whole_map_only_the_changed_one_is_painted_anew(
    canvas: Canvas, filled: Filled, monkeypatch: pytest.MonkeyPatch
) -> None:
    with canvas.document.edit("step.pin_barrier", name="x") as draft:
        lane_id = filled.map.lane["barriers"]
        for where, dx in (("C", 260.0), ("b2", 90.0), ("a2", 0.0), ("a1", 0.0)):
            stage_id, step_id = filled.map.at[where]
            made_id = moves.add_card(draft, lane_id, stage_id, step_id, where)
            moves.pin_barrier(draft, made_id, step_id or stage_id, dx, 200.0)
    assert canvas.drawing.cells["free"].w > LONG
    picture(canvas)
    made = painted_anew(monkeypatch)
    with canvas.document.edit("step.edit_text", name="x") as draft:
        moves.set_fields(draft, made_id, text="another")
    picture(canvas)
    assert made.count("free") == 1
    for number in range(30):
        with canvas.document.edit("step.edit_text", name="x") as draft:
            moves.set_fields(draft, made_id, text=f"another {number}")
        picture(canvas)
    # Pictures of what has gone are not looked for at every edit, but they do not pile up.
    sprites = canvas.map_scene.studio.sprites._kept
    held = [key for key in sprites if isinstance(key, tuple) and key[0] == "free"]
    assert len(held) <= 4 * len(canvas.drawing.cells["free"].pieces)


def test_what_was_foreseen_is_painted_before_it_is_shown(
    canvas: Canvas, filled: Filled, monkeypatch: pytest.MonkeyPatch
) -> None:
    canvas.set_zoom(1.0)
    picture(canvas)
    trial = Draft(canvas.document.journey)
    moves.set_fields(trial, filled.one, text="quite another text")
    canvas.foresee(trial)
    assert canvas.map_scene.studio.ahead
    made: list[str] = []
    real = CellItem.picture

    def picture_of(self: CellItem, *rest: Any) -> Sprite | None:
        made.append(self.cell.id)
        return real(self, *rest)

    monkeypatch.setattr(CellItem, "picture", picture_of)
    with canvas.document.edit("step.edit_text", name="x") as draft:
        moves.set_fields(draft, filled.one, text="quite another text")
    picture(canvas)
    assert not made


def changed(rnd: random.Random, draft: Draft, canvas: Canvas) -> None:
    """One change of the map by chance."""
    journey = draft.journey
    cards = [one for one in journey if isinstance(one, Card)]
    kind = rnd.randrange(7)
    if kind == 0:
        moves.set_fields(draft, rnd.choice(cards).id, text="word " * rnd.randrange(20))
    elif kind == 1:
        stages = journey.stages(canvas.map_id)
        moves.move_stage(draft, rnd.choice(stages).id, rnd.randrange(len(stages)))
    elif kind == 2:
        point = rnd.choice(journey.all(Feeling))
        moves.set_fields(draft, point.id, value=rnd.randrange(-4, 5) / 2)
    elif kind == 3:
        card = rnd.choice(cards)
        stage = rnd.choice(journey.stages(canvas.map_id))
        steps = journey.steps(stage.id)
        step_id = rnd.choice(steps).id if steps else None
        moves.move_card(draft, card.id, card.lane_id, stage.id, step_id, 0)
    elif kind == 4:
        lanes = journey.lanes(canvas.map_id)
        moves.move_lane(draft, rnd.choice(lanes).id, rnd.randrange(len(lanes)))
    elif kind == 5:
        on_id = rnd.choice(journey.stages(canvas.map_id)).id
        notes = [one for one in cards if isinstance(one, Barrier)]
        moves.pin_barrier(draft, rnd.choice(notes).id, on_id, 9.0 * rnd.random(), 200.0)
    else:
        moves.add_stage(draft, canvas.map_id, "New", rnd.randrange(4), ("one", "two"))


@pytest.mark.parametrize("seed", range(5))
def test_after_any_walk_of_edits_and_previews_the_picture_is_that_of_a_fresh_canvas(
    canvas: Canvas, qtbot: QtBot, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    rnd = random.Random(seed)
    if seed % 2:
        monkeypatch.setattr(long, "CROWD", 0)
    canvas.set_zoom(rnd.choice((0.3, 0.6, 1.0)))
    for _ in range(8):
        trial = Draft(canvas.document.journey)
        foreseen, state = rnd.random() < 0.5, rnd.getstate()
        changed(rnd, trial, canvas)
        canvas.sheet.preview(trial.journey)
        assert apart(on_screen(canvas), picture(canvas)) == 0, "in a preview"
        if foreseen:
            # It may come to that, or, where a new id is in it, to something else.
            canvas.foresee(trial)
            rnd.setstate(state)
        canvas.sheet.end_preview()
        with canvas.document.edit("step.edit_text", name="x") as draft:
            changed(rnd, draft, canvas)
        assert apart(on_screen(canvas), picture(canvas)) == 0, "after an edit"
    fresh = Canvas(canvas.document, canvas.map_id, canvas.look)
    qtbot.addWidget(fresh)
    fresh.resize(canvas.size())
    fresh.show()
    qtbot.waitExposed(fresh)
    canvas.restore_view_state(canvas.view_state | {"x": 300.0, "y": 250.0})
    fresh.restore_view_state(canvas.view_state)
    assert apart(picture(fresh), picture(canvas)) < BLENDED
    fresh.close_map()


def _heap(number: int, x: float, width: float = 20.0) -> Piece:
    boxes = tuple(Box(i, i, width - 2 * i, 20.0 - 2 * i, "#2A86C4", radius=3.0) for i in range(8))
    return Piece(f"face:{number}", "face", f"r{number}", x, 40.0, Shape(width, 20.0, boxes))


def _band(item: CellItem) -> QImage:
    """A long cell as its item paints it."""
    made = QImage(1200, 120, QImage.Format.Format_RGB32)
    made.fill(0xFFFFFF)
    option = QStyleOptionGraphicsItem()
    option.exposedRect = QRectF(-60, 0, 1200, 120)
    painter = QPainter(made)
    painter.translate(60, 0)
    item.draw_seen(painter, option)
    painter.end()
    return made


def test_no_piece_is_cut_where_a_long_cell_comes_to_begin_farther_left(qapp: QApplication) -> None:
    heaps = [_heap(one, 100.0 + 12 * one) for one in range(25)]
    heaps += [_heap(25, 430.0, 120.0), *(_heap(26 + one, 600.0 + 12 * one) for one in range(25))]
    before = Cell("band", "band", 0.0, 0.0, 1000.0, 100.0, tuple(heaps))
    after = before._replace(pieces=(_heap(99, -30.0), *heaps))
    item, anew = CellItem(before, Studio()), CellItem(after, Studio())
    for each in (item, anew):
        each._studio.pace.begin()
    _band(item)
    item.take(after)
    assert apart(_band(item), _band(anew)) == 0


class Regions(QObject):
    """Into how many rectangles falls what is painted of the window."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self.seen: list[int] = []
        canvas.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.seen.append(event.region().rectCount())
        return False


def test_where_most_of_the_window_has_moved_it_is_painted_in_one_piece(
    canvas: Canvas, filled: Filled
) -> None:
    """Of a region of several rectangles Qt copies each picture five times as slowly."""
    canvas.set_zoom(1.0)
    picture(canvas)
    seen = Regions(canvas).seen
    with canvas.document.edit("step.add_card", name="x") as draft:
        at = filled.map.at["b2"]
        moves.add_card(draft, filled.map.lane["touchpoints"], *at, "a long text " * 20)
    QApplication.processEvents()
    assert seen
    assert set(seen) == {1}


def test_a_lane_that_grows_a_little_leaves_what_holds_its_cells(
    canvas: Canvas, filled: Filled
) -> None:
    lane = filled.map.lane["touchpoints"]
    grow = partial(_grown, canvas, lane, filled.map.at["b2"])
    grow("two lines " * 4)
    before, after = grow("a line more " * 2)
    assert before == after
    _, after = grow("many lines " * 90)
    assert after != before
    high = next(one.h for one in canvas.drawing.lanes if one.lane_id == lane)
    assert all(one.height() >= high for one in after.values())


def _grown(
    canvas: Canvas, lane: str, at: tuple[str, str | None], text: str
) -> tuple[dict[str, QRectF], dict[str, QRectF]]:
    """What holds the cells of a lane, by stage, before it grows by a card, and afterwards."""

    def held() -> dict[str, QRectF]:
        cells = [one for one in canvas.map_scene.items() if isinstance(one, CellItem)]
        mine = [one for one in cells if one.cell.kind == "grid" and one.cell.lane_id == lane]
        return {one.cell.stage_id: one.parentItem().boundingRect() for one in mine}

    before = held()
    with canvas.document.edit("step.add_card", name="x") as draft:
        moves.add_card(draft, lane, *at, text)
    return before, held()
