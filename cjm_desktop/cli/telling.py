"""Commands that only look: `show`, `history`."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from cjm_desktop import exchange
from cjm_desktop.cli.speech import Speech
from cjm_desktop.exchange import figures
from cjm_desktop.exchange.json_shape import FIGURES
from cjm_desktop.journey import naming, words
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import JourneyMap, Stage
from cjm_desktop.storage import reader


def show(asked: Namespace, speech: Speech) -> None:
    """`cjm show MAP.cjm`."""
    journey = reader.read(Path(asked.map)).journey
    if asked.json:
        found = figures.of_document(journey, speech.language)
        speech.data({**exchange.as_data(journey), FIGURES: found})
        return
    for line in _Outline(journey, speech).lines():
        speech.line(line)


def history(asked: Namespace, speech: Speech) -> None:
    """`cjm history MAP.cjm`."""
    steps = reader.read(Path(asked.map)).steps
    if asked.json:
        speech.data(
            [
                {
                    "number": step.number,
                    "time": step.time.isoformat(),
                    "name": step.name(speech.language),
                    "undone": step.undone,
                }
                for step in steps
            ]
        )
        return
    if not steps:
        speech.say("cli.no_steps")
    for step in steps:
        when = step.time.astimezone().strftime("%Y-%m-%d %H:%M:%S")
        name = step.name(speech.language)
        speech.say(
            "cli.step_undone" if step.undone else "cli.step",
            number=step.number,
            time=when,
            name=name,
        )


class _Outline:
    """A document in words."""

    def __init__(self, journey: Journey, speech: Speech) -> None:
        self._journey = journey
        self._speech = speech
        self._language = speech.language

    def lines(self) -> Iterator[str]:
        document = self._journey.document
        yield document.title or self._say("cli.untitled")
        if document.review_date:
            yield self._say("cli.review", date=document.review_date)
        for number, one in enumerate(self._journey.maps(), 1):
            yield ""
            yield from self._map(number, one)
        names = [one.name or self._say("kind.persona") for one in self._journey.personas()]
        if names:
            yield ""
            yield self._say("cli.people", names=", ".join(names))

    def _map(self, number: int, one: JourneyMap) -> Iterator[str]:
        title = one.title or self._say("cli.untitled")
        state = words.Key(f"state.{one.state}")
        yield self._say("cli.map", number=number, title=title, state=state)
        for index, stage in enumerate(self._journey.stages(one.id), 1):
            yield f"  {index}. {self._stage(stage)}"
        for lane in self._journey.lanes(one.id):
            if lane.holds == "feelings":
                count = self._speech.count("cli.count.points", len(self._journey.feelings(lane.id)))
            else:
                held = len(self._journey.cards_of_lane(lane.id))
                count = self._speech.count("count.cards", held) if held else ""
            name = lane.title or naming.lane_title(lane.holds, self._language)
            yield f"  {name}: {count}" if count else f"  {name}"

    def _stage(self, stage: Stage) -> str:
        parts = [stage.title or self._say("cli.untitled")]
        span = stage.actual or stage.planned
        if span is not None:
            parts.append(naming.duration(span, self._language))
        steps = [step.title or "…" for step in self._journey.steps(stage.id)]
        return ", ".join(parts) + (f": {' · '.join(steps)}" if steps else "")

    def _say(self, key: str, **values: object) -> str:
        return words.say(key, self._language, **values)
