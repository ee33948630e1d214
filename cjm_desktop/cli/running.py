"""Running a command: what goes wrong becomes one sentence and an exit code."""

from __future__ import annotations

import os
import sys
import traceback
from argparse import Namespace
from collections.abc import Callable

from cjm_desktop.cli.options import USAGE
from cjm_desktop.cli.outcomes import REFUSED, Senseless
from cjm_desktop.cli.speech import Speech
from cjm_desktop.journey.problems import Problem


def run(asked: Namespace) -> int:
    """Run the command that was asked for and return the exit code."""
    speech = Speech.for_user(asked.language, os.environ)
    try:
        _command(asked.command)(asked, speech)
    except Senseless as problem:
        return speech.refuse(problem, USAGE)
    except Problem as problem:
        return speech.refuse(problem, REFUSED)
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = error.strerror or type(error).__name__
        refused = Problem("cli.system", reason=reason, name=error.filename or "")
        return speech.refuse(refused, REFUSED)
    except Exception as error:  # noqa: BLE001 - the last resort: a sentence, never a traceback
        if os.environ.get("CJM_DEBUG"):
            traceback.print_exc(file=sys.stderr)
        what = f"{type(error).__name__}: {error}".replace("\n", " ")[:300]
        return speech.refuse(Problem("cli.internal", what=what), REFUSED)
    return 0


def _command(name: str) -> Callable[[Namespace, Speech], None]:
    """The function of a command; only what it needs is loaded."""
    found: dict[str, Callable[[Namespace, Speech], None]]
    match name:
        case "new" | "import":
            from cjm_desktop.cli import making

            found = {"new": making.new, "import": making.import_file}
        case "export":
            from cjm_desktop.cli import exporting

            found = {"export": exporting.export}
        case "automation":
            from cjm_desktop.cli import automating

            found = {"automation": automating.automation}
        case "wallnotes":
            from cjm_desktop.cli import wallnoting

            found = {"wallnotes": wallnoting.wallnotes}
        case "check":
            from cjm_desktop.cli import checking

            found = {"check": checking.check}
        case "merge":
            from cjm_desktop.cli import merging

            found = {"merge": merging.merge}
        case "diff":
            from cjm_desktop.cli import diffing

            found = {"diff": diffing.diff}
        case "screenshot":
            from cjm_desktop.cli import screen

            found = {"screenshot": screen.screenshot}
        case _:
            from cjm_desktop.cli import telling

            found = {"show": telling.show, "history": telling.history}
    return found[name]
