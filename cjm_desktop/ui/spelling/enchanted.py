"""The dictionaries of this machine, through pyenchant, which need not be there."""

from __future__ import annotations

import importlib
import threading
from collections.abc import Sequence
from typing import Any, Literal

from cjm_desktop.journey.spelling import Dictionary

Missing = Literal["", "package", "library", "dictionary"]
"""What keeps spelling from being checked; nothing: it can be."""
MOST_OF_ONE = 2
"""Dictionaries of one language, such as British and American."""
COUNTRY = {"en": "US", "ru": "RU"}
"""Whose dictionary of a language comes first."""


class EnchantDictionary:
    """One dictionary of enchant.

    Args:
        inside: enchant's own.
    """

    def __init__(self, inside: Any) -> None:
        self._inside = inside

    def knows(self, word: str) -> bool:
        """Whether it is spelt right."""
        return bool(self._inside.check(word))

    def suggest(self, word: str) -> Sequence[str]:
        """What may have been meant."""
        return [str(one) for one in self._inside.suggest(word)]


class Enchanted:
    """Finds and loads the dictionaries that enchant knows of."""

    def __init__(self) -> None:
        self._asked = False
        self._once = threading.Lock()
        self._library: Any = None
        self._missing: Missing = ""
        self._tags: dict[str, list[str]] = {}
        self._broken: tuple[str, ...] = ()

    @property
    def broken(self) -> tuple[str, ...]:
        """Dictionaries that are there and could not be loaded, when they last were to be."""
        return self._broken

    @property
    def missing(self) -> Missing:
        """What has to be installed first."""
        self._ask()
        return self._missing

    @property
    def languages(self) -> tuple[str, ...]:
        """Languages with a dictionary, by their two or three letters; ours first."""
        self._ask()
        return tuple(sorted(self._tags, key=lambda one: (one not in COUNTRY, one)))

    def load(self, languages: Sequence[str]) -> tuple[Dictionary, ...]:
        """Load the dictionaries of some languages; takes a tenth of a second."""
        self._ask()
        tags = [tag for one in languages for tag in self._tags.get(one, [])[:MOST_OF_ONE]]
        found: list[Dictionary] = []
        broken: list[str] = []
        for tag in tags:
            try:
                found.append(EnchantDictionary(self._library.Dict(tag)))
            except self._library.errors.Error:
                broken.append(tag)
        self._broken = tuple(broken)
        return tuple(found)

    def _ask(self) -> None:
        with self._once:
            if not self._asked:
                self._look()
                self._asked = True

    def _look(self) -> None:
        try:
            self._library = importlib.import_module("enchant")
        except ModuleNotFoundError:
            self._missing = "package"
            return
        except ImportError:  # pyenchant is there and finds no library of C
            self._missing = "library"
            return
        for tag in sorted(self._library.list_languages(), key=_rank):
            language, _, country = tag.partition("_")
            # "en" alone is one of those with a country, under a shorter name.
            if country or not self._tags.get(language):
                self._tags.setdefault(language, []).append(tag)
        if not self._tags:
            self._missing = "dictionary"


def _rank(tag: str) -> tuple[bool, bool, str]:
    language, _, country = tag.partition("_")
    return not country, country != COUNTRY.get(language), tag
