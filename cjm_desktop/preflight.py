"""What must be true of this machine before Qt is loaded.

Qt calls abort() when a system library or the display is missing: no traceback, no word. So the
question is asked first, with ctypes, and answered in a sentence that says what to install.
"""

import ctypes
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

Kind = Literal["library", "display"]

# File name of each library and the Debian or Ubuntu package that brings it.
_FOR_ALL = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
_FOR_X11 = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
_FOR_WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
# Platforms of Qt that draw into memory or straight on the hardware.
_WITHOUT_DISPLAY = {"offscreen", "minimal", "minimalegl", "linuxfb", "eglfs", "vkkhrdisplay", "vnc"}

_SENTENCES = {
    "library": (
        "The system library {what} is missing (package {package}).",
        "В системе нет библиотеки {what} (пакет {package}).",
    ),
    "none": (
        "There is no display: neither DISPLAY nor WAYLAND_DISPLAY is set.",
        "Нет экрана: не заданы ни DISPLAY, ни WAYLAND_DISPLAY.",
    ),
    "dead": (
        "The display {what} does not answer.",
        "Экран {what} не отвечает.",
    ),
    "install": ("To install what is missing: {line}", "Установить недостающее: {line}"),
    "terminal": (
        "Without a display the command line works: cjm --help",
        "Без экрана работает командная строка: cjm --help",
    ),
}


class Problem(NamedTuple):
    """One thing that would make Qt abort, with the Debian package that repairs it, if any."""

    kind: Kind
    english: str
    russian: str
    package: str = ""


def problems(environ: Mapping[str, str] | None = None, *, window: bool = True) -> list[Problem]:
    """Find what Qt would abort on here; `window=False` asks only about drawing into memory."""
    env = os.environ if environ is None else environ
    if not sys.platform.startswith("linux"):
        return []
    found = _missing(_FOR_ALL)
    if window and env.get("QT_QPA_PLATFORM", "").split(":")[0] not in _WITHOUT_DISPLAY:
        found += _display_problems(env)
    return found


def apt_line(found: Sequence[Problem]) -> str:
    """Return the command that installs all missing packages, or nothing if none is missing."""
    packages = dict.fromkeys(problem.package for problem in found if problem.package)
    return f"sudo apt-get install -y {' '.join(packages)}" if packages else ""


def report(found: Sequence[Problem], environ: Mapping[str, str] | None = None) -> str:
    """Say the problems and the way out in the language of the environment."""
    env = os.environ if environ is None else environ
    russian = speaks_russian(env)
    lines = [problem.russian if russian else problem.english for problem in found]
    if line := apt_line(found):
        lines.append(_SENTENCES["install"][russian].format(line=line))
    if any(problem.kind == "display" for problem in found):
        lines.append(_SENTENCES["terminal"][russian])
    return "\n".join(lines)


def speaks_russian(environ: Mapping[str, str]) -> bool:
    """Tell whether the environment asks for Russian, by the usual order of its variables."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(name):
            return environ[name].startswith("ru")
    return False


def main(argv: Sequence[str] | None = None) -> int:
    """Answer the set-up script: `[--no-window] [--packages]`; 0 fine, 3 libraries, 4 display."""
    arguments = sys.argv[1:] if argv is None else argv
    found = problems(window="--no-window" not in arguments)
    if "--packages" in arguments:
        sys.stdout.write(" ".join(dict.fromkeys(p.package for p in found if p.package)) + "\n")
        return 0
    if not found:
        return 0
    sys.stderr.write(report(found) + "\n")
    return 3 if any(problem.kind == "library" for problem in found) else 4


def _problem(kind: Kind, sentence: str, what: str = "", package: str = "") -> Problem:
    english, russian = (text.format(what=what, package=package) for text in _SENTENCES[sentence])
    return Problem(kind, english, russian, package)


def _missing(libraries: Mapping[str, str]) -> list[Problem]:
    return [
        _problem("library", "library", what=name, package=package)
        for name, package in libraries.items()
        if not _loads(name)
    ]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _display_problems(env: Mapping[str, str]) -> list[Problem]:
    platform = env.get("QT_QPA_PLATFORM", "").split(":")[0]
    wayland, x11 = env.get("WAYLAND_DISPLAY", ""), env.get("DISPLAY", "")
    if wayland and not platform.startswith("xcb") and _wayland_answers(wayland, env):
        return _missing(_FOR_WAYLAND)
    if not x11:
        if wayland:
            return [_problem("display", "dead", what=wayland)]
        return [_problem("display", "none")]
    found = _missing(_FOR_X11)
    if not _x11_answers(x11):
        found.append(_problem("display", "dead", what=x11))
    return found


def _wayland_answers(name: str, env: Mapping[str, str]) -> bool:
    """Knock at the compositor's socket; the name may be a path or lie in the runtime folder."""
    import socket  # 10 ms that only Wayland needs

    place = Path(env.get("XDG_RUNTIME_DIR", "/nonexistent")) / name
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as knock:
        try:
            knock.connect(str(place))
        except OSError:
            return False
    return True


def _x11_answers(name: str) -> bool:
    """Open and close a connection as Qt will: this also asks for the right to use the display."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(name.encode(), None)
    answers: bool = xcb.xcb_connection_has_error(connection) == 0
    xcb.xcb_disconnect(connection)
    return answers


if __name__ == "__main__":
    sys.exit(main())
