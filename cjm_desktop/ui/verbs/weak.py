"""Where the journey is weak, in the inspector; and the list of what is done by hand, as a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cjm_desktop.journey.problems import Problem
from cjm_desktop.ui import plain
from cjm_desktop.ui.canvas.view import Canvas
from cjm_desktop.ui.verbs.verbs import Verbs

if TYPE_CHECKING:
    from cjm_desktop.exchange.delimited import Kind
    from cjm_desktop.ui.bench import Bench


class WeakVerbs(Verbs):
    """Leads to the weak points of the map on a bench.

    Args:
        bench: of one window.
    """

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._bench = bench
        bench.commands.on("map.weak", lambda: self.show_part("weak"))
        bench.commands.on("map.automation", self._save)
        inspector = bench.inspector
        inspector.left.connect(bench.on_canvas(lambda canvas: canvas.select(())))
        # The row one came from is gone, and the keys of what is selected are those of the map.
        inspector.jumped.connect(bench.on_canvas(Canvas.setFocus))

    def show_part(self, name: str) -> None:
        """Show a part of what the inspector says of the map."""
        self._bench.views.show_inspector(shown=True)
        self._bench.inspector.show_part(name)

    def _save(self) -> None:
        """Write the list of what is done by hand where the user says."""
        from cjm_desktop.ui import choosing
        from cjm_desktop.ui.dialogs import names

        work, settings = self._work, self._bench.desk.settings
        work.canvas.writing.commit()
        title = self.tr("{map}: by hand").format(map=plain.clean(work.map.title))
        suggested = settings.exports_place() / names.file_name(title, ".csv")
        kinds, said = self.tr("Tables (*.csv *.tsv)"), self.tr("Save the list")
        path = choosing.to_write(self._bench.window, said, suggested, ".csv", kinds, (".tsv",))
        if path is not None:
            self.write(path)

    def write(self, path: Path) -> None:
        """Write the list of the shown map; what refuses is told."""
        from cjm_desktop.exchange import automation, write_file

        window, work, language = self._bench.window, self._work, self._bench.desk.language
        kind: Kind = "tsv" if path.suffix.lower() == ".tsv" else "csv"
        try:
            write_file(path, automation.as_text(work.journey, work.map_id, language, kind))
        except Problem as problem:
            window.tell(problem.sentence(language))
            return
        self._bench.desk.settings.folder = str(path.parent)
        said = self.tr("The list is in “{file}”.").format(file=plain.clean(path.name))
        window.say_done("automation", said)
