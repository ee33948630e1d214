"""A map far larger than anyone draws, for benchmarks and for tests of what may not grow with it."""

from __future__ import annotations

from cjm_desktop.journey import naming, order
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import (
    CARD_OF_LANE,
    Feeling,
    JourneyMap,
    Lane,
    LaneKind,
    MapDocument,
    Record,
    Stage,
    Step,
)

LANES: tuple[LaneKind, ...] = (
    "actions",
    "touchpoints",
    "thoughts",
    "feelings",
    "barriers",
    "opportunities",
    "frontstage",
    "backstage",
    "support",
)
TEXTS = (
    "Сверяет пять предложений в одной таблице",
    "Звонит менеджеру и ждёт ответа до вечера",
    "«А не слишком ли дорого? Как я объясню это директору»",
    "Инструкция только на английском языке",
    "Личный кабинет со статусом заказа на каждом шаге",
)


def big_journey(cards: int = 10_000, steps: int = 160) -> Journey:
    """A map of `steps` columns, two to a stage, with so many cards spread evenly over its cells.

    Ids are the same every time.
    """
    journey_map = JourneyMap(id="map", title="Большая карта")
    records: list[Record] = [MapDocument(title="Большая карта", language="ru"), journey_map]
    lanes = [
        Lane(
            id=f"lane{i}", map_id="map", holds=holds, title=naming.lane_title(holds, "ru"), place=p
        )
        for i, (holds, p) in enumerate(zip(LANES, order.spread(len(LANES)), strict=True))
    ]
    stages = [
        Stage(id=f"stage{i}", map_id="map", title=f"Этап {i + 1}", place=place)
        for i, place in enumerate(order.spread(steps // 2))
    ]
    columns = [
        Step(id=f"step{i}", stage_id=stages[i // 2].id, title=f"Подэтап {i + 1}", place="9V"[i % 2])
        for i in range(steps // 2 * 2)
    ]
    return Journey([*records, *lanes, *stages, *columns, *_curve(columns), *_cards(columns, cards)])


def _curve(columns: list[Step]) -> list[Record]:
    lane_id = f"lane{LANES.index('feelings')}"
    return [
        Feeling(
            id=f"feeling{i}",
            lane_id=lane_id,
            stage_id=step.stage_id,
            step_id=step.id,
            value=(i * 7 % 41) / 10 - 2,
            word="Сомнение",
        )
        for i, step in enumerate(columns)
    ]


def _cards(columns: list[Step], count: int) -> list[Record]:
    holding = [(f"lane{i}", holds) for i, holds in enumerate(LANES) if holds in CARD_OF_LANE]
    cells = len(columns) * len(holding)
    places = order.spread(count // cells + 1)
    found: list[Record] = []
    for i in range(count):
        step = columns[i % len(columns)]
        lane_id, holds = holding[i // len(columns) % len(holding)]
        found.append(
            CARD_OF_LANE[holds](
                id=f"card{i}",
                lane_id=lane_id,
                stage_id=step.stage_id,
                step_id=step.id,
                text=f"{TEXTS[i % len(TEXTS)]} {i}",
                place=places[i // cells],
            )
        )
    return found
