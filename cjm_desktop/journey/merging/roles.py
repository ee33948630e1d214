"""Role maps in a merge: what merely follows the general map is no work of anybody's."""

from __future__ import annotations

from cjm_desktop.journey import following, rules
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.following.pairs import FOLLOWED, WHERE
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.merging.conflicts import Side
from cjm_desktop.journey.records import Difference, JourneyMap


def departs(journey: Journey, record_id: str) -> frozenset[str] | None:
    """The fields in which a role map's record differs from the general map, `place` and all that
    say where it stands among them; None: it follows nothing."""
    if following.general_of(journey, record_id) is None:
        return None
    found = following.differs(journey, record_id)
    return found | WHERE if following.PLACE in found else found


def whose(ours: Journey, theirs: Journey, record_id: str, name: str) -> Side | None:
    """Who meant what a field of a role map's record says; None: both did, or it follows nothing.

    A field that nobody meant follows the general map in the end, whoever is named here.
    """
    mine, yours = departs(ours, record_id), departs(theirs, record_id)
    if mine is None or yours is None or (name in mine and name in yours):
        return None
    return "theirs" if name in yours else "ours"


def follow(journey: Journey) -> Journey:
    """Let every role map show what its general map has become, but for what it differs in."""
    roles = [one for one in journey.maps() if one.general_id is not None]
    if not roles and not journey.all(Difference):
        return journey
    draft = Draft(journey)
    for role in roles:
        _drop_idle(draft, role)
        following.follow_all(draft, role)
        _drop_idle(draft, role)
    known = {one.id for one in roles}
    for one in journey.all(Difference):
        if one.map_id not in known:
            draft.drop(one.id)
    rules.check(draft)
    return draft.journey


def _drop_idle(draft: Draft, role: JourneyMap) -> None:
    """Drop the differences from what is gone, and those that say it is hidden though it is not."""
    journey = draft.journey
    for one in following.differences(journey, role.id):
        general = journey.find(one.record_id)
        there = journey.find(following.copy_id(role.id, one.record_id)) is not None
        if one.record_id == role.general_id:
            continue
        lost = general is None or journey.map_of(general) != role.general_id
        if lost or type(general) not in FOLLOWED or (one.field_name == following.HIDDEN) == there:
            draft.drop(one.id)
