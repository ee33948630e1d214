"""What of a piece's operators draws what can be seen, such as on one sheet of many."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from cjm_desktop.layout.pieces import Glyphs, Primitive
from cjm_desktop.poster import content

_KINDS = {"rg": "fill", "RG": "line", "SCN": "line", "w": "w", "d": "d", "j": "j", "Tf": "font"}
_KINDS |= {"g": "fill", "G": "line"}
"""What the operators settle that leave no ink: the next one of a kind undoes the one before."""
_UPRIGHT = "1 0 0 -1 "
"""How a place begins that is not told from another one."""


def at(x: float, y: float) -> str:
    """Where a run begins; letters stand upright while y grows downwards."""
    return f"{_UPRIGHT}{content.number(x)} {content.number(y)} Tm"


def place_alone(drawn: Iterable[tuple[int, Primitive]], kept: dict[int, str]) -> None:
    """Say of each line of text where it begins, if the one it was told from is not kept.

    Args:
        drawn: which operators leave ink, and of what.
        kept: those that are kept, by their numbers; changes.
    """
    before = True
    for index, primitive in drawn:
        if not isinstance(primitive, Glyphs):
            continue
        if index in kept and not before and not kept[index].startswith(_UPRIGHT):
            _, beside, shown = kept[index].partition(" Td")
            if beside:
                kept[index] = at(primitive.x, primitive.y) + shown
        before = index in kept


def joined(operators: Sequence[str], kept: Mapping[int, str]) -> str:
    """The operators that are kept, with the colours, widths and fonts that they use.

    Written backwards, so that it is known of each of those whether it is used before the next one
    of its kind.

    Args:
        kept: of those that leave ink, by their numbers.
    """
    found: list[str] = []
    idle: set[str] = set(_KINDS.values())
    ended = in_text = False
    for index in range(len(operators) - 1, -1, -1):
        operator, drawn = operators[index], kept.get(index)
        if drawn is not None:
            if ended:
                found.append("ET")
                ended, in_text = False, True
            found.append(drawn)
            idle.clear()
        elif operator == "ET":
            ended = True
        elif operator == "BT":
            found += ["BT"] if in_text else []
            ended = in_text = False
        else:
            kind = _kind(operator)
            if kind and kind not in idle:
                found.append(operator)
                idle.add(kind)
    return "\n".join(reversed(found))


@lru_cache(maxsize=1024)
def _kind(operator: str) -> str | None:
    return _KINDS.get(operator.rpartition(" ")[2])
