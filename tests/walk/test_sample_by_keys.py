"""A whole map by keyboard alone, and what it costs beside the same in a spreadsheet.

The map: 6 stages, 14 steps, 60 cards and a curve of 14 points. It begins from the template "b2c",
as a marketer would who sells to people: its stages and steps are the sample's. The same is then
made from the blank map, with every name typed, as in a spreadsheet.

What a spreadsheet costs beyond the characters, at the least:

- one key (Tab, Enter or an arrow) a filled cell, a line break for each further card of a cell:
  20 heads, 6 names of rows, 60 cards, 14 values of the curve = 100;
- one key for each stretch of empty cells that is jumped over (Ctrl with an arrow): 11;
- formatting of the heads: each of the 6 stages is selected over its steps (Shift with an arrow, 8
  in all), joined (Alt, H, M, M = 24) and gone on from (5); both rows of heads are selected, bold
  and coloured (2 + 2 + 10), the texts wrapped (5) = 56;
- the curve as a chart: its row is selected and Alt+F1 = 3.

170 in all. The names of the rows (62 characters) come with our template and our blank map.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Feeling
from tests.walk.opened import Opened
from tests.walk.typist import Typist

HEADS = (
    ("Потребность", ("Появляется повод", "Решает, что подойдёт")),
    ("Изучение", ("Ищет варианты", "Читает отзывы и советуется")),
    ("Выбор", ("Сравнивает", "Задаёт вопросы продавцу", "Решается")),
    ("Покупка", ("Оформляет", "Платит")),
    ("Получение и начало", ("Ждёт и получает", "Начинает пользоваться")),
    ("Использование и возвращение", ("Обращается за помощью", "Покупает снова", "Рекомендует")),
)
ACTIONS = (
    ("Старый диван скрипит", "Меряет комнату"), ("Листает журналы",),
    ("Смотрит сайты", "Едет в салон"), ("Спрашивает соседку",),
    ("Пишет таблицу", "Сидит на каждом"), ("Звонит в магазин",), ("Спорит с мужем",),
    ("Выбирает ткань",), ("Вносит аванс",), ("Ждёт три недели", "Встречает машину"),
    ("Собирает сам",), ("Ищет чистку",), ("Берёт кресло",), ("Зовёт гостей",),
)  # fmt: skip
CONTACTS = (
    ("Реклама",), ("Журнал",), ("Сайт", "Салон"), ("Отзывы",), ("Каталог", "Образцы"), ("Чат",),
    ("Звонок",), ("Договор",), ("Касса", "Ссылка"), ("СМС", "Курьер"), ("Инструкция",),
    ("Поддержка",), ("Письмо",), ("Открытка",),
)  # fmt: skip
THOUGHTS = (
    "Пора менять", "Войдёт ли он?", "Их сотни", "", "Чем они разные?", "Ответят ли?", "Дорого",
    "Всё ясно", "", "Где он?", "Без ключа?", "Кто поможет?", "Снова сюда", "Вам понравится",
)  # fmt: skip
CURVE = "33424325214345"
BARRIERS = (
    "Нет размеров", "Отзывы пустые", "Цены без доставки", "Анкета длинная", "Срок молчат",
    "Долго ждать",
)  # fmt: skip
IDEAS = (
    "Примерка по фото", "Отзывы с фото", "Цена до двери", "Анкета в шаг", "Письмо о сроке",
    "Чат до ночи",
)  # fmt: skip
CARDS, SPREADSHEET = 60, 170
FIRST = (0, 2, 4, 7, 9, 11)
"""The columns of the stages' first steps."""
BETWEEN = 60 / 300
"""Seconds from key to key at 60 words of five letters a minute."""
BRIEF, WHOLE = 1, 99
"""Letters of each text: few where a test has little time, since other keys are what counts."""
FORMS = [pytest.param(BRIEF, id="brief"), pytest.param(WHOLE, id="whole", marks=pytest.mark.long)]


@pytest.fixture
def opened(qapp: QApplication, tmp_path: Path) -> Iterator[Opened]:
    """A window with the first page."""
    with Opened(qapp, tmp_path / "user") as window:
        window.wait(lambda: window.window.seen)
        QApplication.processEvents()
        yield window
        window.document.save_as(tmp_path / "done.cjm")


def shown(opened: Opened) -> None:
    """Wait until the new map is seen."""
    opened.wait(lambda: opened.window.work is not None and opened.canvas.isVisible())
    opened.wait(opened.canvas.hasFocus)


def fill(typist: Typist, most: int) -> None:
    """Type the cards and the curve; the keyboard stands in the first cell of the actions.

    Args:
        typist: who types.
        most: letters of each text.
    """
    for row in (ACTIONS, CONTACTS):
        for cell in row:
            for number, text in enumerate(cell):
                if number:
                    typist.press("Return")
                typist.type(text[:most])
            typist.press("Tab")
    for text in THOUGHTS:
        typist.type(text[:most])
        typist.press("Tab")
    typist.type(CURVE)
    for number, text in enumerate(BARRIERS):
        if number:
            typist.press("PgDown")
        typist.type(text[:most])
    # From the last barrier to the step beside it and down: the ideas are typed from the end.
    typist.press("Tab", "Down")
    for number, text in enumerate(reversed(IDEAS)):
        if number:
            typist.press("PgUp")
        typist.type(text[:most])
    typist.press("Tab")


