"""A second start asks the first one, which may be busy, or be there no more."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from cjm_desktop.ui import single

BUSY = 1.7
"""Seconds: longer than a loaded machine once took to answer a second start."""
FIRST = f"""
import socket, sys, threading
server = socket.socket(socket.AF_UNIX)
server.bind(sys.argv[1])
server.listen()
print("listens", flush=True)
second, _ = server.accept()
print(second.recv(1000).decode(), flush=True)
threading.Event().wait({BUSY})
second.sendall(b"ok\\n")
second.recv(1)
"""


def test_a_first_program_that_is_busy_is_waited_for(tmp_path: Path) -> None:
    name = str(tmp_path / "meeting")
    # A process of its own: Qt lets no other thread run while it waits.
    command = [sys.executable, "-S", "-c", FIRST, name]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "listens\n"
        assert single.hand_over(name, [tmp_path / "map.cjm"])
        assert "map.cjm" in first.stdout.readline()
    # Its socket is still there and nobody listens, as after a crash: that is known at once.
    assert Path(name).exists()
    assert not single.hand_over(name, [])
