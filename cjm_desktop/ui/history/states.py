"""What the states of a map are called: over the map, beside others, and in the name of a step."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cjm_desktop.journey import words
from cjm_desktop.ui import spoken
from cjm_desktop.ui.history.model import StepModel


def said(model: StepModel, row: int, language: str) -> str:
    """Which state is seen, in a sentence."""
    line = model.line(row)
    if line.now:
        return QCoreApplication.translate("HistoryPage", "The map as it is now")
    when = _when(model, row, language)
    if not when:
        return QCoreApplication.translate("HistoryPage", "As it was at the beginning")
    if line.undone:
        undone = QCoreApplication.translate("HistoryPage", "What was undone: {when}, “{name}”")
        return words.filled(undone, when=when, name=line.text)
    was = QCoreApplication.translate("HistoryPage", "As it was: {when}, “{name}”")
    return words.filled(was, when=when, name=line.text)


def name(model: StepModel, row: int, language: str) -> str:
    """What a state is called beside others: when it was, and after which step."""
    when, text = _when(model, row, language), model.line(row).text
    return f"{when}: {text}" if when else text


def short(model: StepModel, row: int, language: str) -> str:
    """What a state is called in the name of a step: the version, or when it was."""
    line, moment = model.line(row), model.moment(row)
    return line.text if line.named or moment is None else spoken.when(moment, language)


def _when(model: StepModel, row: int, language: str) -> str:
    moment = model.moment(row)
    if moment is None:
        return ""
    return f"{spoken.day(moment, language)}, {spoken.clock(moment)}"
