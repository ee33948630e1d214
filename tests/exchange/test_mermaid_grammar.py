"""The grammar of Mermaid journeys, case by case; the answers are those of mermaid 11.17.2."""

import contextlib
import math
import time

import pytest

from cjm_desktop.exchange.mermaid import MermaidError, MermaidJourney, parse
from cjm_desktop.exchange.mermaid.grammar import Task, number

Tasks = list[tuple[str, str, float | None, list[str]]]


def section_of(parsed: MermaidJourney, task: Task) -> str:
    """The name of a task's section, "" before the first one."""
    return "" if task.section is None else parsed.sections[task.section].name


def read(text: str) -> tuple[str, list[str], Tasks]:
    """Title, sections, and tasks as section, name, score (None: not a number), people."""
    parsed = parse(text)
    tasks: Tasks = [
        (
            section_of(parsed, task),
            task.name,
            None if math.isnan(task.score) else task.score,
            list(task.people),
        )
        for task in parsed.tasks
    ]
    return parsed.title, [section.name for section in parsed.sections], tasks


def tasks(lines: str) -> Tasks:
    """The tasks of a journey of these lines."""
    return read(f"journey\n{lines}\n")[2]


def test_reads_title_sections_tasks_scores_people() -> None:
    text = "journey\n title My day\n section Work\n  Make tea: 5: Me\n  Do work: 1: Me, Cat\n"
    assert read(text) == (
        "My day",
        ["Work"],
        [("Work", "Make tea", 5, ["Me"]), ("Work", "Do work", 1, ["Me", "Cat"])],
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("A : 5 : M", ("", "A ", 5, ["M"])),
        ("A: 5", ("", "A", 5, [])),
        ("A: 5:", ("", "A", 5, [""])),
        ("A: 5: M, , M", ("", "A", 5, ["M", "", "M"])),
        ("A: 3.5: M: rest", ("", "A", 3.5, ["M"])),
        ("A: 4,5: M", ("", "A", None, ["M"])),
        ("A: five", ("", "A", None, [])),
        ("A: : M", ("", "A", 0, ["M"])),
        ("A: 5: M %% tail", ("", "A", 5, ["M %% tail"])),
        ("A: 5: M # tail", ("", "A", 5, ["M"])),
        ("10:30 call: 4: M", ("", "10", None, ["4"])),
        ("https://x.y: 4: M", ("", "https", None, ["4"])),
        ("title: X", ("", "title", None, [])),
        ("titles of books: 3", ("", "titles of books", 3, [])),
        ("- A: 5: M", ("", "- A", 5, ["M"])),
        ("A #35;1: 5: M#58;N", ("", "A ﬂ°°35¶ß1", 5, ["Mﬂ°°58¶ßN"])),
        ("A #quot;b#quot;: 5", ("", "A ﬂ°quot¶ßbﬂ°quot¶ß", 5, [])),
        ('<a href="b">: 5', ("", "<a href='b'>", 5, [])),
        ("Покупка: 5: Я", ("", "Покупка", 5, ["Я"])),
        ("😀%% no comment: 5", ("", "😀%% no comment", 5, [])),
        ("journeyman: 5", ("", "journeyman", 5, [])),
    ],
)
def test_one_task(line: str, expected: tuple[str, str, float | None, list[str]]) -> None:
    assert tasks(line) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "journey\r\nA: 5: M\r\n",
        "journey\rA: 5: M",
        "\ufeff \n journey\n\tA: 5: M",
        "%% comment\njourney\n\n  %% comment\nA: 5: M\n%%",
        "---\ntitle: T\n---\njourney\nA: 5: M",
        "  ---\n  a: b\n  ---\n  journey\n  A: 5: M",
        "---\n\n---\njourney\nA: 5: M",
        '%%{init: {"theme": "dark"}}%%\njourney\nA: 5: M',
        "journey A: 5: M",
        "journey\nx%% a comment\nA: 5: M",
        "journey\n% also a comment\nA: 5: M",
        "journey\n# and so is this\nA: 5: M",
    ],
)
def test_what_surrounds_a_task(text: str) -> None:
    assert read(text) == ("", [], [("", "A", 5, ["M"])])


def test_last_title_wins_and_may_hold_colons() -> None:
    assert read("journey\ntitle A\ntitle opened: 4: Me")[0] == "opened: 4: Me"


def test_a_title_without_text_takes_the_next_line() -> None:
    assert read("journey\ntitle\nA: 5: M") == ("A: 5: M", [], [])


def test_one_section_name_twice_is_two_sections() -> None:
    _, sections, found = read("journey\nsection S\nA: 1\nsection S\nB: 2\nSECTION T")
    assert sections == ["S", "S", "T"]
    assert found == [("S", "A", 1, []), ("S", "B", 2, [])]


