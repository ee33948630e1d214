"""Maps as text on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Cjm

SKETCH = """# Договор 3 нед
## Аванс
- Платит
@ Счёт, Менеджер
" Тишина
: -2 страх
!!! Никто не пишет
+ Письмо
"""


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a"])
def test_an_outline_becomes_a_map_and_a_text_again(cjm: Cjm, name: str) -> None:
    Path(name).write_text(SKETCH)
    answer = cjm("import", name, "a.cjm")
    assert answer.code == 0, answer.err
    assert cjm("check", "a.cjm").code == 0
    assert cjm("export", "a.cjm", "b.txt").code == 0
    assert Path("b.txt").read_text() == SKETCH.replace("Счёт, ", "Счёт\n@ ")


def test_what_is_noticed_is_told(cjm: Cjm) -> None:
    Path("a.txt").write_text("- до\n# A\nбез знака\n: чувство\n")
    answer = cjm("import", "a.txt", "a.cjm", "--json", "--language", "ru")
    report = json.loads(answer.out)
    assert report["format"] == "outline"
    assert [one["code"] for one in report["noted"]] == [
        "outline.before_stage", "outline.no_sign.step", "outline.no_value",
    ]  # fmt: skip
    assert report["noted"][1]["text"] == "Строка 3: без знака, поэтому это подэтап."


def test_what_a_text_leaves_out_is_told(cjm: Cjm) -> None:
    cjm("new", "a.cjm", "--template", "sample-b2b", "--language", "en")
    answer = cjm("export", "a.cjm", "a.txt", "--language", "en")
    lines = answer.out.splitlines()
    assert lines[0] == "Written to a.txt."
    assert any("evidence" in one for one in lines[1:])
    assert cjm("export", "a.cjm", "a.txt", "--paper", "A4").code == 2


def test_a_format_may_be_said(cjm: Cjm) -> None:
    Path("a.csv").write_text("one\ntwo\n")
    assert cjm("import", "a.csv", "a.cjm").code == 1
    assert cjm("import", "a.csv", "a.cjm", "--format", "outline").code == 0
