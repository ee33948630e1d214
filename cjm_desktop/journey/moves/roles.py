"""Verbs for role maps: making one, and giving back what it changed.

To hide a thing in a role map, drop it there. What an edit of a general map does to its role maps
is done when the edit ends (`following`).
"""

from __future__ import annotations

from dataclasses import replace

from cjm_desktop.journey import following, naming, words
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.following import HIDDEN, PLACE
from cjm_desktop.journey.moves.fields import put_new
from cjm_desktop.journey.moves.places import place_for
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import JourneyMap, Persona, Record

STEPS = {
    "make_role_map": "step.make_role_map",
    "give_back": "step.give_back",
    "show_again": "step.show_again",
    "become_own": "step.become_own",
}
"""What the history calls these verbs; the name filled in is that of the map or the record."""


def make_role_map(draft: Draft, general_id: str, persona_id: str, title: str = "") -> str:
    """Make a map for one persona that follows a general map, behind the others that do.

    Of a role map: one that follows the same general map. The persona comes first among the
    general map's own; without a title it is called as the persona's role or name.
    """
    general = _general(draft, general_id)
    persona = draft.journey.get(Persona, persona_id)
    others = (one for one in general.persona_ids if one != persona_id)
    maps = draft.journey.maps()
    family = [*following.role_maps(draft.journey, general.id), general]
    role = put_new(
        draft,
        JourneyMap,
        title=title or naming.in_role(persona),
        scenario=general.scenario,
        state=general.state,
        period=general.period,
        general_id=general.id,
        persona_ids=(persona_id, *others),
        place=place_for(draft, maps, max(map(maps.index, family)) + 1),
    )
    following.follow_all(draft, role)
    return role.id


def _general(draft: Draft, map_id: str) -> JourneyMap:
    found = draft.journey.get(JourneyMap, map_id)
    return found if found.general_id is None else draft.journey.get(JourneyMap, found.general_id)


def give_back(draft: Draft, record_id: str, field_name: str | None = None) -> None:
    """Let a record of a role map be again as in the general map.

    Args:
        record_id: in the role map, or the role map itself: its scenario, state and period.
        field_name: of the field, or `place` for where it stands; None: all it differs in.

    Raises:
        Problem: its place in the general map is hidden here or taken by something of this map's
            own.
        ValueError: the general map has no such record.
    """
    record = draft.journey.get(Record, record_id)
    role = following.role_of(draft.journey, record)
    general = following.general_of(draft.journey, record_id)
    if role is None or general is None:
        raise ValueError(f"{record_id} follows nothing")
    found = following.departures(draft.journey, role.id, general.id)
    names = set(found) if field_name is None else {field_name} & found.keys()
    if PLACE in names and following.place_of(draft.journey, role, general) is None:
        raise Problem("move.place_hidden", name=_named(record))
    for name in names:
        draft.drop(found[name].id)
    _follow_again(draft, role, general, names)


def show_again(draft: Draft, map_id: str, general_record_id: str) -> None:
    """Show a record of the general map that a role map has hidden, with all that belongs to it.

    What of that was hidden by itself stays hidden.

    Raises:
        Problem: what it belongs to is hidden too, or something of the role map's own stands there.
    """
    role = draft.journey.get(JourneyMap, map_id)
    general = draft.journey.get(Record, general_record_id)
    found = following.departures(draft.journey, map_id, general_record_id)
    if following.place_of(draft.journey, role, general) is None:
        raise Problem("move.place_hidden", name=_named(general))
    if HIDDEN in found:
        draft.drop(found[HIDDEN].id)
        _follow_again(draft, role, general, {HIDDEN})


def _follow_again(draft: Draft, role: JourneyMap, general: Record, names: set[str]) -> None:
    following.follow_again(draft, role, (general.id,))
    if names & following.departures(draft.journey, role.id, general.id).keys():
        raise Problem("move.place_taken", name=_named(general))


def become_own(draft: Draft, map_id: str) -> None:
    """Let a role map follow nothing any more; it stays as it is."""
    role = draft.journey.get(JourneyMap, map_id)
    for one in following.differences(draft.journey, map_id):
        draft.drop(one.id)
    draft.put(replace(role, general_id=None))


def _named(record: Record) -> str:
    return naming.own_words(record) or words.Key(f"kind.{record.kind}")
