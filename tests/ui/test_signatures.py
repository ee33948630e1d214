"""What is put off while PySide6 is loaded, and that nothing is left behind."""

from __future__ import annotations

import builtins
from typing import Any

import pytest

from cjm_desktop.ui import signatures


def test_compile_is_put_back_whatever_the_import_does() -> None:
    before = builtins.compile
    with pytest.raises(SyntaxError), signatures.read_late():
        builtins.compile("not one line of it", "a.py", "exec")
    assert builtins.compile is before


def test_only_sources_of_the_helper_are_read_when_asked() -> None:
    source = "read.append(name)\nfound = name"
    told: dict[str, list[str]] = {}
    modules: dict[str, dict[str, Any]] = {}
    with signatures.read_late():
        for name in (*signatures.LATE, "other.py"):
            told[name] = []
            modules[name] = {"name": name, "read": told[name]}
            exec(compile(source, name, "exec"), modules[name])
    assert [name for name, read in told.items() if read] == ["other.py"]
    for name in signatures.LATE:
        asked = modules[name]["__getattr__"]
        with pytest.raises(AttributeError):
            asked("__path__")
        assert asked("found") == name
        assert told[name] == [name]
        assert "__getattr__" not in modules[name]
