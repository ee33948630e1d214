"""One page of the inspector: all fields and parts of one record, kept in step with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cjm_desktop.document import Change
from cjm_desktop.journey import naming, plans
from cjm_desktop.journey.following import FOLLOWED
from cjm_desktop.journey.records import Department, Persona, Record, Touchpoint
from cjm_desktop.ui.controls import Section
from cjm_desktop.ui.editing import Editing
from cjm_desktop.ui.inspector import parts
from cjm_desktop.ui.inspector.fields import Field, Line, Text
from cjm_desktop.ui.inspector.forms import FORMS, Group
from cjm_desktop.ui.inspector.makers import Asked, Item
from cjm_desktop.ui.inspector.parts.part import Part


class Page(QWidget):
    """The form of one record.

    Args:
        editing: makes the changes.
        record: what is shown.
        folded: titles of the sections the user folded away, or opened, last time.
    """

    jump = Signal(str)
    """Show this record."""
    made = Signal(str)
    """Show this new record, ready to be named."""
    asked = Signal(str)
    """Do the window's command of this id."""

    def __init__(self, editing: Editing, record: Record, folded: dict[str, bool]) -> None:
        super().__init__()
        self.editing = editing
        self.record_id = record.id
        self._kind = record.kind
        self._folded = folded
        self.fields: dict[str, Field] = {}
        self.parts: list[Part] = []
        self.named: dict[str, Part] = {}
        """The parts by the names that forms use."""
        self.left_at = ""
        """Name of the part from which another record was gone to."""
        self._sections: list[tuple[Group, Section, list[Part]]] = []
        self._sessions: dict[str, int] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        form = FORMS[record.kind]
        head = QWidget()
        inside = QVBoxLayout(head)
        inside.setContentsMargins(16, 8, 14, 16)
        inside.setSpacing(8)
        differs = ("differs",) if type(record) in FOLLOWED else ()
        self._fill(record, inside, form.items, (*form.parts, *differs))
        column.addWidget(head)
        for group in form.groups:
            column.addWidget(self._section(record, group))
        column.addStretch(1)
        self._offers = self._what_is_offered()
        self.refresh()

    def _section(self, record: Record, group: Group) -> Section:
        section = Section(open_=self._folded.get(group.title, group.opened))
        made = self._fill(record, section.inside, group.items, group.parts)
        section.head.toggled.connect(
            lambda on, title=group.title: self._folded.__setitem__(title, on)
        )
        self._sections.append((group, section, made))
        return section

    def _fill(
        self, record: Record, layout: QVBoxLayout, items: tuple[Item, ...], names: tuple[str, ...]
    ) -> list[Part]:
        for item in items:
            asked = Asked(record, self.editing.journey, self.editing.language, item.name)
            field = item.make(asked)
            self.fields[item.name] = field
            field.entered.connect(self._begins(item.name))
            field.edited.connect(self._changes(item.name))
            layout.addWidget(field)
        made = [parts.make(name, self.editing, record.id, self) for name in names]
        for name, part in zip(names, made, strict=True):
            self.named[name] = part
            part.jump.connect(partial(self._leave, name))
            part.made.connect(self.made)
            part.asked.connect(self.asked)
            part.told.connect(self._head)
            layout.addWidget(part)
        self.parts += made
        return made

    def _leave(self, name: str, record_id: str) -> None:
        self.left_at = name
        self.jump.emit(record_id)

    def unfold(self, name: str) -> Part:
        """Open the section of a part."""
        wanted = self.named[name]
        for _, section, made in self._sections:
            if wanted in made:
                section.head.setChecked(True)
        return wanted

    def begin(self) -> None:
        """Put the cursor into the first text, what stands there ready to be typed over."""
        for field in self.fields.values():
            if isinstance(field, Line | Text):
                field.control.setFocus(Qt.FocusReason.OtherFocusReason)
                field.control.selectAll()
                return

    def _begins(self, name: str) -> Callable[[], None]:
        def begin() -> None:
            self._sessions[name] = self.editing.session()

        return begin

    def _changes(self, name: str) -> Callable[[Any], None]:
        def change(value: Any) -> None:
            session = self._sessions.setdefault(name, self.editing.session())
            if not self.editing.set(self.record_id, name, value, session):
                self.refresh()

        return change

    def _what_is_offered(self) -> object:
        """What the lists of choices were made from: when it changes, so must they."""
        journey, fields = self.editing.journey, self.fields
        record = journey.find(self.record_id)
        map_id = journey.map_of(record) if record is not None else None
        offered: dict[str, object] = {}
        if "department_id" in fields:
            offered["departments"] = [(one.id, one.name) for one in journey.all(Department)]
        if "persona_id" in fields:
            offered["personas"] = [(one.id, naming.in_role(one)) for one in journey.all(Persona)]
        if "metric_id" in fields and map_id:
            offered["metrics"] = [(one.id, one.title) for one in journey.metrics(map_id)]
        return offered

    def outdated(self) -> bool:
        """It must be made anew: what its lists offer has changed, and nobody is in them."""
        return self._what_is_offered() != self._offers and not any(
            field.busy for field in self.fields.values()
        )

    def _value(self, record: Record, name: str) -> object:
        """What a field holds; where one looks at the plan, the channel is that of the plan."""
        if isinstance(record, Touchpoint) and name == "channel":
            return plans.channel_in(record, self.editing.view)
        return getattr(record, name)

    def refresh(self, change: Change | None = None) -> None:
        """Show the record as it is; a field the user is in keeps what is being written."""
        record = self.editing.journey.find(self.record_id)
        if record is None or record.kind != self._kind:
            return
        typing = change is not None and change.cause == "edit"
        for name, field in self.fields.items():
            if not (typing and field.busy):
                field.show_value(self._value(record, name))
        for part in self.parts:
            part.refresh()
        self._head()

    def _head(self) -> None:
        """Say on the headings what each section comes to; not of a record that has gone by then."""
        if self.record_id not in self.editing.journey:
            return
        for group, section, made in self._sections:
            title = QCoreApplication.translate("Inspector", group.title)
            section.say(title, next(filter(None, (one.summary for one in made)), ""))
