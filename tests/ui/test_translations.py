"""The window's translations: complete, compiled, and the same places to fill in."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

import cjm_desktop
from cjm_desktop import assets

FOLDER = assets.path("translations")
PLACES = re.compile(r"%L?(?:\d+|n)|\{\w*\}")
TOOLS = Path(sys.executable).parent


def messages(language: str) -> list[ET.Element]:
    return list(ET.parse(FOLDER / f"cjm_{language}.ts").getroot().iter("message"))


def forms(message: ET.Element) -> list[str]:
    translation = message.find("translation")
    assert translation is not None
    many = [one.text or "" for one in translation.findall("numerusform")]
    return many or [translation.text or ""]


@pytest.mark.parametrize(("language", "plurals"), [("ru", 3), ("en", 2)])
def test_every_text_is_translated(language: str, plurals: int) -> None:
    for message in messages(language):
        translation = message.find("translation")
        assert translation is not None
        assert translation.get("type") is None, message.findtext("source")
        found = forms(message)
        assert all(one.strip() for one in found), message.findtext("source")
        if message.get("numerus"):
            assert len(found) == plurals


def test_no_text_hides_from_the_translators() -> None:
    """Within an f-string they do not find one: names of files stayed English."""
    hidden = [
        f"{path.name}:{inner.lineno}"
        for path in (Path(cjm_desktop.__file__).parent / "ui").glob("**/*.py")
        for outer in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(outer, ast.JoinedStr)
        for inner in ast.walk(outer)
        if isinstance(inner, ast.Attribute) and inner.attr == "tr"
    ]
    assert hidden == []


def test_the_same_places_are_filled_in() -> None:
    for message in messages("ru"):
        source = message.findtext("source", "")
        for text in forms(message):
            assert set(PLACES.findall(text)) == set(PLACES.findall(source)), source


def test_menus_keep_a_mnemonic_of_their_own() -> None:
    contexts = ET.parse(FOLDER / "cjm_ru.ts").getroot().iter("context")
    actions = next(one for one in contexts if one.findtext("name") == "Actions")
    for message in actions.iter("message"):
        source = message.findtext("source", "")
        assert ("&" in source) == ("&" in forms(message)[0]), source


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_compiled_file_is_up_to_date(language: str, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.qm"
    subprocess.run(
        [str(TOOLS / "pyside6-lrelease"), "-silent", str(FOLDER / f"cjm_{language}.ts"),
         "-qm", str(fresh)],
        check=True,
    )  # fmt: skip
    assert fresh.read_bytes() == (FOLDER / f"cjm_{language}.qm").read_bytes(), (
        "run: sh packaging/build_translations.sh"
    )
