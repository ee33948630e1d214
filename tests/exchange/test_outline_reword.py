"""The short way for one reworded line does what the long way does."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm_desktop.exchange import outline
from cjm_desktop.exchange.outline import Outline, reword
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.values import clean_text
from tests.exchange.outlined import TEXTS, fresh, maps

PARTS = st.one_of(st.sampled_from([" x", "3 d", " и ещё", ", b", "5", "⏎", "\\"]), TEXTS)


def same(one: Outline, other: Outline) -> bool:
    """Whether two outlines are alike in all but what was taken out of them before."""
    return one._replace(gone=()) == other._replace(gone=())


def both(journey: Journey, text: str, before: Outline) -> tuple[Any, Any, Outline | None, Outline]:
    """The records and outlines of the short and of the long way."""
    map_id = journey.maps()[0].id
    short, long = Draft(journey), Draft(journey)
    quick = reword(short, map_id, text, before)
    slow = outline.apply(long, map_id, outline.parse(text), before).outline
    return short.changed(), long.changed(), quick, slow


@settings(max_examples=40)
@given(maps(), st.data())
def test_it_is_what_the_long_way_does(journey: Journey, data: st.DataObject) -> None:
    before = outline.write(journey, journey.maps()[0].id)
    lines = before.text.removesuffix("\n").split("\n")
    at = data.draw(st.integers(0, len(lines) - 1))
    column = data.draw(st.integers(0, len(lines[at])))
    end = data.draw(st.integers(column, len(lines[at])))
    lines[at] = lines[at][:column] + data.draw(PARTS).replace("\n", "") + lines[at][end:]
    quick_records, slow_records, quick, slow = both(journey, "\n".join(lines), before)
    if quick is None:
        assert not quick_records
    else:
        assert quick_records == slow_records
        assert same(quick, slow)


OUTLINES = {
    "en": '# A 2 d\n## B 1.5 h\n- c\n@ d, e\n" f\n: -1.5 g\n!! h\n+ i',
    "ru": '# Сбой 2 дн\n## Поиск 1,5 ч\n- в\n@ г, ещё\n" ё\n: -1,5 д\n!! ж\n+ з',
}


@pytest.mark.parametrize("language", OUTLINES)
@pytest.mark.parametrize("letters", ["x", " ё", "\u00a0%", "😀", "\u202e"])
def test_most_keys_take_the_short_way_and_change_one_thing(language: str, letters: str) -> None:
    journey = fresh(OUTLINES[language], language)
    before = outline.write(journey, journey.maps()[0].id)
    for number, line in enumerate(before.text.split("\n")[:-1]):
        lines = before.text.split("\n")
        lines[number] = f"{line}{letters}"
        changed, _, quick, _ = both(journey, "\n".join(lines), before)
        assert quick is not None, line
        assert len(changed) == 1, line


def test_what_would_change_other_lines_goes_the_long_way() -> None:
    journey = fresh("# A\n- b\n! c", "en")
    before = outline.write(journey, journey.maps()[0].id)
    for text in (
        "- A\n- b\n! c\n",
        "# A\n- b\n",
        "# A\n+ b\n! c\n",
        "# A\n@ b, c\n! c",
        "# A\n-\n! d",
    ):
        draft = Draft(journey)
        assert reword(draft, journey.maps()[0].id, clean_text(text), before) is None
        assert not draft.changed()


def test_what_one_feeling_says_of_the_others_is_told_on_the_short_way_too() -> None:
    text = "# A\n## B\n: 2 so\n: +1 well"
    journey = fresh(text, "en")
    before = outline.write(journey, journey.maps()[0].id)._replace(text=f"{text}\n")
    for changed in (text.replace("+1", "4"), text.replace("so", "so so")):
        _, _, quick, slow = both(journey, changed, before)
        assert quick is None or quick.notes == slow.notes
    assert [one.key for one in both(journey, text.replace("+1", "4"), before)[3].notes] == [
        "outline.perhaps_of_five", "outline.of_five",
    ]  # fmt: skip
