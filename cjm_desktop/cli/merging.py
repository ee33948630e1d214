"""The command that brings a copy of a map back into it: `merge`."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from cjm_desktop.cli.speech import Speech
from cjm_desktop.cli.targets import check_map
from cjm_desktop.cli.wallnoting import opened
from cjm_desktop.document import Document
from cjm_desktop.document.merging import Reunion, read_copy
from cjm_desktop.journey import comparing
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.merging.conflicts import Choices
from cjm_desktop.journey.merging.telling import Question, questions
from cjm_desktop.journey.problems import Problem

Groups = Sequence[comparing.Group]


def merge(asked: Namespace, speech: Speech) -> None:
    """`cjm merge OURS THEIRS`.

    Raises:
        Problem: they have nothing in common, or both changed the same and nobody said whose is
            right; nothing was written.
    """
    if asked.out is not None:
        check_map(Path(asked.out), force=asked.force)
    with opened(Path(asked.map)) as document:
        reunion = Reunion(document.past(), read_copy(Path(asked.theirs), document.home))
        found = questions(reunion.merging, speech.language)
        choices: Choices = {one.conflict.key: asked.prefer or "ours" for one in found}
        outcome = reunion.outcome(choices)
        groups = _groups(document.journey, outcome, speech.language)
        decided = not found or asked.prefer is not None
        if asked.json:
            speech.data(_data(found, groups, choices if decided else {}, merged=decided))
        else:
            _tell(found, groups, choices if decided else {}, speech)
        if not decided:
            raise Problem("cli.undecided", n=len(found))
        reunion.bring(document, outcome)
        path = _save(document, asked)
    if asked.json:
        return
    if path is None:
        speech.say("cli.nothing_written", path=asked.map)
    else:
        speech.say("cli.merged" if groups or found else "cli.copied", path=path)


def _save(document: Document, asked: Namespace) -> Path | None:
    """Write the outcome; None: the map has it all already, so nothing was written."""
    if asked.out is not None:
        document.save_as(Path(asked.out))
        return Path(asked.out)
    if not document.unpublished:
        return None
    document.publish()
    return Path(asked.map)


def _groups(before: Journey, after: Journey, language: str) -> Groups:
    return comparing.groups(comparing.compare(before, after), language)


def _tell(found: Sequence[Question], groups: Groups, choices: Choices, speech: Speech) -> None:
    if not groups and not found:
        speech.say("cli.nothing_to_merge")
    for group in groups:
        speech.line(group.title)
        for line in group.lines:
            speech.line(f"  {line.whole}")
    for one in found:
        speech.say("cli.conflict", stage=one.stage, what=one.head)
        side = choices.get(one.conflict.key)
        for key, said in (("ours", one.ours), ("theirs", one.theirs)):
            speech.say(f"cli.{key}_taken" if key == side else f"cli.{key}", said=said)


def _data(
    found: Sequence[Question], groups: Groups, choices: Choices, *, merged: bool
) -> dict[str, object]:
    return {
        "merged": merged,
        "changes": [
            {"stage": group.title, "said": [line.whole for line in group.lines]} for group in groups
        ],
        "conflicts": [
            {
                "stage": one.stage,
                "what": one.about,
                "field": one.conflict.name,
                "ids": list(one.conflict.record_ids),
                "deleted_by": one.conflict.gone,
                "ours": one.ours,
                "theirs": one.theirs,
                "taken": choices.get(one.conflict.key),
            }
            for one in found
        ],
    }
