"""250 texts that somebody will type, paste or send one day."""

from __future__ import annotations

import random
import unicodedata

COUNT = 250
_PATHS = ("{file}", "file://{file}", "../../../{file}", "\\\\host\\share", "C:\\{file}")
_MARKUP = (
    "<img src='{file}'>",
    '<img src="file://{file}">',
    "<img src='{url}/a.png'>",
    "<a href='{url}'>a</a>",
    "<b>bold</b>",
    "<script>alert(1)</script>",
    "<style>@import '{url}';</style>",
    "<!-- {file} -->",
    "<link rel=stylesheet href='{url}/a.css'>",
    "<svg onload=alert(1)><image href='{file}'/></svg>",
    "<para><img src='{file}'/></para>",
    "<?xml version='1.0'?><!DOCTYPE a SYSTEM '{file}'>",
    "]]><x/>",
    "</text></svg>",
    "&lt;b&gt; &amp;amp; &#0; &#x202e;",
    "if a<b then c>d",
    "![a]({file})",
    "[a]({url})",
    "\\input{{file}}",
    "${{file}} $(cat {file}) `cat {file}`",
    "%s %n %1 %L1 %%",
    "{0} {} {name}",
    "';DROP TABLE map;--",
    '" onmouseover="x',
)
_CELLS = tuple(f"{sign}{rest}" for sign in "=+-@\t\r|" for rest in ("1+1", "cmd|' /C calc'!A0", ""))
_GRAMMAR = (
    *("journey", "section a: b", "title x", "%%{init: 1}%%", "a: 5: Me", "#35;", "---", "```"),
    *("- ", "!", "?", "> B1", "B1 > 3", "# ", "| a | b |", "1. ", "\t- x", ":(", ":)", "+2", "[ ]"),
)
_NAMES = (
    *("CON", "nul.txt", "a/b", "a\\b", "..", ".", "~", " ", "a:b", "a*?", "-rf", "--help", "a\nb"),
    *("x" * 300, "ж" * 300, "😀" * 200, ".hidden", "trailing.", "trailing "),
)
_LETTERS = (
    *("\u202egnp.exe", "\u2066abc\u2069", "\u200f\u200e", "\ufeff", "\u200b" * 50, "a\u0301" * 40),
    *("\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f3f4\U000e0067\U000e007f", "\ufe0f"),
    *(
        "العربية 123",
        "עברית",
        "日本語の文章",
        "한국어",
        "ไทยไม่มีช่องว่าง",
        "हिन्दी",
        "İıŞş",
        "ǅ",
        "ß",
        "ﬀ",
    ),
    *("\x00", "\x1b[31m", "\x07\x08", "\ud800", "\udfff\ud800", "\uffff", "\U0010ffff", "\u2028"),
    *("\r\n\r", "\x85", "\u3000", "\xa0", "\xad" * 30, "Z" + "\u0335\u0336\u0337" * 60, "٣٫٥"),
    *(
        "",
        " ",
        "\n\n\n",
        "0",
        "-0",
        "1e999",
        "NaN",
        "null",
        "None",
        "true",
        "undefined",
        "[object]",
    ),
)


def texts(file: str, url: str) -> tuple[str, ...]:
    """All of them.

    Args:
        file: that none of them may open.
        url: that none of them may call.
    """
    fixed = [one.replace("{file}", file).replace("{url}", url) for one in (*_MARKUP, *_PATHS)]
    fixed += [*_CELLS, *_GRAMMAR, *_NAMES, *_LETTERS]
    rng = random.Random(1)
    while len(fixed) < COUNT:
        plane = rng.choice((0, 0, 1, 2, 14, 16)) << 16
        letters = [chr(plane + rng.randrange(0x10000)) for _ in range(rng.randint(1, 40))]
        fixed.append(unicodedata.normalize(rng.choice(("NFC", "NFD")), "".join(letters)))
    return tuple(fixed[:COUNT])
