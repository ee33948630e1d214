"""What can be done with a state of the past: restore, name, copy, compare and print it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cjm_desktop.journey import words
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.problems import Problem
from cjm_desktop.ui import plain
from cjm_desktop.ui.history import states
from cjm_desktop.ui.history.scenes import Tell

if TYPE_CHECKING:
    from cjm_desktop.ui.history.page import HistoryPage
    from cjm_desktop.ui.history.sides import Side


def restore(page: HistoryPage) -> None:
    """Make the map as it was in the row one stands in, as one step."""
    work, state = page.work, page.document.journey.fork()
    when = states.short(page.pane.model, page.looking.row, page.language)

    def make(tell: Tell) -> None:
        draft = Draft.becoming(work.journey, state)
        for at, canvas in enumerate(work.canvases):
            tell(at, len(work.canvases))
            canvas.sheet.foresee(draft)

    def then(found: Problem | None) -> None:
        try:
            if found is not None:
                raise found
            for canvas in work.canvases:
                canvas.take_turns()
            work.document.restore(state, when)
        except Problem as problem:
            page.refuse(problem)
            return
        page.left.emit()
        said = QCoreApplication.translate(
            "HistoryPage", "The map is as it was: {when}. Undo takes that back."
        )
        page.bench.window.say_done("history", said.format(when=when))

    page.scenes.ask(make, then)


def name(page: HistoryPage, said: str) -> None:
    """Give the state one stands in a name, or another one."""
    row, versions = page.looking.row, page.source.versions
    known, number = page.pane.model.version(row), page.pane.model.number(row)
    try:
        if known is not None:
            versions.rename(known, said)
        else:
            versions.keep(said, number)
    except Problem as problem:
        page.refuse(problem)
        return
    page.work.saving.touched()
    page.pane.follow()
    page.show_row(page.pane.model.now if page.looking.is_now else row)


def unname(page: HistoryPage) -> None:
    """Take the name of the state one stands in away, once the user has agreed to it."""
    model, row = page.pane.model, page.looking.row
    known = model.version(row)
    if known is None:
        return
    said = QCoreApplication.translate("HistoryPage", "Take the name “{name}” away?")
    more = (
        QCoreApplication.translate(
            "HistoryPage", "No step leads to this version: nobody can go back to it any more."
        )
        if model.number(row) is None
        else QCoreApplication.translate("HistoryPage", "The step stays in the history.")
    )
    answers: list[tuple[str, plain.Part]] = [
        (QCoreApplication.translate("HistoryPage", "Keep it"), "reject"),
        (QCoreApplication.translate("HistoryPage", "Take it away"), "destroy"),
    ]
    question = words.filled(said, name=plain.clean(known.name))
    if plain.ask(page, question, more, answers) != 1:
        return
    try:
        page.source.versions.drop(known)
    except Problem as problem:
        page.refuse(problem)
        return
    page.work.saving.touched()
    page.pane.follow()
    page.looking.forget()


def copy(page: HistoryPage) -> None:
    """Copy what is selected, to paste it into the map; say where it will land."""
    from cjm_desktop.ui.clipboard.pasting import Clipboard

    canvas = next((one for one in page.panes.shown if one.selection), page.canvas)
    known = canvas.findChild(Clipboard)
    said = (known or Clipboard(canvas, page.editing, set())).copy_past(page.source.journey)
    if said is not None:
        page.bench.window.tell(said.sentence(page.language), "history", "news")


def compare_row(page: HistoryPage) -> None:
    """Compare the state one stands in with now."""
    from cjm_desktop.ui.history import sides

    model, row, document = page.pane.model, page.looking.row, page.source
    number, version = model.number(row), model.version(row)
    before: Side | None = None
    if number is not None and not page.looking.is_now:
        said = states.name(model, row, page.language)
        before = sides.of_step(document, number, said, model.moment(row))
    elif version is not None and not page.looking.is_now:
        before = sides.of_version(document, version, page.language)
    page.show_comparison(before)


def print_state(page: HistoryPage) -> None:
    """Print or export the map as it is seen."""
    from cjm_desktop.ui.export.dialog import ExportDialog
    from cjm_desktop.ui.history.exhibit import Exhibit

    ExportDialog(Exhibit(page.canvas, page.work), page.bench.desk, "wall", page.window()).exec()
