"""Which panels lie beside a map and how wide they are: told, to be kept with the file's view."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from cjm_desktop.ui.bench import Bench
    from cjm_desktop.ui.settings import Settings

WIDEST = 2000
"""Pixels; more is no width of a panel."""


class Panels(NamedTuple):
    """What is shown beside the map. Widths in pixels, 0: as usual."""

    inspector: bool
    overview: bool
    only_map: bool
    sketch: bool
    inspector_width: int
    sketch_width: int


def kept(state: object, settings: Settings) -> Panels:
    """The panels as they were with a file, as far as it says; else as they were last.

    Args:
        state: what `now` told.
        settings: know what was shown last, whatever the file.
    """
    known = state if isinstance(state, dict) else {}

    def switch(name: str, *, otherwise: bool) -> bool:
        value = known.get(name)
        return value if isinstance(value, bool) else otherwise

    def width(name: str) -> int:
        value = known.get(name)
        return value if type(value) is int and 0 < value < WIDEST else 0

    return Panels(
        switch("inspector", otherwise=settings.inspector),
        switch("overview", otherwise=settings.overview),
        switch("only_map", otherwise=False),
        switch("sketch", otherwise=False),
        width("inspector_width"),
        width("sketch_width"),
    )


def now(bench: Bench) -> dict[str, Any]:
    """The panels as they are."""
    commands, pane = bench.commands, bench.sketch.pane
    return Panels(
        # In a narrow window it is hidden for want of room, not because nobody wants it.
        bench.views.wants_inspector,
        commands["view.overview"].isChecked(),
        commands["view.panels"].isChecked(),
        pane is not None,
        bench.inspector.width() if bench.inspector.isVisible() else 0,
        pane.width() if pane is not None else 0,
    )._asdict()


def put_back(bench: Bench, wanted: Panels) -> None:
    """Open the sketch where it was open, and make the panels as wide as they were."""
    if bench.work is None:
        return
    if wanted.sketch:
        bench.sketch.open()
        bench.layouts.front.setFocus()
    for dock, width in (
        (bench.inspector, wanted.inspector_width),
        (bench.sketch.pane, wanted.sketch_width),
    ):
        if dock is not None and width and dock.isVisible():
            bench.window.resizeDocks([dock], [width], Qt.Orientation.Horizontal)
