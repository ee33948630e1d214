"""Who has a say in a stage, and where the people of a buying centre do not agree."""

from __future__ import annotations

from collections.abc import Iterable

from cjm_desktop.journey.records import Participation


def has_voice(part: Participation) -> bool:
    """Whether somebody's stance counts in a stage: it was said, and they are not absent."""
    return bool(part.stance) and part.involvement != "absent"


def dissent(parts: Iterable[Participation]) -> tuple[Participation, ...]:
    """Those who stand in the way of consensus in a stage: against it, or unsure."""
    return tuple(one for one in parts if has_voice(one) and one.stance != "for")
