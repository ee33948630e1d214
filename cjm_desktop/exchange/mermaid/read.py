"""From a Mermaid diagram to a journey map: sections are stages, tasks are touchpoints.

Each task gets a step of its own, because its score is a point of the emotion curve there: 1 to 5
become -2 to +2. Whoever takes part is a persona. Nothing is left out without being said.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from cjm_desktop.exchange.mermaid.emotions import is_emotion
from cjm_desktop.exchange.mermaid.grammar import MermaidJourney, Task
from cjm_desktop.exchange.mermaid.names import decode
from cjm_desktop.exchange.mermaid.problems import MermaidError
from cjm_desktop.exchange.mermaid.slips import repair
from cjm_desktop.exchange.report import Note, Report
from cjm_desktop.journey import naming
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.moves.people import COLOURS
from cjm_desktop.journey.order import spread
from cjm_desktop.journey.records import (
    LONG,
    SHORT,
    Feeling,
    JourneyMap,
    Lane,
    LaneKind,
    Language,
    MapDocument,
    Persona,
    Record,
    Stage,
    Step,
    Touchpoint,
)
from cjm_desktop.journey.values import clean_text

MOST_TASKS = 2_000
"""More than any map on paper can hold."""
MOST_PEOPLE_ON_MAP = 6
Scores = Literal["leave", "clamp", "rescale"]


@dataclass(frozen=True, slots=True)
class Options:
    """How to read a diagram.

    Attributes:
        language: of the map; its lanes are named in it.
        scores: what to do with scores outside 1 to 5: no curve point, the nearest one, or all
            scores brought from 1..highest to 1..5.
        emotions: take words such as "joy", where a person should stand, for the feeling's word.
        title: of the map, where the diagram has none.
    """

    language: Language = "en"
    scores: Scores = "leave"
    emotions: bool = False
    title: str = ""


def to_journey(parsed: MermaidJourney, options: Options) -> tuple[Journey, Report]:
    """A document with one map made from a diagram, and what was repaired, left out and noticed.

    Raises:
        MermaidError: it has more tasks than a map can hold.
    """
    if len(parsed.tasks) > MOST_TASKS:
        line = parsed.tasks[MOST_TASKS].line
        raise MermaidError("exchange.mermaid.too_many", line, n=len(parsed.tasks), most=MOST_TASKS)
    meant, repaired = repair(parsed)
    builder = _Builder(meant, options)
    builder.build()
    journey = Journey(builder.records)
    report = Report.of("mermaid", journey, repaired, tuple(builder.skipped), tuple(builder.noted))
    return journey, report


class _Builder:
    """One map in the making."""

    def __init__(self, parsed: MermaidJourney, options: Options) -> None:
        self._parsed = parsed
        self._options = options
        self._highest = max([5.0, *(t.score for t in parsed.tasks if math.isfinite(t.score))])
        self._personas: dict[str, Persona] = {}
        self._emotions: list[str] = []
        self.records: list[Record] = []
        self.skipped: list[Note] = []
        self.noted: list[Note] = []

    def build(self) -> None:
        language = self._options.language
        title = self._title()
        journey_map = JourneyMap(title=title, scenario=self._scenario())
        first, second = spread(2)
        touchpoints = _lane(journey_map.id, "touchpoints", language, first)
        feelings = _lane(journey_map.id, "feelings", language, second)
        self.records += [MapDocument(title=title, language=language), touchpoints, feelings]
        self._stages(journey_map.id, touchpoints, feelings)
        self._note_habits()
        people = self._people()
        self.records += [replace(journey_map, persona_ids=self._on_map(people)), *people]

    def _title(self) -> str:
        found = self._parsed
        titles = (decode(one) for one in (found.title, found.front_title, found.acc_title))
        title = next(filter(None, titles), self._options.title)
        if found.acc_title and decode(found.acc_title) != title:
            self.skipped.append(
                Note("exchange.mermaid.acc_title", {"text": decode(found.acc_title)})
            )
        return self._fit(title, SHORT, None)

    def _scenario(self) -> str:
        return self._fit(decode(self._parsed.acc_descr), LONG, None)

    def _stages(self, map_id: str, touchpoints: Lane, feelings: Lane) -> None:
        bands: list[tuple[str, int | None, list[Task]]] = [
            (section.name, section.line, []) for section in self._parsed.sections
        ]
        before = [task for task in self._parsed.tasks if task.section is None]
        for task in self._parsed.tasks:
            if task.section is not None:
                bands[task.section][2].append(task)
        if before:
            bands.insert(0, ("", None, before))
        for (name, line, tasks), place in zip(bands, spread(len(bands)), strict=True):
            title = self._fit(decode(name), SHORT, line)
            stage = Stage(map_id=map_id, title=title, place=place)
            self.records.append(stage)
            for task, key in zip(tasks, spread(len(tasks)), strict=True):
                self._task(stage, task, key, touchpoints.id, feelings.id)

    def _task(self, stage: Stage, task: Task, place: str, lane_id: str, curve_id: str) -> None:
        text = self._fit(decode(task.name), LONG, task.line)
        step = Step(stage_id=stage.id, title=" ".join(text.split())[:SHORT], place=place)
        value = self._value(task, text)
        people = [decode(name) for name in task.people if name]
        emotions = [name for name in people if is_emotion(name)]
        word = ", ".join(emotions) if self._options.emotions and value is not None else ""
        if word:
            people = [name for name in people if name not in emotions]
        else:
            self._emotions += emotions
        card = Touchpoint(
            lane_id=lane_id,
            stage_id=stage.id,
            step_id=step.id,
            text=text,
            persona_ids=tuple(dict.fromkeys(self._persona(name, task.line) for name in people)),
        )
        self.records += [step, card]
        if value is not None:
            point = Feeling(
                lane_id=curve_id, stage_id=stage.id, step_id=step.id, value=value, word=word[:SHORT]
            )
            self.records.append(point)

    def _value(self, task: Task, text: str) -> float | None:
        """Where the curve passes, or None; then it is said why."""
        score = task.score
        what = {"task": _short(text), "score": task.data.split(":")[0].strip()}
        if not math.isfinite(score):
            self.skipped.append(Note("exchange.mermaid.no_number", what, task.line))
            return None
        if not what["score"]:
            self.skipped.append(Note("exchange.mermaid.no_score_given", what, task.line))
            return None
        if self._options.scores == "rescale" and self._highest > 5 and score >= 1:
            score = 1 + (score - 1) * 4 / (self._highest - 1)
            self.noted.append(
                Note("exchange.mermaid.rescaled", {**what, "value": f"{score:g}"}, task.line)
            )
        if 1 <= score <= 5:
            return score - 3
        if self._options.scores == "leave":
            self.skipped.append(Note("exchange.mermaid.off_scale", what, task.line))
            return None
        nearest = 1 if score < 1 else 5
        self.noted.append(Note("exchange.mermaid.clamped", {**what, "value": nearest}, task.line))
        return float(nearest - 3)

    def _persona(self, name: str, line: int) -> str:
        known = self._personas.get(name)
        if known is None:
            colour = COLOURS[len(self._personas) % len(COLOURS)]
            known = Persona(name=self._fit(name, SHORT, line), colour=colour)
            self._personas[name] = known
        return known.id

    def _people(self) -> list[Persona]:
        keys = spread(len(self._personas))
        return [
            replace(persona, place=key)
            for persona, key in zip(self._personas.values(), keys, strict=True)
        ]

    def _on_map(self, people: Sequence[Persona]) -> tuple[str, ...]:
        """Whose map it is: everyone, or with a crowd those who come up again and again."""
        if len(people) <= MOST_PEOPLE_ON_MAP:
            return tuple(one.id for one in people)
        cards = [one for one in self.records if isinstance(one, Touchpoint)]
        times = {one.id: sum(one.id in card.persona_ids for card in cards) for one in people}
        often = sorted((i for i in times if times[i] > 1), key=lambda i: -times[i])
        self.noted.append(
            Note("exchange.mermaid.crowd", {"n": len(people), "most": MOST_PEOPLE_ON_MAP})
        )
        return tuple(often[:MOST_PEOPLE_ON_MAP])

    def _note_habits(self) -> None:
        """What may be meant otherwise, but only the author knows."""
        if self._emotions:
            words = _some(self._emotions)
            self.noted.append(Note("exchange.mermaid.emotions", {"names": words}))
        tasks, names = self._parsed.tasks, {task.name.strip() for task in self._parsed.tasks}
        if len(tasks) >= 6 and len(names) * 2 <= len(tasks) < len(self._parsed.actors) * 2:
            self.noted.append(Note("exchange.mermaid.swapped", {"names": _some(sorted(names))}))
        states = [s.name for s in self._parsed.sections if _is_state(s.name)]
        if states:
            self.noted.append(Note("exchange.mermaid.states", {"names": _some(states)}))

    def _fit(self, text: str, length: int, line: int | None) -> str:
        """Text a record can hold; what had to go is told."""
        clean = clean_text(text)
        if len(clean) <= length:
            return clean
        what = {"text": _short(clean), "n": length}
        self.skipped.append(Note("exchange.mermaid.shortened", what, line))
        return clean[:length]


def _lane(map_id: str, kind: LaneKind, language: Language, place: str) -> Lane:
    return Lane(
        map_id=map_id,
        holds=kind,
        title=naming.lane_title(kind, language),
        question=naming.lane_question(kind, language),
        place=place,
    )


def _is_state(name: str) -> bool:
    plain = name.casefold().replace("-", " ").strip()
    return plain.startswith(("as is", "to be", "как есть", "как должно", "как будет"))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:59]}…"


def _some(names: Iterable[str]) -> str:
    found = list(dict.fromkeys(names))
    return ", ".join(_short(name) for name in found[:5]) + (" …" if len(found) > 5 else "")
