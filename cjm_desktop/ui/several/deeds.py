"""Changes all that is chosen on a canvas, each time as one step."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from cjm_desktop.journey import naming, several, words
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.plans import OnPath
from cjm_desktop.journey.records import Path, Source
from cjm_desktop.journey.several import How, Rect, Several

if TYPE_CHECKING:
    from cjm_desktop.ui.bench import Bench
    from cjm_desktop.ui.canvas.view import Canvas


class SeveralDeeds:
    """Changes what is chosen on the canvas in front of a bench.

    Args:
        bench: of one window; it shows a document whenever this is asked.
    """

    def __init__(self, bench: Bench) -> None:
        self._bench = bench

    @property
    def canvas(self) -> Canvas:
        """The canvas in front.

        Raises:
            RuntimeError: no document is shown.
        """
        if self._bench.work is None:
            raise RuntimeError("no document is shown")
        return self._bench.work.canvas

    @property
    def journey(self) -> Journey:
        """The records as they are."""
        return self.canvas.document.journey

    @property
    def language(self) -> str:
        """Of the window."""
        return self.canvas.look.language

    @property
    def view(self) -> Path:
        """The path that is looked at."""
        return self.canvas.look.path

    def command(self, command_id: str) -> QAction:
        """A command of the window."""
        return self._bench.commands[command_id]

    def seen(self) -> Several:
        """What is chosen."""
        return several.look(self.journey, self.canvas.selection)

    def have_paths(self) -> bool:
        """Whether any of what is chosen can be only as it is, or only as it should be."""
        found = map(self.journey.find, self.canvas.selection)
        return any(isinstance(one, OnPath) for one in found)

    def recolour(self, colour: str) -> None:
        """Give all a colour; empty: the usual one."""
        ids = self.seen().coloured
        self._change(
            "step.many_colour",
            ids,
            lambda draft: several.set_field(draft, ids, "colour", colour, self.view),
        )

    def set_department(self, department_id: str | None) -> None:
        """Let all cards be a department's, or nobody's."""
        ids, name = self.seen().cards, "department_id"
        self._change(
            "step.many_department" if department_id else "step.many_no_department",
            ids,
            lambda draft: several.set_field(draft, ids, name, department_id, self.view),
            self._name(department_id),
        )

    def set_persona(self, persona_id: str, *, on: bool) -> None:
        """Let all cards belong to a persona too, or no more."""
        ids = self.seen().cards
        self._change(
            "step.many_persona" if on else "step.many_no_persona",
            ids,
            lambda draft: several.set_persona(draft, ids, persona_id, self.view, on=on),
            self._name(persona_id),
        )

    def turn_evidence(self, source: Source) -> None:
        """Say of all that they rest on a source; where all do already, that none does."""
        ids = self.seen().provable
        off = source in several.sources(self.journey, ids)

        def do(draft: Draft) -> tuple[str, ...]:
            (several.drop_evidence if off else several.add_evidence)(draft, ids, source)
            return ids

        said = words.say(f"source.{source or 'none'}", self.journey.document.language)
        self._change("step.many_no_evidence" if off else "step.many_evidence", ids, do, said)

    def rects(self) -> dict[str, Rect]:
        """Where the chosen notes that lie freely are seen, poster units."""
        found = {}
        for one in self.seen().notes:
            rect = self.canvas.marks.on_paper(one)
            if rect is not None:
                found[one] = Rect(rect.x(), rect.y(), rect.width(), rect.height())
        return found

    def arrange(self, how: How) -> None:
        """Let the notes lie in line, or as far apart as each other."""
        rects = self.rects()
        self._change(
            "step.many_lined_up",
            tuple(rects),
            lambda draft: several.arrange(draft, rects, how, self.view),
        )

    def _name(self, record_id: str | None) -> str:
        """What a department or persona is called in the history."""
        record = self.journey.find(record_id)
        return naming.label(record, self.journey.document.language) if record else ""

    def _change(
        self,
        step: str,
        ids: tuple[str, ...],
        do: Callable[[Draft], tuple[str, ...]],
        name: str = "",
    ) -> None:
        """Make one step, and choose what says so now: in the plan that may be other cards."""
        canvas = self.canvas
        made = canvas.change(step, do, {"n": len(ids), "name": name})
        if made is not None:
            instead = dict(zip(ids, made, strict=True))
            canvas.select(instead.get(one, one) for one in canvas.selection)
