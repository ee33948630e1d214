"""Mermaid `journey` diagrams: read exactly as mermaid 11.17.2 reads them, and written for it."""

from cjm_desktop.exchange.mermaid.blocks import Block, journeys
from cjm_desktop.exchange.mermaid.grammar import MermaidJourney, Section, Task, parse
from cjm_desktop.exchange.mermaid.names import decode
from cjm_desktop.exchange.mermaid.problems import MermaidError
from cjm_desktop.exchange.mermaid.read import Options, Scores, to_journey
from cjm_desktop.exchange.mermaid.slips import repair
from cjm_desktop.exchange.mermaid.write import write

__all__ = [
    "Block",
    "MermaidError",
    "MermaidJourney",
    "Options",
    "Scores",
    "Section",
    "Task",
    "decode",
    "journeys",
    "parse",
    "repair",
    "to_journey",
    "write",
]
