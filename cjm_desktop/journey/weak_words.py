"""Weak points in words: what it is, where it is and why it is weak."""

from __future__ import annotations

import textwrap
from typing import NamedTuple

from cjm_desktop.journey import gaps, naming, plans, words
from cjm_desktop.journey.durations import rough
from cjm_desktop.journey.gaps import CurveGap, FulfilmentGap
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Barrier, Feeling, Persona, Record, Stage
from cjm_desktop.journey.silences import Silence
from cjm_desktop.journey.values import clean_text
from cjm_desktop.journey.weakness import Reason, Weakness

LONGEST = 90
"""Characters of the text of a card in a list."""


class Said(NamedTuple):
    """A weak point as people are told it."""

    what: str
    where: str
    """Stage and step; empty where it is a stage itself."""
    why: tuple[str, ...]
    """One sentence for every reason."""


def said(journey: Journey, point: Weakness, language: str) -> Said:
    """A weak point in words."""
    worst = point.reasons[0]
    what, where = short(point.record, language), plans.where(journey, *point.column, language)
    if isinstance(worst, Silence):
        what = _between(journey, worst, language)
    elif isinstance(point.record, Stage):
        where = ""
    return Said(what, where, tuple(why(journey, one, language) for one in point.reasons))


def short(record: Record, language: str) -> str:
    """What a record says on one line of a list, or what it is called where it says nothing."""
    for name in ("title", "text", "word"):
        line = " ".join(clean_text(str(getattr(record, name, ""))).split())
        if line:
            return textwrap.shorten(line, LONGEST, placeholder="…")
    called = naming.kind_name(record.kind, language)
    return called[:1].upper() + called[1:]


def why(journey: Journey, reason: Reason, language: str) -> str:
    """Why a point is weak, in one sentence."""
    if isinstance(reason, Barrier):
        often = words.Key(f"weak.often.{reason.frequency}")
        return words.say("weak.barrier", language, often=often)
    if isinstance(reason, FulfilmentGap):
        return words.say("weak.short", language, gap=gaps.fulfilment_words(reason, language))
    if isinstance(reason, CurveGap):
        return words.say("weak.curves", language, gap=gaps.curve_gap_words(reason, language))
    if isinstance(reason, Silence):
        span = naming.amount(rough(reason.span), language)
        return words.say("weak.silence", language, span=span)
    if isinstance(reason, Feeling):
        return _lowest(journey, reason, language)
    return words.say("weak.no_contact", language)


def _lowest(journey: Journey, point: Feeling, language: str) -> str:
    value, whose = gaps.signed(point.value, language), journey.find(point.persona_id)
    if not isinstance(whose, Persona):
        return words.say("weak.feeling", language, value=value)
    who = naming.in_role(whose, language)
    return words.say("weak.feeling_of", language, who=who, value=value)


def _between(journey: Journey, silence: Silence, language: str) -> str:
    """Between which contacts there is silence."""
    ids = (silence.after_id, silence.before_id)
    ends = [short(one, language) for one in map(journey.find, ids) if one is not None]
    return " → ".join(ends) if len(ends) > 1 else words.say("weak.after", language, name=ends[0])
