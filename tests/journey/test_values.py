"""Text made clean, and values that fields refuse."""

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm_desktop.journey.records import Card, Duration, Feeling, MapDocument, Persona, Stage
from cjm_desktop.journey.values import FIELDS, clean_text, cleaned, fault

anything = st.text(st.characters(codec=None))
TEXT = next(one for one in FIELDS[Card] if one.name == "text")


@given(anything)
def test_clean_text_is_what_the_rules_and_files_accept(text: str) -> None:
    clean = clean_text(text)
    assert fault(TEXT, clean) is None
    clean.encode()
    assert clean_text(clean) == clean
    for sign in clean:
        assert sign in "\n\t" or unicodedata.category(sign) not in {"Cc", "Cs"}


@given(anything)
def test_what_is_not_clean_is_refused(text: str) -> None:
    refused = fault(TEXT, text) is not None
    unclean = any(
        unicodedata.category(sign) in {"Cc", "Cs"} and sign not in "\n\t" for sign in text
    )
    assert refused == unclean


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\x0bb\x0cc\x85d\u2028e\u2029f", "a\nb\nc\nd\ne\nf"),
        ("\x00a\x1f\x7f\x9f", "a"),
        ("\ud83d", ""),
        ("🙂 e\u0301 \u200d ты", "🙂 e\u0301 \u200d ты"),
        ("tab\tstays", "tab\tstays"),
    ],
)
def test_cleaning(text: str, clean: str) -> None:
    assert clean_text(text) == clean


def test_only_what_people_write_is_cleaned() -> None:
    given_ = {"text": "a\r", "lane_id": "l\r", "place": "V", "votes": 3, "colour": "#ffffff"}
    assert cleaned(Card, given_) == {**given_, "text": "a\n"}
    assert cleaned(Persona, {"quotes": ["a\x00", "b"]}) == {"quotes": ("a", "b")}


@pytest.mark.parametrize("cls", FIELDS, ids=lambda cls: cls.kind)
def test_what_a_record_holds_by_itself_is_sound(cls: Any) -> None:
    needed = {one.name: "x" for one in FIELDS[cls] if one.name.endswith("_id") and not one.optional}
    record = cls(**needed)
    for field in FIELDS[cls]:
        assert fault(field, getattr(record, field.name)) is None, field.name


@given(st.floats())
def test_numbers_are_finite_and_in_range(value: float) -> None:
    field = next(one for one in FIELDS[Feeling] if one.name == "value")
    assert (fault(field, value) is None) == (-2 <= value <= 2)


@given(st.floats(), st.none() | st.floats(), st.none() | st.floats())
def test_durations_lie_in_their_range(value: float, low: float | None, high: float | None) -> None:
    field = next(one for one in FIELDS[Stage] if one.name == "planned")
    sound = fault(field, Duration(value, "days", low, high)) is None
    bottom, top = value if low is None else low, value if high is None else high
    assert sound == (0 <= bottom <= value <= top <= 1e6)


@given(st.text("0123456789-./T", max_size=11))
def test_dates_are_iso_days(text: str) -> None:
    field = next(one for one in FIELDS[MapDocument] if one.name == "review_date")
    sound = fault(field, text) is None
    parts = text.split("-")
    assert sound == (not text or ([len(one) for one in parts] == [4, 2, 2] and real(parts)))


def real(parts: list[str]) -> bool:
    """Whether year, month and day are a day of the calendar."""
    import datetime

    try:
        datetime.date(*(int(one) for one in parts))
    except ValueError:
        return False
    return True
