"""Two versions of a list of texts or ids, and the one they come from."""

from __future__ import annotations

from collections.abc import Iterable

Texts = tuple[str, ...]


def joined(base: Texts, ours: Texts, theirs: Texts) -> Texts | None:
    """The list with what either side added and without what either took out.

    Where both added something at the same place it stands in the order of the alphabet, so that it
    does not matter who merges first.

    Returns:
        None where both put the same things into different orders, or one is in a list twice.
    """
    if any(len(set(one)) < len(one) for one in (base, ours, theirs)):
        return None
    kept = [one for one in base if one in ours and one in theirs]
    orders = [_only(side, kept) for side in (ours, theirs)]
    if kept not in orders and orders[0] != orders[1]:
        return None
    order = orders[0] if orders[1] == kept else orders[1]
    added = [_added(side, base, kept) for side in (ours, theirs)]
    found: list[str] = []
    for anchor in (None, *order):
        if anchor is not None:
            found.append(anchor)
        found += _both(added[0].get(anchor, []), added[1].get(anchor, []))
    return tuple(dict.fromkeys(found))


def _only(listed: Iterable[str], kept: Iterable[str]) -> list[str]:
    wanted = set(kept)
    return [one for one in listed if one in wanted]


def _added(side: Texts, base: Texts, kept: Iterable[str]) -> dict[str | None, list[str]]:
    """What a side added, by what it stands behind; None: at the beginning."""
    found: dict[str | None, list[str]] = {}
    anchor, there, known = None, set(kept), set(base)
    for one in side:
        if one in there:
            anchor = one
        elif one not in known:
            found.setdefault(anchor, []).append(one)
    return found


def _both(ours: list[str], theirs: list[str]) -> list[str]:
    if not ours or not theirs or ours == theirs:
        return ours or theirs
    return sorted({*ours, *theirs})
