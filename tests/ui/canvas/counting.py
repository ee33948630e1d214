"""Counting what Qt asks Python to paint."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cjm_desktop.ui.canvas import far
from cjm_desktop.ui.canvas.cells import CellItem
from cjm_desktop.ui.canvas.view import Canvas


def painted_cells(
    canvas: Canvas, monkeypatch: pytest.MonkeyPatch, act: Callable[[], object]
) -> list[str]:
    """The cells, and stages seen from far, that are painted by an act."""
    asked: list[str] = []
    cell, stage = CellItem.draw_seen, far.FarItem.draw_stage

    def draw_seen(self: CellItem, *rest: Any) -> None:
        asked.append(self.cell.id)
        cell(self, *rest)

    def draw_stage(self: far.FarItem, *rest: Any) -> None:
        asked.append("stage")
        stage(self, *rest)

    # Never Qt's own virtual methods: PySide remembers them by address.
    with monkeypatch.context() as patch:
        patch.setattr(CellItem, "draw_seen", draw_seen)
        patch.setattr(far.FarItem, "draw_stage", draw_stage)
        act()
    assert canvas.isVisible()
    return asked
