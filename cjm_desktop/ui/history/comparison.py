"""Comparing on the page of the history: two states on one canvas, and what differs in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QWidget

from cjm_desktop.journey import comparing, naming
from cjm_desktop.journey.comparing import Comparison, Figure, Group, Sort
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.layout import compared
from cjm_desktop.layout.theme import DARK, LIGHT
from cjm_desktop.ui import choosing
from cjm_desktop.ui.history import sides
from cjm_desktop.ui.history.comparebar import CompareBar, View
from cjm_desktop.ui.history.differences import DifferencePane
from cjm_desktop.ui.history.scenes import Scene, Tell
from cjm_desktop.ui.history.sides import Side
from cjm_desktop.ui.tools.gesture import Hint

if TYPE_CHECKING:
    from cjm_desktop.ui.history.page import HistoryPage

State = Literal["both", "before", "after"]
"""What one canvas shows."""
_NEEDED: dict[View, tuple[State, ...]] = {"beside": ("before", "after"),
                                          "curtain": ("before", "after")}  # fmt: skip
"""What is shown at once where it is not what the view is called."""


class Told(NamedTuple):
    """A comparison, ready to be shown."""

    found: Comparison
    groups: Sequence[Group]
    figures: Sequence[Figure]
    summary: str
    scene: Scene


class Compare(QObject):
    """Compares two states on the canvas of a page.

    Args:
        page: of the history.
    """

    def __init__(self, page: HistoryPage) -> None:
        super().__init__(page)
        self._page = page
        self.bar = CompareBar()
        self.pane = DifferencePane()
        self.on = False
        """Two states are compared, or about to be."""
        self.found: Comparison | None = None
        self.view: View = "both"
        self._seen: View = "both"
        """What is on the canvas; `view` is what is wanted."""
        self._chosen = ("", "now")
        """The keys of the states that are compared."""
        self._offered: list[Side] = []
        self._scenes: dict[State, Scene] = {}
        """What is laid out of this comparison."""
        self._sorts: dict[str, Sort] = {}
        self._keys: list[QShortcut] = []
        self._connect()

    def _connect(self) -> None:
        page, panes = self._page, self._page.panes
        self.bar.chosen.connect(self.show)
        self.bar.file_asked.connect(self._ask_file)
        self.bar.viewed.connect(self.look)
        self.bar.report.connect(self.ask_where)
        self.pane.chosen.connect(self._go_to)
        around = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for key, do in (
            ("F8", self.pane.step), ("Shift+F8", lambda: self.pane.step(-1)),
            ("Alt+Left", lambda: self._pull(-1)), ("Alt+Right", lambda: self._pull(1)),
        ):  # fmt: skip
            self._answer(key, page, around, do)
        # Buttons and boxes have a use of their own for Space.
        self._answer("Space", panes, around, self.turn)
        self._answer("Space", self.pane.list, Qt.ShortcutContext.WidgetShortcut, self.turn)

    def _answer(
        self, key: str, widget: QWidget, where: Qt.ShortcutContext, do: Callable[[], object]
    ) -> None:
        """Let a key do something while two states are compared."""
        made = QShortcut(QKeySequence(key), widget)
        made.setContext(where)
        made.activated.connect(do)
        made.setEnabled(False)
        self._keys.append(made)

    def say(self) -> None:
        """Say everything in the window's language."""
        self.bar.say()
        self.pane.say()

    def hint(self) -> Hint:
        """What the status bar says."""
        named = {"before": self.tr("The earlier state"), "after": self.tr("The later state")}
        keys = [self.tr("[F8] [Shift+F8] changes"), self.tr("[Space] earlier, later")]
        if self.view == "curtain":
            keys.append(self.tr("[Alt+←] [Alt+→] curtain"))
        keys.append(self.tr("[Esc] to now"))
        return Hint(named.get(self.view, self.tr("Comparison")), tuple(keys))

    # What is compared

    def begin(self, before: Side | None = None) -> None:
        """Compare a state with now; without one, what one most likely wants."""
        page = self._page
        found = sides.offered(page.source, page.canvas.map_id, page.language)
        if before is not None and before.key not in [one.key for one in found]:
            found.insert(1, before)
        first = before or found[sides.usual(found)]
        self.bar.offer(found, first.key, "now")
        for one in self._keys:
            one.setEnabled(True)
        self.on = True
        page.canvas.words = self.hint
        self.show()

    def end(self) -> None:
        """Compare no more."""
        self.on, self.found, self._scenes = False, None, {}
        for one in self._keys:
            one.setEnabled(False)
        self._page.canvas.words = None
        self._page.panes.let_go()
        self._page.panes.tell("", "")

    def show(self) -> None:
        """Show what differs between the two states that are chosen."""
        page = self._page
        before, after = (self.bar.side(box) for box in (self.bar.before, self.bar.after))
        try:
            find = sides.compared(before, after, page.map_id)
        except Problem as problem:
            self._refuse(problem)
            return
        language, apart = page.language, sides.apart(before, after)

        def make(tell: Tell) -> Told:
            found = find()
            tell(1, 4)
            groups = comparing.groups(found, language)
            tell(2, 4)
            figures = comparing.figures(found, language)
            said = comparing.summary(found, figures, apart, language)
            tell(3, 4)
            return Told(found, groups, figures, said, self._laid(found, "both"))

        def then(told: Told | Problem) -> None:
            if isinstance(told, Problem):
                self._refuse(told)
                return
            self._chosen, self._offered = (before.key, after.key), self.bar.sides
            self._take(told)

        page.scenes.ask(make, then)

    def _refuse(self, problem: Problem) -> None:
        """Say why two states cannot be compared, and go on with those before."""
        self._page.refuse(problem)
        self.go_back()

    def go_back(self) -> None:
        """Go on with the two states that are shown; without any, compare no more."""
        if self.found is None:
            self._page.show_steps()
        else:
            self.bar.offer(self._offered, *self._chosen)
            self.view = self._seen
            self.bar.views.choose(self._seen)

    def _laid(self, found: Comparison, state: State) -> Scene:
        """Lay one of the states out, with its marks; in any thread."""
        canvas = self._page.canvas
        states: dict[State, Journey] = {
            "both": found.both, "before": found.before, "after": found.after
        }  # fmt: skip
        drawing = canvas.sheet.laid(states[state], str(found.map_id))
        theme = DARK if canvas.look.dark_map else LIGHT
        drawn = compared.marked(drawing, found, theme, badge=0, was=state == "both")
        return Scene(states[state], drawn)

    def _take(self, told: Told) -> None:
        """Show a comparison that is ready."""
        page = self._page
        self.found, self._scenes = told.found, {"both": told.scene}
        self._sorts = {one.record_id: one.sort for one in told.found.told}
        self.pane.show_comparison(told.groups, told.figures, told.summary, page.language)
        self.pane.count.show_counts(
            told.found.counts, comparing.count_words(told.found.counts, page.language)
        )
        wanted = self.view
        self.view = "both"
        self.bar.views.choose("both")
        self._draw()
        self.pane.stand(self.pane.model.next(-1, 1))
        if wanted in ("beside", "curtain"):
            self.look(wanted)

    # How it is seen

    def look(self, view: str) -> None:
        """See the two states in another way."""
        found = self.found
        if found is None:
            return
        self.view = wanted = next(one for one in ("both", "beside", "curtain", "before", "after")
                                  if one == view)  # fmt: skip
        self.bar.views.choose(view)
        missing = [one for one in _needed(wanted) if one not in self._scenes]

        def make(tell: Tell) -> dict[State, Scene]:
            made: dict[State, Scene] = {}
            for at, one in enumerate(missing):
                tell(at, len(missing))
                made[one] = self._laid(found, one)
            return made

        def then(made: dict[State, Scene] | Problem) -> None:
            if isinstance(made, Problem):
                self._page.refuse(made)
            elif self.found is found:
                self._scenes |= made
                self._draw()

        if missing:
            self._page.scenes.ask(make, then)
        else:
            self._draw()

    def _draw(self) -> None:
        page, needed = self._page, _needed(self.view)
        self._seen = self.view
        signs = self._sorts if len(needed) > 1 or self.view == "both" else {}
        page.show_scene(self._scenes[needed[-1]], signs)
        names = ["", ""]
        if len(needed) > 1:
            scene = self._scenes["before"]
            page.panes.take(
                page.panes.spare or page.second(scene),
                "beside" if self.view == "beside" else "curtain",
            )
            if page.panes.other is not None:
                page.panes.other.show_scene(scene, signs)
                page.panes.choose(page.canvas)
        else:
            page.panes.take(None, "one")
        for at, (one, box) in enumerate((("before", self.bar.before), ("after", self.bar.after))):
            if one in needed:
                names[at] = box.currentText()
        page.panes.tell(names[0], names[1])
        page.canvas.hands.say()

    def turn(self) -> None:
        """Show the one state, then the other, in place."""
        self.look("after" if self.view == "before" else "before")

    def _pull(self, by: int) -> None:
        if self.view == "curtain":
            self._page.panes.handle.step(by * 0.04)

    def _go_to(self, record_id: str) -> None:
        if self.found is None:
            return
        for canvas in reversed(self._page.panes.shown):
            there = record_id in canvas.document.journey
            canvas.select((record_id,) if there else (), reveal=there)

    def selected(self, record_id: str) -> None:
        """A record was chosen on the canvas."""
        if self.found is not None:
            self.pane.show_record(record_id)

    # The report for a review

    def ask_where(self) -> None:
        """Save the report for a review meeting, where the user says."""
        from cjm_desktop.ui.history import report

        page = self._page
        title = naming.map_title(page.document.journey, page.map_id)
        ending = self.tr("before and after")
        name = f"{title} - {ending}"
        path = report.ask_where(
            page.window(), self.tr("Save the report"), page.settings.exports_place(), name, "pdf"
        )
        if path is not None:
            self.save_report(path)

    def save_report(self, path: Path) -> None:
        """Write the report in a thread."""
        if self.found is not None:
            names = self.bar.side(self.bar.before).said, self.bar.side(self.bar.after).said
            self._page.write_report(self.found, names, path)

    # Another file

    def _ask_file(self, box: QComboBox) -> None:
        """Compare with another file, which is asked for."""
        window = self._page.window()
        folder = str(self._page.settings.maps_place())
        title, kinds = self.tr("Compare with a file"), self.tr("Maps (*.cjm)")
        self.take_file(box, next(iter(choosing.to_read(window, title, folder, kinds)), None))

    def take_file(self, box: QWidget, path: Path | None) -> None:
        """Compare with a file; without one everything stays."""
        bar, found, keys = self.bar, list(self.bar.sides), list(self._chosen)
        if path is not None:
            side = sides.of_file(path)
            found = [*(one for one in found if one.key != side.key), side]
            keys[0 if box is bar.before else 1] = side.key
        bar.offer(found, keys[0], keys[1])
        self.show()


def _needed(view: View) -> tuple[State, ...]:
    """What is shown at once in a view, the canvas of the page last."""
    if view in ("both", "before", "after"):
        return (view,)
    return _NEEDED[view]
