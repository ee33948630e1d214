"""Outlines from files: which they are, in any encoding, of any size and malice."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from cjm_desktop.exchange import Options, outline, read_any
from cjm_desktop.exchange.outline.files import MOST_LINES, MOST_THINGS
from cjm_desktop.journey import rules
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from tests.exchange.outlined import told
from tests.exchange.test_reading import OTHERS, made, refusal

SKETCH = "# Выбор 2 нед\n## Поиск\n- Спрашивает знакомых\n! Нет цен\n"


def read(file: Path, format_name: str = "auto") -> Journey:
    """The map of a file, whose records keep all rules."""
    journey, report = read_any(file, format_name)
    assert report.format == "outline"
    assert rules.check_all(journey) == ()
    return journey


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", SKETCH),
        ("a.md", SKETCH),
        ("a.markdown", f"{SKETCH}\n```python\nx = 1\n```\n"),
        ("a", "Осознание\nПоиск\n"),
        ("a.txt", "- Осознание\n"),
        ("a.txt", "1. Осознание\n   - видит рекламу; спрашивает; ищет\n"),
    ],
)
def test_an_outline_is_found(tmp_path: Path, name: str, content: str) -> None:
    journey = read(made(tmp_path, name, content))
    assert journey.document.language == "ru"
    assert journey.maps()[0].title == "a"
    assert journey.stages(journey.maps()[0].id)


def test_other_texts_are_no_outlines(tmp_path: Path) -> None:
    assert "an outline" in refusal(made(tmp_path, "a.txt", "just words"))
    assert "an outline" in refusal(made(tmp_path, "a.txt", f"{'word ' * 100}\n{'word ' * 100}"))
    assert "an outline" in refusal(made(tmp_path, "a.txt", "a;b;c\n1;2;3\n4;5;6\n"))
    assert "an outline" in refusal(made(tmp_path, "a.csv", SKETCH))
    table = "## A\n\n| Stage | Barrier |\n|---|---|\n| Search | No prices |\n"
    for text in (f"# A\n{OTHERS}", table, f"# A\n{'word ' * 40}\n- b\n"):
        assert "no Mermaid journey" in refusal(made(tmp_path, "a.md", text))
    code = "# comment\n" + "run this\n" * 60
    assert "an outline" in refusal(made(tmp_path, "a.txt", code))
    assert "become a map" in refusal(made(tmp_path, "a.txt", "---\n"), "outline")


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1251"],
)
def test_encodings(tmp_path: Path, encoding: str) -> None:
    file = made(tmp_path, "a.txt", SKETCH.replace("\n", "\r\n").encode(encoding))
    assert told(read(file)) == SKETCH


def test_the_title_of_a_document_is_that_of_the_map(tmp_path: Path) -> None:
    file = made(tmp_path, "a.md", "# Насосы\n## Выбор\n### Поиск\n- ищет\n")
    journey = read(file)
    assert journey.maps()[0].title == journey.document.title == "Насосы"
    assert read_any(file, options=Options(language="en"))[0].document.language == "en"


def test_zeros_are_no_text(tmp_path: Path) -> None:
    assert "not a text file" in refusal(made(tmp_path, "a.txt", b"# a\0b\n- c\0\0\n# \0"))
    assert outline.parse("# a\0b\n\x1b- c").items[0].text == "ab"


def test_writing_from_the_right_stays_as_it_is(tmp_path: Path) -> None:
    text = "# \u202eбор\u202c מסע\n- \u200fשלום\n- \u2067x\u2069\n"
    assert told(read(made(tmp_path, "a.txt", text))) == text


MILLION = 1_000_000
HOSTILE = {
    "letters": "# " + "a" * MILLION,
    "blanks": "- " + " " * MILLION + "x",
    "backslashes": "# a " + "\\" * MILLION,
    "backslashes before a comma": "@ " + "\\" * MILLION + ", b",
    "commas": "@ " + ", " * (MILLION // 8),
    "breaks": "- " + "⏎" * (MILLION // 4),
    "digits": "# " + "1" * MILLION,
    "numbers": "# " + "1 " * (MILLION // 4),
    "points": "1." * (MILLION // 4),
    "signs": "!" * MILLION,
    "stars": "- " + "**" * (MILLION // 2),
    "underscores": "__" * (MILLION // 2) + "a",
    "boxes": "[ ] " * (MILLION // 4),
    "quotes": '"' * MILLION,
    "dashes": "- " * (MILLION // 2),
    "brackets": "# " + "(" * MILLION + "3 d)",
    "stages": "# a\n" * 100_000,
    "items": "- a\n" * 100_000,
    "cards": "# a\n" + "- a\n" * 100_000,
    "feelings": "# a\n" + ": 1 a\n" * 100_000,
    "empty lines": "# a" + "\n" * MILLION,
    "steps": "\t" + "\n\t".join("\t" * (number % 30) + "a" for number in range(50_000)),
    "ever deeper": "\n".join(" " * number + "- a" for number in range(1_400)),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_make_maps_in_little_time(tmp_path: Path, name: str) -> None:
    file = made(tmp_path, "a.txt", HOSTILE[name])
    begun = time.process_time()
    journey, report = read_any(file, "outline")
    # A pattern that goes back and forth would take hours; a slow machine takes a second or two.
    assert time.process_time() - begun < 20
    assert rules.check_all(journey) == ()
    assert report.stages + report.steps + report.cards <= MOST_THINGS
    assert all(len(one.sentence("ru")) < 300 for one in (*report.skipped, *report.noted))


def test_more_than_a_map_can_hold_is_told(tmp_path: Path) -> None:
    _, report = read_any(made(tmp_path, "a.txt", HOSTILE["cards"]))
    assert report.stages + report.cards == MOST_THINGS
    file = made(tmp_path, "b.txt", "# b" + "\n" * MOST_LINES + "a\n")
    assert [one.line for one in read_any(file, "outline")[1].skipped] == [MOST_LINES + 1]
    assert [(one.key, one.line) for one in report.skipped] == [
        ("outline.too_many", MOST_THINGS + 1)
    ]


def test_too_large_files_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Problem) as problem:
        read_any(made(tmp_path, "a.txt", "# a\n" * 600_000), "outline")
    assert problem.value.key == "exchange.too_large"
