"""The editor of keys: choose a command, press its new key; every window has it at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListView, QPushButton, QWidget

from cjm_desktop.journey.matching import seek
from cjm_desktop.ui import actions, plain, registry, spoken
from cjm_desktop.ui.calling.entries import Entry, commands_of
from cjm_desktop.ui.calling.rows import Row, RowDelegate, Rows
from cjm_desktop.ui.controls import button
from cjm_desktop.ui.dialogs.frame import Frame
from cjm_desktop.ui.keys.bindings import Bindings, Refusal, refusal
from cjm_desktop.ui.keys.capture import Capture

if TYPE_CHECKING:
    from cjm_desktop.ui.window import Window


class KeysEditor(Frame):
    """Every command with its keys, and the way to change them.

    Args:
        window: whose commands are listed.
        parent: what it lies over, if not the window.
    """

    def __init__(self, window: Window, parent: QWidget | None = None) -> None:
        super().__init__(parent or window, QCoreApplication.translate("KeysEditor", "Change keys"))
        self._window, self._desk = window, window.desk
        self.bindings = Bindings(self._desk.settings.keys)
        self._asking: tuple[str, str] | None = None
        """The command and the key that another command has."""
        self.search = QLineEdit()
        self.search.textChanged.connect(self._seek)
        self.search.installEventFilter(self)
        self.rows = Rows(self)
        self.list = QListView()
        self.told = plain.label(wrap=True)
        self.capture = Capture()
        self.capture.pressed.connect(self._heard)
        self.capture.cancelled.connect(self._stop)
        self._build()
        self._show()
        self._stop()
        self.search.setFocus()
        self.resize(680, min(720, window.height() - 80))

    def _build(self) -> None:
        for widget, name in (
            (self.search, self.tr("Find a command or a key")),
            (self.capture, self.tr("Press the new key")),
        ):
            widget.setPlaceholderText(name)
            widget.setAccessibleName(name)
        self.list.setProperty("look", "rows")
        self.list.setAccessibleName(self.tr("Commands and their keys"))
        self.list.setModel(self.rows)
        self.list.setItemDelegate(RowDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.installEventFilter(self)
        self.list.doubleClicked.connect(self.listen)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.inside.addWidget(self.search)
        self.inside.addWidget(self.list, 1)
        self.inside.addWidget(self.told)
        self.inside.addWidget(self.capture)
        self.inside.addLayout(self._buttons())
        self.all = self.add_button(self.tr("All as at first"))
        self.all.clicked.connect(self._reset_all)
        self.add_close(self.tr("Close"))
        for one in self.findChildren(QPushButton):
            # Enter belongs to the list and to the key that is waited for.
            one.setAutoDefault(False)
            one.setDefault(False)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.change = button(self.tr("New key…"), "keyboard")
        self.change.clicked.connect(self.listen)
        self.none = button(self.tr("No key"))
        self.none.clicked.connect(self._drop)
        self.reset = button(self.tr("As at first"))
        self.reset.clicked.connect(self._reset)
        self.take = button(self.tr("Take the key"))
        self.take.clicked.connect(self._take)
        self.leave = button(self.tr("Leave all as it is"))
        self.leave.clicked.connect(self._stop)
        for one in (self.change, self.none, self.reset, self.take, self.leave):
            row.addWidget(one)
        row.addStretch(1)
        return row

    # What is shown

    @property
    def current(self) -> str:
        """The id of the command that is chosen."""
        row = self.list.currentIndex().row()
        return self.rows.rows[row].entry.id if 0 <= row < len(self.rows.rows) else ""

    def _seek(self, asked: str) -> None:
        """List what is looked for, and choose what fits best: Enter is for it."""
        self._show()
        self._stop()
        if asked.strip():
            self.list.setCurrentIndex(self.rows.index(0))

    def _show(self) -> None:
        """List the commands that fit what is looked for, with their keys as they are now."""
        kept, asked = self.current, self.search.text()
        entries = [self._with_keys(one) for one in commands_of(self._window)]
        found = seek(asked, [one.candidate for one in entries])
        letters = {one.at: one.letters for one in found}
        pressed = asked.replace(" ", "").casefold()
        by_key = {at for at, one in enumerate(entries) if pressed and pressed in one.key.casefold()}
        order = [*sorted(by_key), *(one.at for one in found if one.at not in by_key)]
        self.rows.show_rows([Row(entries[at], letters.get(at, ())) for at in order])
        ids = [entries[at].id for at in order]
        self.list.setCurrentIndex(self.rows.index(ids.index(kept) if kept in ids else 0))
        self.all.setEnabled(bool(self.bindings.chosen))
        # Where nothing is found, nothing is chosen, and no signal tells of it.
        self._enable()

    def _with_keys(self, entry: Entry) -> Entry:
        keys = "  ".join(spoken.key(one) for one in self.bindings.of(entry.id))
        own = entry.id in self.bindings.chosen
        place = self.tr("{menu}, changed").format(menu=entry.place) if own else entry.place
        return entry._replace(key=keys, place=place, enabled=True, why="", checked=False)

    def _chosen(self, _now: QModelIndex) -> None:
        if self.told.isVisible() or self._asking is not None:
            self._stop()
        self._enable()

    def _enable(self) -> None:
        chosen = self.current
        self.change.setEnabled(bool(chosen))
        self.none.setEnabled(bool(chosen and self.bindings.of(chosen)))
        self.reset.setEnabled(chosen in self.bindings.chosen)

    def _stop(self) -> None:
        """Wait for nothing any more."""
        self._asking = None
        if self.capture.hasFocus() or self.take.hasFocus() or self.leave.hasFocus():
            self.list.setFocus()
        self._mode("")
        self._say(
            self.tr("Double click a command or press Enter, then its new key.")
            if self.rows.rows
            else self.tr("Nothing is called so. Try other letters; either language will do.")
        )
        self._enable()

    def _mode(self, mode: str) -> None:
        """Show what belongs to waiting for a key ("listen"), to asking ("ask"), or to neither."""
        self.capture.setVisible(mode == "listen")
        for one in (self.change, self.none, self.reset):
            one.setVisible(not mode)
        self.take.setVisible(mode == "ask")
        self.leave.setVisible(bool(mode))

    def _say(self, sentence: str, role: str = "secondary") -> None:
        plain.set_property(self.told, "role", role)
        self.told.setText(sentence)
        self.told.setAccessibleName(sentence)

    # Changing

    def listen(self) -> None:
        """Wait for the new key of the chosen command."""
        if self.current:
            self._mode("listen")
            said = self.tr("Press the new key for “{command}”. Esc leaves it as it is.")
            self._say(said.format(command=_name(self.current)))
            self.capture.setFocus()

    def _heard(self, key: str) -> None:
        chosen, holder, said = self.current, self.bindings.holder(key), spoken.key(key)
        refused = refusal(key)
        if refused:
            self._say(self._why_not(refused).format(key=said), "alarm")
        elif holder and holder != chosen:
            self._asking = (chosen, key)
            self._mode("ask")
            self._say(
                self.tr("{key} is the key of “{other}”, which would be left without it.").format(
                    key=said, other=_name(holder)
                ),
                "alarm",
            )
            # Whoever presses on without reading takes nothing from the other command.
            self.leave.setFocus()
        else:
            self._give(chosen, key)

    def _why_not(self, refused: Refusal) -> str:
        return {
            "bare": self.tr("{key} alone would write a letter. Hold Ctrl or Alt with it."),
            "map": self.tr("{key} belongs to the map. Press another key."),
            "compare": self.tr("{key} belongs to comparing versions. Press another key."),
            "system": self.tr("{key} is taken by the system. Press another key."),
        }.get(refused, "")

    def _take(self) -> None:
        if self._asking is not None:
            self._give(*self._asking)

    def _give(self, command_id: str, *keys: str) -> None:
        lost = [one for one in self.bindings.of(command_id) if one not in keys]
        self.bindings.give(command_id, *keys)
        self._keep()
        said = self.tr("“{command}” has {key} now.") if keys else self.tr("“{command}” has no key.")
        if keys and len(lost) > 1:
            # Of several one might think that the others stay.
            said = self.tr("“{command}” has {key} now, no longer {lost}.")
        key = " ".join(spoken.key(one) for one in keys)
        others = self.tr(" and ").join(spoken.key(one) for one in lost)
        self._say(said.format(command=_name(command_id), key=key, lost=others))

    def _drop(self) -> None:
        self._give(self.current)

    def _reset(self) -> None:
        command_id = self.current
        losers = self.bindings.reset(command_id)
        self._keep()
        if losers:
            said = self.tr("“{command}” has its key again, which was that of {others}.")
            quoted = self.tr("“{command}”")
            others = ", ".join(quoted.format(command=_name(one)) for one in losers)
            self._say(said.format(command=_name(command_id), others=others))

    def _reset_all(self) -> None:
        self.bindings.reset_all()
        self._keep()
        self._say(self.tr("All keys are as at first."))

    def _keep(self) -> None:
        """Remember the keys, and let every window have them."""
        self._desk.settings.keys = self.bindings.chosen
        self._desk.look_changed.emit()
        self._show()
        self._stop()

    # Qt's events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.leave.isHidden():
            # It answers the question first, wherever one is.
            self._stop()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.listen()
                return True
            if watched is self.search and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self.list.setFocus()
                by = 1 if key == Qt.Key.Key_Down else -1
                row = self.list.currentIndex().row() + by
                self.list.setCurrentIndex(self.rows.index(max(0, row)))
                return True
        return super().eventFilter(watched, event)


def _name(command_id: str) -> str:
    return actions.name(registry.command(command_id))
