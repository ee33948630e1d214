"""Fail when a text of the program is missing in one of its languages.

Looks at the window's Qt translations (`resources/translations/*.ts`: every entry finished, no text
in the sources that the files lack, the compiled `.qm` beside them up to date), at the sentences of
the other rooms (`resources/words/*.json`: English and Russian, the same places to fill in), and at
calls of `tr` that lupdate cannot read (f-strings).
"""

import ast
import json
import re
import shutil
import string
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RESOURCES = ROOT / "resources"
LANGUAGES = {"en": 2, "ru": 3}  # and the number of plural forms of each
QT_PLACES = re.compile(r"%L?(?:\d+|n)|\{\w*\}")

TRANSLATING = {"tr", "translate", "QT_TR_NOOP", "QT_TRANSLATE_NOOP"}

Entry = tuple[str, str, str]


def check_words(folder: Path) -> Iterator[str]:
    """Check the sentences of rooms that do not load Qt."""
    files = sorted(folder.glob("*.json"))
    if not files:
        yield f"{folder}: no words (*.json) there"
    seen: dict[str, str] = {}
    for file in files:
        for key, texts in json.loads(file.read_text(encoding="utf-8")).items():
            if key in seen:
                yield f"{file.name}: {key}: already in {seen[key]}"
            seen[key] = file.name
            for complaint in _check_sentence(texts):
                yield f"{file.name}: {key}: {complaint}"


def _check_sentence(texts: dict[str, str | list[str]]) -> Iterator[str]:
    places: dict[str, set[str]] = {}
    if all(texts.get(language) == "" for language in LANGUAGES):
        return  # nothing to say here, in any language
    for language, forms in LANGUAGES.items():
        text = texts.get(language, "")
        if isinstance(text, list) and len(text) != forms:
            yield f"{language} has {len(text)} plural forms, not {forms}"
        variants = text if isinstance(text, list) else [text]
        if not all(variant.strip() for variant in variants) or not variants:
            yield f"no text in {language}"
            continue
        places[language] = {
            name
            for variant in variants
            for _, name, _, _ in string.Formatter().parse(variant)
            if name
        }
    if len({frozenset(names) for names in places.values()}) > 1:
        yield "other places to fill in: " + ", ".join(
            f"{language} {sorted(names)}" for language, names in places.items()
        )


def check_ts(file: Path) -> Iterator[str]:
    """Check one Qt translation file: every entry finished, with the places of its source."""
    for context, message in _messages(file):
        source = message.findtext("source", "")
        translation = message.find("translation")
        where = f"{file.name}: {context}: {source!r}"
        if translation is None:
            yield f"{where}: no translation"
            continue
        state = translation.get("type", "")
        if state in {"vanished", "obsolete"}:
            yield f"{where}: no longer in the program, remove it (lupdate -no-obsolete)"
        elif state:
            yield f"{where}: {state}"
        forms = [form.text or "" for form in translation.findall("numerusform")]
        for text in forms or [translation.text or ""]:
            if not text.strip():
                yield f"{where}: empty"
            elif not forms and set(QT_PLACES.findall(text)) != set(QT_PLACES.findall(source)):
                yield f"{where}: other places to fill in: {text!r}"


def check_sources(folder: Path, ts_files: list[Path]) -> Iterator[str]:
    """Ask lupdate for every text in the sources and look for those the files lack."""
    sources = sorted(str(path) for path in folder.rglob("*.py"))
    for file in ts_files:
        with tempfile.TemporaryDirectory() as temporary:
            copy = Path(temporary) / file.name
            shutil.copy(file, copy)
            _run("pyside6-lupdate", "-silent", "-no-obsolete", *sources, "-ts", str(copy))
            # English holds plurals only, so that what it lacks is what lupdate finds of them.
            committed, fresh = set(_entries(file)), set(_entries(copy))
            for context, source, numerus in sorted(fresh - committed):
                if numerus == "yes" or not _plurals_only(file):
                    yield f"{file.name}: {context}: {source!r} is in the program but not here"
            for context, source, _ in sorted(committed - fresh):
                yield f"{file.name}: {context}: {source!r} is here but not in the program"


def check_qm(file: Path) -> Iterator[str]:
    """Check that the compiled file beside a translation says the same."""
    compiled = file.with_suffix(".qm")
    if not compiled.exists():
        yield f"{compiled.name}: missing; run: pyside6-lrelease {file.relative_to(ROOT)}"
        return
    with tempfile.TemporaryDirectory() as temporary:
        fresh = Path(temporary) / compiled.name
        _run("pyside6-lrelease", "-silent", str(file), "-qm", str(fresh))
        if fresh.read_bytes() != compiled.read_bytes():
            yield f"{compiled.name}: out of date; run: pyside6-lrelease {file.relative_to(ROOT)}"


def check_calls(folder: Path) -> Iterator[str]:
    """Look for `tr` and `translate` whose text lupdate cannot read."""
    for file in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _is_unreadable(node):
                yield f"{file.relative_to(ROOT)}:{node.lineno}: an f-string to translate"


def _is_unreadable(call: ast.Call) -> bool:
    return _name(call.func) in TRANSLATING and any(
        isinstance(argument, ast.JoinedStr) for argument in call.args
    )


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _messages(file: Path) -> Iterator[tuple[str, ET.Element]]:
    # Our own file from our own repository, not a stranger's.
    for context in ET.parse(file).getroot().iter("context"):  # noqa: S314
        for message in context.iter("message"):
            yield context.findtext("name", ""), message


def _entries(file: Path) -> Iterator[Entry]:
    for context, message in _messages(file):
        source, comment = message.findtext("source", ""), message.findtext("comment", "")
        yield context, f"{source} ({comment})" if comment else source, message.get("numerus", "")


def _plurals_only(file: Path) -> bool:
    return file.stem.endswith("en")


def _run(tool: str, *arguments: str) -> None:
    command = Path(sys.executable).with_name(tool)
    done = subprocess.run([str(command), *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{tool} failed ({done.returncode}): {done.stdout}{done.stderr}")


def complaints() -> Iterator[str]:
    """All that is missing, one sentence each."""
    ts_files = sorted((RESOURCES / "translations").glob("*.ts"))
    if not any(file.stem.endswith("ru") for file in ts_files):
        yield f"{RESOURCES / 'translations'}: no Russian translation (*ru.ts) there"
    yield from check_words(RESOURCES / "words")
    for file in ts_files:
        yield from check_ts(file)
        yield from check_qm(file)
    yield from check_sources(ROOT / "cjm_desktop", ts_files)
    yield from check_calls(ROOT / "cjm_desktop")


def main() -> int:
    """Print what is missing; 1 if anything is."""
    found = list(complaints())
    for complaint in found:
        print(complaint)
    print(f"translations: {len(found)} complaint(s)" if found else "translations: complete")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
