"""Finding out what a file is, and reading it whatever its encoding."""

import os
from pathlib import Path

import pytest

from cjm_desktop import exchange
from cjm_desktop.exchange import Options, choices, read_any, text_file, write_file
from cjm_desktop.exchange.mermaid import MermaidError
from cjm_desktop.exchange.reading import FORMATS
from cjm_desktop.journey import templates
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Touchpoint

JOURNEY = "journey\n  title Кофе\n  section Выбор\n    Ищет кафе: 4: Анна\n"
TWO = (
    f"# Карты\n\n```mermaid\n{JOURNEY}```\n\n- пункт\n  ~~~ Mermaid\n  journey\n   Ждёт: 2\n  ~~~\n"
)
OTHERS = "```mermaid\nflowchart LR\n```\n\n```python\njourney = 1\n```\n\n````\n```mermaid\n````\n"


def made(folder: Path, name: str, content: str | bytes) -> Path:
    """A file of that content."""
    file = folder / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def refusal(file: Path, format_name: str = "auto", **options: int) -> str:
    """The sentence with which a file is refused."""
    with pytest.raises(Problem) as problem:
        read_any(file, format_name, Options(block=options.get("block")))
    assert problem.value.sentence("ru") != problem.value.sentence("en")
    sentence = problem.value.sentence("en")
    assert "\n" not in sentence
    return sentence


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.mmd", JOURNEY),
        ("a.mermaid", JOURNEY),
        ("a.txt", JOURNEY),
        ("a", f"\ufeff---\ntitle: x\n---\n{JOURNEY}"),
        ("a.md", f"# Title\n\n```mermaid\n{JOURNEY}```\n{OTHERS}"),
        ("a.md", f"{OTHERS}\n1. x\n   ```{{.mermaid}}\n{JOURNEY}   ```\n"),
        ("a.md", f"```mermaid\n{JOURNEY}"),
        ("a.txt", f"text\n```mermaid\n{JOURNEY}```\n"),
        ("a.mmd", f"```mermaid\n{JOURNEY}```\n"),
        ("a.md", JOURNEY),
    ],
)
def test_a_journey_is_found(tmp_path: Path, name: str, content: str) -> None:
    journey, report = read_any(made(tmp_path, name, content))
    assert report.format == "mermaid"
    assert journey.document.language == "ru"
    assert [card.text for card in journey.all(Touchpoint)] == ["Ищет кафе"]


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1251"],
)
def test_encodings(tmp_path: Path, encoding: str) -> None:
    file = made(tmp_path, "a.mmd", JOURNEY.replace("\n", "\r\n").encode(encoding))
    journey, _ = read_any(file)
    assert journey.maps()[0].title == "Кофе"


def test_western_accents_are_no_cyrillic(tmp_path: Path) -> None:
    text = "journey\n title Café à l'été\n Réserver une pièce: 3: Élève\n"
    journey, _ = read_any(made(tmp_path, "a.mmd", text.encode("cp1252")))
    assert journey.maps()[0].title == "Café à l'été"
    assert journey.document.language == "en"


def test_json_is_found_whatever_its_name(tmp_path: Path) -> None:
    journey = templates.make("b2b", "ru")
    for name in ("a.json", "a.txt", "a"):
        assert read_any(made(tmp_path, name, exchange.export_json(journey)))[0] == journey
    report = read_any(tmp_path / "a.json")[1]
    assert (report.format, report.stages) == ("json", len(journey.stages(journey.maps()[0].id)))


def test_one_of_several_is_chosen_by_its_number(tmp_path: Path) -> None:
    file = made(tmp_path, "a.md", TWO)
    sentence = refusal(file)
    assert "holds 2 Mermaid journeys (1: line 4, Кофе; 2: line 12)" in sentence
    assert "--block" in sentence
    assert [(block.line, block.title()) for block in choices(file)] == [(4, "Кофе"), (12, "")]
    assert read_any(file, "auto", Options(block=2))[0].all(Touchpoint)[0].text == "Ждёт"
    assert "no journey number 3" in refusal(file, block=3)
    assert "no journey number 0" in refusal(file, block=0)


def test_lines_are_those_of_the_file(tmp_path: Path) -> None:
    file = made(tmp_path, "a.md", f"one\ntwo\n```mermaid\n{JOURNEY}oops\n```\n")
    with pytest.raises(MermaidError) as error:
        read_any(file)
    assert error.value.line == 8
    fixed = file.read_text().replace("oops", "oops -> 3: M")
    assert read_any(made(tmp_path, "b.md", fixed))[1].repaired[0].line == 8


