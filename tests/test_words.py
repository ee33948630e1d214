"""The sentences of the rooms without Qt: each is said somewhere, and one thing has one name."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import cjm_desktop
from cjm_desktop import assets
from cjm_desktop.journey import moves, values, words
from cjm_desktop.journey.records import KINDS

PACKAGE = Path(cjm_desktop.__file__).parent
ROOMS = {file.stem for file in assets.path("words").glob("*.json")}
PREFIXING = {"one_of", "choices"}
"""Functions whose first argument is the beginning of keys."""


class Said(ast.NodeVisitor):
    """Every text of the sources that may be a key, and every name that may be a part of one."""

    def __init__(self) -> None:
        self.texts: set[str] = set()
        self.patterns: set[str] = set()
        """Keys that are put together, as regular expressions."""
        self.rooms: set[str] = set()
        """Beginnings that a room's own `say` puts before a key."""
        self.known = {str(number) for number in range(-9, 10)}
        for file in sorted(PACKAGE.rglob("*.py")):
            self.visit(ast.parse(file.read_text(encoding="utf-8")))
        self.known |= self.texts

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, str):
            self.texts.add(node.value)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        parts = [one.value if isinstance(one, ast.Constant) else None for one in node.values]
        begun = str(parts[0] or "")
        if begun.removesuffix(".") in ROOMS and parts[1:] == [None]:
            self.rooms.add(begun)
        elif re.match(r"\w+[._]", begun):
            made = ("(.+)" if one is None else re.escape(str(one)) for one in parts)
            self.patterns.add("".join(made))
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        called = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if called in PREFIXING and node.args and isinstance(node.args[0], ast.Constant):
            self.patterns.add(rf"{node.args[0].value!s}\.(.+)")
        self.generic_visit(node)

    def generic_visit(self, node: ast.AST) -> None:
        named = (getattr(node, name, None) for name in ("id", "attr", "arg", "name"))
        self.known |= {one for one in named if isinstance(one, str)}
        super().generic_visit(node)

    def says(self, key: str) -> bool:
        """Whether a key stands in the sources, whole or put together from what they know."""
        keys = {key} | {key.removeprefix(room) for room in self.rooms if key.startswith(room)}
        return any(one in self.texts or self._makes(one) for one in keys)

    def _makes(self, key: str) -> bool:
        for pattern in self.patterns:
            found = re.fullmatch(pattern, key)
            if found and all(one in self.known or self._makes(one) for one in found.groups()):
                return True
        return False


@pytest.fixture(scope="module")
def said() -> Said:
    return Said()


def vocabulary() -> Iterator[str]:
    """Names of what records may hold and verbs do, whether a window shows them yet or not."""
    for cls in KINDS.values():
        for field in values.FIELDS[cls]:
            yield from (f"{field.name}.{one}" for one in field.limits.get("choices", ()))
    yield from (f"step.{verb}" for verb in dir(moves))


def test_every_sentence_is_said_somewhere(said: Said) -> None:
    spare = set(words.known()) - set(vocabulary())
    assert sorted(key for key in spare if not said.says(key)) == []


def test_a_sentence_that_nobody_says_is_found(said: Said) -> None:
    assert said.says("lane.barriers")
    assert said.says("layout.legend.severity.1")
    assert not said.says("lane.nonsense")
    assert not said.says("layout.legend.severity.nonsense")
    assert not said.says("nobody.says")


@pytest.mark.parametrize(
    ("language", "as_is", "to_be"),
    [("en", "as is", "as it should be"), ("ru", "как есть", "как должно быть")],
)
def test_what_is_and_what_should_be_have_one_name_each(
    language: str, as_is: str, to_be: str
) -> None:
    keys = [key for key in words.known() if key.endswith((".as_is", ".to_be"))]
    assert len(keys) >= 8
    for key in keys:
        wanted = as_is if key.endswith("as_is") else to_be
        assert words.say(key, language).lower() == wanted, key
    for file in assets.path("words").glob("*.json"):
        assert not re.search("as planned|как задумано", file.read_text(encoding="utf-8"), re.I)
