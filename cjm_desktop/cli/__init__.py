"""The command line: the same program without a window.

What a command can refuse it says in one sentence on standard error. Exit codes: 0 done, 1 refused,
2 asked in a way that makes no sense.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        argv: what was typed after `cjm`; None: of this process.

    Returns:
        The exit code.
    """
    from cjm_desktop.cli import options

    try:
        asked = options.parse(sys.argv[1:] if argv is None else argv)
    except SystemExit as end:  # argparse has said what there is to say
        return end.code if isinstance(end.code, int) else options.USAGE
    from cjm_desktop.cli.outcomes import INTERRUPTED, REFUSED
    from cjm_desktop.cli.running import run

    try:
        return run(asked)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone; Python must not try to write to it again at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return REFUSED
