"""What lines of an outline say, however they are typed or pasted."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm_desktop import assets
from cjm_desktop.exchange.outline import KINDS, SIGNS, Outline, card, escapes, parse, spans
from cjm_desktop.exchange.outline.items import Item
from cjm_desktop.exchange.outline.write import line_of
from cjm_desktop.journey.records import LONG, SHORT, Duration
from cjm_desktop.journey.values import clean_text
from tests.exchange.outlined import TEXTS

SKETCH = """# Договор 21 дн
## Аванс и ожидание
- Платит аванс 40 %
@ Счёт, Менеджер
" Аванс перевели, а дальше как в колодец
: -2 Растерянность
!!! После аванса 9 дней никто не пишет
+ Письмо о ходе заказа каждые 2 дня
"""


def said(text: str, *, whole: bool = False) -> list[str]:
    """What a text names, in short: the sign of its kind and its text."""
    return [f"{SIGNS[one.kind]} {one.text}".strip() for one in parse(text, whole=whole).items]


def keys(outline: Outline) -> list[tuple[str, int | None]]:
    """What is told, and about which line."""
    return [(one.key.removeprefix("outline."), one.line) for one in outline.notes]


def test_every_sign_has_its_kind() -> None:
    found = parse(SKETCH)
    assert found.lines == (*KINDS[:3], *KINDS[3:], "blank")
    stage, _, _, first, second, _, feeling, barrier, _ = found.items
    assert (stage.text, stage.span) == ("Договор", Duration(21, "days"))
    assert (first.text, second.text) == ("Счёт", "Менеджер")
    assert (feeling.value, feeling.text, barrier.severity) == (-2, "Растерянность", 3)
    assert not found.notes


def test_signs_are_read_as_people_type_them() -> None:
    typed = (
        "\ufeff#Договор 21дн\r\n  ##Аванс и ожидание\r\n\t–Платит аванс 40 %\r\n"
        "@Счёт,  Менеджер,\r\n"
        "«Аванс перевели, а дальше как в колодец»\r\n:−2 Растерянность\r\n"
        "  !!!После аванса 9 дней никто не пишет\r\n+Письмо о ходе заказа каждые 2 дня"
    )
    assert said(typed) == said(SKETCH)
    assert parse(typed).items[0].span == parse(SKETCH).items[0].span


@pytest.mark.parametrize(
    "bullet", ["-", "–", "—", "−", "•", "*", "·", "◦", "▪", "●", "○", "\uf0b7"]
)
def test_bullets(bullet: str) -> None:
    assert said(f"# A\n{bullet} b\n  {bullet}\tc") == ["# A", "- b", "- c"]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ('"Дорого"', "Дорого"),
        ("“Dear”", "Dear"),
        ("„Teuer“", "Teuer"),
        ("«Дорого»", "Дорого"),
        ("> quoted", "quoted"),
        ('" He said "no"', 'He said "no"'),
        ('"', ""),
    ],
)
def test_quotes(line: str, text: str) -> None:
    assert said(f"# A\n{line}")[1:] == [f'" {text}'.strip()]


@pytest.mark.parametrize(
    ("line", "value", "word"),
    [
        (": -2 lost", -2, "lost"),
        (":+0,7 облегчение", 0.7, "облегчение"),
        (": – 1.5", -1.5, ""),
        (": 4/5 good", 1, "good"),
        (":) fine", 1, "fine"),
        (":( bad", -1, "bad"),
        (":-( bad", -1, "bad"),
        (":| so", 0, "so"),
        (":D", 2, ""),
        (": 😡 angry", -2, "angry"),
        (": 🙂", 1, ""),
        (": 2nd thoughts", 0, "2nd thoughts"),
        (": (well) yes", 0, "(well) yes"),
        (": 7 wonderful", 2, "wonderful"),
        (": 0/5", -2, ""),
        (": 4 good", 1, "good"),
        (": 3", 0, ""),
        (": 2", 2, ""),
        (": +3", 2, ""),
        (": 4,5", 2, ""),
    ],
)
def test_feelings(line: str, value: float, word: str) -> None:
    found = parse(f"# A\n{line}").items[1]
    assert (found.value, found.text) == (value, word)


def test_what_is_said_out_of_five_as_keys_on_the_map_say_it_is_told() -> None:
    found = parse("# A\n: 4 good\n: 2 so\n: +1")
    assert keys(found) == [("of_five", 2), ("perhaps_of_five", 3)]
    assert [one.sentence("ru").count("/5") for one in found.notes] == [1, 1]
    assert not parse("# A\n: 2 so\n: -1").notes


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (["1", "2 bad", "5"], [-2, -1, 2]),
        (["1", "2"], [1, 2]),
        (["1", "-2", "4"], [1, -2, 1]),
        (["0", "2", "4"], [0, 2, 1]),
    ],
)
def test_a_list_with_marks_out_of_five_means_all_of_them_so(
    said: list[str], wanted: list[float]
) -> None:
    found = parse("# A\n## b\n" + "\n".join(f": {one}" for one in said), whole=True)
    assert [one.value for one in found.items[2:]] == wanted


@pytest.mark.parametrize(
    ("line", "title", "span"),
    [
        ("A 3d", "A", Duration(3, "days")),
        ("A 2 w", "A", Duration(2, "weeks")),
        ("А 5 ч", "А", Duration(5, "hours")),
        ("А 3 дн.", "А", Duration(3, "days")),
        ("А 2 нед", "А", Duration(2, "weeks")),
        ("A, 30 min", "A", Duration(30, "minutes")),
        ("A — 1,5 мес", "A", Duration(1.5, "months")),
        ("A (21 день)", "A", Duration(21, "days")),
        ("A, 2 weeks", "A", Duration(2, "weeks")),
        ("A 2–4 w", "A", Duration(3, "weeks", 2, 4)),
        ("A 4-2w", "A", Duration(3, "weeks", 2, 4)),
        ("3 d", "", Duration(3, "days")),
        ("First 30 days", "First 30 days", None),
        ("Первые 30 дней", "Первые 30 дней", None),
        ("Первые \\30 дн", "Первые 30 дн", None),
        ("Model 3", "Model 3", None),
        ("A 9999999 w", "A 9999999 w", None),
        ("A3d", "A3d", None),
        ("A 3 d)", "A 3 d)", None),
        ("A 2y", "A", Duration(24, "months")),
        ("A (1-2 года)", "A", Duration(18, "months", 12, 24)),
        ("A, 3 years", "A", Duration(36, "months")),
        ("Первые 2 года", "Первые 2 года", None),
        ("План, 2026 г.", "План, 2026 г.", None),
        ("A 1 000 d", "A", Duration(1000, "days")),
        ("A, 1 200 мин", "A", Duration(1200, "minutes")),
        ("A 1,200 min", "A", Duration(1200, "minutes")),
        ("Phase 2 120 min", "Phase 2", Duration(120, "minutes")),
    ],
)
def test_durations(line: str, title: str, span: Duration | None) -> None:
    found = parse(f"# {line}").items[0]
    assert (found.text, found.span) == (title, span)


LISTS = {
    "names": ("Осознание\nПоиск\n\nВыбор:\n", ["# Осознание", "# Поиск", "# Выбор"]),
    "bullets": ("- A\n- B", ["# A", "# B"]),
    "numbers": ("1. A\n2) B\n10. C", ["# A", "# B", "# C"]),
    "tabs": ("A\n\tb\n\t\tc\n\t\t\td\n\te\nF", ["# A", "## b", "- c", "- d", "## e", "# F"]),
    "markdown": ("- A\n  - b\n    - c\n  - d\n- E", ["# A", "## b", "- c", "## d", "# E"]),
    "titles": ("A\n- b\n- c\nD\n* e", ["# A", "- b", "- c", "# D", "- e"]),
    "answers": (
        "1. **A**:\n   - b\n   - c\n\n2. **D**:\n   - e",
        ["# A", "- b", "- c", "# D", "- e"],
    ),
    "word": ("•\tA\no\tb\n▪\tc\n•\tD", ["# A", "## b", "- c", "# D"]),
    "deep numbers": ("1. A\n1.1 b\n1.1.1 c\n1.2 d\n2. E", ["# A", "## b", "- c", "## d", "# E"]),
    "boxes": ("- [ ] A\n- [x] B", ["# A", "# B"]),
    "mixed": ("A\n@ b\n! c\n+ d\n- e", ["# A", "@ b", "! c", "+ d", "- e"]),
    "rules": ("A\n---\nB\n***\n", ["# A", "# B"]),
    "times": ("A 3d\nB, 2 weeks", ["# A", "# B"]),
}


@pytest.mark.parametrize("name", LISTS)
def test_lists_from_elsewhere(name: str) -> None:
    text, expected = LISTS[name]
    assert said(text, whole=True) == expected
    assert not parse(text, whole=True).notes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- a", ["#", "- a"]),
        ("A\n- b\n- c\n  - d", ["# A", "- b", "- c", "- d"]),
        ("- a\n@ b\n- c", ["#", "- a", "@ b", "- c"]),
        ("A\n  b\n- c", ["# A", "## b", "- c"]),
        ("1. A\n   • b\n     ◦ c", ["# A", "- b", "- c"]),
    ],
)
def test_a_dash_that_is_typed_is_always_an_action(text: str, expected: list[str]) -> None:
    """What a sketch shows beside a line must not change with the lines below it."""
    assert said(text) == expected


NAMED = {
    "мысль: А дальше что?": '" А дальше что?',
    "Мысли клиента": "# Мысли клиента",
    "Канал: сайт, звонок": "@ сайт/@ звонок",
    "боль: дорого": "! дорого",
    "- Боль: дорого": "! дорого",
    "  • **Боль:** дорого": "! дорого",
    "1. __Боль__: дорого": "! дорого",
    "Болевая точка: дорого": "! дорого",
    "Точка контакта : сайт": "@ сайт",
    "чувство: -2 злость": ": злость",
    "Идея: звонить самим": "+ звонить самим",
    "действие: звонит": "- звонит",
    "этап: Поиск 3 дн": "# Поиск",
    "подэтап: Сравнение": "## Сравнение",
    "thought: And what now?": '" And what now?',
    "Thought: “And what now?”": '" And what now?',
    "channel:Phone": "@ Phone",
    "PAIN: too dear": "! too dear",
    "Pain point: too dear": "! too dear",
    "opportunity: call first": "+ call first",
}


@pytest.mark.parametrize("line", NAMED)
def test_a_word_says_what_a_line_is_as_well_as_a_sign(line: str) -> None:
    wanted = NAMED[line].split("/")
    assert said(f"# A\n## B\n{line}")[2:] == wanted or said(line) == wanted


def test_a_word_above_a_list_says_what_its_lines_are() -> None:
    text = "1. Поиск\n   **Мысли:**\n   - Дорого?\n   - «Долго?»\n   Боли:\n   - ждёт\n2. Выбор"
    assert said(text, whole=True) == ["# Поиск", '" Дорого?', '" Долго?', "! ждёт", "# Выбор"]
    assert said("# A\n## b\nPains:\n- c\n- d\n- action: e\n## f\n- g") == [
        "# A", "## b", "! c", "! d", "- e", "## f", "- g",
    ]  # fmt: skip


def test_a_text_that_begins_with_such_a_word_stays_a_text() -> None:
    for text in ("Мысль: купить", "\\Мысль: купить", "\\\\Боль: a", "Pain:", "Канал : b"):
        line = line_of(Item("action", text, 0), "ru")
        assert [(one.kind, one.text) for one in parse(f"# A\n{line}").items[1:]] == [
            ("action", text)
        ]
    assert said("# A\n- \\Мысль: купить") == ["# A", "- Мысль: купить"]


def test_lines_without_a_sign_among_headings() -> None:
    found = parse("A\nB\n  c\n# D\ne\n  f\n1. g\n")
    assert found.lines == ("stage", "stage", "step", "stage", "step", "action", "action", "blank")
    assert keys(found) == [
        ("no_sign.stage", 1), ("no_sign.stage", 2), ("no_sign.step", 3), ("no_sign.step", 5),
        ("no_sign.action", 6),
    ]  # fmt: skip


def test_a_markdown_document_has_a_title() -> None:
    text = "# The map\n\n## 1. A\n### b\n- c\n## 2. D\n"
    found = parse(text, whole=True)
    assert (found.title, found.lines[0]) == ("The map", "title")
    assert said(text, whole=True) == ["# A", "## b", "- c", "# D"]
    assert keys(found) == [("title", 1)]
    assert said(text) == ["# The map", "## A", "## b", "- c", "## D"]
    assert said("# A\n## b\n", whole=True) == ["# A", "## b"]


def test_whatever_was_understood_otherwise_is_told() -> None:
    long = "x" * (SHORT + 1)
    found = parse(f"- a\n## b\n### c\n!!!! d\n: e\n: 9\n# {long}\n- {'y' * (LONG + 5)}")
    assert keys(found) == [
        ("before_stage", 1), ("deep", 3), ("severity", 4), ("no_value", 5), ("off_scale", 6),
        ("shortened", 7), ("shortened", 8),
    ]  # fmt: skip
    assert found.items[0] == ("stage", "", 0, 0, 0, 0, 0.0, None, None)
    assert len(found.items[-1].text) == LONG
    for note in found.notes:
        sentences = note.sentence("en"), note.sentence("ru")
        assert sentences[0] != sentences[1]
        assert all(one.endswith(".") and "\n" not in one and "{" not in one for one in sentences)


def test_a_hundred_feelings_in_a_step_are_enough() -> None:
    found = parse("# A\n" + ": 1\n" * 101 + "## B\n: 1")
    assert len(found.items) == 103
    assert found.lines[101] == "left_out"
    assert keys(found) == [("feelings", 102)]


def test_places_in_the_text() -> None:
    found = parse("# A\n  @ one,  two\n\n- b⏎c")
    assert [(one.line, one.start, one.end) for one in found.items] == [
        (1, 2, 3), (2, 4, 7), (2, 10, 13), (4, 2, 5),
    ]  # fmt: skip
    one, two = found.items[1:3]
    assert [found.at(2, column) for column in (0, 4, 7, 8, 10, 99)] == [
        one,
        one,
        one,
        two,
        two,
        two,
    ]
    assert found.at(3) is None
    assert found.above(3) == two
    assert found.items[3].text == "b\nc"


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_any_text_goes_on_one_line_and_back(text: str) -> None:
    line = escapes.on_one_line(text)
    assert "\n" not in line
    assert escapes.as_said(line) == text.strip()
    parts = escapes.parts(escapes.without_commas(line))
    assert [one.text for one in parts] == [line]
    assert escapes.without_number(escapes.numbered(line)) == line


@pytest.mark.parametrize(
    ("line", "title", "span"),
    [
        ("Выбор 2 ч 30 мин", "Выбор", Duration(2.5, "hours")),
        ("Choice, 1 week and 2 days", "Choice", Duration(9, "days")),
        ("Choice (2 h 30 min)", "Choice", Duration(2.5, "hours")),
        ("First 2 hours 30 minutes", "First 2 hours 30 minutes", None),
        ("Choice 2 h (30 min)", "Choice 2 h", Duration(30, "minutes")),
    ],
)
def test_a_duration_of_two_parts_ends_a_title(line: str, title: str, span: Duration | None) -> None:
    assert spans.split(line) == (title, span)


@pytest.mark.parametrize(
    ("line", "said", "meant"),
    [
        ("Name 3 days", "3 days", "3 d"),
        ("Имя 3 дня", "3 дня", "3 дн"),
        ("Имя 1,5 часа", "1,5 часа", "1,5 ч"),
        ("Имя, от 2 до 4 дней", "от 2 до 4 дней", "2-4 дн"),
        ("Name ~3 d", "~3 d", None),
        ("Имя 3 раб. дня", "3 раб. дня", None),
        ("Имя (2 суток)", "2 суток", None),
        ("Name, 3", "3", None),
    ],
)
def test_what_may_be_meant_as_a_duration_is_known(line: str, said: str, meant: str | None) -> None:
    found = spans.untaken(line)
    assert found is not None
    assert found.said == said
    language = "en" if line.isascii() else "ru"
    assert (None if found.span is None else spans.written(found.span, language)) == meant


@pytest.mark.parametrize(
    "line",
    [
        "Name, 3 days",
        "Name 3 d",
        "Phase 3",
        "3 дня",
        "План, 2026",
        "План, 2026 г.",
        "Имя \\3 дн",
        "",
    ],
)
def test_a_title_alone_asks_for_nothing(line: str) -> None:
    assert spans.untaken(line) is None


@given(TEXTS, st.sampled_from([None, Duration(3), Duration(2.5, "weeks", 2, 3)]))
@settings(max_examples=400, deadline=None)
def test_any_title_goes_with_any_duration(text: str, span: Duration | None) -> None:
    title = escapes.on_one_line(text)
    for language in ("en", "ru"):
        assert spans.split(spans.joined(title, span, language)) == (title, span)


@given(st.text(max_size=200) | st.text('#-@":!+ \t\n1.a,•', max_size=200))
@settings(max_examples=300, deadline=None)
def test_every_text_has_an_outline_in_which_nothing_is_lost(text: str) -> None:
    for whole in (False, True):
        found = parse(text, whole=whole)
        lines = clean_text(text).removeprefix("\ufeff").split("\n")
        assert len(found.lines) == len(lines)
        named = {one.line for one in found.items}
        for number, (kind, line) in enumerate(zip(found.lines, lines, strict=True), 1):
            assert (kind in KINDS) == (number in named)
            assert (kind == "blank") == (not line.strip())


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_help_card_fits_and_is_in_the_guide(language: str) -> None:
    rows = card(language)
    assert len(rows) <= 12
    guide = assets.path("guide", f"{language}.md").read_text(encoding="utf-8")
    for row in rows:
        assert f"| `{row.sign}` | {row.meaning} | `{row.example}` |" in guide
    examples = "\n".join(one.example for one in rows if one.name in KINDS)
    assert parse(examples).lines == KINDS
    assert not parse(examples).notes
    assert len({one.sign for one in rows}) == len(rows)
