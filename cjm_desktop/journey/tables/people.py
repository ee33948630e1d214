"""Who takes part and where they stand, as lines of a cell: `Finance: against (price)`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from cjm_desktop.journey import consensus, moves, naming, words
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Cell, Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Lane, Participation, Persona, Stage
from cjm_desktop.journey.tables.lines import Content

Holds = Literal["participation", "consensus"]
_KEYS = {
    "participation": ("involvement.absent", *(
        f"involvement.{one}" for one in ("decides", "influences", "takes_part")
    )),
    "consensus": tuple(f"stance.{one}" for one in ("none", "for", "unsure", "against")),
}  # fmt: skip
_OTHER: dict[str, str] = {
    "involvement.absent": "нет|no|out|not involved|does not take part|отсутствует",
    "involvement.decides": "решает|принимает решение|decider|decision maker",
    "involvement.influences": "влияние|influencer",
    "involvement.takes_part": "да|yes|участник|involved|joins",
    "stance.none": "не известно|не знаем|unknown",
    "stance.for": "да|yes|согласен|согласна|согласны|agrees?|\\+",
    "stance.unsure": "не уверен|не уверена|колеблется|maybe|not sure|\\?",
    "stance.against": "нет|no|не согласен|не согласна|disagrees?|[-−–]",
}
"""What else people type."""
_WHY = re.compile(r"\s*(?:[:;,—–-]\s*(?P<rest>.*)|\((?P<inside>.*)\))?", re.DOTALL)
_PARTED = re.compile(r"\s*[:—–=]\s*|\s+-\s+")


class Said(NamedTuple):
    """What a line says of somebody."""

    persona_id: str
    value: str
    note: str


def line_of(journey: Journey, lane: Lane, part: Participation) -> str:
    """How a role takes part in a stage, or where it stands; empty where that is not known."""
    language = journey.document.language
    key = f"involvement.{part.involvement}"
    if lane.holds == "consensus":
        if not consensus.has_voice(part):
            return ""
        key = f"stance.{part.stance}"
    persona = journey.get(Persona, part.persona_id)
    why = " ".join(part.note.split())
    said = f"{name(journey, persona)}: {words.say(key, language)}"
    return f"{said} ({why})" if why else said


def name(journey: Journey, persona: Persona) -> str:
    """What a line calls a persona: by the role, or by name where several have it."""
    language = journey.document.language
    said = naming.in_role(persona, language)
    alike = [one for one in journey.personas() if naming.in_role(one, language) == said]
    return said if len(alike) == 1 else naming.label(persona, language)


def write(draft: Draft, there: Content, cell: Cell, lines: Sequence[str]) -> None:
    """Write who takes part in a stage, or where they stand; whose line goes is not asked any more.

    Raises:
        Problem: a line is not understood, or says somebody the map does not have.
    """
    holds = holds_of(draft.journey, cell)
    written = [" ".join(one.split()) for one in lines]
    kept = {" ".join(one.text.split()) for one in there.lines} & set(written)
    said = [read(draft.journey, holds, cell[1], one) for one in written if one not in kept]
    named = {one.persona_id for one in said}
    for one in there.lines:
        part = draft.journey.get(Participation, one.record_id)
        if " ".join(one.text.split()) in kept or part.persona_id in named:
            continue
        if holds == "participation":
            moves.drop(draft, part.id)
        elif consensus.has_voice(part):
            moves.set_fields(draft, part.id, stance="")
    shown = {one.record_id for one in there.lines}
    for found in said:
        if holds == "consensus":
            _check_there(draft, found, cell[1])
        part_id = moves.set_participation(draft, found.persona_id, cell[1])
        field = "stance" if holds == "consensus" else "involvement"
        moves.set_fields(draft, part_id, **{field: found.value})
        if found.note or part_id in shown:
            moves.set_fields(draft, part_id, note=found.note)


def holds_of(journey: Journey, cell: Cell) -> Holds:
    """What the lane of a cell says of people."""
    return "consensus" if journey.get(Lane, cell[0]).holds == "consensus" else "participation"


def read(journey: Journey, holds: Holds, stage_id: str, line: str) -> Said:
    """Who is meant, and what is said of them.

    The name may be left out where the map has one role only.

    Raises:
        Problem: no role of the map is meant, or the word is none of those there are.
    """
    people = journey.personas(journey.get(Stage, stage_id).map_id) or journey.personas()
    text = " ".join(line.split())
    bare = _word(holds, text)
    persona, rest = named(people, text)
    if persona is None and bare is not None and len(people) == 1:
        return Said(people[0].id, *bare)
    if persona is None:
        who = _PARTED.split(text, maxsplit=1)[0]
        key = "table.whose" if bare is not None else "table.no_persona"
        names = ", ".join(naming.label(one, journey.document.language) for one in people)
        raise Problem(key, name=who[:40], names=names or "—")
    found = _word(holds, rest)
    if found is None:
        raise Problem(f"table.no_{holds}", text=rest[:40], name=naming.named(persona))
    return Said(persona.id, *found)


def named(people: Sequence[Persona], text: str) -> tuple[Persona | None, str]:
    """The role a line begins with, by name or by role, and what comes after.

    Args:
        people: who may be meant.
        text: a line without breaks.
    """
    folded = text.casefold()
    names = [
        (called.casefold(), one)
        for one in people
        for language in ("en", "ru")
        for called in (naming.label(one, language), one.name.strip(), one.role.strip())
        if called
    ]
    for called, persona in sorted(names, key=lambda one: -len(one[0])):
        if folded.startswith(called):
            parted = _PARTED.match(text, len(called))
            if parted is not None:
                return persona, text[parted.end() :]
            if text[len(called) :].startswith((" ", ",")):
                return persona, text[len(called) :].lstrip(" ,")
    return None, text


def _word(holds: Holds, text: str) -> tuple[str, str] | None:
    """The value a text begins with, and the reason behind it; the longest word counts."""
    best: tuple[int, str, str] | None = None
    for key in _KEYS[holds]:
        known = [re.escape(words.say(key, language)) for language in ("en", "ru")]
        for pattern in (*known, *_OTHER[key].split("|")):
            begun = re.match(pattern, text, re.IGNORECASE)
            why = _WHY.fullmatch(text, begun.end()) if begun is not None else None
            if begun is None or why is None or (best is not None and begun.end() <= best[0]):
                continue
            value = key.rpartition(".")[2]
            note = why["rest"] or why["inside"] or ""
            best = begun.end(), "" if value == "none" else value, note.strip()
    return best[1:] if best is not None else None


def _check_there(draft: Draft, said: Said, stage_id: str) -> None:
    """Who is absent has no stance."""
    for part in draft.journey.parts(stage_id, said.persona_id):
        if part.involvement == "absent" and said.value:
            name = naming.named(draft.journey.get(Persona, said.persona_id))
            raise Problem("move.absent", name=name)
