"""A map as one page for a browser: the picture, zoom and search, and nothing from elsewhere."""

from __future__ import annotations

import base64
import hashlib
import re
from html import escape
from pathlib import Path
from string import Formatter

from cjm_desktop import assets
from cjm_desktop.journey import words
from cjm_desktop.journey.journey import Journey
from cjm_desktop.poster import svg
from cjm_desktop.poster.job import Job
from cjm_desktop.poster.laid import Laid, lay_out
from cjm_desktop.poster.saving import save_text
from cjm_desktop.poster.sheet import Progress

_WORDS = ("find", "before", "after", "less", "more", "whole", "map", "none", "of", "keys")
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


def write_html(journey: Journey, job: Job, path: Path, progress: Progress | None = None) -> bool:
    """Save a map as a page for a browser; see `save_html`."""
    return save_html(lay_out(journey, job), path, progress)


def save_html(laid: Laid, path: Path, progress: Progress | None = None) -> bool:
    """Save a laid-out poster as a page that any browser opens, without a network.

    Returns:
        Whether the file was written; False: `progress` stopped it and nothing has changed.

    Raises:
        Problem: the place cannot be written to, and why.
    """
    return save_text(path, lambda: page(laid), progress)


def page(laid: Laid) -> str:
    """The text of the page. Whatever a map says stands in it as text only."""
    language = laid.job.language
    picture = svg.picture(laid).partition("?>\n")[2].rstrip("\n")
    turn = "landscape" if laid.width > laid.height else "portrait"
    style = _read("page.css").replace("%PAGE%", turn)
    script = _read("page.js")
    # The numbers of what is found are filled in by the page itself.
    said = {key: escape(words.say(f"web.{key}", language, a="{a}", b="{b}")) for key in _WORDS}
    return _filled(
        _read("page.html"),
        {
            **said,
            "language": language,
            "title": escape(laid.title),
            "style": style,
            "script": script,
            "picture": picture,
            "policy": _policy(script, [style, *_STYLE.findall(picture)]),
        },
    )


def _policy(script: str, styles: list[str]) -> str:
    """What a browser may do with the page: run this script, wear these styles, and nothing else."""
    looks = " ".join(_digest(one) for one in styles)
    return (
        f"default-src 'none'; script-src {_digest(script)}; style-src {looks}; "
        "font-src data:; img-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    found = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(found).decode('ascii')}'"


def _read(name: str) -> str:
    return assets.path("web", name).read_text(encoding="utf-8")


def _filled(template: str, values: dict[str, str]) -> str:
    """The template with its places filled once: what is filled in is not looked at again."""
    parts = []
    for text, name, _, _ in Formatter().parse(template):
        parts.append(text)
        if name is not None:
            parts.append(values[name])
    return "".join(parts)
