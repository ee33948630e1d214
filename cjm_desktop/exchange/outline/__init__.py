"""Outlines: a map as lines that are typed, pasted and read, each with a sign for its kind."""

from cjm_desktop.exchange.outline.apply import Applied, apply
from cjm_desktop.exchange.outline.card import Row, card
from cjm_desktop.exchange.outline.files import begun, is_outline, text_of, to_journey
from cjm_desktop.exchange.outline.items import KINDS, SIGNS, Item, Kind, LineKind, Outline
from cjm_desktop.exchange.outline.parse import parse
from cjm_desktop.exchange.outline.pasted import beyond_stages
from cjm_desktop.exchange.outline.reword import reword
from cjm_desktop.exchange.outline.write import write

__all__ = [
    "KINDS",
    "SIGNS",
    "Applied",
    "Item",
    "Kind",
    "LineKind",
    "Outline",
    "Row",
    "apply",
    "begun",
    "beyond_stages",
    "card",
    "is_outline",
    "parse",
    "reword",
    "text_of",
    "to_journey",
    "write",
]