def test_the_language_may_be_given(tmp_path: Path) -> None:
    file = made(tmp_path, "a.mmd", JOURNEY)
    assert read_any(file, "mermaid", Options(language="en"))[0].document.language == "en"


def test_without_a_title_it_is_called_like_its_file(tmp_path: Path) -> None:
    assert read_any(made(tmp_path, "Путь.mmd", "journey\nA: 3"))[0].maps()[0].title == "Путь"


def test_refusals_name_the_file(tmp_path: Path) -> None:
    cases: list[tuple[str, str | bytes, str]] = [
        ("a.mmd", b"", "is empty"),
        ("a.mmd", b"\xef\xbb\xbf \n", "is empty"),
        ("a.mmd", b"\x89PNG\r\n\x1a\n\0\0\0", "is not a text file"),
        ("a.mmd", b"PK\x03\x04" + bytes(range(256)), "is not a text file"),
        ("a.txt", "just words", "neither a Mermaid journey"),
        ("a.md", OTHERS, "no Mermaid journey"),
        ("a.cjm", b"SQLite format 3\0" + bytes(100), "a journey map already"),
        ("a.json", "word", "not JSON"),
        ("a.json", "{}", "not a journey map"),
        ("a.txt", "[1, 2", "not JSON"),
    ]
    for name, content, expected in cases:
        assert expected in refusal(made(tmp_path, name, content)), content
    assert "begins with the word" in refusal(made(tmp_path, "a.mmd", "flowchart LR"))


def test_places_that_are_no_files(tmp_path: Path) -> None:
    assert "There is no file" in refusal(tmp_path / "missing.mmd")
    assert "is a folder" in refusal(tmp_path)
    assert "cannot be read" in refusal(made(tmp_path, "file", "x") / "below.mmd")
    assert "cannot be read" in refusal(Path("a\0b"))
    pipe = tmp_path / "pipe.mmd"
    os.mkfifo(pipe)
    assert "not an ordinary file" in refusal(pipe)
    assert "not an ordinary file" in refusal(Path("/dev/zero"))


def test_too_large_files_are_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "large.mmd"
    with file.open("wb") as out:
        out.truncate(10 * 1024**3)
    assert "too large" in refusal(file)
    text = made(tmp_path, "long.mmd", "journey\n" + "A: 3\n" * (text_file.MOST_BYTES // 5))
    assert "too large: 2.1 MB, at most 2 MB" in refusal(text)
    with pytest.raises(Problem) as problem:
        read_any(text)
    assert "слишком велик: 2,1 МБ, прочесть можно не больше 2 МБ" in problem.value.sentence("ru")


def test_a_file_of_a_name_as_long_as_a_name_may_be_is_written(tmp_path: Path) -> None:
    file = tmp_path / ("😀" * 62 + ".mmd")
    write_file(file, "one\n")
    assert file.read_bytes() == b"one\n"


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only to the administrator")
def test_a_file_marked_read_only_stays_as_it_is(tmp_path: Path) -> None:
    file = made(tmp_path, "a.mmd", "old")
    file.chmod(0o444)
    with pytest.raises(Problem):
        write_file(file, "new")
    assert file.read_bytes() == b"old"


def test_a_format_may_be_forced(tmp_path: Path) -> None:
    file = made(tmp_path, "a.json", JOURNEY)
    assert read_any(file, "mermaid")[1].format == "mermaid"
    assert "not JSON" in refusal(made(tmp_path, "a.mmd", JOURNEY), "json")
    assert "no Mermaid journey" in refusal(made(tmp_path, "a.mmd", JOURNEY), "markdown")
    assert set(FORMATS) == {"mermaid", "markdown", "json", "outline"}


def test_a_file_is_written_as_a_whole_or_not_at_all(tmp_path: Path) -> None:
    file = tmp_path / "a.mmd"
    write_file(file, "one\n")
    write_file(file, "два\n")
    assert file.read_bytes() == "два\n".encode()
    for target in (tmp_path, tmp_path / "no" / "a.mmd", file / "x"):
        with pytest.raises(Problem) as problem:
            write_file(target, "x")
        assert "cannot be written" in problem.value.sentence("en")
    assert [one.name for one in tmp_path.iterdir()] == ["a.mmd"]
