"""What the filled sample does without: a picture, a pinned note, a reworded plan, a role's map."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from cjm_desktop import cli
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Barrier, Persona, Picture, Touchpoint
from cjm_desktop.storage import reader
from tests.walk import gestures
from tests.walk.opened import Opened
from tests.walk.user import User

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support (propagateSizeHints|raise|grabbing)"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The filled sample."""
    made = tmp_path / "sample.cjm"
    assert cli.main(["new", str(made), "--template", "sample-b2b", "--language", "ru"]) == 0
    return made


@pytest.fixture
def user(qapp: QApplication, tmp_path: Path, file: Path) -> Iterator[User]:
    """Someone at a window with the sample; it is saved when the window goes."""
    with Opened(qapp, tmp_path / "user", file) as opened:
        yield User(opened)


def saved(user: User, file: Path) -> Journey:
    """Ctrl+S; what is in the file then."""
    user.press("Ctrl+S")
    user.opened.wait(lambda: not user.opened.document.unpublished)
    return reader.read(file).journey


def test_a_picture_is_pasted_in_the_gallery(user: User) -> None:
    picture = QImage(64, 48, QImage.Format.Format_RGB32)
    picture.fill(QColor("#2B7A4B"))
    QGuiApplication.clipboard().setImage(picture)

    def inside() -> None:
        user.press("Ctrl+V")
        user.push("Закрыть")

    user.dialog(lambda: user.press("Ctrl+U"), inside)
    journey = user.opened.journey
    (stored,) = journey.all(Picture)
    assert journey.personas()[0].picture_id == stored.id


def test_a_note_is_dragged_onto_a_contact(user: User) -> None:
    one = gestures.barrier(user.opened)
    user.opened.press(one.start)
    user.opened.move(one.start, one.end)
    user.opened.release(one.end)
    (pinned,) = [one for one in user.opened.journey.all(Barrier) if one.on_id]
    assert isinstance(user.opened.journey.find(pinned.on_id), Touchpoint)


def test_in_the_plan_only_the_plan_is_reworded(user: User, file: Path) -> None:
    opened = user.opened
    card = gestures.cards(opened, "touchpoints")[0]
    user.press("Alt+2")
    opened.fit()
    opened.press(opened.spot(card.id))
    opened.release(opened.spot(card.id))
    user.press("F2")
    user.press("Ctrl+A")
    user.type_in("Звонок инженера")
    user.press("Return")
    found = {one.text: one.path for one in saved(user, file).all(Touchpoint)}
    assert found["Звонок инженера"] == "to_be"
    assert found[card.text] == "as_is"


def test_a_role_gets_a_map_that_follows(user: User, file: Path) -> None:
    personas: tuple[Persona, ...] = user.opened.journey.personas()
    user.command("Карта", "Карта роли", personas[1].role)
    general, role = saved(user, file).maps()
    assert role.general_id == general.id
    assert role.persona_ids[0] == personas[1].id
