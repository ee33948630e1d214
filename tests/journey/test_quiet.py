"""Making much at once: what is made meanwhile is no work for the garbage collector."""

import gc

from cjm_desktop.journey.quiet import uncollected


class Node:
    """Something the collector must look at."""


def test_garbage_made_meanwhile_is_still_found() -> None:
    assert gc.isenabled()
    with uncollected():
        assert not gc.isenabled()
        for _ in range(100):
            node = Node()
            node.__dict__["itself"] = node
    assert gc.isenabled()
    del node
    assert gc.collect() >= 100


def test_a_collector_that_is_off_stays_off() -> None:
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
