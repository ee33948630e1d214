"""Names that are offered while a line is typed."""

from __future__ import annotations

import pytest

from cjm_desktop.exchange.outline.completing import offer
from cjm_desktop.journey import moves
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from tests.exchange.outlined import fresh


@pytest.fixture(scope="module")
def journey() -> Journey:
    draft = Draft(fresh("# Выбор\n## Ёмкости\n@ Сайт завода, Сайт завода, Почта\n@ Сайт", "ru"))
    moves.add_persona(draft, "Виктор", draft.journey.maps()[0].id, role="Инженер")
    return Journey(draft.journey)


@pytest.mark.parametrize(
    ("line", "start", "names"),
    [
        ("# вы", 2, ("Выбор",)),
        ("## ем", 3, ("Ёмкости",)),
        ("@ са", 2, ("Сайт завода", "Сайт")),
        ("@ Почта, са", 9, ("Сайт завода", "Сайт")),
        ("@ Реклама, мес", 11, ("Мессенджер",)),
        ("- звонит, что виК", 14, ("Виктор",)),
        ('" где инже', 6, ("Инженер",)),
    ],
)
def test_names_that_begin_so(journey: Journey, line: str, start: int, names: object) -> None:
    found = offer(journey, line, len(line))
    assert found is not None
    assert tuple(found) == (start, names)


@pytest.mark.parametrize(
    ("line", "column"),
    [("# в", 3), ("# выбор", 7), ("# вы и", 4), ("вы", 2), ("", 0), ("@ са", 1), ("- xyz", 5)],
)
def test_nothing_is_offered(journey: Journey, line: str, column: int) -> None:
    assert offer(journey, line, column) is None
