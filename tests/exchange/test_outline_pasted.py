"""Lists and tables from elsewhere, as they become lines of an outline."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm_desktop.exchange import outline
from cjm_desktop.exchange.outline import pasted
from cjm_desktop.exchange.outline.items import KINDS, Kind
from cjm_desktop.journey.problems import Problem
from tests.exchange.outlined import TEXTS, told

TEXT: dict[str, tuple[str, str]] = {
    "word": ("Поиск:\r\n\u00a0\u00a0•\tЧитает\r\nВыбор:\r\n", "# Поиск/- Читает/# Выбор"),
    "numbers": ("1.\tПоиск\r\n2.\tВыбор", "# Поиск/# Выбор"),
    "tabs": ("Поиск\n\tЧитает\n\t\tстатьи\nВыбор", "# Поиск/## Читает/- статьи/# Выбор"),
    "markdown": (
        "# Путь\n## Поиск\n### Читает\n- [ ] **статьи**\n> «дорого»\n",
        '# Поиск/## Читает/- статьи/" «дорого»',
    ),
    "columns": (
        "Этап\tШаг\tДействие\tБоли\tKPI\nПоиск\tЧитает\tстатьи\t!!дорого\t1\n\tЗвонит\t\tдолго\t2",
        "# Поиск/## Читает/- статьи/!! дорого/## Звонит/! долго",
    ),
    "depth": ("Поиск\tЧитает\tстатьи\nПоиск\tЧитает\tотзывы\nВыбор\tЗвонит", ""),
    "smart": ("«Поиск»\u2028“Выбор”", '" Поиск/" Выбор'),
}
TEXT["depth"] = (TEXT["depth"][0], "# Поиск/## Читает/- статьи/- отзывы/# Выбор/## Звонит")


@pytest.mark.parametrize("name", TEXT)
def test_texts(name: str) -> None:
    text, wanted = TEXT[name]
    assert pasted.of_text(text, "ru").text.split("\n") == wanted.split("/")


def test_a_table_with_the_stages_beside_each_other() -> None:
    rows = [
        ["", "Поиск", "", "Выбор"],
        ["", "Читает", "Звонит", ""],
        ["Действия", "статьи\n• отзывы", "", "сравнивает"],
        ["Боли:", "", "долго", ""],
        ["KPI", "1", "2", "3"],
    ]
    found = pasted.of_rows(rows, "ru")
    wanted = "# Поиск/## Читает/- статьи/- отзывы/## Звонит/! долго/# Выбор/- сравнивает"
    assert found.text.split("\n") == wanted.split("/")
    assert [one.sentence("ru").endswith("KPI") for one in found.notes] == [True]


def test_one_column_is_a_list() -> None:
    found = pasted.of_rows([["", "a\nb"], ["", "c"]], "en", "barrier")
    assert found.flat
    assert found.text == "! a b\n! c"


@pytest.mark.parametrize("kind", KINDS)
def test_a_list_of_one_level_may_be_anything(kind: Kind) -> None:
    found = pasted.of_text("1. Где заказ?\n\n2. «Дорого»", "ru", kind)
    assert found.flat
    assert {one.kind for one in found.lines} == {kind}
    assert [one.source for one in found.lines] == ["1. Где заказ?", "2. «Дорого»"]


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("words", True),
        ("- a\n! b\n", True),
        ("# a\n## b\n\n- c", True),
        ("- a\n- b", False),
        ("a\nb", False),
        ("a\tb", False),
        ("x" * 3000, False),
    ],
)
def test_what_goes_in_as_it_is(text: str, own: bool) -> None:
    assert pasted.is_own(text) is own


@pytest.mark.parametrize("text", ["a\n" * 100_000, "x" * 2_000_000, "\x00\x01\n\x02", " \n\t\n"])
def test_what_no_map_can_hold_is_refused_at_once(text: str) -> None:
    begun = time.process_time()
    with pytest.raises(Problem) as caught:
        pasted.of_text(text, "ru")
    assert caught.value.sentence("ru") != caught.value.sentence("en")
    assert time.process_time() - begun < 1


@settings(max_examples=40)
@given(st.lists(st.tuples(st.sampled_from(["", "\t", "  ", "• ", "1. ", "a\t"]), TEXTS)))
def test_what_is_read_is_an_outline_that_says_the_same(parts: list[tuple[str, str]]) -> None:
    try:
        found = pasted.of_text("\n".join(map("".join, parts)), "ru")
    except Problem:
        return
    again = outline.parse(f"# \n{found.text}")
    assert [one.kind for one in again.items[1:]] == [one.kind for one in found.lines]


def test_where_the_caret_stands_says_what_a_list_is() -> None:
    lines = ["# a", "- b", "", "! c", ""]
    assert [pasted.kind_at(lines, at) for at in range(5)] == [
        "stage", "action", "action", "barrier", "barrier",
    ]  # fmt: skip
    assert pasted.kind_at([""], 0) is None


def test_a_map_begins_from_whatever_is_typed() -> None:
    stages = outline.begun("Поиск, выбор", "ru")
    assert [one.title for one in stages.stages(stages.maps()[0].id)] == ["Поиск", "Выбор"]
    assert outline.beyond_stages("Поиск\nВыбор", "ru") is None
    timed = outline.begun("# Поиск 2 дн", "ru")
    assert told(timed) == "# Поиск 2 дн\n"
    whole = outline.begun("# Станции\n## Поиск\n### Читает\n- статьи", "ru")
    assert whole.maps()[0].title == "Станции"
    assert told(whole) == "# Поиск\n## Читает\n- статьи\n"
