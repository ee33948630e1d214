"""What a line of wall notes asks for: `B12 longer text`, `B12 > 3.2`, `B12 ++`, `+ 3.2 text`."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from cjm_desktop.journey import codes, keyboards
from cjm_desktop.journey.codes import Said
from cjm_desktop.journey.problems import Problem


class At(NamedTuple):
    """Coordinates of the grid, from 1: a stage, and a step of it or the stage as a whole."""

    stage: int
    step: int | None

    @property
    def text(self) -> str:
        """As people write it."""
        return str(self.stage) if self.step is None else f"{self.stage}.{self.step}"


class Reword(NamedTuple):
    """Give a card another text."""

    said: Said
    text: str


class Move(NamedTuple):
    """Move a card to a place of the grid."""

    said: Said
    at: At


class Turn(NamedTuple):
    """Raise or lower the severity of a barrier or a feeling by one."""

    said: Said
    up: bool


class Drop(NamedTuple):
    """Delete a card."""

    said: Said


class Add(NamedTuple):
    """A new card; the letter says which kind, a barrier where there is none."""

    letter: str
    at: At
    text: str


Note = Reword | Move | Turn | Drop | Add
_AT = r"(?P<stage>\d{1,3})(?:[.,](?P<step>\d{1,3}))?"
_ADD: Final = re.compile(rf"\+\s*(?P<letter>[^\W\d_]?)\s*{_AT}(?P<text>\s.*)?")
_CARD: Final = re.compile(
    r"(?P<letter>[^\W\d_]|[,<](?=\s*\d))?[\s№#.-]{0,2}(?P<number>\d{1,6})(?P<rest>(?:[\s:>→=+−–—-].*)?)"
)
_MOVE: Final = re.compile(rf"(?:>|->|→|=>)\s*{_AT}[.]?")
_MOVES: Final = re.compile(r"(?:>|->|→|=>).*")
_UP, _DOWN = frozenset({"++"}), frozenset({"--", "−−", "––", "—"})
"""Some programs make one long dash of two short ones."""
_SIGNS: Final = re.compile(r"[+−–—-]{1,6}")
_CROSSES = frozenset("xXхХ×✗")


def read(line: str) -> Note:
    """What a line asks for.

    Raises:
        Problem: it asks for nothing that is known, saying how it is written.
    """
    text = " ".join(line.split())
    if text.startswith("+"):
        return _added(text)
    found = _CARD.fullmatch(text)
    if found is None:
        raise Problem("wallnotes.no_code")
    rest = found["rest"].strip().removeprefix(":").strip()
    letter = keyboards.readings(found["letter"] or "")[-1 if found["letter"] in (",", "<") else 0]
    said = Said(letter.upper(), int(found["number"]))
    if not said.letter:
        raise Problem("wallnotes.no_letter", number=said.number)
    return _asked(said, rest)


def _added(text: str) -> Add:
    found = _ADD.fullmatch(text)
    if found is None:
        raise Problem("wallnotes.how_to_add")
    words = (found["text"] or "").strip()
    if not words:
        raise Problem("wallnotes.no_text")
    letter = found["letter"].upper()
    if letter and codes.holds_of(letter) is None:
        raise Problem("wallnotes.no_kind", letter=letter)
    return Add(letter, _at(found), words)


def _asked(said: Said, rest: str) -> Note:
    if not rest:
        raise Problem("wallnotes.nothing", code=said.text)
    if _MOVES.fullmatch(rest):
        found = _MOVE.fullmatch(rest)
        if found is None:
            raise Problem("wallnotes.how_to_move", code=said.text)
        return Move(said, _at(found))
    if rest in _UP or rest in _DOWN:
        return Turn(said, rest in _UP)
    if _SIGNS.fullmatch(rest):
        raise Problem("wallnotes.how_to_turn", code=said.text)
    if rest in _CROSSES:
        return Drop(said)
    return Reword(said, rest)


def _at(found: re.Match[str]) -> At:
    step = found["step"]
    return At(int(found["stage"]), int(step) if step is not None else None)
