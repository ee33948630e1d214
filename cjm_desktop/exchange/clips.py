"""A clip as bytes for the clipboard of the system, and back: nothing of what is read is trusted."""

from __future__ import annotations

import json
from typing import Any

from cjm_desktop.exchange.json_read import import_json
from cjm_desktop.exchange.json_write import export_json
from cjm_desktop.journey.clipping import Clip, Outside, take
from cjm_desktop.journey.problems import Problem

TYPE = "application/x-cjm-desktop-clip"
"""The media type under which it lies on the clipboard."""
NAME, VERSION = "cjm-desktop-clip", 1
LARGEST = 128 * 1024 * 1024
"""Bytes; pictures are what makes it large."""
_LONGEST_HEAD = 8 * 1024 * 1024


def write(clip: Clip) -> bytes:
    """A clip as bytes: a line that says what it is, then its document as JSON."""
    head = {
        "format": NAME,
        "version": VERSION,
        "cut": clip.cut,
        "past": clip.past,
        "ids": list(clip.ids),
        "outside": [list(one) for one in clip.outside],
    }
    said = json.dumps(head, ensure_ascii=True, separators=(",", ":"))
    return f"{said}\n{export_json(clip.journey)}".encode()


def read(data: bytes) -> Clip:
    """The clip of some bytes, whoever put them on the clipboard.

    Raises:
        Problem: they are too many, of a newer version, or no clip.
    """
    if len(data) > LARGEST:
        raise Problem("clip.too_large")
    said, _, document = data.partition(b"\n")
    head = _head(said)
    ids, outside = _texts(head.get("ids")), head.get("outside")
    if not isinstance(outside, list):
        raise Problem("clip.damaged")
    try:
        journey, _ = import_json(document.decode("utf-8"))
        clip = take(journey, ids)
    except (Problem, UnicodeDecodeError) as problem:
        raise Problem("clip.damaged") from problem
    pointing = tuple(Outside(*_texts(one, 3)) for one in outside)
    cut, past = (head.get(name) is True for name in ("cut", "past"))
    return clip._replace(outside=pointing, cut=cut, past=past)


def _head(said: bytes) -> dict[str, Any]:
    if len(said) > _LONGEST_HEAD:
        raise Problem("clip.damaged")
    try:
        head = json.loads(said)
    except (ValueError, RecursionError) as error:
        raise Problem("clip.damaged") from error
    if not isinstance(head, dict) or head.get("format") != NAME:
        raise Problem("clip.damaged")
    version = head.get("version")
    if type(version) is not int or version < 1:
        raise Problem("clip.damaged")
    if version > VERSION:
        raise Problem("clip.newer")
    return head


def _texts(value: object, count: int | None = None) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise Problem("clip.damaged")
    if count is not None and len(value) != count:
        raise Problem("clip.damaged")
    return tuple(value)
