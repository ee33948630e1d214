"""No word is cut off on any surface, in either language, up to the largest text and scale."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import product

import pytest
from PySide6.QtWidgets import QWidget

from cjm_desktop.ui.desk import Desk
from tests.ui import surfaces
from tests.ui.clipping import clipped
from tests.ui.conftest import MakeDesk, OpenMap

SMALLEST, LARGE = (1024, 700), (1600, 1000)
USUAL_TEXT, LARGEST_TEXT = 13, 18


def desk_with(make_desk: MakeDesk, language: str, text: int) -> Desk:
    desk = make_desk(language=language)
    desk.settings.font_size = text
    desk.dress()
    return desk


class Looking:
    """Gathers what is clipped, and what is larger than the window may be."""

    def __init__(self, size: tuple[int, int]) -> None:
        self.size = size
        self.found: dict[str, str] = {}
        """By what is clipped, where it was seen first."""

    def __call__(self, name: str, top: QWidget) -> None:
        for one in clipped(top):
            self.found.setdefault(one, name)
        if top.width() > self.size[0] or top.height() > self.size[1]:
            self.found[f"{top.width()}x{top.height()} of {self.size}"] = name


def walk(
    desk: Desk, open_map: OpenMap, look: Looking, dialogs: tuple[str, ...], *, brief: bool = False
) -> dict[str, str]:
    window = open_map(desk)
    window.resize(*look.size)
    surfaces.settle()
    surfaces.of_window(window, look, brief=brief)
    if dialogs:
        surfaces.of_dialogs(window, look, dialogs)
        first = desk.new_window()
        first.resize(*look.size)
        surfaces.settle(1)
        look("first page", first)
        first.close()  # before it draws a picture of every template
    return look.found


@pytest.mark.parametrize("language", ["ru", "en"])
def test_nothing_is_clipped_in_the_smallest_window(
    make_desk: MakeDesk, open_map: OpenMap, language: str
) -> None:
    desk, look = desk_with(make_desk, language, LARGEST_TEXT), Looking(SMALLEST)
    russian = language == "ru"
    quick = tuple(one for one in surfaces.DIALOGS if one not in surfaces.SLOW)
    walk(desk, open_map, look, quick if russian else (), brief=not russian)
    desk.settings.font_size = USUAL_TEXT
    desk.dress()
    surfaces.settle()
    surfaces.with_sketch(desk.windows[0], look)
    assert look.found == {}


@pytest.mark.long
@pytest.mark.parametrize(
    ("language", "text", "size"), [*product(("ru", "en"), (12, 13, 15, 18), (SMALLEST, LARGE))]
)
def test_nothing_is_clipped_at_this_scale(
    make_desk: MakeDesk, open_map: OpenMap, language: str, text: int, size: tuple[int, int]
) -> None:
    desk = desk_with(make_desk, language, text)
    assert walk(desk, open_map, Looking(size), surfaces.DIALOGS) == {}


@pytest.mark.long
@pytest.mark.parametrize("scale", ["1.25", "1.5", "2"])
def test_nothing_is_clipped_at_other_scales(scale: str) -> None:
    only = [__file__, "-m", "long", "-k", "at_this_scale", "-p", "no:cacheprovider"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *only],
        env=os.environ | {"QT_SCALE_FACTOR": scale},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_in_a_narrow_bar_paths_and_roles_are_chosen_from_menus(
    make_desk: MakeDesk, open_map: OpenMap
) -> None:
    window = open_map(desk_with(make_desk, "en", LARGEST_TEXT))
    window.resize(*SMALLEST)
    window.commands["view.sketch"].trigger()
    surfaces.settle()
    bar, work = window.bench.view, window.work
    assert work is not None
    assert (bar.paths.isVisible(), bar.path.isVisible()) == (False, True)
    bar.path.menu().aboutToShow.emit()
    bar.path.menu().actions()[1].trigger()
    assert work.look.path == "to_be"
    assert bar.path.text() == "As it should be"
    chips = bar.chips
    assert chips.gathered.isVisible()
    assert not any(one.isVisible() for one in (chips.everyone, *chips.chips))
    ids = [one.persona.id for one in chips.chips if one.persona is not None]
    for place in (1, 2):
        chips.gathered.menu().aboutToShow.emit()
        chips.gathered.menu().actions()[place].trigger()
    assert work.look.persona_ids == tuple(ids[:2])
    assert chips.gathered.text() == "2"
    chips.gathered.menu().aboutToShow.emit()
    assert [one.isChecked() for one in chips.gathered.menu().actions()[:3]] == [False, True, True]
    chips.gathered.menu().actions()[0].trigger()
    assert work.look.persona_ids == ()
    window.commands["view.sketch"].trigger()
    window.resize(*LARGE)
    surfaces.settle()
    assert chips.everyone.isVisible()
    assert not chips.gathered.isVisible()
    assert bar.paths.isVisible()
