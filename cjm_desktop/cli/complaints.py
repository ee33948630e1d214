"""What argparse complains of, said as one sentence in the user's language.

argparse takes its words from a catalogue that Python does not bring along, so its English is read
here. What is not known, such as a sentence of a later Python, is passed on as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cjm_desktop.journey import words

_ABOUT = re.compile(r"argument (?P<option>.+?): (?P<rest>.+)", re.DOTALL)
_KNOWN = (
    ("missing", re.compile(r"the following arguments are required: (?P<names>.+)", re.DOTALL)),
    ("unknown", re.compile(r"unrecognized arguments: (?P<names>.+)", re.DOTALL)),
    (
        "choice",
        re.compile(r"invalid choice: (?P<value>.+) \(choose from (?P<known>.+)\)", re.DOTALL),
    ),
    ("value", re.compile(r"expected .*argument.*")),
    ("both", re.compile(r"not allowed with argument (?P<other>.+)")),
    ("extra", re.compile(r"ignored explicit argument (?P<value>.+)", re.DOTALL)),
)


def sentence(message: str, language: str) -> str:
    """What argparse says is wrong, in a language.

    Args:
        message: of argparse, in English.
        language: "en" or "ru".
    """
    about = _ABOUT.fullmatch(message)
    option = about["option"] if about else ""
    for key, said in _said(about["rest"] if about else message):
        values = {name: _quoted(name, one) for name, one in said.groupdict().items()}
        return words.say(f"cli.wrong.{key}", language, option=option, **values)
    return f"{option}: {about['rest']}" if about else message


def _said(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    for key, pattern in _KNOWN:
        found = pattern.fullmatch(text)
        if found:
            yield key, found


def _quoted(name: str, text: str) -> object:
    said = " ".join(_bare(text).split())
    return words.short(said) if name == "value" else said


def _bare(listed: str) -> str:
    """A list of values without the quotes that some versions of Python put round them."""
    return re.sub(r"'([^']*)'", r"\1", listed)
