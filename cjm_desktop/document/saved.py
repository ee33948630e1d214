"""What is known of a document's file, and what its working copy remembers of it."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path

from cjm_desktop.storage.codec import Value
from cjm_desktop.storage.placing import Known

MOST_UNSURE = 20
"""Saves that may have reached a file; there is one more only where a disk goes in the midst."""


@dataclass(slots=True)
class Saved:
    """The state of a document's file.

    Args:
        path: the real path of the file, links resolved; None: there is none yet.
        known: the file as it was last seen.
        revision: of the working copy that is in the file.
        at: when it was saved.
        unsure: ids of saves of ours that may be in it, for nobody saw how they ended.
    """

    path: Path | None = None
    known: Known | None = None
    revision: int = 0
    at: datetime | None = None
    unsure: tuple[str, ...] = ()

    @classmethod
    def of_local(cls, local: dict[str, Value]) -> Saved:
        """The state that a working copy remembers."""
        path, known, at = local.get("path"), local.get("known"), local.get("saved_at")
        return cls(
            Path(os.fsdecode(path)) if isinstance(path, str | bytes) else None,
            Known(**json.loads(str(known))) if known else None,
            int(local.get("published") or 0),
            datetime.fromisoformat(str(at)) if at else None,
            tuple(json.loads(str(local.get("unsure") or "[]"))),
        )

    def as_local(self) -> dict[str, Value]:
        """What the working copy remembers of it."""
        known = json.dumps(asdict(self.known)) if self.known else None
        return {
            "path": _noted(self.path) if self.path else None,
            "known": known,
            "published": self.revision,
            "saved_at": self.at.isoformat() if self.at else None,
            "unsure": json.dumps(self.unsure),
            "pending": None,
        }

    def with_unsure(self, save_id: str) -> Saved:
        """The same, with one more save that may have reached the file."""
        return replace(self, unsure=(*self.unsure, save_id)[-MOST_UNSURE:])


def _noted(path: Path) -> Value:
    """A path as a working copy keeps it; what a file is called need not be UTF-8."""
    name = os.fsencode(path)
    try:
        return name.decode()
    except UnicodeDecodeError:
        return name
