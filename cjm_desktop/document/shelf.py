"""The user's own templates: files of the bundled ones' form in the application's folder.

A file here may have been written by hand or half written: what is wrong with one is said in a
sentence when it is used, and does no harm to the others.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple, get_args

from cjm_desktop.journey import keeping, rules, templates, words
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.offers import names as bundled
from cjm_desktop.journey.offers import spoken
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Language
from cjm_desktop.journey.values import clean_text
from cjm_desktop.replacing import replacing
from cjm_desktop.storage.problems import translated

NAME = "cjm-desktop"
"""Of the application, as its folder is called."""
FOLDER = "templates"
MOST_BYTES = 64 * 1024 * 1024
"""Of a file: a map with its pictures."""
LONGEST = 80
"""Characters of a name."""
_LETTERS = re.compile(r"[^\w]+")


class OwnTemplate(NamedTuple):
    """One template as it is offered."""

    name: str
    """Of its file, without `.json`."""
    title: str
    summary: str
    broken: bool = False


class TemplateShelf:
    """The templates in a folder.

    Args:
        home: the application's folder.
    """

    def __init__(self, home: Path) -> None:
        self.folder = home / FOLDER

    def offers(self, language: str) -> tuple[OwnTemplate, ...]:
        """Every template, by title; a broken one is told apart.

        Args:
            language: of what is said about them.
        """
        try:
            files = sorted(self.folder.glob("*.json"))
        except OSError:
            # Whoever saves a template there hears why; those who only look have none.
            return ()
        found = [self._offer(one, language) for one in files]
        return tuple(sorted(found, key=lambda one: (one.title.casefold(), one.name)))

    def _offer(self, file: Path, language: str) -> OwnTemplate:
        try:
            data = self.contents(file.stem)
            title = clean_text(str(spoken(data["title"], language)))[:LONGEST]
            stages, lanes = len(data["stages"]), len(data["lanes"])
        except (Problem, KeyError, TypeError):
            said = words.say("template.broken_short", language)
            return OwnTemplate(file.stem, file.stem, said, broken=True)
        said = words.say(
            "template.about",
            language,
            stages=words.say("count.stages", language, n=stages),
            lanes=words.say("count.lanes", language, n=lanes),
        )
        return OwnTemplate(file.stem, title or file.stem, said)

    def find(self, called: str) -> str | None:
        """The name of the template that is called so: by its file, else by its title."""
        offers = self.offers("en")
        for names in ("name", "title"):
            for one in offers:
                if getattr(one, names).casefold() == called.strip().casefold():
                    return one.name
        return None

    def contents(self, name: str) -> dict[str, Any]:
        """What a template's file says.

        Raises:
            Problem: the file cannot be read, or it is none.
        """
        file = self._file(name)
        with translated(file.name):
            if file.stat().st_size > MOST_BYTES:
                raise Problem("template.broken", name=name)
            text = file.read_bytes()
        try:
            data = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise Problem("template.broken", name=name) from error
        if not isinstance(data, dict):
            raise Problem("template.broken", name=name)
        return data

    def _file(self, name: str) -> Path:
        if not name or Path(name).name != name or name.startswith("."):
            raise Problem("template.unknown", name=name)
        return self.folder / f"{name}.json"

    def make(self, name: str, language: Language, title: str = "") -> Journey:
        """A whole new document with the template's map.

        Args:
            language: of the document, where the template does not say it.
            title: of the document and its map; empty: that of the template's map.

        Raises:
            Problem: there is no such template, or its file is broken.
        """
        data = self.contents(name)
        language = _language(data, language)
        try:
            made = templates.made_of(spoken(data, language), language, title)
            sound = not rules.check_all(made)
        except _WRONG as error:
            raise Problem("template.broken", name=name) from error
        if not sound:
            raise Problem("template.broken", name=name)
        return made

    # Keeping

    def keep(self, journey: Journey, map_id: str, title: str, *, contents: bool = True) -> str:
        """Keep a map as a template; return its name.

        Args:
            title: what it is called.
            contents: with what lies on the map (see `keeping.keep`).

        Raises:
            Problem: the disk refuses, or it has no name.
        """
        told = keeping.keep(journey, map_id, contents=contents)
        language = journey.document.language
        name = self._free(title)
        self._write(name, {"title": _titled(title), "language": language, **told})
        return name

    def rename(self, name: str, title: str) -> None:
        """Give a template another title; its file keeps its name.

        Raises:
            Problem: the disk refuses, the file is broken, or the title is empty.
        """
        self._write(name, {**self.contents(name), "title": _titled(title)})

    def delete(self, name: str) -> None:
        """Delete a template's file.

        Raises:
            Problem: the disk refuses.
        """
        file = self._file(name)
        with translated(file.name):
            file.unlink(missing_ok=True)

    def _write(self, name: str, data: Mapping[str, Any]) -> None:
        text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
        file = self._file(name)
        with translated(file.name):
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            with replacing(file) as out:
                out.write(text.encode("utf-8", "replace"))

    def _free(self, title: str) -> str:
        """A file name that no template has, own or bundled."""
        plain = _LETTERS.sub("-", _titled(title).casefold()).strip("-")
        plain = plain.encode()[:LONGEST].decode("utf-8", "ignore").strip("-") or "template"
        name, number = plain, 2
        while name in bundled() or self._file(name).exists():
            name, number = f"{plain}-{number}", number + 1
        return name


_WRONG = (
    *(KeyError, TypeError, ValueError, AttributeError, IndexError, RecursionError, OverflowError),
    Problem,
)
"""What comes of data that is none of a template's."""


def _titled(title: str) -> str:
    found = " ".join(clean_text(title).split())[:LONGEST].strip()
    if not found:
        raise Problem("template.no_name")
    return found


def _language(data: Mapping[str, Any], language: Language) -> Language:
    said = data.get("language")
    return next((one for one in get_args(Language) if one == said), language)


def data_folder(env: Mapping[str, str] = os.environ, system: str = sys.platform) -> Path:
    """The application's folder, found without Qt as Qt finds it.

    Args:
        env: the environment.
        system: as `sys.platform` calls it.
    """
    if system == "win32":
        return Path(env.get("APPDATA", "~")).expanduser() / NAME
    if system == "darwin":
        return Path("~/Library/Application Support").expanduser() / NAME
    data = env.get("XDG_DATA_HOME", "")
    return (Path(data) if data.startswith("/") else Path.home() / ".local/share") / NAME
