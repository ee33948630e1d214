"""Fractional order: keys between any two keys, so that moving one thing writes one thing."""

from __future__ import annotations

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_VALUE = {digit: index for index, digit in enumerate(DIGITS)}


def between(low: str | None, high: str | None) -> str:
    """A key that sorts after `low` and before `high` (None: no bound).

    Raises:
        ValueError: a key is malformed, or `low` does not sort before `high`.
    """
    left, right = low or "", high or ""
    for key in (left, right):
        if key.endswith("0") or any(letter not in _VALUE for letter in key):
            raise ValueError(f"malformed place {key!r}")
    if left and not right:
        return _after(left)
    if right and not left:
        return _before(right)
    if right and left >= right:
        raise ValueError(f"no place between {left!r} and {right!r}")
    return _midpoint(left, right)


def _after(key: str) -> str:
    """The next key: keys stay short however many things are added at the end."""
    kept = len(key) - len(key.lstrip(DIGITS[-1]))
    following = _VALUE[key[kept]] + 1 if kept < len(key) else 1
    return key[:kept] + DIGITS[following]


def _before(key: str) -> str:
    kept = len(key) - len(key.lstrip(DIGITS[0]))
    if _VALUE[key[kept]] == 1:
        return key[:kept] + DIGITS[0] + DIGITS[-1]
    return key[:kept] + DIGITS[_VALUE[key[kept]] - 1]


def _midpoint(left: str, right: str) -> str:
    shared = 0
    while right and shared < len(right) and (left[shared : shared + 1] or "0") == right[shared]:
        shared += 1
    if shared:
        return right[:shared] + _midpoint(left[shared:], right[shared:])
    first = _VALUE[left[0]] if left else 0
    last = _VALUE[right[0]] if right else len(DIGITS)
    if last - first > 1:
        return DIGITS[(first + last) // 2]
    if len(right) > 1:
        return right[0]
    return DIGITS[first] + _midpoint(left[1:], "")


def spread(count: int) -> tuple[str, ...]:
    """`count` keys in order, short and evenly spaced, for a list made at once."""
    width = 1
    while len(DIGITS) ** width <= count * 2:
        width += 1
    whole = len(DIGITS) ** width
    keys = []
    for index in range(1, count + 1):
        number, letters = index * whole // (count + 1), ""
        for _ in range(width):
            number, digit = divmod(number, len(DIGITS))
            letters = DIGITS[digit] + letters
        keys.append(letters.rstrip("0"))
    return tuple(keys)
