"""What may be typed after `cjm`. Loads nothing of the program, so that help comes at once."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from typing import Any, NoReturn

import cjm_desktop

USAGE = 2
"""The exit code of what makes no sense."""
LANGUAGES = ("ru", "en")
_SIZE = re.compile(r"(\d{2,5})[xх×*](\d{2,5})", re.IGNORECASE)
_LARGEST = 8000
"""Width or height of a window, px."""
_EPILOG = "Exit codes: 0 done, 1 refused, 2 typed wrongly. The guide is in resources/guide."


class _Help(argparse.HelpFormatter):
    """Help with room for our names."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=32)


class _Parser(argparse.ArgumentParser):
    """A parser that complains in one sentence."""

    def error(self, message: str) -> NoReturn:
        self.exit(USAGE, f"{self.prog}: {message} (see {self.prog} --help)\n")


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """What was asked for.

    Raises:
        SystemExit: help was asked for and given, or the words make no sense.
    """
    return _parser().parse_args(argv)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="cjm",
        description="Customer journey maps on the command line.",
        epilog=_EPILOG,
        formatter_class=_Help,
        allow_abbrev=False,
    )
    version = f"CJM Desktop {cjm_desktop.__version__}"
    parser.add_argument("--version", action="version", version=version)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for add in (_new, _import, _export, _show, _check, _history, _screenshot):
        add(commands)
    return parser


def _command(commands: Any, name: str, what: str) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(
        name, help=what, description=what, allow_abbrev=False, formatter_class=_Help
    )
    command.add_argument("--language", choices=LANGUAGES, help="ru or en")
    return command


def _force(command: argparse.ArgumentParser) -> None:
    command.add_argument("--force", action="store_true", help="replace a map that is there already")


def _new(commands: Any) -> None:
    command = _command(commands, "new", "Make a map.")
    command.add_argument("map", metavar="MAP.cjm")
    command.add_argument(
        "--template", default="blank", help="b2b, b2c, service, sketch, blank, sample-b2b ..."
    )
    command.add_argument("--title", default="", help="of the map")
    _force(command)


def _import(commands: Any) -> None:
    command = _command(commands, "import", "Make a map from a file of another program.")
    command.add_argument("source", metavar="SOURCE")
    command.add_argument("map", metavar="MAP.cjm")
    command.add_argument(
        "--format", default="auto", choices=("auto", "mermaid", "markdown", "json")
    )
    command.add_argument("--block", type=int, metavar="N", help="which journey of a Markdown file")
    command.add_argument(
        "--scores",
        default="leave",
        choices=("leave", "clamp", "rescale"),
        help="Mermaid scores outside 1 to 5: no point, the nearest one, or all of them rescaled",
    )
    command.add_argument(
        "--emotions", action="store_true", help="take feelings that stand where people should"
    )
    command.add_argument("--json", action="store_true", help="the summary as JSON")
    _force(command)


def _export(commands: Any) -> None:
    command = _command(commands, "export", "Print a map, or write it for another program.")
    command.add_argument("map", metavar="MAP.cjm")
    command.add_argument("out", metavar="OUT.pdf|png|svg|json|mmd")
    command.add_argument("--map", dest="name", metavar="NAME", help="its title or number")
    command.add_argument("--paper", help="A0 ... A4, Letter, Tabloid, 500x700mm, roll-914")
    turn = command.add_mutually_exclusive_group()
    turn.add_argument("--landscape", dest="landscape", action="store_true", default=None)
    turn.add_argument("--portrait", dest="landscape", action="store_false", default=None)
    command.add_argument("--tiles", metavar="A4|A3|Letter", help="sheets to glue it from")
    command.add_argument("--sheets", type=int, metavar="N", help="glue at most so many sheets")
    command.add_argument("--margin", type=_number, metavar="MM", help="of each sheet")
    command.add_argument("--overlap", type=_number, metavar="MM", help="of neighbouring sheets")
    command.add_argument("--theme", choices=("light", "dark"), default="light")
    command.add_argument("--dpi", type=_number, metavar="N", help="of a PNG picture")
    _force(command)


def _show(commands: Any) -> None:
    command = _command(commands, "show", "Show everything in a map.")
    command.add_argument("map", metavar="MAP.cjm")
    command.add_argument("--json", action="store_true", help="all of it as JSON")


def _check(commands: Any) -> None:
    command = _command(commands, "check", "Check that a map's file is whole.")
    command.add_argument("map", metavar="MAP.cjm")


def _history(commands: Any) -> None:
    command = _command(commands, "history", "Show the steps in which a map was made.")
    command.add_argument("map", metavar="MAP.cjm")
    command.add_argument("--json", action="store_true", help="as JSON")


def _screenshot(commands: Any) -> None:
    command = _command(commands, "screenshot", "Picture the main window, without a display.")
    command.add_argument("map", metavar="MAP.cjm")
    command.add_argument("out", metavar="OUT.png")
    command.add_argument("--size", type=_size, default=(1600, 1000), metavar="WxH")
    command.add_argument("--theme", choices=("light", "dark"), default="light")
    _force(command)


def _number(text: str) -> float:
    """A number, with a decimal point or comma."""
    try:
        return float(text.replace(",", "."))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number") from None


def _size(text: str) -> tuple[int, int]:
    match = _SIZE.fullmatch(text)
    if match is None or max(int(match[1]), int(match[2])) > _LARGEST:
        raise argparse.ArgumentTypeError(f"{text!r} is not a size such as 1600x1000")
    return int(match[1]), int(match[2])
