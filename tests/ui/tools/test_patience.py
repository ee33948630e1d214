"""Costly previews wait, cheap ones do not, and of several waiting the last one counts."""

import pytest
from pytestqt.qtbot import QtBot

from cjm_desktop.ui.tools import patience
from cjm_desktop.ui.tools.patience import Patience


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A clock that costs set forward by hand."""
    now = [0.0]
    monkeypatch.setattr(patience, "perf_counter", lambda: now[0])
    return now


def test_cheap_things_are_done_at_once(qtbot: QtBot, clock: list[float]) -> None:
    done: list[int] = []
    waits = Patience()
    for number in range(3):
        waits.call(lambda number=number: done.append(number))
    assert done == [0, 1, 2]


def test_of_costly_things_the_last_is_done_after_a_while(qtbot: QtBot, clock: list[float]) -> None:
    done: list[int] = []

    def slow(number: int) -> None:
        clock[0] += 0.05
        done.append(number)

    waits = Patience()
    waits.call(lambda: slow(0))
    for number in (1, 2, 3):
        waits.call(lambda number=number: slow(number))
    assert done == [0], "the first one was thought to be cheap"
    qtbot.waitUntil(lambda: len(done) == 2, timeout=2000)
    assert done == [0, 3]


def test_what_waits_can_be_hurried_or_forgotten(qtbot: QtBot, clock: list[float]) -> None:
    done: list[str] = []

    def slow(name: str) -> None:
        clock[0] += 0.05
        done.append(name)

    waits = Patience()
    waits.call(lambda: slow("first"))
    waits.call(lambda: slow("hurried"))
    waits.now()
    assert done == ["first", "hurried"]
    waits.call(lambda: slow("forgotten"))
    waits.forget()
    waits.now()
    assert done == ["first", "hurried"]
