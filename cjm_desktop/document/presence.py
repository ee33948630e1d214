"""Who has a user's file open: a note beside it, for computers that share the folder.

The note only tells. That nobody's work is overwritten is seen to by looking at the file itself
before each save; but whoever knows beforehand need not put two versions together afterwards.
"""

from __future__ import annotations

import hashlib
import json
import os
import socket
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from cjm_desktop.replacing import real_path, replacing
from cjm_desktop.storage.people import user_name

_LONGEST = 200
"""Bytes of a file's name that go into that of the note."""
_MOST = 4096
"""Bytes of a note that are read; ours have some two hundred."""


class Presence(NamedTuple):
    """Somebody who has a file open on another computer."""

    user: str
    """Empty where the note does not say it, as with all that follows."""
    host: str
    since: datetime | None
    seen: datetime | None
    """When their program last gave a sign of life."""


class Claim:
    """Our note that a file is open here. It is never taken from anybody because of its age.

    Args:
        path: of the user's file.
        home_id: who we are; notes of ours that a crash left behind are ours to take.
    """

    def __init__(self, path: Path, home_id: str) -> None:
        self.path = path
        self.place = note_of(real_path(path))
        self._id = home_id
        self._since = _now()

    def take(self) -> Presence | None:
        """Put our note there; whose is there already, or None.

        A folder that refuses is no trouble: those who share it simply are not told.
        """
        try:
            handle = os.open(self.place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
        except FileExistsError:
            return self._renew()
        except OSError:
            return None
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(self._said())
        except OSError:
            # Half a note would be that of somebody who is not known.
            with suppress(OSError):
                self.place.unlink()
        return None

    def _renew(self) -> Presence | None:
        """Give a sign of life, if the note that is there is ours."""
        found = _read(self.place)
        if found.get("home") != self._id and not _is_blank(self.place):
            return Presence(
                _text(found, "user"), _text(found, "host"), _time(found, "since"),
                _time(found, "seen"),
            )  # fmt: skip
        self.insist()
        return None

    def insist(self) -> None:
        """Put our note there whatever is there: the user wants it so."""
        # It is written every while in the window's own thread, and says nothing after a power cut.
        with suppress(OSError), replacing(self.place, durable=False) as out:
            out.write(self._said())

    def release(self) -> None:
        """Take our note away; another's stays."""
        if _read(self.place).get("home") == self._id:
            with suppress(OSError):
                self.place.unlink(missing_ok=True)

    def _said(self) -> bytes:
        said = {
            "home": self._id,
            "user": user_name(),
            "host": socket.gethostname(),
            "since": self._since,
            "seen": _now(),
        }
        return json.dumps(said, ensure_ascii=False).encode("utf-8", "replace")


def note_of(path: Path) -> Path:
    """The note beside a file. Systems limit names to 255 bytes."""
    name = path.name
    if len(os.fsencode(name)) > _LONGEST:
        name = hashlib.sha256(os.fsencode(name)).hexdigest()[:16]
    return path.with_name(f".~{name}.lock")


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _read(place: Path) -> dict[str, Any]:
    try:
        with place.open("rb") as file:
            found = json.loads(file.read(_MOST))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _is_blank(place: Path) -> bool:
    """Whether a note says nothing at all, as after a power cut, for nobody waits for the disk.

    That of one who is just about to write it is blank too: both hear of it at the next sign of
    life.
    """
    try:
        with place.open("rb") as file:
            return not file.read(_MOST).strip(b"\0")
    except OSError:
        return False


def _text(found: dict[str, Any], key: str) -> str:
    said = found.get(key)
    return said[:80] if isinstance(said, str) else ""


def _time(found: dict[str, Any], key: str) -> datetime | None:
    try:
        said = datetime.fromisoformat(str(found.get(key)))
    except ValueError:
        return None
    return said if said.tzinfo else said.replace(tzinfo=UTC)
