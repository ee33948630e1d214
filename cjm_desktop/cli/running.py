"""Running a command: what goes wrong becomes one sentence and an exit code."""

from __future__ import annotations

import os
import sys
import traceback
from argparse import Namespace
from collections.abc import Callable
from importlib import import_module

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


_MODULES = {
    "new": "making",
    "import": "making",
    "export": "exporting",
    "automation": "automating",
    "wallnotes": "wallnoting",
    "check": "checking",
    "merge": "merging",
    "diff": "diffing",
    "screenshot": "screen",
    "show": "telling",
    "history": "telling",
}
"""Where the function of each command is; it is called as the command is, where it may be."""


def _command(name: str) -> Callable[[Namespace, Speech], None]:
    """The function of a command; only what it needs is loaded."""
    module = import_module(f"cjm_desktop.cli.{_MODULES[name]}")
    found: Callable[[Namespace, Speech], None] = getattr(
        module, "import_file" if name == "import" else name
    )
    return found
