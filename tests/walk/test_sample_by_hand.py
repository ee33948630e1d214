"""A marketer with nothing but the window: the filled sample is drawn from a blank map, by hand.

The long form draws all of it, letter by letter; the short one a part that has every kind of thing
with every field that the sample uses, long texts pasted.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMessageBox

from cjm_desktop.journey.journey import Journey
from cjm_desktop.storage import reader
from tests.poster import made
from tests.walk import wanted
from tests.walk.author import Author
from tests.walk.opened import Opened
from tests.walk.user import User

FORMS = [pytest.param(False, id="part"), pytest.param(True, id="whole", marks=pytest.mark.long)]


@pytest.fixture
def opened(qapp: QApplication, tmp_path: Path) -> Iterator[Opened]:
    """A window with the first page; what a failed test leaves in it is thrown away."""
    window = Opened(qapp, tmp_path / "user")
    yield window
    timer = QTimer()
    timer.timeout.connect(_throw_away)
    timer.start(50)
    window.close()
    timer.stop()


def _throw_away() -> None:
    asking = QApplication.activeModalWidget()
    if isinstance(asking, QMessageBox):
        destructive = QMessageBox.ButtonRole.DestructiveRole
        for one in asking.buttons():
            if asking.buttonRole(one) == destructive:
                one.click()
                return


def bare(text: str) -> str:
    """Letters and digits alone: the rest is the layout's business."""
    return "".join(letter for letter in text if letter.isalnum())


def begin(opened: Opened, *, patient: bool) -> User:
    """File > New map."""
    user = User(opened, patient=patient)
    opened.wait(lambda: opened.window.seen)
    user.rest()
    user.press("Ctrl+N")
    opened.wait(lambda: opened.window.work is not None and opened.canvas.isVisible())
    opened.fit()
    return user


def save(user: User, file: Path) -> Journey:
    """Ctrl+S, and a name for the file; what is in it then."""
    user.dialog(lambda: user.press("Ctrl+S"), lambda: name_file(user, file))
    user.opened.wait(file.exists)
    return reader.read(file).journey


def name_file(user: User, file: Path) -> None:
    """Type the name of a file where one is asked for."""
    field = user.top.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(field, QLineEdit)
    field.selectAll()
    user.type_in(str(file))
    user.press("Return")


def export(user: User, file: Path) -> bytes:
    """Ctrl+P and the main button: the poster in A0, as it is offered."""

    def inside() -> None:
        name = "Сохранить PDF…"
        user.opened.wait(lambda: user.all(QAbstractButton, name) and _enabled(user, name))
        user.dialog(lambda: user.push(name), lambda: name_file(user, file))
        user.opened.wait(lambda: user.all(QAbstractButton, "Открыть файл"))
        user.push("Закрыть")

    user.dialog(lambda: user.press("Ctrl+P"), inside)
    return file.read_bytes()


def _enabled(user: User, name: str) -> bool:
    return user.find(QAbstractButton, name).isEnabled()


def texts(journey: Journey) -> list[str]:
    """All texts that the poster of a map is to show."""
    map_ = journey.maps()[0]
    found = [map_.title, map_.scenario, map_.period]
    for stage in journey.stages(map_.id):
        found += [stage.title, *(step.title for step in journey.steps(stage.id))]
    for lane in journey.lanes(map_.id):
        found += [lane.title, lane.question]
        # Words stand at the curve that is drawn large: that of the map's first persona.
        large = [one for one in journey.feelings(lane.id) if one.persona_id == map_.persona_ids[0]]
        found += [text for one in large for text in (one.word, one.note)]
        for one, step in journey.columns(map_.id):
            cards = journey.cards(lane.id, one.id, step.id if step else None)
            found += [card.text for card in cards]
    found += [one.title for one in journey.metrics(map_.id)]
    for persona in journey.personas(map_.id):
        found += [persona.role]
    first = journey.personas(map_.id)[0]
    found += [first.name, first.goals, first.need, *first.quotes]
    return [one for one in found if one]


# A menu takes the keyboard for itself, which a screen that is none cannot give it.
@pytest.mark.qt_log_ignore("This plugin does not support (propagateSizeHints|raise|grabbing)")
@pytest.mark.parametrize("whole", FORMS)
def test_the_sample_is_drawn_saved_and_printed(
    opened: Opened, tmp_path: Path, *, whole: bool
) -> None:
    sample = wanted.sample() if whole else wanted.fitted(wanted.sample())
    user = begin(opened, patient=whole)
    Author(user, sample).draw()
    drawn = save(user, tmp_path / "by-hand.cjm")
    was, now = wanted.told(sample), wanted.told(drawn)
    assert sorted(map(str, was - now)) == []
    assert sorted(map(str, now - was)) == []
    assert wanted.orders(drawn) == wanted.orders(sample)
    pdf = export(user, tmp_path / "by-hand.pdf")
    assert made.size_mm(pdf) == pytest.approx((1189, 841), abs=0.1)
    shown = bare(made.words_on(pdf))
    assert [one for one in texts(sample) if bare(one) not in shown] == []
