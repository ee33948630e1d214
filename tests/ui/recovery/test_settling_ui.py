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
        qtbot.waitUntil(lambda: not settling.busy, timeout=5000)
    document.discard()
    assert [kind for kind, *_ in raised] == [ValueError]


def test_an_error_in_a_job_is_raised_there_too(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Path) -> None:
        raise ValueError("nobody foresaw it")

    document = Document.create(templates.make("blank", "en"), Home(tmp_path / "home"))
    settling = Settling(document)
    document.prepare()
    monkeypatch.setattr("cjm_desktop.storage.debts.sync", fail)
    with qtbot.captureExceptions() as raised:
        settling.settle()
        qtbot.waitUntil(lambda: not settling.busy, timeout=5000)
    document.discard()
    assert [kind for kind, *_ in raised] == [ValueError]
