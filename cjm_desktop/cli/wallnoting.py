"""The command that brings notes from a printed map into its file: `wallnotes`."""

from __future__ import annotations

import tempfile
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cjm_desktop.cli.exporting import map_id_of
from cjm_desktop.cli.speech import Speech
from cjm_desktop.document import Document, Home
from cjm_desktop.exchange import text_file
from cjm_desktop.exchange import wallnotes as notes


def wallnotes(asked: Namespace, speech: Speech) -> None:
    """`cjm wallnotes MAP.cjm NOTES.txt`."""
    source = Path(asked.notes)
    text = text_file.decode(text_file.read_bytes(source), source)
    with opened(Path(asked.map)) as document:
        map_id = map_id_of(document.journey, asked.name)
        dropping = asked.delete or asked.dry_run
        plan = notes.plan(document.journey, map_id, text, dropping=dropping)
        if plan.applied and not asked.dry_run:
            with document.edit("step.wall_notes", n=plan.applied) as draft:
                plan.apply(draft)
            document.publish()
    if asked.json:
        speech.data(_data(plan, speech, applied=not asked.dry_run))
        return
    for one in plan.lines:
        said = one.sentence(speech.language)
        speech.say("cli.note_refused" if one.refused else "cli.note", line=one.line, said=said)
    speech.say(
        "cli.notes_planned" if asked.dry_run else "cli.notes_done",
        done=plan.applied,
        refused=len(plan.lines) - plan.applied,
    )


@contextmanager
def opened(path: Path) -> Iterator[Document]:
    """A map's file, opened as the window opens it, with nothing of it left behind."""
    with tempfile.TemporaryDirectory(prefix="cjm-") as folder:
        document = Document.open(path, Home(Path(folder), passing=True))
        try:
            yield document
        finally:
            document.close()


def _data(plan: notes.Plan, speech: Speech, *, applied: bool) -> dict[str, object]:
    return {
        "applied": applied,
        "done": plan.applied,
        "refused": len(plan.lines) - plan.applied,
        "lines": [
            {
                "line": one.line,
                "text": one.text,
                "kind": one.kind,
                "id": one.record_id,
                "said": one.sentence(speech.language),
            }
            for one in plan.lines
        ],
    }
