"""What can go wrong that a user can do something about: one sentence in their language."""

from __future__ import annotations

from cjm_desktop.journey import words


class Problem(Exception):
    """A refusal that names what is wrong, where, and what to do.

    Args:
        key: of the sentence in `resources/words`.
        values: what to fill in.
    """

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        self.values = values

    def sentence(self, language: str) -> str:
        """The sentence to show; what it quotes is cut short, but for the names of files."""
        return words.say(self.key, language, **words.brief(self.key, self.values))

    def __str__(self) -> str:
        return self.sentence("en")
