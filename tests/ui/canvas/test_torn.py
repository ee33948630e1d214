"""What cannot be painted is a box, also from far and in small pictures; the rest is seen."""

import sys

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from cjm_desktop.ui.canvas.cells import CellItem
from cjm_desktop.ui.canvas.torn import GROUND
from cjm_desktop.ui.canvas.view import Canvas


def fail(painter: QPainter) -> None:
    raise ValueError


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[type[BaseException]]:
    """Kinds of the errors that were told."""
    found: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: found.append(kind))
    return found


def spoiled(canvas: Canvas) -> CellItem:
    """A cell in the middle of the map with a piece that cannot be painted."""
    columns = canvas.drawing.columns
    stage_id = columns[len(columns) // 2].stage_id
    found = next(
        one
        for one in canvas.map_scene.all_items()
        if one.cell.kind == "grid" and one.cell.stage_id == stage_id and one.cell.pieces
    )
    found._look_anew()
    tape = found.placed()[0].tape
    tape._kept = {(how, 0.0): (fail,) for how in ("runs", "bars", "outlines")}
    tape._far = (None,)  # type: ignore[assignment]
    return found


def middle(canvas: Canvas, item: CellItem) -> QPointF:
    """A place in it on the paper, beside the cross."""
    return item.mapToScene(item.rect().center()) + QPointF(0, 5.0)


def test_from_far_the_stage_is_a_box_and_the_others_are_seen(
    large: Canvas, told: list[type[BaseException]]
) -> None:
    large.fit_map()
    large.viewport().repaint()
    before = large.viewport().grab().toImage()
    item = spoiled(large)
    large.map_scene.far.change(item)
    large.map_scene.far.settle()
    after = large.viewport().grab().toImage()
    assert told
    assert {TypeError, AttributeError} >= set(told)
    assert large.map_scene.far.isVisible()
    colours = [
        [one.pixelColor(x, 500).name() for x in range(0, one.width(), 3)] for one in (before, after)
    ]
    assert GROUND.name().lower() in colours[1]
    same = sum(a == b for a, b in zip(*colours, strict=True))
    assert same > 0.8 * len(colours[0]), "only one stage of twenty is a box"


@pytest.mark.parametrize("which", ["canvas", "large"])
def test_a_small_picture_is_made_all_the_same(
    which: str, request: pytest.FixtureRequest, told: list[type[BaseException]]
) -> None:
    shown: Canvas = request.getfixturevalue(which)
    item = spoiled(shown)
    if which == "large":
        shown.map_scene.far.change(item)
    picture = shown.overview_pixmap(900, 700).toImage()
    assert len(told) == 1
    scale = picture.width() / shown.drawing.width
    at = middle(shown, item) * scale
    assert picture.pixelColor(at.toPoint()).name() == GROUND.name()
