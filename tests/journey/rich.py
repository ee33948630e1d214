"""A map with everything that a large real one has, for benchmarks.

The map of `big` has many cards and little else; here everything refers to something.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from hashlib import blake2s
from typing import Any

from PIL import Image

from cjm_desktop.journey import following, naming, order
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.moves.lanes import PER_STAGE
from cjm_desktop.journey.records import (
    CARD_OF_LANE,
    Barrier,
    Card,
    Channel,
    Department,
    Duration,
    Evidence,
    Feeling,
    Hypothesis,
    JourneyMap,
    Lane,
    LaneKind,
    Link,
    MapDocument,
    Measurement,
    Metric,
    Opportunity,
    Participation,
    Path,
    Persona,
    Picture,
    Record,
    Source,
    Stage,
    State,
    Step,
    Touchpoint,
)
from tests.journey.big import TEXTS

LANES: tuple[LaneKind, ...] = (
    "time", "goals", "actions", "touchpoints", "thoughts", "feelings", "barriers",
    "opportunities", "metrics", "owners", "participation", "consensus",
)  # fmt: skip
SHARES: dict[LaneKind, int] = {
    "actions": 150, "touchpoints": 250, "thoughts": 150,
    "barriers": 200, "opportunities": 200, "owners": 50,
}  # fmt: skip
"""Cards of each lane, 1 000 in all. They are called "actions0", "touchpoints249" and so on."""
PEOPLE = ("Главный инженер", "Закупщик", "Директор", "Технолог", "Финансист")
COLOURS = ("#C0392B", "#2A86C4", "#27AE60", "#8E44AD", "#D68910")
DEPARTMENTS = ("Продажи", "Поддержка", "Склад", "Доставка", "Бухгалтерия", "Маркетинг")
CHANNELS: tuple[Channel, ...] = ("site", "mail", "phone", "meeting", "document", "delivery")
SOURCES: tuple[Source, ...] = ("interview", "crm", "reviews", "call_recordings")
PATHS: tuple[Path, ...] = ("both", "both", "both", "as_is", "to_be")
STATES: tuple[State, ...] = ("as_is", "to_be")
STAGES, STEPS, METRICS, SERIES, HYPOTHESES = 8, 30, 12, 50, 24
FIRST_DAY = date(2026, 1, 5)
PLACES = order.spread(max(SHARES.values()))
Id = Callable[[str], str]


def rich_id(name: str) -> str:
    """The id of what the maker calls by a name, as the program makes ids."""
    return blake2s(name.encode(), digest_size=8).hexdigest()


def rich_journey(*, role: bool = True, called: Id = rich_id) -> Journey:
    """5 personas, 8 stages, 30 steps, 12 lanes and 1 000 cards with all that they may have.

    Args:
        role: there is one map more, that of the second persona, which follows the first.
        called: makes ids of names; `str` for ids as in files that others made.
    """
    draft = Draft(Journey(_Maker(called).records()))
    if role:
        own = tuple(called(f"persona{number}") for number in (1, 0, 2, 3, 4))
        made = JourneyMap(
            id=called("role"), title=PEOPLE[1], general_id=called("map"), persona_ids=own, place="k"
        )
        draft.put(made)
        following.follow_all(draft, made)
    return Journey(draft.journey)


@cache
def _face(colour: str) -> bytes:
    """A picture, no two of them alike."""
    made = io.BytesIO()
    ink = Image.new("RGB", (240, 240), colour)
    noise = Image.effect_noise((240, 240), 60).convert("RGB")
    Image.blend(ink, noise, 0.4).save(made, "JPEG")
    return made.getvalue()


class _Maker:
    """Makes the records of the general map, what is referred to first."""

    def __init__(self, called: Id) -> None:
        self._id = called
        self._map_id = called("map")
        self._stages = tuple(self._make_stages())
        self._steps = tuple(self._make_steps())

    def records(self) -> Iterator[Record]:
        """All of them."""
        yield MapDocument(title="Большая карта", language="ru")
        yield from self._people()
        yield JourneyMap(
            id=self._map_id,
            title="Большая карта",
            scenario=" ".join(TEXTS),
            persona_ids=tuple(self._id(f"persona{number}") for number in range(len(PEOPLE))),
        )
        yield from self._stages
        yield from self._steps
        yield from self._lanes()
        for holds, count in SHARES.items():
            yield from (self._card(holds, number, count) for number in range(count))
        yield from self._evidence()
        yield from self._parts()
        yield from self._curves()
        yield from self._links()
        yield from self._metrics()
        yield from self._hypotheses()

    def _people(self) -> Iterator[Record]:
        for number, name in enumerate(DEPARTMENTS):
            yield Department(id=self._id(f"department{number}"), name=name, place=PLACES[number])
        for number, name in enumerate(PEOPLE):
            picture_id, data = self._id(f"picture{number}"), _face(COLOURS[number])
            yield Picture(id=picture_id, media_type="image/jpeg", width=240, height=240, data=data)
            yield Persona(
                id=self._id(f"persona{number}"),
                name=name,
                role=name,
                segment="Заводы, которые обновляют оборудование",
                need=TEXTS[number],
                fears=TEXTS[-number],
                quotes=(TEXTS[2],),
                picture_id=picture_id,
                colour=COLOURS[number],
                place=PLACES[number],
            )

    def _make_stages(self) -> Iterator[Stage]:
        for number in range(STAGES):
            yield Stage(
                id=self._id(f"stage{number}"),
                map_id=self._map_id,
                title=f"Этап {number + 1}",
                goal=TEXTS[number % len(TEXTS)],
                planned=Duration(number + 2),
                actual=Duration(number + 4, low=number + 1, high=number + 9),
                place=PLACES[number],
            )

    def _make_steps(self) -> Iterator[Step]:
        for number in range(STEPS):
            yield Step(
                id=self._id(f"step{number}"),
                stage_id=self._stages[number * STAGES // STEPS].id,
                title=f"Подэтап {number + 1}",
                planned=Duration(1),
                actual=Duration(number % 5 + 1),
                waiting=number % 7 == 6,
                place=PLACES[number],
            )

    def _lanes(self) -> Iterator[Lane]:
        for number, holds in enumerate(LANES):
            yield Lane(
                id=self._id(holds),
                map_id=self._map_id,
                holds=holds,
                title=naming.lane_title(holds, "ru"),
                question=naming.lane_question(holds, "ru"),
                per="stage" if holds in PER_STAGE else "step",
                place=PLACES[number],
            )

    def _card(self, holds: LaneKind, number: int, count: int) -> Card:
        """Cards of all lanes go along the steps, so that what refers to something is near it."""
        step, cls = self._steps[number * STEPS // count], CARD_OF_LANE[holds]
        more: dict[type[Card], Callable[[int], dict[str, Any]]] = {
            Touchpoint: self._of_touchpoint,
            Barrier: self._of_barrier,
            Opportunity: self._of_opportunity,
        }
        return cls(
            id=self._id(f"{holds}{number}"),
            lane_id=self._id(holds),
            stage_id=step.stage_id,
            step_id=step.id,
            place=PLACES[number],
            text=f"{TEXTS[number % len(TEXTS)]} {number}",
            detail=TEXTS[(number + 1) % len(TEXTS)],
            persona_ids=(self._id(f"persona{number % len(PEOPLE)}"),) if number % 3 == 0 else (),
            department_id=self._id(f"department{number % len(DEPARTMENTS)}"),
            votes=number % 4,
            path=PATHS[number % len(PATHS)],
            **(more[cls](number) if cls in more else {}),
        )

    def _of_touchpoint(self, number: int) -> dict[str, Any]:
        return {
            "channel": CHANNELS[number % len(CHANNELS)],
            "planned_channel": CHANNELS[number // 2 % len(CHANNELS)],
            "automated": number % 2 == 0,
            "owner": DEPARTMENTS[number % len(DEPARTMENTS)],
            "starts": "Заявка на сайте",
            "importance": number % 5 + 1,
            "expectation": (number + 1) % 5 + 1,
            "fulfilment": (number + 3) % 5 + 1,
        }

    def _of_barrier(self, number: int) -> dict[str, Any]:
        found: dict[str, Any] = {"severity": number % 3 + 1, "frequency": number % 4}
        if number % 4 == 0:
            contact = number * SHARES["touchpoints"] // SHARES["barriers"]
            found |= {"on_id": self._id(f"touchpoints{contact}"), "dx": 60.0, "dy": 40.0}
        return found

    def _of_opportunity(self, number: int) -> dict[str, Any]:
        answers = (self._id(f"barriers{number}"),)
        return {"answers": answers, "effect": number % 4, "effort": number // 4 % 4}

    def _evidence(self) -> Iterator[Evidence]:
        """Every third card is an assumption, every third one rests on two things."""
        names = [f"{holds}{number}" for holds, count in SHARES.items() for number in range(count)]
        for number, name in enumerate(names):
            for index in range(number % 3):
                yield Evidence(
                    id=self._id(f"evidence{number}.{index}"),
                    about_id=self._id(name),
                    source=SOURCES[(number + index) % len(SOURCES)],
                    detail=TEXTS[number % len(TEXTS)],
                    date=(FIRST_DAY + timedelta(days=number % 300)).isoformat(),
                    people=number % 20,
                    out_of=20,
                )

    def _parts(self) -> Iterator[Participation]:
        involved = ("decides", "influences", "takes_part", "absent")
        stances = ("for", "unsure", "against", "")
        for number in range(len(PEOPLE) * STAGES):
            persona, stage = number % len(PEOPLE), number // len(PEOPLE)
            yield Participation(
                id=self._id(f"part{number}"),
                persona_id=self._id(f"persona{persona}"),
                stage_id=self._stages[stage].id,
                involvement=involved[(persona + stage) % 4],  # type: ignore[arg-type]
                stance=stances[(persona * stage) % 4],  # type: ignore[arg-type]
            )

    def _curves(self) -> Iterator[Feeling]:
        """A curve of each persona on each path."""
        for number in range(len(PEOPLE) * len(STATES) * STEPS):
            curve, column = divmod(number, STEPS)
            yield Feeling(
                id=self._id(f"feeling{number}"),
                lane_id=self._id("feelings"),
                persona_id=self._id(f"persona{curve // 2}"),
                stage_id=self._steps[column].stage_id,
                step_id=self._steps[column].id,
                value=((curve * 5 + column * 7) % 41) / 10 - 2,
                word="Сомнение" if column % 3 == 0 else "",
                path=STATES[curve % 2],
            )

    def _links(self) -> Iterator[Link]:
        """Each touchpoint to the next, one of four after a wait; some back and some past others."""
        last = SHARES["touchpoints"] - 1
        for number in range(last):
            for manner, to in (("next", number + 1), ("repeat", number), ("alternative", last)):
                if manner == "next" or number % 25 == 3:
                    yield Link(
                        id=self._id(f"{manner}{number}"),
                        map_id=self._map_id,
                        from_id=self._id(f"touchpoints{number}"),
                        to_id=self._id(f"touchpoints{to}"),
                        manner=manner,  # type: ignore[arg-type]
                        share=0.9,
                        planned_wait=Duration(1) if number % 4 == 0 else None,
                        actual_wait=Duration(number % 9 + 0.5) if number % 4 == 0 else None,
                    )

    def _metrics(self) -> Iterator[Metric | Measurement]:
        for number in range(METRICS):
            metric_id = self._id(f"metric{number}")
            about = f"stage{number}" if number < STAGES else f"touchpoints{number}"
            yield Metric(
                id=metric_id,
                map_id=self._map_id,
                about_id=self._id(about),
                title=f"Дошли до этапа {number + 1}",
                unit="%",
                funnel=number < STAGES,
                target=80.0,
                end=number == STAGES - 1,
                place=PLACES[number],
            )
            for index in range(SERIES):
                yield Measurement(
                    id=self._id(f"measurement{number}.{index}"),
                    metric_id=metric_id,
                    date=(FIRST_DAY + timedelta(weeks=index)).isoformat(),
                    value=100.0 - number * 9 - index * 7 % 11,
                    sample=200 + index,
                )

    def _hypotheses(self) -> Iterator[Hypothesis]:
        statuses = ("idea", "idea", "confirmed", "rejected", "idea", "running")
        for number in range(HYPOTHESES):
            yield Hypothesis(
                id=self._id(f"hypothesis{number}"),
                map_id=self._map_id,
                about_id=self._id(f"opportunities{number * 8}"),
                if_text=TEXTS[number % len(TEXTS)],
                then_text=TEXTS[(number + 1) % len(TEXTS)],
                because=TEXTS[(number + 2) % len(TEXTS)],
                metric_id=self._id(f"metric{number % METRICS}"),
                status=statuses[number % len(statuses)],  # type: ignore[arg-type]
                started=(FIRST_DAY + timedelta(weeks=20)).isoformat(),
                place=PLACES[number],
            )
