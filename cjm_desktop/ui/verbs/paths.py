"""On which path the chosen things lie: as it is, as it should be, or both."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from cjm_desktop.journey import moves, naming
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.plans import OnPath
from cjm_desktop.journey.records import Path
from cjm_desktop.ui.verbs.verbs import Verbs

if TYPE_CHECKING:
    from cjm_desktop.ui.bench import Bench

COMMANDS: dict[str, Path] = {
    "map.path_as_is": "as_is",
    "map.path_to_be": "to_be",
    "map.path_both": "both",
}


class PathVerbs(Verbs):
    """Sets the path of what is chosen on a bench's map.

    Args:
        bench: of one window.
    """

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._commands = bench.commands
        for command_id, path in COMMANDS.items():
            self._commands.on(command_id, partial(self._set, path))
        bench.canvas_shown.connect(self._shown)

    def _shown(self) -> None:
        self._work.canvas.selection_changed.connect(self.refresh)
        self.refresh()

    def _chosen(self) -> list[OnPath]:
        work = self._work
        found = (work.journey.find(one) for one in work.canvas.selection)
        return [one for one in found if isinstance(one, OnPath)]

    def refresh(self) -> None:
        """Offer what would change anything."""
        chosen = self._chosen()
        for command_id, path in COMMANDS.items():
            self._commands[command_id].setEnabled(any(one.path != path for one in chosen))

    def _set(self, path: Path) -> None:
        chosen, work = self._chosen(), self._work

        def do(draft: Draft) -> None:
            for one in chosen:
                if one.id in draft.journey:  # a twin goes when what it stands for is one again
                    moves.set_path(draft, one.id, path)

        if len(chosen) > 1:
            work.canvas.change("step.many_path", do, {"n": len(chosen)})
        elif chosen:
            name = naming.called(work.journey, chosen[0], work.document.language)
            work.canvas.change("step.path", do, {"name": name})
