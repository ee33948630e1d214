"""Shaping: from a line of text to glyphs with places, in em, the same for screen and paper.

Words are shaped once by HarfBuzz and kept; lines are made of words. Ligatures and contextual forms
are off because they become private glyphs that a PDF reader cannot search.

A large map has more letters than anything else, so what several lines have in common is the same
object in all of them, and of lines that are only measured nothing is kept but their words.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

import uharfbuzz as hb

from cjm_desktop.layout import fonts
from cjm_desktop.layout.pieces import Box, Colour, FontName, Glyphs, Primitive

_FEATURES = {"kern": True, "liga": False, "calt": False, "clig": False}
_SILENT = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff"  # control characters, halves of others
    "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]"  # invisible ones
)
_BLANKS = re.compile(r"[\t\v\f\u2028\u2029 ]+")
_VARIANTS = "\ufe00"
"""From here on there are silent characters that count as printable."""
_CODE_SIZE = 0.46
_CODE_PAD = 0.12


class Run(NamedTuple):
    """Glyphs of one font in one line, measured in em of the font size."""

    font: FontName | None
    """None: no bundled font has this one character; its code is drawn in a box."""
    text: str
    glyphs: tuple[int, ...]
    xs: tuple[float, ...]
    clusters: tuple[int, ...]
    ys: tuple[float, ...]
    width: float


class Shaped(NamedTuple):
    """A word or a line: its runs from left to right."""

    runs: tuple[Run, ...]
    width: float


class Word(NamedTuple):
    """A word and its width in em."""

    text: str
    width: float


def clean(text: str) -> str:
    """Text as it can be drawn: composed, without invisible and control characters.

    Line breaks stay; every other blank but the no-break space becomes one plain space.
    """
    if not (text.isprintable() and (text.isascii() or _plain(text))):
        text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
        text = _SILENT.sub("", text)
        return _BLANKS.sub(" ", text)
    return _BLANKS.sub(" ", text) if "  " in text else text


def _plain(text: str) -> bool:
    """Whether a printable text is composed and has no silent characters."""
    return max(text) < _VARIANTS and unicodedata.is_normalized("NFC", text)


@lru_cache(maxsize=60_000)
def shape_word(text: str, font: FontName) -> Shaped:
    """Shape text without line breaks, character by character in the best bundled font."""
    if text and fonts.characters(font).issuperset(map(ord, text)):
        run = _shape(text, font)
        return Shaped((run,), run.width)
    runs: list[Run] = []
    for chosen, letters in groupby(text, key=lambda one: fonts.best(one, font)):
        piece = "".join(letters)
        if chosen is None:
            runs += [_code_box(one) for one in piece]
        else:
            runs.append(_shape(piece, chosen))
    return Shaped(tuple(runs), sum(run.width for run in runs))


@lru_cache(maxsize=60_000)
def word(text: str, font: FontName) -> Word:
    """A word measured, always the same object."""
    return Word(text, shape_word(text, font).width)


def _shape(text: str, font: FontName) -> Run:
    shaper, em = fonts.shaper(font)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "ltr"
    hb.shape(shaper, buffer, _FEATURES)
    glyphs, clusters = [], []
    xs, ys, x = [], [], 0.0
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        glyphs.append(info.codepoint)
        clusters.append(info.cluster)
        xs.append(x + position.x_offset / em)
        ys.append(-position.y_offset / em)
        x += position.x_advance / em
    down = tuple(ys) if any(ys) else ()
    return Run(font, text, tuple(glyphs), tuple(xs), _counted(clusters), down, x)


def _counted(clusters: list[int]) -> tuple[int, ...]:
    """Where glyphs begin; a letter to each of them, as nearly always, is the same object."""
    each = _one_each(len(clusters))
    return each if clusters == list(each) else tuple(clusters)


@lru_cache(maxsize=1000)
def _one_each(count: int) -> tuple[int, ...]:
    return tuple(range(count))


def _code_box(character: str) -> Run:
    code = _shape(f"{ord(character):04X}", "regular")
    return Run(None, character, (), (), (), (), code.width * _CODE_SIZE + 4 * _CODE_PAD)


def shape_line(text: str, font: FontName) -> Shaped:
    """Shape one line from its words; neighbouring runs of a font become one run."""
    runs: list[Run] = []
    for index, part in enumerate(text.split(" ")):
        if index:
            runs.append(shape_word(" ", font).runs[0])
        if part:
            runs += shape_word(part, font).runs
    joined: list[Run] = []
    for chosen, group in groupby(runs, key=lambda run: run.font):
        parts = list(group)
        if chosen is None:
            joined += parts
        else:
            joined.append(_join(parts))
    return Shaped(tuple(joined), sum(run.width for run in joined))


def _join(parts: list[Run]) -> Run:
    if len(parts) == 1:
        return parts[0]
    glyphs: list[int] = []
    xs: list[float] = []
    clusters: list[int] = []
    ys: list[float] = []
    x, letters = 0.0, 0
    for run in parts:
        glyphs += run.glyphs
        xs += [x + one for one in run.xs]
        clusters += [letters + one for one in run.clusters]
        ys += run.ys or (0.0,) * len(run.glyphs)
        x += run.width
        letters += len(run.text)
    text = "".join([run.text for run in parts])
    down = tuple(ys) if any(ys) else ()
    return Run(parts[0].font, text, tuple(glyphs), tuple(xs), _counted(clusters), down, x)


def width_of(text: str, font: FontName) -> float:
    """Width of one line in em."""
    parts = text.split(" ")
    blanks = (len(parts) - 1) * shape_word(" ", font).width
    return blanks + sum([word(part, font).width for part in parts if part])


def place(
    text: str, font: FontName, size: float, x: float, y: float, colour: Colour
) -> list[Primitive]:
    """One line of text as primitives.

    Args:
        text: cleaned, without line breaks.
        size: font size, u.
        x, y: where the line begins and its baseline, u.
    """
    found: list[Primitive] = []
    for run in _sized(text, font, size):
        if run.font is None:
            found += _draw_code(run, size, x, y, colour)
        elif run.text.strip(" \u00a0") or len(run.text) < 1:
            found.append(_glyphs(run, size, x, y, colour))
        x += run.width
    return found


@lru_cache(maxsize=8_000)
def _sized(text: str, font: FontName, size: float) -> tuple[Run, ...]:
    """The runs of a line, measured in u."""
    return tuple(
        run._replace(
            xs=tuple([one * size for one in run.xs]),
            ys=tuple([one * size for one in run.ys]),
            width=run.width * size,
        )
        for run in shape_line(text, font).runs
    )


def _glyphs(run: Run, size: float, x: float, y: float, colour: Colour) -> Glyphs:
    """A run measured in u, in its place."""
    return Glyphs(
        x=x,
        y=y,
        font=run.font or "regular",
        size=size,
        colour=colour,
        text=run.text,
        glyphs=run.glyphs,
        xs=run.xs,
        clusters=run.clusters,
        width=run.width,
        ys=run.ys,
    )


def _draw_code(run: Run, size: float, x: float, y: float, colour: Colour) -> list[Primitive]:
    small, pad = size * _CODE_SIZE, size * _CODE_PAD
    (code,) = _sized(f"{ord(run.text):04X}", "regular", small)
    height = size * 0.7
    frame = Box(x + pad, y - height, run.width - 2 * pad, height, None, colour, size * 0.04, pad)
    return [frame, _glyphs(code, small, x + 2 * pad, y - height / 2 + small * 0.36, colour)]


def missing_in(text: str) -> set[str]:
    """The characters of a text that no bundled font can draw."""
    letters = set(clean(text)) - {"\n"}
    if fonts.characters("regular").issuperset(map(ord, letters)):
        return set()
    return {one for one in letters if fonts.best(one, "regular") is None}
