"""Errors in methods that Qt calls: PySide must not get them half made."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

W = TypeVar("W")
E = TypeVar("E")
R = TypeVar("R")


def whole(method: Callable[[W, E], R]) -> Callable[[W, E], R]:
    """Let what a method of Qt raises be a whole error by the time PySide hears of it.

    Python puts an error of its own, such as that of `list.index`, together only when somebody
    catches it. Where one override is called from within another, such as `keyPressEvent` from
    `event`, PySide 6.11 takes it apart before that, and the program ends without a word.
    """

    @wraps(method)
    def called(widget: W, event: E) -> R:
        try:
            return method(widget, event)
        except BaseException:  # noqa: TRY203 - caught, it is whole
            raise

    return called
