"""What a step that was made, taken back or made again is announced as."""

from __future__ import annotations

from typing import Literal

from cjm_desktop.journey import words


def of_step(name: str, cause: Literal["edit", "undo", "redo", "revert"], language: str) -> str:
    """The step's own words, after a word that tells which way it went.

    Args:
        name: what the history calls the step, in that language.
        cause: what happened to it.
    """
    if cause == "edit":
        return name
    return words.say(f"hearing.{cause}", language, step=name)
