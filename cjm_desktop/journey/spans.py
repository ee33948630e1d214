"""Cards that cover several columns keep covering them when columns come and go."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import AnyCard, Lane, Step

Covered = Mapping[str, tuple[str, ...]]
"""Card id -> the ids of the steps or stages it covers, left to right; `BEYOND` past the last."""

BEYOND = ""


def _line(journey: Journey, map_id: str, card: AnyCard) -> list[str]:
    """The ids a card's columns are counted in: stages, or steps and stages without steps."""
    if card.step_id is None:
        return [stage.id for stage in journey.stages(map_id)]
    return [(step or stage).id for stage, step in journey.columns(map_id)]


def remember(journey: Journey, map_id: str) -> dict[str, tuple[str, ...]]:
    """What each wide card of a map covers now."""
    found = {}
    for card in journey.wide_cards():
        if journey.get(Lane, card.lane_id).map_id == map_id:
            line = _line(journey, map_id, card)
            start = card.step_id or card.stage_id
            if start in line:
                first = line.index(start)
                covered = line[first : first + card.span]
                covered += [BEYOND] * (card.span - len(covered))
                found[card.id] = tuple(covered)
    return found


def restore(draft: Draft, map_id: str, before: Covered, gone: Collection[str] = ()) -> None:
    """Let wide cards cover again what they covered before, from the first that is left to the last.

    Args:
        before: from `remember`.
        gone: ids of steps and stages that are about to go.
    """
    for card_id, covered in before.items():
        card = draft.journey.find(card_id)
        if not isinstance(card, AnyCard):
            continue
        line = [one for one in _line(draft.journey, map_id, card) if one not in gone]
        places = [line.index(one) for one in covered if one in line]
        if places:
            first, last = min(places), max(places)
            span = last - first + 1 + covered.count(BEYOND)
            widened = _from(draft.journey, card, line[first], span)
            if widened != card:
                draft.put(widened)


def _from(journey: Journey, card: AnyCard, start: str, span: int) -> AnyCard:
    if card.step_id is None:
        return replace(card, stage_id=start, span=span)
    column = journey.find(start)
    if isinstance(column, Step):
        return replace(card, stage_id=column.stage_id, step_id=start, span=span)
    return replace(card, stage_id=start, step_id=None, span=1)
