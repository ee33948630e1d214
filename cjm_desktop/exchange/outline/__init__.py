"""Outlines: a map as lines that are typed, pasted and read, each with a sign for its kind."""

from cjm_desktop.exchange.outline.apply import Applied, apply
from cjm_desktop.exchange.outline.items import KINDS, SIGNS, Item, Kind, LineKind, Outline
from cjm_desktop.exchange.outline.parse import parse
from cjm_desktop.exchange.outline.write import write

__all__ = [
    "KINDS",
    "SIGNS",
    "Applied",
    "Item",
    "Kind",
    "LineKind",
    "Outline",
    "apply",
    "parse",
    "write",
]
