"""Reading sentences out: every edit in the words of its step, wherever it was made."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit

from cjm_desktop.document import Change, Document
from cjm_desktop.journey import hearing
from cjm_desktop.ui import plain


def announce(source: QObject, sentence: str) -> None:
    """Have a sentence read out, wherever the keyboard is."""
    if sentence and QAccessible.isActive():
        said = plain.clean(sentence)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(source, said))


def tell(document: Document, change: Change, language: str, source: QObject) -> None:
    """Read out what was done to a document.

    Args:
        document: of which it has just happened.
        change: what.
        language: the window's.
        source: what is read out of where the keyboard is nowhere.
    """
    if not QAccessible.isActive():
        return
    field = QApplication.focusWidget()
    if isinstance(field, QPlainTextEdit | QTextEdit):
        return  # whoever types hears the letters
    step = document.redo_step if change.cause == "undo" else document.undo_step
    if step is not None:
        said = hearing.of_step(step.name(language), change.cause, language)
        announce(field or source, said)
