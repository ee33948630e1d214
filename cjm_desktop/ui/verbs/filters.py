"""The filter: what of the map is in question by anything it is, and what becomes of the rest."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QToolButton, QWidgetAction

from cjm_desktop.journey import basis, sought, words
from cjm_desktop.journey.records import Source
from cjm_desktop.journey.sifting import ANYTHING
from cjm_desktop.ui import icons, plain

if TYPE_CHECKING:
    from cjm_desktop.ui.bench import Bench
    from cjm_desktop.ui.look import Look

LONGEST = 24
"""Characters of what is filtered that a button in a narrow window tells; the tooltip tells all."""


class FilterMenu(QObject):
    """Chooses what stands out on the shown map; made anew whenever it opens.

    Args:
        bench: whose map.
        menu: to fill.
        button: of the view bar, which shows whether anything is filtered.
    """

    def __init__(self, bench: Bench, menu: QMenu, button: QToolButton) -> None:
        super().__init__(bench)
        self._bench = bench
        self.menu, self._button = menu, button
        self.menu.aboutToShow.connect(self.fill)
        bench.commands.on("view.filter", self.open)
        bench.commands.on("view.everything", self.clear)
        bench.view.everything.setDefaultAction(bench.commands["view.everything"])
        bench.canvas_shown.connect(
            lambda: bench.work.canvas.everything_asked.connect(self.clear) if bench.work else None
        )

    def open(self) -> None:
        """Show the menu at its button, ready for words."""
        below = QPoint(0, self._button.height())
        self.menu.popup(self._button.mapToGlobal(below))
        field = self.menu.findChild(QLineEdit)
        if field is not None:
            self.menu.setActiveAction(self.menu.actions()[0])
            field.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Several values are chosen one after the other: a click and Space leave the menu open."""
        chosen: QAction | None = None
        if isinstance(watched, QMenu):
            if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
                chosen = watched.actionAt(event.position().toPoint())
            elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                chosen = watched.activeAction() if event.key() == Qt.Key.Key_Space else None
        if chosen is None:
            return super().eventFilter(watched, event)
        chosen.trigger()
        return True

    def clear(self) -> None:
        """Let everything stand out again."""
        self._look(rests="", sources=(), persona_ids=(), only=ANYTHING)

    def _look(self, **changes: object) -> None:
        if self._bench.work is not None:
            self._bench.work.set_look(**changes)

    # What can be chosen

    def fill(self) -> None:
        """List the choices as they are."""
        work = self._bench.work
        self.menu.clear()
        if work is None:
            return
        look = work.look
        self._words(look)
        self._kinds(look)
        self.menu.addSeparator()
        self._choices(
            "rests",
            look.rests,
            (
                ("", self.tr("Findings and assumptions")),
                ("confirmed", self.tr("Only what is confirmed")),
                ("assumed", self.tr("Only assumptions")),
            ),
        )
        self._sources(look)
        self.menu.addSeparator()
        self._choices(
            "others",
            look.others,
            (("dim", self.tr("Dim the rest")), ("hide", self.tr("Hide the rest"))),
        )
        self.menu.addSeparator()
        self.menu.addAction(self._bench.commands["view.everything"])

    def _words(self, look: Look) -> None:
        """A field for words; Enter takes them and closes the menu."""
        field = QLineEdit(look.only.text)
        field.setPlaceholderText(self.tr("Words in the text…"))
        field.setAccessibleName(self.tr("Words in the text"))
        field.setClearButtonEnabled(True)
        field.setMaxLength(100)
        field.returnPressed.connect(lambda: self._say(field.text()))
        action = QWidgetAction(self.menu)
        action.setDefaultWidget(field)
        self.menu.addAction(action)

    def _say(self, text: str) -> None:
        work = self._bench.work
        self.menu.close()
        if work is not None:
            self._look(only=replace(work.look.only, text=text.strip()))

    def _kinds(self, look: Look) -> None:
        """What there is on the map: kinds of things, how bad, how far, where and whose."""
        work = self._bench.work
        if work is None:
            return
        found = sought.offers(work.journey, work.map_id, self._bench.desk.language)
        for field, name, icon in (
            ("holds", self.tr("Kind"), "stack-2"),
            ("severities", self.tr("How bad a barrier is"), "alert-triangle"),
            ("statuses", self.tr("Status"), "list-check"),
            ("channels", self.tr("Channel"), "message-2"),
            ("department_ids", self.tr("Department"), "users-group"),
        ):
            chosen = getattr(look.only, field)
            if not found[field]:
                continue
            under = self.menu.addMenu(icons.icon(icon, "accent" if chosen else "plain"), name)
            under.installEventFilter(self)
            for one in found[field]:
                said = self.tr("{name}: {count}").format(name=one.said, count=one.things)
                action = under.addAction(plain.menu_text(said))
                action.setCheckable(True)
                action.setChecked(one.value in chosen)
                action.triggered.connect(partial(self._turn, field, one.value))

    def _turn(self, field: str, value: Any) -> None:
        if self._bench.work is not None:
            self._look(only=sought.turned(self._bench.work.look.only, field, value))

    def _choices(self, name: str, now: str, choices: tuple[tuple[str, str], ...]) -> None:
        group = QActionGroup(self.menu)
        for value, said in choices:
            action = self._add(said, on=value == now)
            group.addAction(action)
            action.triggered.connect(partial(self._choose, name, value))

    def _choose(self, name: str, value: str) -> None:
        changes: dict[str, object] = {name: value}
        if value == "assumed":
            changes["sources"] = ()  # what rests on a source is no assumption
        self._look(**changes)

    def _sources(self, look: Look) -> None:
        """The sources the map names, with the share of the map that rests on each."""
        work, language = self._bench.work, self._bench.desk.language
        found = basis.by_source(work.journey, work.map_id) if work is not None else ()
        if not found:
            return
        self.menu.addSeparator()
        for one in found:
            name = words.say(f"source.{one.source or 'other'}", language)
            said = self.tr("{source}: {share} % of the map").format(source=name, share=one.percent)
            action = self._add(said, on=one.source in look.sources)
            action.triggered.connect(partial(self._toggle, one.source))

    def _toggle(self, source: Source) -> None:
        work = self._bench.work
        if work is None:
            return
        chosen = work.look.sources
        rest = tuple(one for one in chosen if one != source)
        rests = "" if work.look.rests == "assumed" else work.look.rests
        self._look(sources=rest if source in chosen else (*rest, source), rests=rests)

    def _add(self, said: str, *, on: bool) -> QAction:
        action = self.menu.addAction(plain.menu_text(said))
        action.setCheckable(True)
        action.setChecked(on)
        return action

    # What is chosen

    def refresh(self) -> None:
        """Show on the button whether anything is filtered, and by what."""
        work = self._bench.work
        word, ways = self.tr("Filter"), list[str]()
        if work is not None:
            # Whose cards stand out is told by the chips of the roles.
            sieve = replace(work.look.sieve, persona_ids=frozenset())
            told = sought.told(work.journey, sieve, self._bench.desk.language)
            if told:
                whole = ", ".join(told)
                ways = [f"{word}: {one}" for one in (whole, _short(whole), str(len(told)))]
        filtered = bool(ways)
        tip = ways[0] if filtered else self._bench.commands["view.filter"].toolTip()
        plain.tip(self._button, tip)
        self._button.setAccessibleName(tip)
        self._button.setIcon(icons.icon("filter", "accent" if filtered else "plain"))
        plain.set_property(self._button, "on", filtered)
        sifted = work is not None and work.look.sifted
        self._bench.commands["view.everything"].setEnabled(sifted)
        self._bench.view.everything.setVisible(sifted)
        self._bench.view.tell_filter([plain.menu_text(one) for one in (*ways, word)])

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.menu.setTitle(self.tr("Show &only"))
        self.refresh()


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip(" ,") + "…"
