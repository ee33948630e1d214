"""Stages and their neighbours: splitting, merging, giving steps over the border between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from cjm_desktop.journey.gestures import planning
from cjm_desktop.journey.records import Stage, Step
from cjm_desktop.ui import plain
from cjm_desktop.ui.tools import borders
from cjm_desktop.ui.tools.borders import Border, Target
from cjm_desktop.ui.verbs.verbs import Verbs

if TYPE_CHECKING:
    from cjm_desktop.journey.journey import Journey
    from cjm_desktop.ui.bench import Bench

Plan = tuple[Border, Target] | None
"""What a command would do; None: it makes no sense here."""


class StageVerbs(Verbs):
    """Changes the borders of the stage one stands in.

    Args:
        bench: of one window.
    """

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._commands = bench.commands
        self._plans: dict[str, Callable[[], Plan]] = {
            "map.split": self._split,
            "map.merge": self._merge,
            "map.give_first": lambda: self._give(first=True),
            "map.give_last": lambda: self._give(first=False),
        }
        for command_id, plan in self._plans.items():
            self._commands.on(command_id, partial(self._do, plan))
        bench.canvas_shown.connect(self._shown)

    def _shown(self) -> None:
        canvas = self._work.canvas
        canvas.selection_changed.connect(self.refresh)
        canvas.standing_changed.connect(self.refresh)
        canvas.drawing_changed.connect(self.refresh)

    def refresh(self) -> None:
        """Offer what can be done with the stage one stands in, and say that it is for both paths.

        What gives steps away has keys of its own, and so is offered of a stage or a step only.
        """
        work = self._place.work
        if work is None or work.canvas.hands.gesture is not None:
            return
        both = self.tr("on both paths") if work.look.path == "to_be" else ""
        for command_id, plan in self._plans.items():
            self._commands[command_id].setEnabled(plan() is not None)
            self._commands.rename(command_id, both)

    def fill(self, menu: QMenu, stage_id: str = "") -> None:
        """Put them into the menu of a stage or a step.

        Args:
            stage_id: of the stage, which may be split before any of its later steps.
        """
        menu.addSeparator()
        later = self._seen().steps(stage_id)[1:] if stage_id else ()
        for command_id in self._plans:
            if command_id == "map.split" and later:
                self._fill_splits(menu, later)
            else:
                menu.addAction(self._commands[command_id])

    def _fill_splits(self, menu: QMenu, later: Sequence[Step]) -> None:
        """Offer each step that a new stage may begin with."""
        said = self.tr("Split the stage before")
        inner = menu.addMenu(self._commands["map.split"].icon(), said)
        for step in later:
            plan = partial(borders.splitting, self._seen(), step.id)
            name = plain.menu_text(borders.called(self._work.journey, step.id))
            inner.addAction(name, partial(self._do, plan))

    # Where one stands

    def _seen(self) -> Journey:
        work = self._work
        return planning.seen(work.journey, work.map_id, work.look.path)

    def _column(self) -> tuple[str, str | None]:
        """The stage and step of what is chosen, or of the cell one stands in."""
        stand = self._work.canvas.walker.standing()
        return (stand.spot.stage_id, stand.spot.step_id) if stand is not None else ("", None)

    def _split(self) -> Plan:
        return borders.splitting(self._seen(), self._column()[1])

    def _merge(self) -> Plan:
        return borders.merging(self._seen(), self._work.map_id, self._column()[0])

    def _give(self, *, first: bool) -> Plan:
        chosen = [self._work.journey.find(one) for one in self._work.canvas.selection]
        if len(chosen) != 1 or not isinstance(chosen[0], Stage | Step):
            return None
        return borders.giving(self._seen(), self._work.map_id, self._column()[0], first=first)

    def _do(self, plan: Callable[[], Plan]) -> None:
        found = plan()
        if found is None:
            return
        border, target = found
        canvas = self._work.canvas
        key, values = borders.step_name(self._work.journey, border, target)
        done = canvas.change(key, lambda draft: borders.put(draft, border, target), values)
        if done and target.kind != "give":
            canvas.select((done,), reveal=True)
