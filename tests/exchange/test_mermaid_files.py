"""Every collected Mermaid journey gives exactly what mermaid 11.17.2 gave."""

import json
import math
from pathlib import Path
from typing import Any

import pytest

from cjm_desktop import exchange
from cjm_desktop.exchange.mermaid import MermaidError, MermaidJourney, parse
from cjm_desktop.journey import rules
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Feeling, Stage, Touchpoint
from tests.exchange.test_mermaid_grammar import section_of

FOLDERS = ("upstream", "edge", "wild")


def text_of(file: Path) -> str:
    """The text with its line ends and its byte order mark as they are."""
    return file.read_bytes().decode("utf-8")


def as_expected(parsed: MermaidJourney) -> dict[str, Any]:
    """What was read, in the form of the expected answers."""
    return {
        "ok": True,
        "type": "journey",
        "title": parsed.title,
        "accTitle": parsed.acc_title,
        "accDescr": parsed.acc_descr,
        "sections": [section.name for section in parsed.sections],
        "tasks": [
            {
                "section": section_of(parsed, task),
                "type": section_of(parsed, task),
                "people": list(task.people),
                "task": task.name,
                "score": "NaN" if math.isnan(task.score) else task.score,
            }
            for task in parsed.tasks
        ],
        "actors": list(parsed.actors),
    }


def answers(folder: Path) -> dict[str, Any]:
    """File names and what mermaid said to them."""
    found: dict[str, Any] = {}
    for file in sorted(folder.parent.glob(f"expected_{folder.name}*.json")):
        found |= json.loads(file.read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("name", FOLDERS)
def test_gives_what_mermaid_gives(data: Path, name: str) -> None:
    folder = data / "mermaid" / name
    expected = answers(folder)
    assert expected
    for file, answer in expected.items():
        text = text_of(folder / file)
        if answer["ok"]:
            assert as_expected(parse(text)) == answer, file
        else:
            with pytest.raises(MermaidError) as refusal:
                parse(text)
            assert 1 <= refusal.value.line <= text.count("\n") + 1, file
            for language in ("en", "ru"):
                assert str(refusal.value.line) in refusal.value.sentence(language), file


def test_gives_what_another_reader_gives(data: Path) -> None:
    """The golden files come from another program, which keeps blanks before a task's name."""
    goldens = sorted((data / "mermaid" / "upstream").glob("*.golden.json"))
    assert goldens
    for golden in goldens:
        model = json.loads(golden.read_text(encoding="utf-8"))["model"]
        mine = as_expected(parse(text_of(golden.with_name(f"{golden.name[:-12]}.mmd"))))
        for task in model["tasks"]:
            task["task"] = task["task"].lstrip()
        for key in ("title", "accTitle", "accDescr", "sections", "tasks", "actors"):
            assert mine[key] == (model[key] if model[key] is not None else ""), (golden.name, key)


def test_every_file_becomes_a_sound_map_or_a_sentence(data: Path) -> None:
    refused = []
    for file in sorted((data / "mermaid").glob("*/*.mmd")):
        try:
            journey, report = exchange.read_any(file)
        except MermaidError:
            refused.append(file.name)
            continue
        assert rules.check_all(journey) == ()
        parsed = parse(text_of(file))
        stages = len(parsed.sections) + any(task.section is None for task in parsed.tasks)
        assert report.stages == len(journey.all(Stage)) == stages
        assert report.steps == report.cards == len(journey.all(Touchpoint)) == len(parsed.tasks)
        assert_nothing_dropped(journey, report)
    assert len(refused) < 10


def assert_nothing_dropped(journey: Journey, report: exchange.Report) -> None:
    """A task without a curve point has a note that says why."""
    pointless = len(journey.all(Touchpoint)) - len(journey.all(Feeling))
    assert pointless == sum(note.line is not None for note in report.skipped)


def test_wild_slips_are_repaired(data: Path) -> None:
    """Eighteen scores that were no numbers in 73 public diagrams; these files hold half of them."""
    repaired = 0
    for file in sorted((data / "mermaid" / "wild").glob("*.mmd")):
        parsed = parse(text_of(file))
        broken = [task.line for task in parsed.tasks if math.isnan(task.score)]
        _, report = exchange.read_any(file)
        assert [note.line for note in report.repaired] == broken, file.name
        repaired += len(broken)
    assert repaired > 0
