"""Making much at once: what is made meanwhile is no work for the garbage collector."""

import gc

import pytest

from cjm_desktop.journey.quiet import keep, let_go, make_old, uncollected


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


@pytest.mark.parametrize("kept", [False, True])
def test_what_is_made_old_is_not_looked_at_soon(kept: bool) -> None:
    """An open map stays kept, and what is made old beside it does not take it out."""
    let_go()  # whatever maps are open in this process
    if kept:
        keep()
    try:
        made = [Node() for _ in range(100)]
        make_old()
        young = {id(one) for one in gc.get_objects(generation=0)}
        assert not young & {id(one) for one in made}
        assert (gc.get_freeze_count() > 0) == kept
    finally:
        let_go()
    assert gc.get_freeze_count() == 0
