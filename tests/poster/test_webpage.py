"""The page for a browser: nothing from elsewhere, and no words of a map that become commands."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from cjm_desktop.layout import text
from cjm_desktop.poster import webpage
from cjm_desktop.poster.job import Job
from tests.poster import made

HOSTILE = "</script><script>alert(1)</script>{style} {0} <img src=x onerror=alert(2)> --> ]]>&lt;"


class Read(HTMLParser):
    """The tags of a page, its texts, and what its scripts and styles hold."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.held: dict[str, list[str]] = {"script": [], "style": [], "title": []}
        self.texts: list[str] = []
        self._in = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._in = tag
        if tag in self.held:
            self.held[tag].append("")

    def handle_endtag(self, tag: str) -> None:
        self._in = ""

    def handle_data(self, data: str) -> None:
        if self._in in self.held:
            self.held[self._in][-1] += data
        self.texts.append(data)


def page(words: str = "Путь клиента", title: str = "Карта", language: str = "ru") -> str:
    shown = made.drawing([made.piece("p", text.place(words, "regular", 6, 3, 10, made.INK))])
    laid = made.laid(shown, title=title)
    return webpage.page(replace(laid, job=Job("map", language=language)))  # type: ignore[arg-type]


def test_a_browser_is_allowed_this_script_and_these_styles_alone() -> None:
    read = Read(page())
    policy = next(
        one["content"] or ""
        for tag, one in read.tags
        if tag == "meta" and one.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    allowed = set(re.findall(r"'sha256-([^']+)'", policy))
    present = {
        base64.b64encode(hashlib.sha256(one.encode()).digest()).decode()
        for one in (*read.held["script"], *read.held["style"])
    }
    assert allowed == present
    assert len(read.held["script"]) == 1


def test_nothing_comes_from_elsewhere() -> None:
    whole = page()
    names = {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}
    assert set(re.findall(r"https?://[^\s\"')<]+", whole)) == names
    for tag, attributes in Read(whole).tags:
        assert tag not in {"link", "iframe", "object", "base"}
        assert not attributes.get("src")
        assert not any(name.startswith("on") or name == "style" for name in attributes)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_whatever_a_map_says_is_text(language: str) -> None:
    plain, read = Read(page("x", "x", language)), Read(page(HOSTILE, HOSTILE, language))
    assert [tag for tag, _ in plain.tags if tag != "text"] == [
        tag for tag, _ in read.tags if tag != "text"
    ]
    assert read.held["title"][0] == HOSTILE
    said = "".join(read.texts).replace("\u00a0", " ")
    assert said.count("<img src=x onerror=alert(2)>") >= 3
    assert read.held["script"] == plain.held["script"]
    assert dict(read.tags)["html"]["lang"] == language


def test_texts_can_be_marked_and_it_prints_as_it_lies(tmp_path: Path) -> None:
    whole = page("Счёт выставлен")
    assert "Счёт" in "".join(Read(whole).texts)
    assert "@page{size:landscape" in whole
    assert "prefers-color-scheme:dark" in whole
    laid = made.laid(made.busy())
    assert not webpage.save_html(laid, tmp_path / "a.html", lambda _done, _total: False)
    assert not list(tmp_path.iterdir())
    assert webpage.save_html(laid, tmp_path / "a.html")
