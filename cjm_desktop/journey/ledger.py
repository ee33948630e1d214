"""Which number each card of a document has once been given."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import count
from typing import Any

PAGE = 256
"""So many ids are noted together: one more card writes one short page, however many there are."""
KEY = re.compile(r"codes\.(0|[1-9]\d{0,4})")
"""Where a page is kept beside the map."""
LONGEST_ID = 40


class Ledger:
    """Ids in the order in which they were given a number: 1, 2, 3 ... Nothing is ever taken out.

    So a card that is deleted keeps its number for the day when undo brings it back, and nobody
    else is given it. The forks of a journey share one ledger.

    Args:
        ids: that have a number already.
        noted: the pages they are on, instead.
    """

    def __init__(self, ids: Sequence[str] = (), noted: Mapping[str, Any] | None = None) -> None:
        self._given, self._pages = ids, noted or {}
        self._fresh = 0
        self.whole = False
        """Every card of the journey has been looked at once."""

    @cached_property
    def _ids(self) -> list[str]:
        return _noted_ids(self._pages) if self._pages else list(self._given)

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return dict(zip(self._ids, count(1)))

    def __len__(self) -> int:
        return len(self._ids)

    @property
    def ids(self) -> Sequence[str]:
        """Who was given a number, in the order of the numbers."""
        return self._ids

    def __contains__(self, record_id: object) -> bool:
        return record_id in self._numbers

    def number(self, record_id: str) -> int | None:
        """The number of an id, if it has one."""
        return self._numbers.get(record_id)

    def id_of(self, number: int) -> str | None:
        """Who was given a number, if anybody was."""
        return self._ids[number - 1] if 1 <= number <= len(self._ids) else None

    def give(self, ids: Iterable[str]) -> None:
        """Give each of some ids that has none the next number."""
        for one in ids:
            if one not in self._numbers:
                self._ids.append(one)
                self._numbers[one] = len(self._ids)
                self._fresh += 1

    def pages(self, fresh: Sequence[str] = ()) -> dict[str, Any]:
        """What is to be noted beside the map: the pages that are not as they were noted last.

        Args:
            fresh: ids that get the next numbers if the edit that makes them is kept.
        """
        ids = [*self._ids, *fresh]
        known = len(self._ids) - self._fresh
        first, last = known // PAGE, (len(ids) - 1) // PAGE
        if len(ids) == known:
            return {}
        return {
            f"codes.{page}": json.dumps(ids[page * PAGE : (page + 1) * PAGE])
            for page in range(first, last + 1)
        }

    def noted(self) -> None:
        """What `pages` told has been written."""
        self._fresh = 0


def fits(key: str, value: object) -> bool:
    """Whether a page is one: a list of ids, none too long."""
    return bool(KEY.fullmatch(key) and _ids_of(value))


def _ids_of(page: object) -> list[str]:
    """The ids on a page; none: it is no page. Each opening reads thousands: no loop of our own."""
    if not isinstance(page, str):
        return []
    try:
        ids = json.loads(page)
    except (ValueError, RecursionError):
        return []
    if not isinstance(ids, list) or len(ids) > PAGE or set(map(type, ids)) != {str}:
        return []
    return ids if min(map(len, ids)) > 0 and max(map(len, ids)) <= LONGEST_ID else []


def _noted_ids(pages: Mapping[str, Any]) -> list[str]:
    """The ids on some pages, by their keys; what follows a page that is missing is forgotten."""
    ids: list[str] = []
    page = 0
    while found := _ids_of(pages.get(f"codes.{page}")):
        ids += found
        page += 1
        if len(ids) < page * PAGE:
            break
    return list(dict.fromkeys(ids))


def read(meta: Mapping[str, Any]) -> Ledger:
    """The ledger that was noted beside a map, which nobody may wait for before it is asked."""
    return Ledger(noted={key: page for key, page in meta.items() if KEY.fullmatch(key)})
