"""Names that are offered while a line is typed."""

from __future__ import annotations

import pytest

from cjm_desktop.exchange import outline
from cjm_desktop.exchange.outline import channels
from cjm_desktop.exchange.outline.completing import offer
from cjm_desktop.journey import moves
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Touchpoint
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


@pytest.mark.parametrize(
    ("text", "channel"),
    [("Сайт", "site"), ("сайт завода", "site"), ("E-mail", "mail"), ("Сайты", ""), ("", "")],
)
def test_a_contact_called_after_its_channel_has_it(text: str, channel: str) -> None:
    assert channels.named(text) == channel


def test_the_channel_follows_the_name_until_somebody_chose_one() -> None:
    journey = fresh("# A\n@ Сайт", "ru")
    map_id = journey.maps()[0].id
    before = outline.write(journey, map_id)
    for chosen, wanted in ((None, "phone"), ("app", "app")):
        draft = Draft(journey)
        (contact,) = journey.all(Touchpoint)
        if chosen:
            moves.set_fields(draft, contact.id, channel=chosen)
        outline.apply(draft, map_id, outline.parse("# A\n@ Телефон"), before)
        assert draft.journey.get(Touchpoint, contact.id).channel == wanted
