"""Leading to a hit: the map it lies on, the thing on the canvas, the field of the inspector."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from cjm_desktop.journey import plans, reading
from cjm_desktop.journey.finding import Hit
from cjm_desktop.journey.records import Lane, Participation, Persona, Record
from cjm_desktop.ui.canvas.view import Canvas
from cjm_desktop.ui.controls import Section
from cjm_desktop.ui.inspector.fields import Field, Line, Text, Texts
from cjm_desktop.ui.inspector.page import Page

if TYPE_CHECKING:
    from cjm_desktop.ui.bench import Bench
    from cjm_desktop.ui.work import Work

DRAWN = ("title", "text", "name", "word")
"""Fields that the map shows of what lies on it."""
ROOM = 60
"""Above and below a field that is scrolled to, px."""


def lead(bench: Bench, work: Work, hit: Hit) -> None:
    """Show a hit; the keyboard stays where it is.

    What the chosen path or the filter leaves out is shown again; what no map shows is shown in the
    inspector, with the words chosen in its field.
    """
    record = work.journey.find(hit.record_id)
    if record is None:
        return
    _turn_to(bench, work, record)
    held = reading.anchor(work.journey, record)
    if held is not None:
        _show_on_map(bench, work, held)
    elif work.canvas.selection:
        work.canvas.select(())
    if record is not held or hit.field not in DRAWN:
        bench.views.show_inspector(shown=True)
    inspector = bench.inspector
    apart = record is not held and not isinstance(record, Participation)
    if apart and inspector.shown != record.id:
        inspector.show_record(record.id)
    page = inspector.page
    if page is not None:
        _show_in(page, record, hit)


def _turn_to(bench: Bench, work: Work, record: Record) -> None:
    """Turn to the map that a record lies on; a persona is shown on the first map they are on."""
    map_id = work.journey.map_of(record)
    if isinstance(record, Persona) and not reading.concerns(work.journey, record, work.map_id):
        on = (one.id for one in work.journey.maps() if record.id in one.persona_ids)
        map_id = next(on, None)
    if map_id is not None and map_id != work.map_id:
        bench.maps.choose(map_id)


def _show_on_map(bench: Bench, work: Work, held: Record) -> None:
    """Choose what lies on the map and bring it into view."""
    canvas = _canvas_with(work, held.id)
    if canvas is None:
        if not plans.shown(work.journey, held, work.look.path):
            bench.commands["view.both"].trigger()
        if work.look.hides:
            bench.commands["view.everything"].trigger()
        canvas = work.canvas
    if canvas is not work.canvas:
        _put_in_front(canvas)
    canvas.select((held.id,), reveal=True)
    lane = work.journey.find(getattr(held, "lane_id", None))
    if canvas.record_rect(held.id) is None and isinstance(lane, Lane):
        canvas.reveal(lane.id)  # it is folded, and says how much lies in it


def _canvas_with(work: Work, record_id: str) -> Canvas | None:
    """The canvas that shows a record, the one in front before the other."""
    canvases = sorted(work.canvases, key=lambda one: one is not work.canvas)
    return next((one for one in canvases if one.record_rect(record_id) is not None), None)


def _put_in_front(canvas: Canvas) -> None:
    """The canvas that has the keyboard is in front; the keyboard comes back."""
    before = QApplication.focusWidget()
    canvas.setFocus()
    if before is not None:
        before.setFocus()


def _show_in(page: Page, record: Record, hit: Hit) -> None:
    """Unfold and scroll to what shows a hit in the inspector, once it has its place."""
    shown: QWidget | None = page.fields.get(hit.field) if page.record_id == record.id else None
    if isinstance(record, Participation):
        shown = page.named.get("role_notes")
    if shown is None:
        return
    above: QWidget | None = shown
    while above is not None and above is not page:
        if isinstance(above, Section):
            above.head.setChecked(True)
        above = above.parentWidget()
    if isinstance(shown, Field):
        _choose(shown, hit)
    # Fields take their places in the next round of the loop.
    QTimer.singleShot(0, shown, lambda: _scroll_to(shown))


def _scroll_to(shown: QWidget) -> None:
    above: QWidget | None = shown.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if isinstance(above, QScrollArea):
        above.ensureWidgetVisible(shown, 0, ROOM)


def _choose(field: Field, hit: Hit) -> None:
    """Choose the words of a hit in its field."""
    if isinstance(field, Line):
        text = field.control.text()
        start, length = _units(text, 0, hit.start), _units(text, hit.start, hit.end)
        field.control.setSelection(start, length)
    elif isinstance(field, Text):
        text = field.control.toPlainText()
        lines = text.split("\n") if isinstance(field, Texts) else []
        first = sum(len(one) + 1 for one in lines[: hit.item])
        cursor = field.control.textCursor()
        cursor.setPosition(_units(text, 0, first + hit.start))
        cursor.setPosition(_units(text, 0, first + hit.end), QTextCursor.MoveMode.KeepAnchor)
        field.control.setTextCursor(cursor)


def _units(text: str, start: int, end: int) -> int:
    """How many of Qt's characters a part of a text has: some letters are two."""
    return len(text[start:end].encode("utf-16-le")) // 2
