"""Sizes in bytes as the window says them, everywhere alike."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cjm_desktop.journey import words

KILO = 1024


def size(count: int, language: str) -> str:
    """A size as people say it: 60 KB, 1.2 MB.

    Args:
        count: bytes.
        language: of the window.
    """
    if count >= KILO * KILO:
        said = QCoreApplication.translate("Sizes", "{n} MB")
        return said.format(n=words.number(round(count / KILO / KILO, 1), language))
    said = QCoreApplication.translate("Sizes", "{n} KB")
    return said.format(n=words.number(float(-(-count // KILO)), language))
