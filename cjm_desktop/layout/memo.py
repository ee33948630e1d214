"""What has been laid out already, so that an edit lays out only what it touches."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")
_ROOM = 4
"""Times as many results are kept as the last drawing asked for; then the idle ones go."""
_LEAST = 4000


class Memo:
    """Results by key, each good for as long as what it was made from stays equal.

    What a result was made from is compared as a tuple; equal parts that are the same object cost
    nothing, so a journey that keeps its records makes this quick.
    """

    def __init__(self, under: object = None) -> None:
        self._under = under
        self._kept: dict[Hashable, tuple[Any, Any]] = {}
        self._asked: set[Hashable] = set()

    def once(
        self, key: Hashable, made_from: tuple[Any, ...], make: Callable[..., T], *args: Any
    ) -> T:
        """The result of `make(*args)`, or the one kept from last time if nothing it needs changed.

        Args:
            key: what the result is of.
            made_from: everything that `make` looks at.
        """
        self._asked.add(key)
        kept = self._kept.get(key)
        if kept is not None and kept[0] == made_from:
            result: T = kept[1]
            return result
        result = make(*args)
        if kept is not None and kept[1] == result:
            result = kept[1]
        self._kept[key] = (made_from, result)
        return result

    def shared_for(self, under: object) -> Memo | None:
        """This memo, if its results were made under equal conditions (colours, options)."""
        return self if self._under == under else None

    def tidy(self) -> None:
        """Forget what nobody asked for, once there is much of it."""
        if len(self._kept) > max(_LEAST, _ROOM * len(self._asked)):
            self._kept = {key: self._kept[key] for key in self._asked}
        self._asked = set()
