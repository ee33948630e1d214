"""`check`: whether a file is whole, and what can be recovered of one that is not."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from cjm_desktop.cli.making import keep
from cjm_desktop.cli.speech import Speech
from cjm_desktop.cli.targets import check_map
from cjm_desktop.document.salvaging import salvage
from cjm_desktop.journey.problems import Problem
from cjm_desktop.storage import reader
from cjm_desktop.storage.contents import Contents
from cjm_desktop.storage.problems import Damaged, NotAMap


def check(asked: Namespace, speech: Speech) -> None:
    """`cjm check MAP.cjm`: reading looks at everything there is to check."""
    path = Path(asked.map)
    if asked.recover:
        _recover(path, Path(asked.recover), speech, force=asked.force)
        return
    try:
        contents = reader.read(path)
    except Damaged as damaged:
        for rule in damaged.broken:
            speech.line(rule.sentence(speech.language))
        raise
    _say_whole(path, contents, speech)


def _say_whole(path: Path, contents: Contents, speech: Speech) -> None:
    speech.say(
        "cli.whole",
        path=path,
        records=speech.count("cli.count.records", len(contents.journey)),
        steps=speech.count("cli.count.history", len(contents.steps)),
    )


def _recover(path: Path, target: Path, speech: Speech, *, force: bool) -> None:
    """Make a new map of what can be read; of a file that is whole none is made."""
    if target.exists() and path.exists() and target.samefile(path):
        raise Problem("cli.recover_itself", path=target)
    check_map(target, force=force)
    try:
        contents = reader.read(path)
    except (Damaged, NotAMap) as problem:
        if not path.is_file():  # a folder, say: there is nothing to read further
            raise
        speech.line(problem.sentence(speech.language))
    else:
        _say_whole(path, contents, speech)
        speech.say("cli.recover_needless", path=target)
        return
    found = salvage(path)
    keep(found.journey, target)
    speech.line(found.told.sentence(speech.language))
    for lost in found.losses(speech.language):
        speech.line(lost)
    records = speech.count("cli.count.records", len(found.journey))
    speech.say("cli.recovered", path=target, records=records)
