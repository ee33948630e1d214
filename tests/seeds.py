"""Walks at random: a few in the suite, all of them with `-m long`."""

from __future__ import annotations

import pytest


def seeds(few: int, many: int, *known: int) -> list[object]:
    """Seeds for a parametrised test.

    Args:
        few: how many the suite takes.
        many: how many there are; the rest is long.
        known: seeds that have found something: always taken.
    """
    rest = (one for one in range(few, many) if one not in known)
    later = [pytest.param(one, marks=pytest.mark.long) for one in rest]
    return [*range(few), *(one for one in known if one >= few), *later]
