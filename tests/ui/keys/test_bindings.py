"""Keys of one's own: every key has one command, whatever was chosen before."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from cjm_desktop.ui import registry
from cjm_desktop.ui.keys.bindings import Bindings, Keys, refusal

IDS = [one.id for one in registry.commands()]
DEFAULTS = {one.id: one.keys for one in registry.commands()}


def alone(bindings: Bindings) -> bool:
    """Whether no two commands share a key."""
    counted = Counter(key for one in IDS for key in bindings.of(one))
    return all(count == 1 for count in counted.values())


def test_at_first_all_is_as_in_the_registry() -> None:
    bindings = Bindings({})
    assert {one: bindings.of(one) for one in IDS} == DEFAULTS
    assert bindings.chosen == {}


def test_a_key_that_is_given_is_taken_from_whoever_had_it() -> None:
    bindings = Bindings({})
    assert bindings.holder("Ctrl+L") == "map.lanes"
    bindings.give("view.fit", "Ctrl+L")
    assert bindings.of("view.fit") == ("Ctrl+L",)
    assert bindings.of("map.lanes") == ()
    assert bindings.holder("Ctrl+1") == ""
    assert bindings.chosen == {"view.fit": ("Ctrl+L",), "map.lanes": ()}


def test_one_of_two_keys_may_go_and_the_other_stays() -> None:
    bindings = Bindings({})
    bindings.give("view.fit", "Ctrl+Y")
    assert bindings.of("edit.redo") == ("Ctrl+Shift+Z",)


def test_reset_gives_back_and_says_who_loses() -> None:
    bindings = Bindings({})
    bindings.give("view.fit", "Ctrl+L")
    assert bindings.reset("map.lanes") == ("view.fit",)
    assert bindings.of("map.lanes") == ("Ctrl+L",)
    assert bindings.of("view.fit") == ()
    assert bindings.reset("view.fit") == ()
    assert bindings.chosen == {}


def test_what_was_chosen_goes_before_a_key_a_later_version_brings() -> None:
    bindings = Bindings({"map.own": ("Ctrl+L",)})
    assert bindings.of("map.own") == ("Ctrl+L",)
    assert bindings.of("map.lanes") == ()


def test_settings_written_by_hand_may_be_wrong() -> None:
    bindings = Bindings({"gone": ("Ctrl+F12",), "view.fit": ("x", "Left"), "map.own": ("Ctrl+F12",),
                         "map.copy": ("Ctrl+F12",)})  # fmt: skip
    assert bindings.of("view.fit") == ()
    assert [bindings.of(one) for one in ("map.copy", "map.own")] == [("Ctrl+F12",), ()]
    assert alone(bindings)


@pytest.mark.parametrize(
    ("key", "why"),
    [
        ("Ctrl+F12", ""), ("Ctrl+Shift+J", ""), ("Alt+J", ""), ("F7", ""), ("Shift+F7", ""),
        ("Ctrl++", ""), ("Ctrl+Alt+,", ""), ("Del", ""), ("Alt+Left", ""), ("Ctrl+PgDown", ""),
        ("ж", "bare"), ("Shift+J", "bare"), ("7", "bare"), ("+", "bare"),
        ("Left", "map"), ("Ctrl+Up", "map"), ("Esc", "map"), ("Ctrl+Return", "map"),
        ("Space", "map"), ("Ins", "map"), ("Alt+Ins", ""), ("F8", "compare"), ("Ctrl+F8", ""),
        ("Shift+F8", "compare"), ("Alt+F4", "system"), ("Alt+Space", "system"),
    ],
)  # fmt: skip
def test_some_keys_are_nobodys(key: str, why: str) -> None:
    assert refusal(key) == why


def test_whatever_one_does_every_key_has_one_command_and_it_is_kept() -> None:
    chance = random.Random(11)
    keys = [*(key for found in DEFAULTS.values() for key in found), "Ctrl+F12", "F7", "Alt+J"]
    bindings = Bindings({})
    for _ in range(400):
        match chance.randrange(6):
            case 0:
                bindings.reset(chance.choice(IDS))
            case 1:
                bindings.give(chance.choice(IDS))
            case _:
                wanted, key = chance.choice(IDS), chance.choice(keys)
                bindings.give(wanted, key)
                assert bindings.of(wanted) == (key,)
                assert bindings.holder(key) == wanted
        assert alone(bindings)
        again = Bindings(bindings.chosen)
        assert [again.of(one) for one in IDS] == [bindings.of(one) for one in IDS]
    bindings.reset_all()
    kept: dict[str, Keys] = bindings.chosen
    assert kept == {}
