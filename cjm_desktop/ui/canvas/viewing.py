"""What part of the map is seen: zooming, fitting, revealing."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPixmap

from cjm_desktop.journey.gestures.walk import Place
from cjm_desktop.journey.records import Card, Feeling
from cjm_desktop.layout.pieces import Drawing
from cjm_desktop.ui.canvas import overview, stages
from cjm_desktop.ui.canvas.camera import AIR as EDGE
from cjm_desktop.ui.canvas.camera import FULL
from cjm_desktop.ui.canvas.marks import place_rect
from cjm_desktop.ui.canvas.sticky import AIR, SHARE
from cjm_desktop.ui.canvas.surface import Surface
from cjm_desktop.ui.look import Look

CLOSEST = 2.0
"""Times its full size what is chosen is shown at most."""
ROUND = 20.0
"""Free round what is chosen, u."""
READABLE = 0.8
"""From this zoom on the words of cards are read without effort."""


class Viewing(Surface):
    """A surface that can be told what to show of the map."""

    @property
    def drawing(self) -> Drawing:
        """The layout that is on the screen, a preview included."""
        return self.sheet.drawing

    @property
    def map_id(self) -> str:
        """Which map is shown."""
        return self.sheet.map_id

    @property
    def look(self) -> Look:
        """How it is shown."""
        return self.sheet.look

    def overview_pixmap(self, width: int, height: int) -> QPixmap:
        """The whole map as a small picture that fits into width x height pixels."""
        return overview.pixmap(
            self.map_scene, self.drawing, width, height, self.devicePixelRatioF()
        )

    def thumbnail(self, width: int = 480, height: int = 320) -> bytes:
        """The whole map as a small PNG, for lists of recent maps."""
        return overview.png(self.map_scene, self.drawing, width, height)

    @property
    def zoom(self) -> float:
        """1.0 is 100 %."""
        return self.camera.zoom

    def set_zoom(self, zoom: float) -> None:
        """Zoom about what is chosen and seen, else about the middle of the window.

        Args:
            zoom: 1.0 is 100 %.
        """
        self._fitted, self._whole = True, False
        self.camera.set_zoom(zoom, self._middle())

    def zoom_in(self) -> None:
        """Zoom to the next larger step."""
        self._whole = False
        self.camera.step(up=True, at=self._middle())

    def zoom_out(self) -> None:
        """Zoom to the next smaller step."""
        self._whole = False
        self.camera.step(up=False, at=self._middle())

    def _middle(self) -> QPointF | None:
        """The point of the window that stays where it is while one zooms; None: its middle."""
        chosen = self.camera.rect_to_view(self.chosen_rect())
        at = chosen.center()
        return at if not chosen.isNull() and self.camera.window().contains(at) else None

    def chosen_rect(self) -> QRectF:
        """What is chosen, or the cell the keyboard stands in, on the paper; null: nothing."""
        found = QRectF()
        for one in self.marks.chosen:
            rect = self._row_rect(one) or self.marks.on_paper(one)
            found = found.united(rect) if rect is not None else found
        if found.isNull() and self.marks.standing is not None:
            found = place_rect(self.drawing, self.marks.standing) or found
        return found

    def _row_rect(self, record_id: str) -> QRectF | None:
        """The whole row of a lane on the paper; None: it is not one."""
        lane = next((one for one in self.drawing.lanes if one.lane_id == record_id), None)
        label = self.marks.on_paper(record_id)
        if lane is None or label is None or not self.drawing.columns:
            return None
        last = self.drawing.columns[-1]
        return QRectF(label.left(), lane.y, last.x + last.w - label.left(), lane.h)

    def fit_selection(self) -> None:
        """Show what is chosen as large as it goes, at most twice its full size; a stage as wide."""
        chosen = self.marks.chosen
        if len(chosen) == 1 and stages.show(self, chosen[0]):
            return
        found = self.chosen_rect()
        if not found.isNull():
            room = found.adjusted(-ROUND, -ROUND, ROUND, ROUND)
            left, top = self._stuck(room)
            self._whole = False
            self.camera.fit(room.adjusted(-left, -top, 0, 0), most=CLOSEST)

    def _stuck(self, rect: QRectF) -> tuple[float, float]:
        """What the stuck names will cover beside a part of the grid that fills the window, u.

        Names cover what they have on the paper, or a share of the window where that is less.
        """
        drawing, window = self.drawing, self.camera.window()
        names = drawing.grid_x - drawing.label_x + AIR, drawing.grid_y - drawing.stages_y + AIR
        within = rect.left() >= drawing.grid_x, rect.top() >= drawing.grid_y
        across = names[0] * within[0], rect.width(), window.width()
        down = names[1] * within[1], rect.height(), window.height()
        scale = min(CLOSEST * FULL, *(_largest(*one) for one in (across, down)))
        return min(across[0], SHARE * across[2] / scale), min(down[0], SHARE * down[2] / scale)

    def look_at(self, corner: QPointF, zoom: float) -> None:
        """Show the map from a place on the paper on; 1.0 is 100 %."""
        self._fitted, self._whole = True, False
        self.camera.look_from(corner, zoom)

    @property
    def shows_whole(self) -> bool:
        """The whole map is shown, also when it grows."""
        return self._whole

    def fit_map(self) -> None:
        """Show the whole map, also when it grows, until the user scrolls or zooms."""
        self._fitted = self._whole = self.isVisible()
        self.camera.fit(self.map_scene.paper)

    def keep_zoom(self) -> None:
        """Stay at this zoom in a window of another size, as if the user had chosen it."""
        self._whole = False

    def record_rect(self, record_id: str) -> QRectF | None:
        """Where a record is seen, pixels of the viewport; None: the map does not show it."""
        mark = self.marks.of(record_id)
        return mark.rect if mark else None

    def stood_rect(self) -> QRectF | None:
        """Where the cell, or the role in it, is seen that the keyboard stands in."""
        token = self.marks.token()
        return self.camera.rect_to_view(token) if token else self.marks.cell_rect(self.drawing)

    def reveal(self, record_id: str) -> None:
        """Scroll as little as needed for a record to be seen; what sticks is seen as it is.

        Of what lies in a folded lane its cell is shown.
        """
        rect, found = self.marks.on_paper(record_id), self.map_scene.shown(record_id)
        if rect is None or found is None:
            record = self.sheet.journey.find(record_id)
            if isinstance(record, Card | Feeling):
                self.reveal_place((record.lane_id, record.stage_id, record.step_id))
            return
        strips, seen, kind = self.sticky.strips(), self.camera.seen(), found[0].cell.kind
        if kind == "stage" and not strips.stages.isEmpty():
            rect = QRectF(rect.left(), seen.center().y(), rect.width(), 0)
        elif kind == "lane" and not strips.lanes.isEmpty():
            rect = QRectF(seen.center().x(), rect.top(), 0, rect.height())
        self.camera.reveal(rect, strips.left, strips.top)

    def read(self, record_id: str) -> None:
        """Bring a record into sight, near enough for its words to be read."""
        rect = self.marks.on_paper(record_id)
        if self.zoom < READABLE and rect is not None:
            self.set_zoom(READABLE)
            self.camera.centre(rect.center())
        self.reveal(record_id)

    def reveal_role(self) -> None:
        """Scroll as little as needed for the role to be seen that the keyboard stands on."""
        token = self.marks.token()
        if token is not None:
            strips = self.sticky.strips()
            self.camera.reveal(token, strips.left, strips.top)

    def place_rect(self, place: Place) -> QRectF | None:
        """Where a cell of the grid is seen, pixels of the viewport; None: it is not shown."""
        rect = place_rect(self.drawing, place)
        return self.camera.rect_to_view(rect) if rect is not None else None

    def reveal_place(self, place: Place | None) -> None:
        """Scroll as little as needed for a cell of the grid to be seen."""
        rect = place_rect(self.drawing, place) if place else None
        if rect is not None:
            strips = self.sticky.strips()
            self.camera.reveal(rect, strips.left, strips.top)


def _largest(names: float, size: float, window: float) -> float:
    """How many pixels a unit may be for names and what is beside them to fit into a window.

    Args:
        names, size: of the names on the paper and of what is beside them, u.
        window: px.
    """
    room = window - 2 * EDGE
    shrunk = (room - SHARE * window) / size if names else 0.0
    return max(room / (names + size), shrunk)
