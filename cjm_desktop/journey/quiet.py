"""Making much at once without the garbage collector, and keeping it from its eyes.

A large map is a million small objects without a cycle among them; looking through them again and
again takes longer than making them. What is kept is freed as ever when nobody holds it.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


class _Kept:
    """Whether anything is kept: Python itself would count all of it, one by one."""

    anything = False


@contextmanager
def uncollected() -> Iterator[None]:
    """Do without garbage collection for a while."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def keep() -> None:
    """Keep all that there is from the collector until `let_go`."""
    gc.freeze()
    _Kept.anything = True


def let_go() -> None:
    """Let the collector look at everything again."""
    gc.unfreeze()
    _Kept.anything = False


def make_old() -> None:
    """Move all that there is to where garbage is seldom looked for, without looking at it."""
    gc.freeze()
    if not _Kept.anything:
        gc.unfreeze()
