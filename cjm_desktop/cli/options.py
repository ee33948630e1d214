"""What may be typed after `cjm`. Loads nothing of the program but its words: help comes at once."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Callable, Sequence
from typing import Any, NoReturn, cast

import cjm_desktop
from cjm_desktop import assets
from cjm_desktop.cli import complaints
from cjm_desktop.cli.purposes import FORMATS, PURPOSES
from cjm_desktop.cli.speech import Language, Speech, bear_letters
from cjm_desktop.journey import offers, words

USAGE = 2
"""The exit code of what makes no sense."""
LANGUAGES = ("ru", "en")
_SIZE = re.compile(r"(\d{2,5})[xх×*](\d{2,5})", re.IGNORECASE)
_LARGEST = 8000
"""Width or height of a window, px."""
_ASKED = re.compile(r"--language(?:=(.*))?")

VERSION = f"CJM Desktop {cjm_desktop.__version__}"


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """What was asked for.

    Raises:
        SystemExit: help was asked for and given, or the words make no sense.
    """
    bear_letters(sys.stdout)
    bear_letters(sys.stderr)
    return _parser(_language(argv)).parse_args(argv)


def _language(argv: Sequence[str]) -> Language:
    """The language to help and to complain in, before it is known what else was typed."""
    asked = None
    for index, word in enumerate(argv):
        found = _ASKED.fullmatch(word)
        if found:
            asked = found[1] if found[1] is not None else "".join(argv[index + 1 : index + 2])
    known = cast("Language", asked) if asked in LANGUAGES else None
    return Speech.for_user(known, os.environ).language


class _Help(argparse.HelpFormatter):
    """Help with room for our names, headed in the user's language."""

    language: Language = "en"

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=32)

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """Begin with our own word for usage."""
        # An empty one is asked for where the names of commands are put together.
        begun = words.say("cli.usage", self.language) if prefix is None else prefix
        super().add_usage(usage, actions, groups, begun)


class _Russian(_Help):
    language = "ru"


class _Parser(argparse.ArgumentParser):
    """A parser that complains in one sentence."""

    language: Language = "en"

    def error(self, message: str) -> NoReturn:
        said = complaints.sentence(message, self.language)
        see = words.say("cli.see", self.language, command=self.prog)
        self.exit(USAGE, f"{self.prog}: {said} {see}\n")


class _Form:
    """What may be typed after one command, and how help says it.

    Args:
        parser: to fill.
        language: to help in.
    """

    def __init__(self, parser: _Parser, language: Language) -> None:
        self.parser, self.language = parser, language
        parser.language = language
        self._given = parser.add_argument_group(self.say("given"))
        self.options = parser.add_argument_group(self.say("options"))
        self.option("-h", "--help", key="help", action="help")

    def say(self, key: str, **values: object) -> str:
        """A sentence of the help."""
        return words.say(f"cli.help.{key}", self.language, **values)

    def name(self, key: str) -> str:
        """What stands for a value."""
        return words.say(f"cli.metavar.{key}", self.language)

    def option(self, *options: str, key: str, **how: Any) -> None:
        """An option and what it is for."""
        self.options.add_argument(*options, help=self.say(key), **how)

    def given(self, name: str, key: str, shown: str, **how: Any) -> None:
        """Something that must be given, and what it is."""
        self._given.add_argument(name, metavar=shown, help=self.say(key), type=self.file, **how)

    # Values

    def file(self, text: str) -> str:
        """The name of a file; an empty one would be the folder we are in."""
        if not text:
            raise self._wrong("file", text)
        return text

    def whole(self, text: str) -> int:
        """A whole number."""
        return int(self._read(int, text, "whole"))

    def sheets(self, text: str) -> int | str:
        """So many sheets, or the word for the list of how many make which size."""
        return text if text == "list" else self.whole(text)

    def number(self, text: str) -> float:
        """A number, with a decimal point or comma."""
        return self._read(lambda one: float(one.replace(",", ".")), text, "number")

    def _read(self, kind: Callable[[str], float], text: str, key: str) -> float:
        try:
            return kind(text)
        except ValueError:
            raise self._wrong(key, text) from None

    def rows(self, text: str) -> int:
        """How many rows; 0 stands for as many as are read from the farthest."""
        return 0 if text == "auto" else self.whole(text)

    def size(self, text: str) -> tuple[int, int]:
        """Width and height of a window, px."""
        match = _SIZE.fullmatch(text)
        if match is None or max(int(match[1]), int(match[2])) > _LARGEST:
            raise self._wrong("size", text)
        return int(match[1]), int(match[2])

    def _wrong(self, key: str, text: str) -> argparse.ArgumentTypeError:
        said = words.say(f"cli.wrong.{key}", self.language, value=words.short(text), most=_LARGEST)
        return argparse.ArgumentTypeError(said)


