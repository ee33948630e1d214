"""Figures beside their limits: told at the end, and as JSON to the file CJM_FIGURES names."""

import gc
import json
import os
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import pytest

RUNS = 7


@dataclass(frozen=True)
class Figure:
    """Something measured, and the most it may be."""

    name: str
    value: float
    limit: float
    unit: str


class Figures:
    """What a run has measured."""

    def __init__(self) -> None:
        self.all: list[Figure] = []

    def check(
        self, name: str, value: float, limit: float, unit: str = "times", *, margin: float = 1
    ) -> None:
        """Note a figure beside its limit, and fail where it is over it.

        Args:
            name: what was measured.
            value: how much it came to.
            limit: the most it may be on a quiet machine.
            unit: of both.
            margin: times by which a machine that has other things to do may miss the limit.
        """
        self.all.append(Figure(name, round(value, 4), limit, unit))
        said = f"{name}: {value:.3g} {unit}, the limit is {limit:g}"
        assert value <= limit * margin, said if margin == 1 else f"{said} (times {margin:g})"

    def note(self, name: str, value: float, unit: str) -> None:
        """Note a figure that has no limit of its own."""
        self.all.append(Figure(name, round(value, 4), float("inf"), unit))


_FIGURES = pytest.StashKey[Figures]()


@pytest.fixture(autouse=True)
def garbage() -> Iterator[None]:
    """Search for garbage as often as where the program runs; other tests do so seldom."""
    here = gc.get_threshold()
    gc.set_threshold(700, 10, 10)  # what Python begins with; the program leaves it so
    yield
    gc.set_threshold(*here)


def medians(
    *works: Callable[[], object], runs: int = RUNS, clock: Callable[[], float] = time.perf_counter
) -> tuple[float, ...]:
    """The median times of some works, in seconds.

    They take turns, so that what else the machine does falls on all of them alike; garbage is
    collected before each.
    """
    times: list[list[float]] = [[] for _ in works]
    for _ in range(runs):
        for work, spent in zip(works, times, strict=True):
            gc.collect()
            begun = clock()
            made = work()  # kept, so that taking it away again is not timed
            spent.append(clock() - begun)
            del made
    return tuple(statistics.median(spent) for spent in times)


@pytest.fixture(scope="session")
def figures(request: pytest.FixtureRequest) -> Iterator[Figures]:
    """Where benchmarks put what they measure."""
    found = request.config.stash.setdefault(_FIGURES, Figures())
    yield found
    place = os.environ.get("CJM_FIGURES")
    if place:
        said = [asdict(one) | {"limit": _finite(one.limit)} for one in found.all]
        Path(place).write_text(json.dumps(said, indent=2, ensure_ascii=False), encoding="utf-8")


def _finite(limit: float) -> float | None:
    return None if limit == float("inf") else limit


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Tell all figures."""
    found = config.stash.get(_FIGURES, None)
    if found is None or not found.all:
        return
    terminalreporter.section("figures")
    for one in found.all:
        limit = "" if one.limit == float("inf") else f"  limit {one.limit:g}"
        terminalreporter.line(f"{one.value:10.3f} {one.unit:<6}{limit:<14} {one.name}")
