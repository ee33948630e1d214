"""What a PDF is for: a print shop, a blank wall map, a booklet of stages, cards to cut out."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from cjm_desktop.cli.outcomes import Senseless

FORMATS = ("pdf", "png", "svg", "html", "pptx", "json", "mmd", "txt")
"""What a map is written as, by the ending of the file."""
PURPOSES = ("press", "blank", "booklet", "cards", "actions", "personas")
_ONLY_FOR = {
    "bleed": ("press",),
    "template": ("blank",),
    "unnamed": ("blank",),
    "cards": ("cards",),
    "empty": ("cards",),
}
_MOST_EMPTY = 50
"""Empty cards of each kind and colour, as many as the window offers."""
_PAPERS = {"booklet": "A4", "cards": "A4", "blank": "notes", "actions": "A4", "personas": "A4"}
UPRIGHT = ("booklet", "cards", "actions", "personas")
"""Purposes whose sheets stand on their short side unless asked otherwise."""


def check(asked: Namespace, suffix: str) -> None:
    """Refuse options that mean nothing for what the file is for.

    Args:
        suffix: of the file, such as "pdf".

    Raises:
        Senseless: naming the first of them.
    """
    if asked.empty is not None and not 0 <= asked.empty <= _MOST_EMPTY:
        raise Senseless("cli.empty_range", value=asked.empty, most=_MOST_EMPTY)
    for name, purposes in _ONLY_FOR.items():
        if getattr(asked, name) is not None and asked.purpose not in purposes:
            raise Senseless("cli.only_for", option=f"--{name}", purpose=purposes[0])
    if asked.curves is not None and asked.purpose != "press" and suffix != "svg":
        raise Senseless("cli.only_for", option="--curves", purpose="press")


def paper_of(asked: Namespace) -> str:
    """The paper that was asked for, or what most people want for the purpose."""
    named: str | None = asked.paper
    return _PAPERS.get(asked.purpose or "", "A0") if named is None else named


def landscape_of(asked: Namespace) -> bool | None:
    """How the paper lies."""
    if asked.landscape is None and asked.purpose in UPRIGHT:
        return False
    return None if asked.landscape is None else bool(asked.landscape)


def fields(asked: Namespace) -> dict[str, Any]:
    """What of a print job the purpose settles."""
    from cjm_desktop.poster.job import CardWish, Press

    found: dict[str, Any] = {"reduction": asked.scale or 1}
    if asked.purpose == "press":
        given = {} if asked.bleed is None else {"bleed": asked.bleed}
        found["press"] = Press(curves=bool(asked.curves), **given)
    elif asked.purpose == "blank":
        found |= {"blank": True, "blank_names": not asked.unnamed}
    elif asked.purpose == "booklet":
        found["booklet"] = True
    elif asked.purpose in {"actions", "personas"}:
        found["report"] = asked.purpose
    elif asked.purpose == "cards":
        found["cards"] = CardWish(tuple(asked.cards or ("barriers",)), asked.empty or 0)
    return found
