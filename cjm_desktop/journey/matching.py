"""Finding a name by a few of its letters, in either language and with either keyboard.

A name fits when it has the letters in their order, and the better the more of them stand together
or begin a word: `svas` finds "Save as". Each word of what is asked is looked for by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from cjm_desktop.journey.folding import Folded, fold, fold_only
from cjm_desktop.journey.keyboards import readings

LONGEST = 200
"""Letters of a name that are looked at; longer ones are users' texts, told by their beginning."""
MOST_ASKED = 60
"""Letters of a question that are looked at."""
_STARTS_WORD, _FOLLOWS, _JUMPS, _INSIDE = 6.0, 4.0, -3.0, -4.0
_ENOUGH = 1.5
"""What a letter must be worth on average: less is a name that has the letters by chance."""
_WHOLE, _BEGINS = 3.0, 2.0
_OTHER_NAME, _PLACE, _OTHER_KEYS = 0.9, 0.5, 0.8
"""How much less a name of the other language, the place, and the other keyboard count."""
_LATELY = 0.6


class Name(NamedTuple):
    """A text in which letters are looked for."""

    folded: Folded
    begins: frozenset[int]
    """Where words begin in the folded text."""

    @classmethod
    def of(cls, text: str) -> Name:
        """Make a text ready."""
        folded = fold(text[:LONGEST])
        said = folded.text
        return cls(folded, frozenset(at for at in range(len(said)) if _begins(said, at)))


def _begins(text: str, at: int) -> bool:
    return text[at].isalnum() and (at == 0 or not text[at - 1].isalnum())


class Candidate(NamedTuple):
    """One thing that can be found."""

    name: Name
    """As it is shown."""
    others: tuple[Name, ...] = ()
    """Its names in other languages."""
    places: tuple[Name, ...] = ()
    """Where it stands, such as the title of its menu."""

    @classmethod
    def of(cls, name: str, others: Iterable[str] = (), places: Iterable[str] = ()) -> Candidate:
        """Make its texts ready."""
        return cls(
            Name.of(name), tuple(Name.of(one) for one in others), tuple(map(Name.of, places))
        )


class Found(NamedTuple):
    """A candidate that fits."""

    at: int
    """Its place among those that were looked through."""
    score: float
    letters: tuple[int, ...]
    """Which letters of its name were asked for; none where another text of it fits."""


def seek(asked: str, candidates: Sequence[Candidate], lately: Sequence[int] = ()) -> list[Found]:
    """Those that fit what is asked, the best first.

    Args:
        asked: a few letters or words; nothing: everything fits.
        candidates: to look through.
        lately: indices of those that were chosen before, the last one first; they come first
            among those that fit equally well.
    """
    bonus = {index: _LATELY * (1 - place / len(lately)) for place, index in enumerate(lately)}
    wanted = _wanted(asked)
    if not wanted:
        rest = [one for one in range(len(candidates)) if one not in bonus]
        return [Found(index, 0.0, ()) for index in (*lately, *rest)]
    found = []
    for index, candidate in enumerate(candidates):
        best = max((_fits(words, candidate) for words in wanted), key=lambda one: one[0])
        if best[0] > 0:
            found.append(Found(index, best[0] + bonus.get(index, 0.0), best[1]))
    return sorted(found, key=lambda one: (-one.score, one.at))


class _Asked(NamedTuple):
    words: tuple[str, ...]
    worth: float


def _wanted(asked: str) -> list[_Asked]:
    """The words that may have been meant, as typed and as on the other keyboard."""
    found = []
    for index, reading in enumerate(readings(asked[:MOST_ASKED])):
        words = tuple(fold_only(reading).split())
        if words:
            found.append(_Asked(words, _OTHER_KEYS if index else 1.0))
    return found


def _fits(asked: _Asked, candidate: Candidate) -> tuple[float, tuple[int, ...]]:
    """How well a candidate fits all words, 0 where one fits nowhere, and the letters taken."""
    total, letters = 0.0, []
    for word in asked.words:
        score, places = _best(word, candidate)
        if score <= 0:
            return 0.0, ()
        total += score
        letters += places
    # Of two names that fit alike the shorter one is meant.
    length = len(candidate.name.folded.text)
    mean = total / len(asked.words)
    return max(0.01, mean * asked.worth - length / 1000), tuple(sorted(set(letters)))


def _best(word: str, candidate: Candidate) -> tuple[float, list[int]]:
    score, places = match(word, candidate.name)
    for weight, names in ((_OTHER_NAME, candidate.others), (_PLACE, candidate.places)):
        for name in names:
            other = match(word, name)[0] * weight
            if other > score:
                score, places = other, []
    return score, _shown(candidate.name.folded, places)


def _shown(folded: Folded, places: Iterable[int]) -> list[int]:
    """Places in a folded text as places in the text itself."""
    spans = (folded.span(at, at + 1) for at in places)
    return [span[0] for span in spans if span is not None]


def match(word: str, name: Name) -> tuple[float, list[int]]:
    """How well a folded word fits a name, and which of the name's letters it takes.

    Returns:
        0 and nothing where it does not fit; else what a letter is worth on average.
    """
    text = name.folded.text
    if not _has_in_order(word, text):
        return 0.0, []
    score, places = _trace(word, text, name.begins)
    mean = score / len(word)
    if mean < _ENOUGH:
        return 0.0, []
    if text == word:
        mean += _WHOLE
    elif text.startswith(word):
        mean += _BEGINS
    return mean, places


def _has_in_order(word: str, text: str) -> bool:
    at = -1
    for letter in word:
        at = text.find(letter, at + 1)
        if at < 0:
            return False
    return True


def _trace(word: str, text: str, begins: frozenset[int]) -> tuple[float, list[int]]:
    """The best way to find the letters of a word in a text, letter by letter."""
    none = float("-inf")
    before: list[float] = []
    came: list[list[int]] = []
    for index, letter in enumerate(word):
        now, origin = [none] * len(text), [-1] * len(text)
        best, best_at = none, -1
        for at, sign in enumerate(text):
            if index and at >= 2 and before[at - 2] > best:
                best, best_at = before[at - 2], at - 2
            if sign != letter:
                continue
            own = 1 + (_STARTS_WORD if at in begins else 0)
            if not index:
                now[at] = own if at in begins else own + _INSIDE
                continue
            jumped = best + own + (0 if at in begins else _JUMPS)
            joined = before[at - 1] + own + _FOLLOWS if at else none
            now[at], origin[at] = max((joined, at - 1), (jumped, best_at))
        came.append(origin)
        before = now
    end = max(range(len(text)), key=before.__getitem__)
    score, places = before[end], [end]
    for origin in reversed(came[1:]):
        places.append(origin[places[-1]])
    return score, places[::-1]
