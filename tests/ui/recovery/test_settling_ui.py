"""A thread that settles, and an error in it that nobody foresaw."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cjm_desktop.document import Document, Home
from cjm_desktop.journey import templates
from cjm_desktop.ui.settling import Settling


def test_an_error_is_raised_in_the_thread_of_the_window(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Path) -> list[float]:
        raise ValueError("nobody foresaw it")

    monkeypatch.setattr("cjm_desktop.ui.settling.probe", fail)
    document = Document.create(templates.make("blank", "en"), Home(tmp_path / "home"))
    with qtbot.captureExceptions() as raised:
        settling = Settling(document)
        with qtbot.waitSignal(settling.changed, timeout=5000):
            settling.stop()
    document.discard()
    assert [kind for kind, *_ in raised] == [ValueError]
