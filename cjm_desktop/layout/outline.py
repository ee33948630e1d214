"""Outlines made of lines and cubic curves."""

from __future__ import annotations

from cjm_desktop.layout.pieces import Command

ARC = 0.5522847498
"""How far the handles of a quarter circle reach, in radii."""


def polygon(*points: tuple[float, float]) -> tuple[Command, ...]:
    """A closed outline through points."""
    first, *rest = points
    return (("M", first), *(("L", point) for point in rest), ("Z", ()))


def bubble(w: float, h: float, radius: float, tail_x: float, tail: float) -> tuple[Command, ...]:
    """A rounded rectangle whose lower edge has a tail like a spoken word's.

    Args:
        w, h: of the rectangle, u.
        tail_x: where the tail begins from the left; its tip lies below and a little to the left.
        tail: how far it hangs down.
    """
    r, k = radius, radius * (1 - ARC)
    return (
        ("M", (r, 0)),
        ("L", (w - r, 0)),
        ("C", (w - k, 0, w, k, w, r)),
        ("L", (w, h - r)),
        ("C", (w, h - k, w - k, h, w - r, h)),
        ("L", (tail_x + tail * 1.15, h)),
        ("L", (tail_x - tail * 0.45, h + tail)),
        ("L", (tail_x, h)),
        ("L", (r, h)),
        ("C", (k, h, 0, h - k, 0, h - r)),
        ("L", (0, r)),
        ("C", (0, k, k, 0, r, 0)),
        ("Z", ()),
    )


def left_rounded(x: float, y: float, w: float, h: float, radius: float) -> tuple[Command, ...]:
    """A bar whose left corners are round."""
    r, k = min(radius, w, h / 2), min(radius, w, h / 2) * (1 - ARC)
    return (
        ("M", (x + w, y)),
        ("L", (x + r, y)),
        ("C", (x + k, y, x, y + k, x, y + r)),
        ("L", (x, y + h - r)),
        ("C", (x, y + h - k, x + k, y + h, x + r, y + h)),
        ("L", (x + w, y + h)),
        ("Z", ()),
    )


def arrow_bar(w: float, h: float, tip: float, left: bool, right: bool) -> tuple[Command, ...]:
    """A bar from (0, 0) whose ends are pointed or, where they are not, round.

    Args:
        tip: length of a pointed end.
        left, right: whether that end is pointed.
    """
    r = h / 2
    k = r * (1 - ARC)
    found: list[Command] = [("M", (tip if left else r, 0)), ("L", (w - (tip if right else r), 0))]
    if right:
        found += [("L", (w, r)), ("L", (w - tip, h))]
    else:
        found += [("C", (w - k, 0, w, k, w, r)), ("C", (w, h - k, w - k, h, w - r, h))]
    found.append(("L", (tip if left else r, h)))
    if left:
        found.append(("L", (0, r)))
    else:
        found += [("C", (k, h, 0, h - k, 0, r)), ("C", (0, k, k, 0, r, 0))]
    return (*found, ("Z", ()))
