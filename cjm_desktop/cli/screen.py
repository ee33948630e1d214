"""The command that needs Qt: `screenshot`."""

from __future__ import annotations

import importlib
import os
from argparse import Namespace
from pathlib import Path

from cjm_desktop.cli.running import Senseless
from cjm_desktop.cli.speech import Speech
from cjm_desktop.storage import reader


def screenshot(asked: Namespace, speech: Speech) -> None:
    """`cjm screenshot MAP.cjm OUT.png`."""
    source, out = Path(asked.map), Path(asked.out)
    if out.suffix.lower() != ".png":
        raise Senseless("cli.no_format", name=out.name, known="png")
    reader.check_header(source)
    # Before Qt is loaded: there need be no display.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # The window is put together above this room, and only this command wants it.
    app = importlib.import_module("cjm_desktop.app")
    width, height = asked.size
    app.screenshot(source, out, width, height, asked.theme, speech.language)
    speech.say("cli.written", path=out)
