"""File names that are suggested are taken by every system, and are still the title."""

from __future__ import annotations

import pytest

from cjm_desktop.ui.dialogs.names import LONGEST, file_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Customer journey: a company buys", "Customer journey - a company buys.cjm"),
        ("Путь клиента: компрессорная", "Путь клиента - компрессорная.cjm"),
        ("B2B/B2C", "B2B-B2C.cjm"),
        ('Who? "We" <all> | none * or\\and', "Who 'We' (all) - none or-and.cjm"),
        ("12:30", "12-30.cjm"),
        ("a :: b", "a - b.cjm"),
        ("ends with a dot.", "ends with a dot.cjm"),
        ("  . hidden", "hidden.cjm"),
        ("con", "con_.cjm"),
        ("LPT1.old", "LPT1_.old.cjm"),
        ("two\nlines\tand\x00more", "two lines and more.cjm"),
        ("\u202egnp", "gnp.cjm"),
        ("???", "map.cjm"),
        ("", "map.cjm"),
        ("Ёлка & ель №5", "Ёлка & ель №5.cjm"),
        ("map.cjm", "map.cjm"),
    ],
)
def test_a_title_becomes_a_file_name(title: str, name: str) -> None:
    assert file_name(title, ".cjm") == name


def test_a_long_title_is_cut_between_letters() -> None:
    made = file_name("Ж" * 300, ".pdf")
    assert made.endswith("Ж.pdf")
    assert len(made.encode()) <= LONGEST


@pytest.mark.parametrize("sign", [*'<>:"/\\|?*', "\x01", "\x7f", "\u2028"])
def test_no_sign_that_a_system_refuses_is_left(sign: str) -> None:
    for title in (sign, f"a{sign}b", f"a {sign} b", f"{sign}a", f"a{sign}"):
        assert sign not in file_name(title, ".cjm")