def name_heads(typist: Typist, most: int) -> None:
    """Type the names of the stages, then of the steps; all of them are new.

    Args:
        typist: who types.
        most: letters of each name.
    """
    for number, (title, _) in enumerate(HEADS):
        if number:
            typist.press("Tab")
        typist.type(title[:most])
    typist.press("Return", "Home", "Alt+Ins")
    for number, (_, steps) in enumerate(HEADS):
        if number:
            typist.press("Tab")
        for place, title in enumerate(steps):
            if place:
                typist.press("Return")
            typist.type(title[:most])
    typist.press("PgUp")


def check(journey: Journey, most: int, *, named: bool) -> None:
    """It is the sample, every text in its cell.

    Args:
        journey: what was made.
        most: letters of each text that were typed.
        named: the names of stages and steps were typed, too.
    """
    map_ = journey.maps()[-1]
    heads = most if named else None
    stages = journey.stages(map_.id)
    told = [(one.title, [step.title for step in journey.steps(one.id)]) for one in stages]
    assert told == [(title[:heads], [one[:heads] for one in steps]) for title, steps in HEADS]
    lanes: dict[str, str] = {lane.holds: lane.id for lane in journey.lanes(map_.id)}
    columns = [(stage.id, step.id) for stage, step in journey.columns(map_.id) if step]

    def texts(holds: str) -> list[list[str]]:
        row = (journey.cards(lanes[holds], *column) for column in columns)
        return [[card.text for card in cell] for cell in row]

    def cut(row: Sequence[Sequence[str]]) -> list[list[str]]:
        return [[one[:most] for one in cell] for cell in row]

    assert texts("actions") == cut(ACTIONS)
    assert texts("touchpoints") == cut(CONTACTS)
    assert texts("thoughts") == cut([(one,) if one else () for one in THOUGHTS])
    points = {one.step_id: one.value for one in journey.all(Feeling)}
    assert [points[step] for _, step in columns] == [int(one) - 3 for one in CURVE]
    assert [texts("barriers")[at] for at in FIRST] == cut([(one,) for one in BARRIERS])
    assert [one for cell in texts("opportunities") for one in cell] == [one[:most] for one in IDEAS]
    rows = ("actions", "touchpoints", "thoughts", "barriers", "opportunities")
    assert sum(len(cell) for row in rows for cell in texts(row)) == CARDS


@pytest.mark.parametrize("most", FORMS)
def test_from_its_template_a_card_costs_hardly_more_than_its_letters(
    opened: Opened, most: int
) -> None:
    typist = Typist(opened)
    # The templates are the last list of the first page, "b2c" the second in it.
    typist.press("Shift+Tab", "Right", "Return")
    shown(opened)
    typist.press("Tab")
    fill(typist, most)
    check(opened.journey, most, named=False)
    assert typist.others / CARDS <= 1.2, typist.others
    assert typist.others <= 0.8 * SPREADSHEET


@pytest.mark.long
def test_from_nothing_it_costs_less_than_in_a_spreadsheet(opened: Opened) -> None:
    typist, most = Typist(opened), WHOLE
    typist.press("Ctrl+N")
    shown(opened)
    typist.press("Tab")
    name_heads(typist, most)
    # To the first step, and down to its actions.
    typist.press("Home", "Down")
    fill(typist, most)
    check(opened.journey, most, named=True)
    assert typist.others <= 0.8 * SPREADSHEET, typist.others


@pytest.mark.parametrize("notes", [
    pytest.param(12, id="a dozen"), pytest.param(100, id="a hundred", marks=pytest.mark.long),
])  # fmt: skip
def test_notes_are_typed_without_waiting(opened: Opened, notes: int) -> None:
    """At 60 words a minute five keys are pressed a second; the program is done long before."""
    typist = Typist(opened)
    typist.press("Ctrl+N")
    shown(opened)
    typist.press("Tab", "Down")
    for number in range(notes):
        typist.type(f"мысль{number}")
        typist.press("Return")
    typist.press("Escape")
    journey, map_id = opened.journey, opened.canvas.map_id
    lane, stage = journey.lanes(map_id)[0], journey.stages(map_id)[0]
    texts = [one.text for one in journey.cards(lane.id, stage.id, None)]
    assert texts == [f"мысль{number}" for number in range(notes)]
    assert len(typist.costs) * BETWEEN < 180 * notes / 100, "100 notes fit into three minutes"
    assert statistics.median(typist.costs) < BETWEEN / 4
    assert sorted(typist.costs)[-len(typist.costs) // 50] < BETWEEN
