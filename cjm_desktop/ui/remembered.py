"""How a document was looked at when its file was saved, as far as that still makes sense."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, get_args

from cjm_desktop.journey import sought
from cjm_desktop.journey.records import Source
from cjm_desktop.journey.sifting import Rests
from cjm_desktop.layout.options import Others

if TYPE_CHECKING:
    from cjm_desktop.document import Document
    from cjm_desktop.ui.look import Look

PATHS = ("as_is", "to_be", "both")


def look_of(document: Document, look: Look) -> Look:
    """How a document is shown again.

    Args:
        look: of one that was never looked at.
    """
    seen = document.view_state
    known = {one.id for one in document.journey.personas()}
    personas = seen.get("personas")
    chosen = tuple(one for one in personas if one in known) if isinstance(personas, list) else ()
    path = seen.get("path")
    path = path if path in PATHS else look.path
    by_time = seen.get("width_by_time") is True
    coded = seen.get("codes") is True
    found = replace(look, path=path, persona_ids=chosen, width_by_time=by_time, codes=coded)
    kept = seen.get("filter")
    return replace(found, only=sought.restored(kept, document.journey), **_filter(kept))


def _filter(kept: object) -> dict[str, Any]:
    """What stood out when the file was saved, as far as it still makes sense."""
    if not isinstance(kept, dict):
        return {}
    found: dict[str, Any] = {}
    if kept.get("rests") in get_args(Rests):
        found["rests"] = kept["rests"]
    if kept.get("others") in get_args(Others):
        found["others"] = kept["others"]
    if isinstance(kept.get("sources"), list):
        known = get_args(Source)
        found["sources"] = tuple(one for one in kept["sources"] if one in known)
    return found
