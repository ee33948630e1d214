"""Who has a say in a stage, and where the people of a buying centre do not agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from cjm_desktop.journey import naming, words
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Participation, Persona, Stage
from cjm_desktop.journey.values import clean_text

LONGEST_NOTE = 60
"""Characters of a reason inside a sentence."""


class Voice(NamedTuple):
    """Somebody with a stance, and why."""

    persona: Persona
    why: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """Where those who take part in a stage stand, in the order of the map's personas."""

    stage_id: str
    favour: tuple[Voice, ...] = ()
    unsure: tuple[Voice, ...] = ()
    against: tuple[Voice, ...] = ()
    silent: tuple[Persona, ...] = ()
    """They take part, and nobody knows where they stand."""

    @property
    def total(self) -> int:
        """How many take part; who is absent is not asked."""
        return len(self.favour) + len(self.unsure) + len(self.against) + len(self.silent)

    @property
    def known(self) -> bool:
        """Whether anybody's stance is known."""
        return self.total > len(self.silent)

    @property
    def missing(self) -> bool:
        """Whether somebody is known not to agree."""
        return bool(self.unsure or self.against)


def has_voice(part: Participation) -> bool:
    """Whether somebody's stance counts in a stage: it was said, and they are not absent."""
    return bool(part.stance) and part.involvement != "absent"


def agreement(journey: Journey, stage_id: str) -> Agreement:
    """Where the personas of a map stand in one of its stages."""
    parts = {one.persona_id: one for one in journey.participation(stage_id)}
    stances: dict[str, list[Voice]] = {"for": [], "unsure": [], "against": [], "": []}
    for persona in journey.personas(journey.get(Stage, stage_id).map_id):
        part = parts.get(persona.id)
        if part is not None and part.involvement != "absent":
            stances[part.stance].append(Voice(persona, _short(part.note)))
    return Agreement(
        stage_id,
        tuple(stances["for"]),
        tuple(stances["unsure"]),
        tuple(stances["against"]),
        tuple(one.persona for one in stances[""]),
    )


def agreements(journey: Journey, map_id: str) -> tuple[Agreement, ...]:
    """The stages of a map where somebody is known not to agree, first to last."""
    found = (agreement(journey, stage.id) for stage in journey.stages(map_id))
    return tuple(one for one in found if one.missing)


def agreement_words(found: Agreement, language: str) -> str:
    """Where agreement is missing, in words: `3 of 5 for; finance against: price`.

    Empty where nobody's stance is known.
    """
    if not found.known:
        return ""
    said = [_heading(found, language)]
    said += _voices(found.against, "against", language)
    said += _voices(found.unsure, "unsure", language)
    if found.silent:
        said.append(words.say("consensus.silent", language, n=len(found.silent)))
    return "; ".join(said)


def voice_words(
    journey: Journey, persona: Persona, stage_id: str, holds: str, language: str
) -> str:
    """How a role takes part in a stage, or where it stands, and why: `Finance: against (price)`.

    Args:
        holds: the kind of the lane that is looked at: "participation" or "consensus".
    """
    part = next(iter(journey.parts(stage_id, persona.id)), None)
    values = {
        "name": naming.in_role(persona, language),
        "value": voice_value(part, holds, language),
    }
    why = " ".join(clean_text(part.note).split()) if part is not None else ""
    if why:
        return words.say("consensus.voice_why", language, why=why, **values)
    return words.say("consensus.voice", language, **values)


def voice_value(part: Participation | None, holds: str, language: str) -> str:
    """How somebody takes part, or where they stand, as one word; None: nothing was said."""
    if part is None:
        return words.say("consensus.not_asked", language)
    if holds == "participation" or part.involvement == "absent":
        return words.say(f"involvement.{part.involvement}", language)
    return words.say(f"stance.{part.stance or 'none'}", language)


def _heading(found: Agreement, language: str) -> str:
    count = len(found.favour)
    if count == found.total:
        return words.say("consensus.all" if count > 1 else "consensus.the_only", language, n=count)
    key = "consensus.some" if count else "consensus.nobody"
    return words.say(key, language, count=count, total=found.total)


def _voices(voices: Sequence[Voice], stance: str, language: str) -> list[str]:
    """Those without a reason together, then each with theirs."""
    said = []
    names = [naming.in_role(one.persona, language) for one in voices if not one.why]
    if names:
        said.append(words.say(f"consensus.{stance}", language, names=", ".join(names)))
    for one in voices:
        if one.why:
            name = naming.in_role(one.persona, language)
            said.append(words.say(f"consensus.{stance}_why", language, name=name, why=one.why))
    return said


def _short(note: str) -> str:
    line = " ".join(clean_text(note).split())
    return line if len(line) <= LONGEST_NOTE else line[: LONGEST_NOTE - 1].rstrip() + "…"
