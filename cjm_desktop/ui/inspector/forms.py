"""Which fields the inspector shows for each kind of record, in which order and in which section."""

from __future__ import annotations

from dataclasses import dataclass

from cjm_desktop.ui.inspector.makers import (
    Item,
    among,
    bare,
    body,
    by_hand,
    channel,
    day,
    department,
    line,
    marks,
    metric,
    number,
    one_of,
    percent,
    persona,
    place,
    source,
    span,
    switch,
    text,
    texts,
    title,
)
from cjm_desktop.ui.translation import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Group:
    """A section of a form: fields, and parts made for it alone."""

    title: str
    """English, marked for translation."""
    items: tuple[Item, ...] = ()
    parts: tuple[str, ...] = ()
    """Names of parts, see `parts`."""
    opened: bool = True


@dataclass(frozen=True, slots=True)
class Form:
    """All that the inspector shows of one kind of record."""

    items: tuple[Item, ...]
    groups: tuple[Group, ...] = ()
    parts: tuple[str, ...] = ()
    """Shown below the first fields, before the sections."""


_WIDTH = Item("span", number(1, 1000))
_PATH = Item("path", one_of("path", "as_is", "to_be", "both"))
_NOTES = Group(QT_TRANSLATE_NOOP("Inspector", "Notes"), (Item("detail", bare),), opened=False)
_EVIDENCE = Group(QT_TRANSLATE_NOOP("Inspector", "Evidence"), parts=("evidence",))
_TIME = Group(
    QT_TRANSLATE_NOOP("Inspector", "Duration"), (Item("actual", span), Item("planned", span))
)
_CHAIN = Group(QT_TRANSLATE_NOOP("Inspector", "Chain"), parts=("chain",))
_METRICS = Group(QT_TRANSLATE_NOOP("Inspector", "Metrics"), parts=("metrics_here",), opened=False)
_MORE = QT_TRANSLATE_NOOP("Inspector", "More")
_COLOUR = Group(QT_TRANSLATE_NOOP("Inspector", "Colour"), parts=("colour",), opened=False)
_EFFECT, _EFFORT = (one_of(name, 0, 1, 2, 3) for name in ("effect", "effort"))

