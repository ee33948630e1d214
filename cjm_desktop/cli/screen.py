"""The command that needs Qt: `screenshot`."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cjm_desktop import preflight
from cjm_desktop.cli.outcomes import Senseless
from cjm_desktop.cli.speech import Speech
from cjm_desktop.cli.targets import check_export
from cjm_desktop.journey.problems import Problem
from cjm_desktop.storage import reader


def screenshot(asked: Namespace, speech: Speech) -> None:
    """`cjm screenshot MAP.cjm OUT.png`."""
    source, out = Path(asked.map), Path(asked.out)
    if out.suffix.lower() != ".png":
        raise Senseless("cli.no_format", name=out.name, known="png")
    reader.check_header(source)
    check_export(source, out, force=asked.force)
    if out.is_dir() or not out.parent.is_dir():
        raise Problem("cli.no_place", path=out)
    # Qt would abort without a word.
    lacking = preflight.problems(window=False)
    if lacking:
        said = (one.russian if speech.language == "ru" else one.english for one in lacking)
        way_out = preflight.apt_line(lacking)
        raise Problem("cli.no_qt", what=" ".join(said), line=way_out)
    # Before Qt is loaded: there need be no display, and nobody reads what it lacks without one.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    from cjm_desktop.ui.screenshot import screenshot as picture

    width, height = asked.size
    with _no_traceback():
        picture(
            source,
            out,
            width,
            height,
            asked.theme,
            speech.language,
            width_by_time=asked.width_by_time,
        )
    speech.say("cli.written", path=out)


@contextmanager
def _no_traceback() -> Iterator[None]:
    """Raise, at the end, the first error that Qt would have printed and forgotten."""
    found: list[BaseException] = []
    before = sys.excepthook
    sys.excepthook = lambda _kind, error, _traceback: found.append(error)
    try:
        yield
    finally:
        sys.excepthook = before
    if found:
        raise found[0]