def of_window(name: str) -> argparse.ArgumentParser:
    """What may be typed after the name of the program with windows."""
    language = _language(())
    form = _Form(_Parser(prog=name, **_how(language)), language)
    form.parser.description = form.say("window")
    form.given("files", "files", "FILE", nargs="*")
    form.option("--version", key="version", action="version", version=VERSION)
    return form.parser


def _how(language: Language) -> dict[str, Any]:
    form = _Russian if language == "ru" else _Help
    return {"formatter_class": form, "allow_abbrev": False, "add_help": False}


def _parser(language: Language) -> argparse.ArgumentParser:
    how = _how(language)
    main = _Form(_Parser(prog="cjm", **how), language)
    main.parser.description = main.say("cjm")
    main.parser.epilog = main.say("end", path=assets.path("guide", f"{language}.md"))
    main.option("--version", key="version", action="version", version=VERSION)
    main.option("--language", key="language", choices=LANGUAGES)
    commands = main.parser.add_subparsers(
        dest="command", title=main.say("commands"), metavar=main.name("command"), required=True
    )
    for name, fill in _COMMANDS.items():
        what = main.say(name)
        command = _Form(commands.add_parser(name, help=what, description=what, **how), language)
        spoken = "language_made" if name in _MAKING else "language"
        # What is said before the command holds unless it is said again after it.
        command.option("--language", key=spoken, choices=LANGUAGES, default=argparse.SUPPRESS)
        fill(command)
    return main.parser


def _new(form: _Form) -> None:
    form.given("map", "new_map", "MAP.cjm")
    form.options.add_argument(
        "--template", default="blank", metavar=form.name("name"),
        help=form.say("template", known=", ".join(offers.names())),
    )  # fmt: skip
    form.option("--title", key="title", default="", metavar=form.name("title"))
    form.option("--force", key="force_map", action="store_true")


def _import(form: _Form) -> None:
    form.given("source", "source", "SOURCE")
    form.given("map", "new_map", "MAP.cjm")
    formats = ("auto", "mermaid", "markdown", "json", "outline")
    form.option("--format", key="format", default="auto", choices=formats)
    form.option("--block", key="block", type=form.whole, metavar="N")
    ways = ("leave", "clamp", "rescale")
    form.option("--scores", key="scores", default="leave", choices=ways)
    form.option("--emotions", key="emotions", action="store_true")
    form.option("--json", key="summary_json", action="store_true")
    form.option("--force", key="force_map", action="store_true")