FORMS: dict[str, Form] = {
    "card": Form(
        (Item("text", body),),
        (
            Group(
                QT_TRANSLATE_NOOP("Inspector", "Who and when"),
                (Item("department_id", department), _WIDTH, _PATH),
            ),
            _EVIDENCE,
            _COLOUR,
            _NOTES,
        ),
        ("personas", "picture"),
    ),
    "touchpoint": Form(
        (Item("text", title), Item("channel", channel), Item("automated", by_hand)),
        (
            Group(
                QT_TRANSLATE_NOOP("Inspector", "Order and owner"),
                (
                    Item("owner", line),
                    Item("department_id", department),
                    Item("starts", line),
                    Item("planned_channel", channel),
                    _PATH,
                ),
            ),
            Group(QT_TRANSLATE_NOOP("Inspector", "What follows"), parts=("passages",)),
            Group(
                QT_TRANSLATE_NOOP("Inspector", "What it is worth"),
                (Item("importance", marks), Item("expectation", marks), Item("fulfilment", marks)),
                ("worth",),
                opened=False,
            ),
            _EVIDENCE,
            Group(QT_TRANSLATE_NOOP("Inspector", "Barriers here"), parts=("barriers",)),
            _METRICS,
            _COLOUR,
            _NOTES,
        ),
        ("personas",),
    ),
    "barrier": Form(
        (Item("text", body),),
        (
            _CHAIN,
            _EVIDENCE,
            Group(
                _MORE,
                (
                    Item("frequency", one_of("frequency", 0, 1, 2, 3)),
                    Item("status", one_of("status", "open", "in_work", "solved")),
                    Item("department_id", department),
                    _WIDTH,
                    _PATH,
                ),
                opened=False,
            ),
            _COLOUR,
            _NOTES,
        ),
        ("severity", "personas", "pin"),
    ),
    "opportunity": Form(
        (Item("text", body), Item("effect", _EFFECT), Item("effort", _EFFORT)),
        (
            _CHAIN,
            _EVIDENCE,
            Group(
                QT_TRANSLATE_NOOP("Inspector", "Who and when"),
                (Item("department_id", department), _WIDTH, _PATH),
                ("personas",),
            ),
            _COLOUR,
            _NOTES,
        ),
        ("answers",),
    ),
    "feeling": Form(
        (
            Item("word", line),
            Item("value", number(-2, 2, 1)),
            Item("path", one_of("path", "as_is", "to_be")),
            Item("persona_id", persona),
            Item("note", text),
        ),
        (_EVIDENCE,),
    ),
    "stage": Form(
        (Item("title", title), Item("goal", text)),
        (
            _TIME,
            Group(QT_TRANSLATE_NOOP("Inspector", "Steps"), parts=("steps",)),
            Group(
                QT_TRANSLATE_NOOP("Inspector", "Who takes part"),
                parts=("participation", "role_notes"),
            ),
            _METRICS,
            Group(_MORE, (_PATH,), ("colour",), opened=False),
        ),
        ("days",),
    ),
    "step": Form(
        (Item("title", title), Item("waiting", switch)),
        (_TIME, _METRICS, Group(_MORE, (_PATH,), opened=False)),
    ),
    "lane": Form(
        (
            Item("title", line),
            Item("question", line),
            Item("per", one_of("per", "step", "stage", named=False)),
            Item("folded", switch),
        ),
        (Group(_MORE, parts=("colour",), opened=False),),
        ("height",),
    ),
    "map": Form(
        (
            Item("title", line),
            Item("scenario", text),
            Item("state", one_of("state", "as_is", "to_be")),
            Item("period", line),
        ),
        (
            Group(QT_TRANSLATE_NOOP("Inspector", "Personas"), parts=("cast",)),
            Group(QT_TRANSLATE_NOOP("Inspector", "Role maps"), parts=("follows",)),
            Group(QT_TRANSLATE_NOOP("Inspector", "Time"), parts=("time",)),
            Group(QT_TRANSLATE_NOOP("Inspector", "Weak points"), parts=("weak",)),
            Group(QT_TRANSLATE_NOOP("Inspector", "By hand"), parts=("by_hand",), opened=False),
            Group(QT_TRANSLATE_NOOP("Inspector", "Metrics"), parts=("metrics",), opened=False),
            Group(
                QT_TRANSLATE_NOOP("Inspector", "Departments"), parts=("departments",), opened=False
            ),
        ),
        ("file",),
    ),
    "document": Form(
        (
            Item("title", line),
            Item("language", one_of("language", "ru", "en")),
            Item("review_date", day),
        ),
    ),
    "persona": Form(
        (Item("name", line), Item("role", line), Item("segment", text)),
        (
            Group(
                QT_TRANSLATE_NOOP("Inspector", "How they choose"),
                tuple(
                    Item(name, text)
                    for name in ("need", "trigger", "alternatives", "criteria", "hooks", "fears")
                ),
            ),
            Group(
                QT_TRANSLATE_NOOP("Inspector", "In their words"),
                (Item("goals", text), Item("quotes", texts)),
            ),
            Group(
                QT_TRANSLATE_NOOP("Inspector", "Part in the buying centre"),
                parts=("buying",),
                opened=False,
            ),
            Group(QT_TRANSLATE_NOOP("Inspector", "On the maps"), parts=("walks",)),
            _COLOUR,
        ),
        ("picture",),
    ),
    "hypothesis": Form(
        (
            Item("if_text", text),
            Item("then_text", text),
            Item("because", text),
        ),
        (
            _CHAIN,
            Group(
                QT_TRANSLATE_NOOP("Inspector", "How it is tested"),
                (
                    Item("metric_id", metric),
                    Item("expected", line),
                    Item("started", day),
                    Item("ended", day),
                ),
            ),
        ),
        ("trial",),
    ),
    "metric": Form(
        (
            Item("title", line),
            Item("about_id", place),
            Item("unit", line),
            Item("direction", one_of("direction", "up", "down")),
            Item("target", number(-1e9, 1e9, 2, optional=True)),
            Item("funnel", switch),
        ),
        (
            Group(QT_TRANSLATE_NOOP("Inspector", "Measurements"), parts=("reading", "values")),
            _CHAIN,
        ),
        ("end_metric",),
    ),
    "link": Form(
        (
            Item("manner", among("manner", "next", "repeat", "alternative")),
            Item("share", percent),
            Item("actual_wait", span),
            Item("planned_wait", span),
        ),
    ),
    "department": Form((Item("name", line),), (), ("colour",)),
    "evidence": Form(
        (
            Item("source", source),
            Item("people", number(0, 1e9, optional=True)),
            Item("out_of", number(0, 1e9, optional=True)),
            Item("date", day),
            Item("detail", text),
        ),
    ),
    "measurement": Form(
        (
            Item("value", number(-1e12, 1e12, 2)),
            Item("date", day),
            Item("sample", number(0, 1e9, optional=True)),
            Item("source", line),
        ),
    ),
}
"""The form of every kind of record that the inspector shows."""
