"""Where a second start finds the first one: the name of the socket, known without loading it."""

from __future__ import annotations

import os
import sys
import zlib
from pathlib import Path


def server_name(folder: Path) -> str:
    """The name of the socket: one for each user and application folder."""
    told = str(folder.resolve()).encode()
    # Two sums of a few bytes tell folders apart well enough; a library of hashes is slow to load.
    return f"cjm-desktop-{_user()}-{zlib.crc32(told):08x}{zlib.adler32(told):08x}"


def _user() -> str:
    """Who asks: others have their own programs, and sockets lie in a folder for all."""
    if sys.platform == "win32":
        return os.environ.get("USERNAME", "")
    return str(os.getuid())


def is_open(name: str) -> bool:
    """Whether a first program may be there: it is worth asking."""
    if sys.platform == "win32":
        return True
    # Where Qt puts sockets; to ask Qt would load the names of all it knows of folders.
    return Path(os.environ.get("TMPDIR") or "/tmp", name).exists()  # noqa: S108 - no file of ours
