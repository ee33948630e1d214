"""The one way in for every foreign file: find out what it is, and read it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from cjm_desktop.exchange import mermaid, outline, text_file
from cjm_desktop.exchange.json_read import import_json
from cjm_desktop.exchange.mermaid import Block, Scores
from cjm_desktop.exchange.mermaid.blocks import has_fence
from cjm_desktop.exchange.mermaid.grammar import is_journey
from cjm_desktop.exchange.report import Report
from cjm_desktop.journey import words
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Language

Format = Literal["mermaid", "markdown", "json", "outline"]
FORMATS: tuple[str, ...] = get_args(Format)
MOST_JSON = 64 * 1024**2
"""Bytes; pictures make it large."""
_SUFFIXES: dict[str, Format] = {
    ".mmd": "mermaid",
    ".mermaid": "mermaid",
    ".md": "markdown",
    ".markdown": "markdown",
    ".json": "json",
}
_WRITTEN = {"mermaid", "markdown", "outline"}
_LISTS = {".txt", ".md", ".markdown", ".text", ""}
"""Endings of files in which any list is an outline."""
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
_LATIN = re.compile("[a-z]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Options:
    """How to read a foreign file.

    Attributes:
        language: of the new map; None: the one it is written in.
        block: which journey of a file with several, from 1.
        scores: what to do with Mermaid scores outside 1 to 5.
        emotions: take feelings that stand where people should for feelings.
    """

    language: Language | None = None
    block: int | None = None
    scores: Scores = "leave"
    emotions: bool = False


def read_any(
    path: Path, format_name: str = "auto", options: Options | None = None
) -> tuple[Journey, Report]:
    """A document read from a foreign file, and what came of it.

    Args:
        format_name: one of `FORMATS`, or `auto` to go by the file itself.

    Raises:
        Problem: it cannot be read as that; the sentence says why, and in which line.
    """
    options = options or Options()
    most = text_file.MOST_BYTES if format_name in _WRITTEN else MOST_JSON
    text = text_file.decode(text_file.read_bytes(path, most), path)
    name = _detect(text, path) if format_name == "auto" else format_name
    if name == "json":
        journey, unknown = import_json(text)
        return journey, Report.of("json", journey, skipped=unknown)
    if len(text) > text_file.MOST_BYTES:
        raise text_file.too_large(path, len(text), text_file.MOST_BYTES)
    if name == "outline":
        return outline.to_journey(text, options.language or _language(text), path.stem)
    if name == "markdown" or has_fence(text):
        block = _chosen(mermaid.journeys(text), path, options.block)
    else:
        block = _chosen((Block(1, text),), path, options.block)
    return _read_mermaid(block, path, options)


def choices(path: Path) -> tuple[Block, ...]:
    """The journeys in a Markdown file, to choose from; empty for other files.

    Raises:
        Problem: the file cannot be read.
    """
    text = text_file.decode(text_file.read_bytes(path, MOST_JSON), path)
    return mermaid.journeys(text) if _detect(text, path) != "json" and has_fence(text) else ()


def _detect(text: str, path: Path) -> Format:
    """By the content where it says so, else by the name.

    Raises:
        Problem: it is none of them.
    """
    if text.lstrip("\ufeff \t\r\n").startswith(("{", "[")):
        return "json"
    by_name = _SUFFIXES.get(path.suffix.lower())
    if by_name == "mermaid" or is_journey(text):
        return "mermaid"
    if has_fence(text):
        return "markdown"
    if by_name == "json":
        return "json"
    if path.suffix.lower() in _LISTS and outline.is_outline(text):
        return "outline"
    if by_name == "markdown":
        return "markdown"
    raise Problem("exchange.unknown", path=path)


def _chosen(blocks: tuple[Block, ...], path: Path, number: int | None) -> Block:
    if not blocks:
        raise Problem("exchange.no_blocks", path=path)
    if number is not None:
        if not 1 <= number <= len(blocks):
            raise Problem("exchange.no_such_block", path=path, number=number, n=len(blocks))
        return blocks[number - 1]
    if len(blocks) > 1:
        raise _ManyBlocks(path, blocks)
    return blocks[0]


class _ManyBlocks(Problem):
    """Several journeys in one file: the sentence lists them."""

    def __init__(self, path: Path, blocks: tuple[Block, ...]) -> None:
        super().__init__("exchange.many_blocks", path=path, n=len(blocks))
        self._blocks = blocks

    def sentence(self, language: str) -> str:
        items = [
            words.say(
                "exchange.block_item" if block.title() else "exchange.block_item_untitled",
                language,
                number=number,
                line=block.line,
                **({"title": block.title()} if block.title() else {}),
            )
            for number, block in enumerate(self._blocks[:20], 1)
        ]
        listed = "; ".join(items) + ("; …" if len(self._blocks) > 20 else "")
        return words.say(self.key, language, **self.values, list=listed)


def _read_mermaid(block: Block, path: Path, options: Options) -> tuple[Journey, Report]:
    parsed = mermaid.parse(block.text, block.line)
    how = mermaid.Options(
        language=options.language or _language(block.text),
        scores=options.scores,
        emotions=options.emotions,
        title=path.stem,
    )
    return mermaid.to_journey(parsed, how)


def _language(text: str) -> Language:
    """Russian where most letters are."""
    return "ru" if len(_CYRILLIC.findall(text)) > len(_LATIN.findall(text)) / 2 else "en"
