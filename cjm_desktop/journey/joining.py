"""One list out of two that grew apart from the same one on two laptops."""

from __future__ import annotations

from collections.abc import Sequence


def joined(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> tuple[str, ...]:
    """A list of ids or texts with what either side added and without what either side took out.

    So two laptops that each put a persona on a map do not contradict each other. It does not matter
    which side is whose, nor in which order several are joined: what only one side changed stays as
    that side has it; else what was there before keeps the order of the side that changed it, and
    what is new follows in the order of its ids.

    Args:
        base: the list that both began with.
        ours, theirs: what became of it.
    """
    known = tuple(base)
    sides = [one for one in (tuple(ours), tuple(theirs)) if one != known]
    if len(sides) < 2 or sides[0] == sides[1]:
        return sides[0] if sides else known
    kept = [one for one in known if all(one in side for side in sides)]
    orders = {tuple(one for one in side if one in kept) for side in sides}
    changed = sorted(orders - {tuple(kept)})
    added = sorted({one for side in sides for one in side if one not in known})
    return (*(changed[0] if changed else kept), *added)