def _export(form: _Form) -> None:
    form.given("map", "maps", "MAP.cjm", nargs="*")
    form.given("out", "out", "OUT")
    form.option("--map", key="which_map", dest="name", metavar=form.name("name"))
    form.option("--paper", key="paper", metavar=form.name("paper"))
    turn = form.options.add_mutually_exclusive_group()
    for lies, action in (("landscape", "store_true"), ("portrait", "store_false")):
        turn.add_argument(
            f"--{lies}", dest="landscape", action=action, default=None, help=form.say(lies)
        )
    form.option("--tiles", key="tiles", metavar=form.name("paper"))
    form.option("--sheets", key="sheets", type=form.sheets, metavar="N|list")
    form.option("--frame", key="frame", action="store_true", default=None)
    form.option("--rows", key="rows", type=form.rows, metavar="N")
    form.option("--reads-from", key="reads_from", type=form.number, metavar="M")
    form.option("--for", key="purpose", dest="purpose", choices=PURPOSES)
    form.option("--bleed", key="bleed", type=form.number, metavar=form.name("mm"))
    form.option("--curves", key="curves", action="store_true", default=None)
    form.option("--scale", key="scale", type=form.whole, choices=(1, 2, 10))
    form.option("--template", key="blank_of", metavar=form.name("name"))
    form.option("--unnamed", key="unnamed", action="store_true", default=None)
    form.option(
        "--cards", key="cards", nargs="+", choices=offers.CUT_OUT, metavar=form.name("kind")
    )
    form.option("--empty", key="empty", type=form.whole, metavar="N")
    form.option("--margin", key="margin", type=form.number, metavar=form.name("mm"))
    form.option("--overlap", key="overlap", type=form.number, metavar=form.name("mm"))
    form.option("--persona", key="persona", action="append", metavar=form.name("name"))
    form.option("--path", key="path", choices=("as-is", "to-be", "both"))
    form.option("--width-by-time", key="width_by_time", action="store_true", default=None)
    form.option("--codes", key="codes", action="store_true", default=None)
    form.option("--theme", key="theme", choices=("light", "dark"), default="light")
    form.option("--ink-saving", key="ink_saving", choices=("grey", "outline"))
    form.option("--ink", key="ink", action="store_true", default=None)
    form.option("--dpi", key="dpi", type=form.number, metavar="N")
    form.option("--as", key="as", dest="kind", choices=FORMATS)
    form.option("--force", key="force_out", action="store_true")


def _show(form: _Form) -> None:
    form.given("map", "map", "MAP.cjm")
    form.option("--json", key="show_json", action="store_true")


def _automation(form: _Form) -> None:
    form.given("map", "map", "MAP.cjm")
    form.option("--map", key="which_map", dest="name", metavar=form.name("name"))
    form.option("-o", "--out", key="list_out", type=form.file, metavar="OUT")
    form.option("--json", key="history_json", action="store_true")
    form.option("--force", key="force_out", action="store_true")


def _wallnotes(form: _Form) -> None:
    form.given("map", "map", "MAP.cjm")
    form.given("notes", "notes", "NOTES.txt")
    form.option("--map", key="which_map", dest="name", metavar=form.name("name"))
    form.option("--dry-run", key="dry_run", action="store_true")
    form.option("--delete", key="delete", action="store_true")
    form.option("--json", key="notes_json", action="store_true")


def _check(form: _Form) -> None:
    form.given("map", "map", "MAP.cjm")
    form.option("--recover", key="recover", type=form.file, metavar="OUT.cjm")
    form.option("--force", key="force_map", action="store_true")


def _history(form: _Form) -> None:
    form.given("map", "map", "MAP.cjm")
    form.option("--json", key="history_json", action="store_true")


def _diff(form: _Form) -> None:
    form.given("map", "map", "A.cjm")
    form.given("other", "other", "B.cjm", nargs="?")
    form.option(
        "--version", key="version_of", dest="versions", action="append", metavar=form.name("name")
    )
    form.option("--map", key="diff_map", dest="maps", action="append", metavar=form.name("name"))
    form.option("--json", key="history_json", action="store_true")


def _merge(form: _Form) -> None:
    form.given("map", "map", "OURS.cjm")
    form.given("theirs", "theirs", "THEIRS.cjm")
    form.option("-o", "--out", key="merge_out", type=form.file, metavar="OUT.cjm")
    form.option("--prefer", key="prefer", choices=("ours", "theirs"))
    form.option("--json", key="history_json", action="store_true")
    form.option("--force", key="force_map", action="store_true")


def _screenshot(form: _Form) -> None:
    form.given("map", "map", "MAP.cjm")
    form.given("out", "picture", "OUT.png")
    form.option(
        "--size", key="size", type=form.size, default=(1600, 1000), metavar=form.name("size")
    )
    form.option("--theme", key="theme", choices=("light", "dark"), default="light")
    form.option("--width-by-time", key="width_by_time", action="store_true")
    form.option("--force", key="force_out", action="store_true")


_COMMANDS: dict[str, Callable[[_Form], None]] = {
    "new": _new,
    "import": _import,
    "export": _export,
    "show": _show,
    "automation": _automation,
    "wallnotes": _wallnotes,
    "check": _check,
    "history": _history,
    "diff": _diff,
    "merge": _merge,
    "screenshot": _screenshot,
}
_MAKING = {"new", "import", "export"}
"""Commands whose language is also that of what they make."""
