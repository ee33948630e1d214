"""Users' text is never markup, and no file of the window makes labels by itself."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

import cjm_desktop
from cjm_desktop.ui import plain
from cjm_desktop.ui.controls import bold

UI = Path(cjm_desktop.__file__).parent / "ui"
HERE = UI / "plain.py"
CALLS = {
    "QLabel",
    "QMessageBox",
    "QProgressDialog",
    "QInputDialog",
    "QTextBrowser",
    "QErrorMessage",
}
METHODS = {"setToolTip", "setHtml", "setWhatsThis", "setStatusTip", "showMessage", "insertHtml"}


def _bare(file: Path) -> Iterator[str]:
    text = file.read_text(encoding="utf-8")
    if not any(name in text for name in {*CALLS, *METHODS, "QToolTip"}):
        return
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call):
            continue
        function = node.func
        if isinstance(function, ast.Name) and function.id in CALLS:
            yield f"{file.relative_to(UI)}:{node.lineno}: {function.id}()"
        if isinstance(function, ast.Attribute):
            made_by_plain = isinstance(function.value, ast.Name) and function.value.id == "QToolTip"
            if function.attr in METHODS or (made_by_plain and function.attr == "showText"):
                yield f"{file.relative_to(UI)}:{node.lineno}: .{function.attr}()"


def test_labels_questions_and_tooltips_are_made_in_one_place() -> None:
    found = [bare for file in sorted(UI.rglob("*.py")) if file != HERE for bare in _bare(file)]
    assert found == []


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("plain", "plain"),
        ("\u202egnp.exe\u202c", "gnp.exe"),
        ("a\nb\tc\x00d", "a b c d"),
        ("  spaces  ", "spaces"),
        ("\u2067right to left\u2069", "right to left"),
        ("Ёлка & ель", "Ёлка & ель"),
    ],
)
def test_titles_are_one_clean_line(given: str, shown: str) -> None:
    assert plain.clean(given) == shown


def test_menus_do_not_swallow_ampersands() -> None:
    assert plain.menu_text("R&D & sales") == "R&&D && sales"


@pytest.mark.parametrize(
    "text", ["<img src='/etc/passwd'>", "a < b && c > d", "<b>bold</b>", "&amp;"]
)
def test_a_tooltip_shows_markup_as_letters(text: str) -> None:
    shown = plain.tip_text(text)
    assert "<img" not in shown
    assert "<b>" not in shown
    assert shown.startswith("<span>")


def test_a_plain_tooltip_stays_as_it_is() -> None:
    assert plain.tip_text("Сохранить (Ctrl+S)") == "Сохранить (Ctrl+S)"


def test_only_the_last_line_of_a_text_is_cut_short(qapp: QApplication) -> None:
    metrics = QFontMetrics(bold(QFont(qapp.font())))
    text = "Если к каждому КП приложить лист окупаемости по замеру"
    widest = metrics.horizontalAdvance("окупаемости") + 2
    for width in range(widest, metrics.horizontalAdvance(text) + 9):
        assert " ".join(plain.lines(text, metrics, width, 9)) == text
