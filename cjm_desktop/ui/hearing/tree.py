"""What is heard of one canvas: its nodes, made one by one as they are asked for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleValueChangeEvent,
)
from shiboken6 import isValid

from cjm_desktop.document import Change
from cjm_desktop.journey.hearing import Heard, Outline, Trail
from cjm_desktop.journey.records import Card, Feeling, Lane, Record, Stage, Step
from cjm_desktop.layout import hit
from cjm_desktop.ui import plain
from cjm_desktop.ui.hearing.announcing import announce
from cjm_desktop.ui.hearing.nodes import Node, Part, Root
from cjm_desktop.ui.hearing.spoken import Spoken
from cjm_desktop.ui.tools import texts

if TYPE_CHECKING:
    from cjm_desktop.ui.canvas.view import Canvas

Event = QAccessible.Event
ON_MAP = (Stage, Step, Lane, Card, Feeling)
HOLDING = frozenset({"stage", "step", "cell", "lanes"})
MANY = 100
"""Records that change at once from which on a reader is told to look at the map anew."""


class Tree:
    """Knows which node stands for what, and tells Qt when one changes.

    Args:
        canvas: whose map it is.
    """

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.here: Trail = ()
        """Where the keyboard stands; empty: on the map as a whole."""
        self._chosen: tuple[str, ...] = ()
        self._nodes: dict[Trail, Node] = {}
        self._outline: Outline | None = None
        self._spoken = Spoken(self)
        self.root = Root(self)

    @property
    def outline(self) -> Outline:
        """The tree of the map as the records are now."""
        if self._outline is None:
            canvas = self.canvas
            look = canvas.look
            self._outline = Outline(
                canvas.document.journey, canvas.map_id, look.language, look.path
            )
            self._outline.stand(canvas.standing)
        return self._outline

    def close(self) -> None:
        """Let go of all nodes: the canvas goes."""
        self._drop(tuple(self._nodes))
        _delete(self.root)

    def _drop(self, trails: Iterable[Trail]) -> None:
        for trail in trails:
            _delete(self._nodes.pop(trail))
            self._spoken.drop(trail)

    # What nodes ask

    def node(self, trail: Trail) -> Part:
        """The node at the end of a trail, made when it is first asked for."""
        if not trail:
            return self.root
        if trail not in self._nodes:
            self._nodes[trail] = Node(self, trail)
            self._spoken.keep(trail)
        return self._nodes[trail]

    def has(self, trail: Trail) -> bool:
        """Whether there is something at the end of a trail."""
        return not trail or self.outline.find(trail) is not None

    def keys(self, trail: Trail) -> list[str]:
        """The keys of what lies inside, in order."""
        return list(self.outline.inside(trail))

    def _heard(self, trail: Trail) -> Heard | None:
        return self.outline.find(trail)

    def _record(self, trail: Trail) -> Record | None:
        heard = self._heard(trail)
        return self.canvas.document.journey.find(heard.record_id) if heard is not None else None

    def name(self, trail: Trail) -> str:
        """What is heard first."""
        if not trail:
            return self.canvas.accessibleName()
        heard = self._heard(trail)
        return plain.clean(heard.name) if heard is not None else ""

    def told(self, trail: Trail) -> str:
        """What is heard after the name and the value."""
        record = self._record(trail) if trail else None
        differs = texts.differs(self.canvas.document.journey, record) if record else ""
        said = (self.outline.told(trail), differs)
        return plain.clean(", ".join(one for one in said if one))

    def value(self, trail: Trail) -> str:
        """How high a point of a curve is, or how a role stands, in words."""
        return plain.clean(self.outline.value(trail))

    def point(self, trail: Trail) -> Feeling | None:
        """The point of a curve at the end of a trail."""
        return self.outline.point(trail)

    def holds(self, trail: Trail) -> bool:
        """Whether it is there for what lies in it: a stage, a step, a lane."""
        heard = self._heard(trail)
        return heard is not None and heard.sort in HOLDING

    def is_selected(self, trail: Trail) -> bool:
        """Whether what is there is chosen on the map."""
        heard = self._heard(trail)
        return heard is not None and heard.record_id in self.canvas.selection

    def rect(self, trail: Trail) -> QRect:
        """Where it is on the screen; what is drawn nowhere is where that is in which it lies."""
        canvas, heard = self.canvas, self._heard(trail) if trail else None
        found = None
        if heard is not None and heard.record_id:
            found = canvas.marks.rect_of(heard.record_id)
        elif heard is not None and heard.cell is not None:
            seen = canvas.roles.seen(heard.cell, heard.persona_id) if heard.persona_id else None
            found = seen or canvas.place_rect(heard.cell)
        elif len(trail) > 1:
            return self.rect(trail[:-1])
        else:
            found = canvas.camera.window()
        if found is None:
            return QRect()
        return found.toAlignedRect().translated(canvas.viewport().mapToGlobal(QPoint(0, 0)))

    def at(self, point: QPoint) -> QAccessibleInterface | None:
        """What is at a point of the screen."""
        canvas = self.canvas
        place = canvas.sticky.to_map(QPointF(canvas.viewport().mapFromGlobal(point)))
        found = hit.at(canvas.drawing, place.x(), place.y())
        trail = self.outline.trail(found.record_id) if found is not None else ()
        return self.node(trail) if trail else None

    def focused(self) -> QAccessibleInterface | None:
        """The node the keyboard stands on, where it is on the map."""
        return self.node(self.here) if self.here and self.canvas.hasFocus() else None

    def take(self, trail: Trail, *, edit: bool = False) -> None:
        """Choose a thing, or stand in a cell; with `edit`, open the editor there."""
        canvas, heard = self.canvas, self._heard(trail)
        if heard is None:
            return
        canvas.setFocus()
        if heard.cell is not None:
            canvas.select(())
            canvas.stand_in(heard.cell, heard.persona_id)
            canvas.reveal_place(heard.cell)
        elif heard.record_id:
            canvas.walker.choose(heard.record_id)
            if edit:
                canvas.edit_text(heard.record_id)

    # What nodes are told

    def _where(self) -> Trail:
        canvas, outline = self.canvas, self.outline
        if canvas.standing is None:
            return outline.trail(canvas.selection[-1]) if canvas.selection else ()
        cell = outline.cell_trail(canvas.standing)
        role = (*cell, f"{canvas.standing[0]}:{canvas.marks.role}")
        if canvas.marks.role and self.has(role):
            return role
        return cell if self.has(cell) else ()

    def follow(self, state: str) -> None:
        """Go where the keyboard went, and tell it.

        Args:
            state: what is going on, in words; told where the place alone does not say it.
        """
        canvas = self.canvas
        self.outline.stand(canvas.standing)
        before, self.here = self.here, self._where()
        self._tell_chosen()
        if not canvas.hasFocus():
            return
        moved = before != self.here
        if moved:
            self.tell_focus()
        alone = len(canvas.selection) == 1 and canvas.tool == "select"
        silent = canvas.hands.gesture is None and (alone or moved) and len(canvas.selection) <= 1
        if not (silent and self.here):
            announce(canvas, state)

    def _tell_chosen(self) -> None:
        """Tell what is chosen no more, and what now is."""
        before, self._chosen = self._chosen, self.canvas.selection
        if before == self._chosen or len(before) + len(self._chosen) > MANY:
            return
        for ids, event in (
            ([one for one in before if one not in self._chosen], Event.SelectionRemove),
            ([one for one in self._chosen if one not in before], Event.SelectionAdd),
        ):
            for trail in map(self.outline.trail, ids):
                if trail:
                    self._tell(trail, event)

    def tell_focus(self) -> None:
        """Tell that the keyboard stands here."""
        if self.canvas.hasFocus():
            self._tell(self.here, Event.Focus)

    def _tell(self, trail: Trail, event: QAccessible.Event) -> None:
        QAccessible.updateAccessibility(QAccessibleEvent(self.node(trail), event))

    def change(self, change: Change) -> None:
        """Bring the nodes up to date with what one step did."""
        self._outline = None
        touched = {one.id for one in (*change.put, *change.dropped)}
        many = len(touched) > MANY
        if many:
            self._forget(trail for trail in self._nodes if not self.has(trail))
            self._tell((), Event.ObjectReorder)
        else:
            self._forget(
                trail
                for trail in self._nodes
                if (trail in self._spoken or not touched.isdisjoint(trail)) and not self.has(trail)
            )
            for one in change.put:
                self._renew(one)
        self._spoken.renew(tell=not many)
        self.follow("")

    def _forget(self, trails: Iterable[Trail]) -> None:
        """Tell of nodes that are gone, the innermost first, and let go of them."""
        gone = sorted(trails, key=len, reverse=True)
        if QAccessible.isActive():
            for trail in gone:
                self._nodes[trail].leaving = True
                self._tell(trail, Event.ObjectDestroyed)
        self._drop(gone)

    def _renew(self, record: Record) -> None:
        """Tell that a thing is new, or that it says something else."""
        trail = self.outline.trail(record.id) if isinstance(record, ON_MAP) else ()
        if not trail or not QAccessible.isActive():
            return
        if trail not in self._nodes:
            self._tell(trail, Event.ObjectCreated)
            return
        self._tell(trail, Event.NameChanged)
        self._tell(trail, Event.DescriptionChanged)
        if isinstance(record, Feeling):
            node = self.node(trail)
            QAccessible.updateAccessibility(QAccessibleValueChangeEvent(node, record.value))

    def begin_anew(self) -> None:
        """Another map is shown, or its words are of another language."""
        self._outline = None
        self.here, self._chosen = (), ()
        self._drop(tuple(self._nodes))
        if QAccessible.isActive():
            self._tell((), Event.ObjectReorder)
            self.follow("")


def _delete(part: Part) -> None:
    """Have Qt delete a node: its cache holds a bare pointer, so only it may, while we hold one."""
    if isValid(part):
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(part))
