"""Where a second start finds the first one: the name of the socket, known without loading it."""

from __future__ import annotations

import getpass
import hashlib
import sys
from pathlib import Path

from PySide6.QtCore import QDir


def server_name(folder: Path) -> str:
    """The name of the socket: one for each user and application folder."""
    told = f"{getpass.getuser()}:{folder.resolve()}".encode()
    return f"cjm-desktop-{hashlib.sha256(told).hexdigest()[:16]}"


def is_open(name: str) -> bool:
    """Whether a first program may be there: it is worth asking."""
    if sys.platform == "win32":
        return True
    return (Path(QDir.tempPath()) / name).exists()
