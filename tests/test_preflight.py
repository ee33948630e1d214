"""The questions asked of the machine before Qt may abort on it."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cjm_desktop import preflight

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="asks about Linux libraries")


@pytest.fixture
def nothing_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preflight, "_loads", lambda library: False)


@pytest.fixture
def all_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preflight, "_loads", lambda library: True)


@pytest.fixture
def xvfb() -> Iterator[str]:
    program = shutil.which("Xvfb")
    if program is None:
        pytest.skip("there is no Xvfb here")
    reader, writer = os.pipe()
    with subprocess.Popen(
        [program, "-displayfd", str(writer), "-nolisten", "tcp"],
        pass_fds=(writer,),
        stderr=subprocess.DEVNULL,
    ) as server:
        os.close(writer)
        with os.fdopen(reader) as numbers:
            number = numbers.readline().strip()
        yield f":{number}"
        server.terminate()


def test_this_machine_can_draw_into_memory() -> None:
    assert preflight.problems({}, window=False) == []
    assert preflight.problems({"QT_QPA_PLATFORM": "offscreen"}) == []


def test_a_missing_library_names_its_package(nothing_installed: None) -> None:
    found = preflight.problems({}, window=False)
    assert {problem.package for problem in found} == {
        "libgl1", "libegl1", "libxkbcommon0", "libdbus-1-3", "libfontconfig1", "libglib2.0-0",
    }  # fmt: skip
    text = preflight.report(found, {"LANG": "C.UTF-8"})
    assert "The system library libEGL.so.1 is missing (package libegl1)." in text
    assert "sudo apt-get install -y libgl1 libegl1 " in text


def test_a_display_asks_for_more_libraries(nothing_installed: None) -> None:
    packages = preflight.apt_line(preflight.problems({"DISPLAY": ":9"})).split()
    for package in ("libgl1", "libxcb-cursor0", "libxkbcommon-x11-0", "libxcb-icccm4"):
        assert packages.count(package) == 1


def test_no_display_is_said_in_both_languages(all_installed: None) -> None:
    found = preflight.problems({})
    assert [problem.kind for problem in found] == ["display"]
    assert preflight.report(found, {"LANG": "ru_RU.UTF-8"}).startswith("Нет экрана")
    assert preflight.report(found, {"LC_ALL": "C", "LANG": "ru_RU"}).startswith("There is no disp")


def test_a_dead_display_is_named(all_installed: None) -> None:
    found = preflight.problems({"DISPLAY": ":4077"})
    assert "The display :4077 does not answer." in preflight.report(found, {})
    assert preflight.apt_line(found) == ""


def test_a_living_display_is_no_problem(xvfb: str) -> None:
    assert preflight._x11_answers(xvfb)


def test_a_wayland_compositor_is_knocked_at(all_installed: None, tmp_path: Path) -> None:
    env = {"WAYLAND_DISPLAY": "w", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert [problem.kind for problem in preflight.problems(env)] == ["display"]
    with socket.socket(socket.AF_UNIX) as compositor:
        compositor.bind(str(tmp_path / "w"))
        compositor.listen()
        assert preflight.problems(env) == []


def test_set_up_script_gets_names_and_codes(
    nothing_installed: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert preflight.main(["--no-window", "--packages"]) == 0
    assert capsys.readouterr().out.split()[0] == "libgl1"
    assert preflight.main(["--no-window"]) == 3


def test_a_machine_without_display_is_code_4(
    all_installed: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", "C")
    assert preflight.main([]) == 4
    assert "no display" in capsys.readouterr().err


def test_preflight_is_quick_and_stays_away_from_qt() -> None:
    script = (
        "import sys, time; start = time.process_time();"
        "from cjm_desktop import preflight; preflight.problems({}, window=False);"
        "print(time.process_time() - start, any(n.startswith('PySide6') for n in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    seconds, loads_qt = done.stdout.split()
    assert loads_qt == "False"
    # 15 ms on a quiet machine; a loaded one may take longer, but not another order.
    assert float(seconds) < 0.15
