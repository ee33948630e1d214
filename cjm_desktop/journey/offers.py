"""What a map can begin as: the templates and samples by name, without making anything of them.

The first page of the window offers them before anything else of this room is needed.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from cjm_desktop import assets

TEMPLATES = (
    "b2b",
    "b2c",
    "blueprint",
    "planned",
    "online-lead",
    "employee",
    "sketch",
    "blank",
)
SAMPLES = ("sample-b2b", "sample-b2c")
CUT_OUT = ("barriers", "opportunities", "touchpoints", "thoughts", "actions", "text")
"""What lanes hold whose cards are cut out of paper, in the order in which they are offered."""


def names() -> tuple[str, ...]:
    """Every template and sample, in the order to offer them."""
    return TEMPLATES + SAMPLES


def title(name: str, language: str) -> str:
    """What a template is called."""
    return str(spoken(contents(name)["title"], language))


def summary(name: str, language: str) -> str:
    """What a template is for, in one sentence."""
    return str(spoken(contents(name)["summary"], language))


@cache
def contents(name: str) -> Any:
    """The contents of a template's file, in both languages.

    Raises:
        KeyError: there is no such template.
    """
    if name not in names():
        raise KeyError(name)
    folder = "samples" if name in SAMPLES else "templates"
    return json.loads(assets.path(folder, f"{name}.json").read_text(encoding="utf-8"))


def spoken(told: Any, language: str) -> Any:
    """Data with every text in one language: `{"en": ..., "ru": ...}` becomes the one wanted."""
    if isinstance(told, dict):
        if told.keys() == {"en", "ru"}:
            return told[language]
        return {key: spoken(value, language) for key, value in told.items()}
    if isinstance(told, list):
        return [spoken(one, language) for one in told]
    return told
