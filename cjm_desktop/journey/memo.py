"""What has been found or laid out already, so that an edit does again only what it touches."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")
_GROWTH = 3
"""Times as many results may be kept as are in use; then the idle ones are swept out."""
_LEAST = 4000


class Memo:
    """Results by key, each good for as long as what it was made from stays equal.

    What a result was made from is compared as a tuple; equal parts that are the same object cost
    nothing, so a journey that keeps its records makes this quick.

    Args:
        under: the conditions (colours, options) under which all results hold.
    """

    def __init__(self, under: object = None) -> None:
        self._under = under
        self._kept: dict[Hashable, tuple[Any, Any]] = {}
        self._broad: set[Hashable] = set()
        self._asked: set[Hashable] = set()
        self._most = 0
        """How many results are enough; known after the first drawing."""
        self._sweeping = False

    def once(
        self, key: Hashable, made_from: tuple[Any, ...], make: Callable[..., T], *args: Any
    ) -> T:
        """The result of `make(*args)`, or the one kept from last time if nothing it needs changed.

        Args:
            key: what the result is of.
            made_from: everything that `make` looks at.
        """
        if self._sweeping:
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

    def broad(
        self, key: Hashable, made_from: tuple[Any, ...], make: Callable[..., T], *args: Any
    ) -> T:
        """As `once`, for a result that is itself made of many kept ones."""
        self._broad.add(key)
        return self.once(key, made_from, make, *args)

    def last(self, key: Hashable) -> Any:
        """The result kept from last time, whatever it was made from; None where there is none."""
        kept = self._kept.get(key)
        return kept[1] if kept is not None else None

    def fork(self) -> Memo:
        """A memo that begins as this one, to be used in another thread."""
        other = Memo(self._under)
        other._kept, other._broad, other._most = self._kept.copy(), self._broad.copy(), self._most
        return other

    def shared_for(self, under: object) -> Memo | None:
        """This memo, if its results were made under equal conditions."""
        return self if self._under == under else None

    def tidy(self) -> None:
        """Keep the memo from growing; to be called after each drawing.

        Once there is too much, the next drawing goes without the broad results and so asks for
        everything that is still in use; then the rest goes.
        """
        if self._sweeping:
            self._kept = {key: self._kept[key] for key in self._asked if key in self._kept}
            self._most = max(_LEAST, _GROWTH * len(self._kept))
            self._asked, self._sweeping = set(), False
        elif not self._most:
            self._most = max(_LEAST, _GROWTH * len(self._kept))
        elif len(self._kept) > self._most:
            for key in self._broad:
                self._kept.pop(key, None)
            self._broad, self._sweeping = set(), True
