"""Verbs for hypotheses: one at a time from idea to outcome; and for rating opportunities."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from cjm_desktop.journey import chain, naming
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.hypotheses import LEVELS, Status
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.moves.numbers import add_hypothesis
from cjm_desktop.journey.moves.places import move_to
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Barrier, Card, Hypothesis, Opportunity
from cjm_desktop.journey.values import clean_text


def hypothesis_from(draft: Draft, about_id: str) -> str:
    """Add a hypothesis about an opportunity or a barrier, as far as the map knows it already.

    If: what the opportunity says, or the opportunities that answer the barrier. Because: what the
    barriers say. Its metric: the one of the place they lie in.

    Raises:
        TypeError: it is about something else.
    """
    about = draft.journey.get(Card, about_id)
    if isinstance(about, Opportunity):
        ideas, reasons = [about], [draft.journey.get(Barrier, one) for one in about.answers]
    elif isinstance(about, Barrier):
        answers = (one for one in draft.journey.referrers(about_id) if isinstance(one, Opportunity))
        ideas, reasons = [one for one in answers if about_id in one.answers], [about]
    else:
        raise TypeError(f"a hypothesis is not about a {about.kind}")
    return add_hypothesis(
        draft,
        about_id,
        _said(ideas),
        because=_said(reasons),
        metric_id=_metric_near(draft.journey, about),
    )


def start_hypothesis(
    draft: Draft, hypothesis_id: str, date: str, even_if_another: bool = False
) -> None:
    """Begin to test a hypothesis.

    Args:
        date: the first day, ISO text.
        even_if_another: whether it may run beside others of its map.

    Raises:
        Problem: another one of its map is running, and which one.
    """
    one = draft.journey.get(Hypothesis, hypothesis_id)
    others = [o for o in chain.running(draft.journey, one.map_id) if o.id != hypothesis_id]
    if others and not even_if_another:
        raise Problem("move.another_runs", name=naming.named(others[0]))
    draft.put(replace(one, status="running", started=date, ended=""))


def finish_hypothesis(
    draft: Draft,
    hypothesis_id: str,
    status: Literal["confirmed", "rejected"],
    date: str,
    outcome: str | None = None,
) -> None:
    """Say how the test of a hypothesis ended.

    Args:
        date: the last day, ISO text.
        outcome: what came of it; None: as it is written already.

    Raises:
        Problem: it would end before it began.
    """
    one = draft.journey.get(Hypothesis, hypothesis_id)
    if one.started and date and date < one.started:
        raise Problem("move.ends_early", name=naming.named(one))
    said = one.outcome if outcome is None else clean_text(outcome)
    draft.put(replace(one, status=status, ended=date, outcome=said))


def move_hypothesis(
    draft: Draft,
    hypothesis_id: str,
    status: Status,
    place: int | None = None,
    date: str = "",
    even_if_another: bool = False,
) -> None:
    """Move a hypothesis to a place of a column of the board.

    Into the column of those that run it starts, out of it to the right it ends. Back among the
    ideas it was never tested; what had ended runs on from the day it began.

    Args:
        place: index among the others of that column; None: at the end.
        date: the day of the move, ISO text.
        even_if_another: whether it may run beside others of its map.

    Raises:
        Problem: as `start_hypothesis` and `finish_hypothesis`.
    """
    one = draft.journey.get(Hypothesis, hypothesis_id)
    if status != one.status:
        if status == "running":
            start_hypothesis(draft, hypothesis_id, one.started or date, even_if_another)
        elif status == "idea":
            draft.put(replace(one, status=status, started="", ended=""))
        else:
            finish_hypothesis(draft, hypothesis_id, status, one.ended or date)
    one = draft.journey.get(Hypothesis, hypothesis_id)
    column = [o for o in draft.journey.hypotheses(one.map_id) if o.status == status]
    move_to(draft, column, [one], place)


def set_effect_effort(
    draft: Draft, opportunity_id: str, effect: float | None = None, effort: float | None = None
) -> None:
    """Rate an opportunity by its effect and effort; None: as it is.

    Args:
        effect, effort: 0 not rated, 1 low, 2 medium, 3 high; a place between counts as the
            nearest, one beyond as the last.
    """
    one = draft.journey.get(Opportunity, opportunity_id)
    draft.put(
        replace(
            one,
            effect=one.effect if effect is None else _level(effect),
            effort=one.effort if effort is None else _level(effort),
        )
    )


def _level(value: float) -> int:
    return min(max(int(value + 0.5), LEVELS[0]), LEVELS[-1])


def _said(cards: list[Opportunity] | list[Barrier]) -> str:
    return "\n".join(one.text for one in cards if one.text)


def _metric_near(journey: Journey, card: Card) -> str | None:
    """The metric of what a card is pinned to, of its step or of its stage; none of these: None."""
    metrics = journey.metrics(journey.map_of(card) or "")
    for place in (getattr(card, "on_id", None), card.step_id, card.stage_id):
        for one in metrics:
            if one.about_id == place:
                return one.id
    return None
