"""How a command may end that was understood, and the problem of one that made no sense."""

from __future__ import annotations

from cjm_desktop.journey.problems import Problem

REFUSED = 1
INTERRUPTED = 130


class Senseless(Problem):
    """What was typed cannot mean anything, whatever the files say."""