def test_descriptions_for_screen_readers() -> None:
    parsed = parse("journey\naccTitle: T: t\naccDescr {\n  one\n\n  two\n}\nA: 5")
    assert (parsed.acc_title, parsed.acc_descr, len(parsed.tasks)) == ("T: t", "one\ntwo", 1)


def test_actors_are_sorted_as_in_javascript() -> None:
    assert parse("journey\nA: 1: \uff21, 😀, b, B, b").actors == ("B", "b", "😀", "\uff21")


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        ("", "empty", 1),
        ("Journey\nA: 5", "capitals", 1),
        ("flowchart LR\nA --> B", "not_journey", 1),
        ("\n\n# head\njourney", "not_journey", 3),
        ("journeys\nA: 5", "not_journey", 1),
        ("journey\n\nA", "no_score", 3),
        ("journey\nA -> 3", "no_score", 2),
        ("journey\n%% one\n%% two\nsection S\n  Order 5 # done: 3: M", "cut_name", 5),
        ("journey\nA; B: 3", "cut_name", 2),
        ("journey\nA： 5： M", "wide_colon", 2),
        ("journey\nsection Stage 1: choice", "section_colon", 2),
        ("journey\nsection\n A: 5", "section_empty", 2),
        ("journey\nA: 5\n: 5: M", "no_name", 3),
        ("journey\nA: 5\nJourney starts: 4", "word_journey", 3),
        ("journey\nA:", "no_score", 2),
        ("journey\nA: 5;", "stray", 2),
        ("journey\naccTitle:\n", "acc_empty", 2),
        ("journey\naccDescr { open\nA: 5", "acc_open", 2),
        ("---\ntitle: A: B\n---\njourney\nA: 5", "front_matter", 2),
        ("---\ntitle: T\n---\n%% c\njourney\n%%{init: {\n}}%%\nA", "no_score", 8),
    ],
)
def test_refusals_name_the_line(text: str, key: str, line: int) -> None:
    with pytest.raises(MermaidError) as refusal:
        parse(text)
    assert (refusal.value.key, refusal.value.line) == (f"exchange.mermaid.{key}", line)
    for language in ("en", "ru"):
        assert "{" not in refusal.value.sentence(language).replace("accDescr {", "")


def test_lines_are_counted_from_where_the_block_begins() -> None:
    with pytest.raises(MermaidError) as refusal:
        parse("journey\nA", first_line=40)
    assert refusal.value.line == 41


@pytest.mark.parametrize(
    ("front", "title"),
    [
        ("title: My title", "My title"),
        ("title: My title # a comment", "My title"),
        ("title: 'it''s: mine'", "it's: mine"),
        ('title: "a: b"', "a: b"),
        ("config:\n  title: not this", ""),
        ("text: |\n  title: a: b\ntitle: T", "T"),
    ],
)
def test_title_in_front_matter(front: str, title: str) -> None:
    assert parse(f"---\n{front}\n---\njourney").front_title == title


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", 0),
        (" ", 0),
        ("+5", 5),
        ("-1", -1),
        ("0x1F", 31),
        ("0b11", 3),
        ("0o7", 7),
        ("1e0", 1),
        (".5", 0.5),
        ("5.", 5),
        ("\u00a05\ufeff", 5),
        ("1e999", math.inf),
        ("-Infinity", -math.inf),
    ],
)
def test_numbers_as_in_javascript(text: str, value: float) -> None:
    assert number(text) == value


@pytest.mark.parametrize("text", ["1_0", "five", "4,5", "nan", "inf", "+0x1", "٣", "1e", "."])
def test_no_numbers_as_in_javascript(text: str) -> None:
    assert math.isnan(number(text))


SIZE = 200_000
BOMBS = {
    "line ends": "\n" * SIZE,
    "blank lines": "journey" + "\n " * SIZE + "x",
    "tags": "journey\n" + "<a" * SIZE,
    "attributes": "journey\n<a " + '="' * SIZE,
    "directives": "journey" + "%%{" * SIZE,
    "directive blanks": "journey%%{" + " " * SIZE,
    "styles": "journey\n" + "style" * SIZE + ":" * SIZE + "#" * SIZE,
    "front matter": "---" + "\n" * SIZE,
    "front matter ends": "---\n" + "\n---x" * SIZE,
    "front matter blanks": "---\n" + "\n---   " * SIZE,
    "descriptions": "journey\n" + "accDescr " * SIZE,
    "comments": "journey\n" + "%%\n" * SIZE,
    "colons": "journey\nA" + ":" * SIZE,
    "people": "journey\nA:5:" + "," * SIZE,
    "digits": "journey\nA:" + "9" * SIZE,
    "hexadecimal": "journey\nA:0x" + "9" * SIZE,
}


@pytest.mark.parametrize("name", BOMBS)
def test_hostile_texts_take_no_longer_than_others(name: str) -> None:
    begun = time.process_time()
    with contextlib.suppress(MermaidError):
        parse(BOMBS[name])
    assert time.process_time() - begun < 3
