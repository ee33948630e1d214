"""Maps to lay out: made of real records, small or at random."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.order import spread
from cjm_desktop.journey.records import (
    CARD_OF_LANE,
    Card,
    Feeling,
    JourneyMap,
    Lane,
    MapDocument,
    Persona,
    Record,
    Stage,
    Step,
)

MAP = "map"


class Maker:
    """Writes a map record by record, with ids that are easy to read."""

    def __init__(self, language: str = "ru", **fields: Any) -> None:
        self.records: list[Record] = [
            MapDocument(title="Карта", language="ru" if language == "ru" else "en"),
            JourneyMap(id=MAP, title="Путь клиента", **fields),
        ]
        self._places = iter(spread(12_000))

    def grid(self, stages: Sequence[int], lanes: Sequence[str]) -> Maker:
        """Stages s0, s1 ... with steps s0t0 ..., and lanes by the names of what they hold."""
        for index, count in enumerate(stages):
            stage = f"s{index}"
            self.records.append(
                Stage(id=stage, map_id=MAP, title=f"Этап {index}", place=next(self._places))
            )
            for at in range(count):
                self.step(stage, f"{stage}t{at}")
        for holds in lanes:
            self.lane(holds)
        return self

    def step(self, stage: str, step_id: str, title: str = "Шаг") -> None:
        self.records.append(Step(id=step_id, stage_id=stage, title=title, place=next(self._places)))

    def lane(self, holds: Any, per: Any = "step", **fields: Any) -> None:
        lane = Lane(id=holds, map_id=MAP, holds=holds, per=per, place=next(self._places), **fields)
        self.records.append(lane)

    def card(self, card_id: str, lane: str, step: str, text: str = "", **fields: Any) -> Maker:
        """A card at a step "s0t1", or at a stage "s0"."""
        stage, _, _ = step.partition("t")
        cls = CARD_OF_LANE[lane]
        made = cls(
            id=card_id,
            lane_id=lane,
            stage_id=stage,
            step_id=step if "t" in step else None,
            text=text,
            place=next(self._places),
            **fields,
        )
        self.records.append(made)
        return self

    def feeling(self, step: str, value: float, word: str = "", **fields: Any) -> Maker:
        stage, _, _ = step.partition("t")
        path = fields.get("path", "as_is")
        self.records.append(
            Feeling(
                id=f"f:{path}:{fields.get('persona_id')}:{step}",
                lane_id="feelings",
                stage_id=stage,
                step_id=step if "t" in step else None,
                value=value,
                word=word,
                **fields,
            )
        )
        return self

    def persona(self, **fields: Any) -> None:
        self.records.append(Persona(**fields))

    def journey(self) -> Journey:
        return Journey(self.records)


RUSSIAN = (
    "клиент звонит менеджеру получает счёт на оплату сверяет и ждёт поставку разбирается с "
    "документами согласовывает договор с юристами опять перенос срока не в тот день из-за "
    "высококвалифицированного государственно-частного сельскохозяйственного оборудования "
    "11 дней 40 % — тишина «где заказ» КП ТО"
)
ENGLISH = (
    "the customer calls a manager gets an invoice and waits for delivery of the "
    "internationalisation counterrevolutionary documents "
    "https://example.com/a/very/long/address?with=parameters 3 weeks late — again at 50 % off"
)
ODD = ["🚚", "👩‍🔧", "❤️", "\u0600", "Ж" * 70, "x" * 90, "а\u00adб", "e\u0301", "\t", "№ 5"]


def words(rnd: random.Random, most: int, odd: bool = True) -> str:
    """A text of random words, Russian or English, some of them unusual."""
    chosen = rnd.choices(rnd.choice((RUSSIAN, ENGLISH)).split(), k=rnd.randint(0, most))
    if odd and rnd.random() < 0.3:
        chosen.insert(rnd.randrange(len(chosen) + 1), rnd.choice(ODD))
    return (" " if rnd.random() < 0.9 else "\n").join(chosen)


LANES = (
    "actions",
    "touchpoints",
    "thoughts",
    "feelings",
    "barriers",
    "opportunities",
    "owners",
    "frontstage",
    "text",
)


def scattered(seed: int, stages: int = 3, odd: bool = True) -> Journey:
    """A map with random cards in every lane, some over several columns, some of a whole stage."""
    rnd = random.Random(seed)
    maker = Maker().grid([rnd.randint(0, 3) for _ in range(stages)], LANES)
    steps = [one for one in maker.records if isinstance(one, Step)]
    columns = [one.id for one in steps] + [f"s{index}" for index in range(stages)]
    for number in range(rnd.randint(10, 40)):
        lane = rnd.choice([one for one in LANES if one != "feelings"])
        fields: dict[str, Any] = {"span": rnd.choice((1, 1, 1, 2, 3))}
        if lane == "barriers":
            fields["severity"] = rnd.randint(1, 3)
        text = words(rnd, 12, odd)
        maker.card(f"c{number}", lane, rnd.choice(columns), text, **fields)
    for column in columns:
        if rnd.random() < 0.8:
            maker.feeling(column, round(rnd.uniform(-2, 2), 1), words(rnd, 2, odd))
    return maker.journey()


def cards_of(journey: Journey) -> list[Card]:
    return [one for one in journey if isinstance(one, Card)]
