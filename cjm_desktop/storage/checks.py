"""What the rows of a file must say before they become a map.

What the map itself must fulfil is for the rules to say, the very ones that every edit has passed:
what the saver writes the loader accepts.
"""

from __future__ import annotations

import json
import re
from datetime import datetime
from itertools import islice

from cjm_desktop.journey import ledger, rules
from cjm_desktop.storage.codec import Value
from cjm_desktop.storage.contents import Contents
from cjm_desktop.storage.problems import Damaged
from cjm_desktop.storage.proof import Proof

_IDS = frozenset({"document_id", "save_id", "saved_by"})
_ID = re.compile("[0-9a-f]{1,64}")
TEXTS = _IDS | {"saved_at", "created_by", "seal", "view_state"}
BYTES = frozenset({"thumbnail"})
"""The keys of `meta` by what they hold."""
MOST_TOLD = 20
"""Broken rules that are named; a hostile file may break millions."""
LARGEST_META = 4 * 1024 * 1024


def check_contents(contents: Contents, proof: Proof, name: str) -> None:
    """Raise unless what the rows say makes a map.

    Args:
        contents: of the file.
        proof: has seen its rows.
        name: of the file.

    Raises:
        Damaged: it does not.
    """
    # Ids are one of a kind in the whole document, not only in their table.
    fine = (
        "document" in contents.journey
        and len(contents.journey) == proof.rows
        and _check_meta(contents.meta)
        and _check_steps(contents)
    )
    if fine and proof.holds(contents.journey):
        return
    broken = tuple(islice(rules.broken(contents.journey), MOST_TOLD)) if fine else ()
    if broken or not fine:
        raise Damaged("storage.inconsistent", broken, file=name)


def _check_meta(meta: dict[str, Value]) -> bool:
    return all(fits_meta(key, value) for key, value in meta.items())


def fits_meta(key: str, value: Value) -> bool:
    """Whether a key of `meta` is ours and holds what it should."""
    if ledger.KEY.fullmatch(key):
        return ledger.fits(key, value)
    if key in BYTES:
        return isinstance(value, bytes) and len(value) <= LARGEST_META
    if key not in TEXTS or not isinstance(value, str) or len(value) > LARGEST_META:
        return False
    if key in _IDS:  # they become names of folders
        return bool(_ID.fullmatch(value))
    try:
        aware = key != "saved_at" or datetime.fromisoformat(value).tzinfo is not None
        return aware and (key != "view_state" or isinstance(json.loads(value), dict))
    except (ValueError, RecursionError):
        return False


def _check_steps(contents: Contents) -> bool:
    """Undone steps are the last ones."""
    undone = [step.undone for step in contents.steps]
    return undone == sorted(undone)
