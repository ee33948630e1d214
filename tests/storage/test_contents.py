"""Reading rows: what is made meanwhile is no work for the garbage collector."""

import gc

import pytest

from cjm_desktop.storage.contents import without_collector


class Node:
    """Something the collector must look at."""


def young() -> set[int]:
    return {id(one) for one in gc.get_objects(generation=0)}


@pytest.fixture(autouse=True)
def _nothing_is_frozen() -> None:
    """Whatever ran before in this process: a map that was drawn stays frozen."""
    gc.unfreeze()


def test_what_was_read_is_old_at_once() -> None:
    assert gc.isenabled()
    with without_collector():
        assert not gc.isenabled()
        made = [Node() for _ in range(5000)]
    assert gc.isenabled()
    assert not young() & {id(one) for one in made}
    assert gc.get_freeze_count() == 0


def test_garbage_made_meanwhile_is_still_found() -> None:
    with without_collector():
        for _ in range(100):
            node = Node()
            node.__dict__["itself"] = node
    del node
    assert gc.collect() >= 100


def test_what_others_froze_stays_frozen() -> None:
    gc.freeze()
    try:
        with without_collector():
            pass
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()


def test_a_collector_that_is_off_stays_off() -> None:
    gc.disable()
    try:
        with without_collector():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
