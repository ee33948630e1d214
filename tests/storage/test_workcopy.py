"""The live database: when its log is written back."""

from __future__ import annotations

from pathlib import Path

import pytest

from cjm_desktop.journey import templates
from cjm_desktop.storage.contents import Contents
from cjm_desktop.storage.workcopy import WorkCopy


def made(place: Path | None) -> WorkCopy:
    return WorkCopy.create(place, Contents(templates.make("blank", "en"), {}), {"revision": 0})


def step(copy: WorkCopy, times: int) -> None:
    for _ in range(times):
        with copy.transaction():
            copy.note("local", {"said": "something"})


def test_the_log_is_written_back_only_where_it_is_long(tmp_path: Path) -> None:
    copy = made(tmp_path / "work.sqlite")
    assert copy.local()["tidied"] == 0
    step(copy, 99)
    copy.tidy()
    assert copy.local()["tidied"] == 0, "a short log costs the next edit less than writing it back"
    step(copy, 1)
    copy.tidy()
    assert copy.local()["tidied"] == 100
    copy.close()


@pytest.mark.parametrize("always", [False, True])
def test_what_lives_in_memory_has_no_log(always: bool) -> None:
    copy = made(None)
    step(copy, 100)
    copy.tidy(always=always)
    assert "tidied" not in copy.local()
    copy.close()
