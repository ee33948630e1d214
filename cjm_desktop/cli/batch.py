"""Many maps into one folder: one that fails stops no other."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from cjm_desktop.cli.outcomes import REFUSED, Senseless
from cjm_desktop.cli.speech import Speech
from cjm_desktop.journey.problems import Problem

One = Callable[[Namespace, Path, Path, Speech], None]
"""Writes one map as one file."""


def export(asked: Namespace, speech: Speech, one: One) -> None:
    """Write each map into the folder under its own name, and say which ones failed.

    Ctrl+C ends it between two whole files: a file is put in its place when it is finished.

    Raises:
        Senseless: the folder is a file, or what was asked for makes no sense.
        Problem: some maps failed; each has been named with its reason.
    """
    folder = Path(asked.out)
    if folder.exists() and not folder.is_dir():
        raise Senseless("cli.no_such_folder", path=folder)
    folder.mkdir(parents=True, exist_ok=True)
    failed, total = 0, len(asked.map)
    for number, (source, name) in enumerate(zip(asked.map, _names(asked.map), strict=True), 1):
        speech.say("cli.batch_one", number=number, n=total, path=source)
        try:
            one(asked, Path(source), folder / f"{name}.{asked.kind or 'pdf'}", speech)
        except Senseless:
            raise
        except KeyboardInterrupt:
            speech.say("cli.batch_stopped", done=number - 1 - failed, n=total, folder=folder)
            raise
        except Problem as problem:
            failed += 1
            reason = problem.sentence(speech.language)
            speech.refuse(Problem("cli.batch_not", path=source, reason=reason), REFUSED)
        except OSError as error:
            failed += 1
            reason = error.strerror or type(error).__name__
            speech.refuse(Problem("cli.batch_not", path=source, reason=reason), REFUSED)
    if failed:
        raise Problem("cli.batch_failed", failed=failed, n=total)
    speech.say("cli.batch_done", n=total, folder=folder)


def _names(sources: list[str]) -> list[str]:
    """A name for each file, all different whatever folders the maps come from."""
    found: list[str] = []
    taken: set[str] = set()
    for source in sources:
        stem = Path(source).stem
        name, number = stem, 1
        while name.casefold() in taken:
            number += 1
            name = f"{stem} {number}"
        taken.add(name.casefold())
        found.append(name)
    return found
