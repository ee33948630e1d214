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
    if name in {"new", "import"}:
        from cjm_desktop.cli import making

        return making.new if name == "new" else making.import_file
    if name == "export":
        from cjm_desktop.cli import exporting

        return exporting.export
    if name == "automation":
        from cjm_desktop.cli import automating

        return automating.automation
    if name == "wallnotes":
        from cjm_desktop.cli import wallnoting

        return wallnoting.wallnotes
    if name == "screenshot":
        from cjm_desktop.cli import screen

        return screen.screenshot
    from cjm_desktop.cli import telling

    return {"show": telling.show, "check": telling.check, "history": telling.history}[name]
