"""Whether a difference can be told from chance: shares by intervals, values by rearranging."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

Z = 1.959963984540054
"""Of the standard normal distribution, 95 % lie within this many deviations."""
RISK = 0.05
"""How often chance alone may look like a difference."""
MOST_ARRANGED = 6000
"""More ways than this to split the values are not tried one by one."""


class Share(NamedTuple):
    """How many of how many."""

    hits: float
    whole: float

    @property
    def value(self) -> float:
        """The share, 0 to 1."""
        return self.hits / self.whole


def wilson(share: Share) -> tuple[float, float]:
    """The 95 % score interval of a share (Wilson 1927), 0 to 1.

    Args:
        share: of at least one.
    """
    p, n = share.value, share.whole
    middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n)
    half = Z * math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n)
    return max(0.0, middle - half), min(1.0, middle + half)


def difference(before: Share, after: Share) -> tuple[float, float]:
    """The 95 % interval of `after` less `before` (Newcombe 1998, method 10), -1 to 1."""
    first, second = before.value, after.value
    low_1, high_1 = wilson(before)
    low_2, high_2 = wilson(after)
    less = math.hypot(second - low_2, high_1 - first)
    more = math.hypot(high_2 - second, first - low_1)
    return second - first - less, second - first + more


def tellable(first: int, second: int) -> bool:
    """Whether so many values on each side can ever differ by more than chance."""
    if min(first, second) < 2:
        return False
    alike = 2 if first == second else 1  # the mirrored split is as far apart
    return alike / math.comb(first + second, first) <= RISK


def risk(before: Sequence[float], after: Sequence[float]) -> float:
    """How often values split at random lie as far apart in their means as these do, 0 to 1.

    A permutation test (Fisher 1935), of every split where there are few, else by the normal
    distribution that the splits come near to.
    """
    values = [*before, *after]
    total, count = math.fsum(values), len(after)
    if math.comb(len(values), count) > MOST_ARRANGED:
        return _risk_of_many(before, after)
    apart = abs(_apart(math.fsum(after), total, count, len(values)))
    splits = [math.fsum(chosen) for chosen in combinations(values, count)]
    as_far = sum(
        abs(_apart(one, total, count, len(values))) >= apart - 1e-9 * (1 + apart) for one in splits
    )
    return as_far / len(splits)


def _apart(part: float, total: float, count: int, all_of_them: int) -> float:
    """The mean of some values less the mean of the others."""
    return part / count - (total - part) / (all_of_them - count)


def _risk_of_many(before: Sequence[float], after: Sequence[float]) -> float:
    values = [*before, *after]
    mean = math.fsum(values) / len(values)
    spread = math.fsum((one - mean) ** 2 for one in values) / (len(values) - 1)
    deviation = math.sqrt(spread * len(values) / (len(before) * len(after)))
    if deviation == 0:
        return 1.0
    apart = _apart(math.fsum(after), math.fsum(values), len(after), len(values))
    return math.erfc(abs(apart) / deviation / math.sqrt(2))
