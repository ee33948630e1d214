"""Moments and keys as people say them."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale
from PySide6.QtGui import QKeySequence


def key(sequence: str) -> str:
    """A key sequence as people read it."""
    return QKeySequence(sequence).toString(QKeySequence.SequenceFormat.NativeText)


def clock(moment: datetime | None) -> str:
    """A moment's time of day here, or nothing."""
    return "" if moment is None else moment.astimezone().strftime("%H:%M")


def day(moment: datetime, language: str) -> str:
    """The day of a moment, as one says it at the head of a list."""
    local = moment.astimezone()
    today = datetime.now().astimezone().date()
    if local.date() == today:
        return QCoreApplication.translate("When", "Today")
    if local.date() == today - timedelta(days=1):
        return QCoreApplication.translate("When", "Yesterday")
    return _date(local, today.year, language)


def when(moment: datetime, language: str) -> str:
    """When something was, as one says it: today with the time, else the day."""
    local = moment.astimezone()
    today = datetime.now().astimezone().date()
    if local.date() == today:
        return QCoreApplication.translate("When", "today, {time}").format(time=clock(moment))
    if local.date() == today - timedelta(days=1):
        return QCoreApplication.translate("When", "yesterday, {time}").format(time=clock(moment))
    return _date(local, today.year, language)


def date(moment: datetime, language: str) -> str:
    """The date of a moment: 22 November."""
    return _date(moment.astimezone(), datetime.now().astimezone().year, language)


def _date(local: datetime, this_year: int, language: str) -> str:
    day_of = QDate(local.year, local.month, local.day)
    pattern = "d MMMM" if local.year == this_year else "d MMMM yyyy"
    return QLocale(language).toString(day_of, pattern)
