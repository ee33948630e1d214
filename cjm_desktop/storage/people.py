"""Who works on a map, as far as the system tells."""

from __future__ import annotations

import getpass

from cjm_desktop.journey.values import clean_text
from cjm_desktop.storage.contents import LONGEST_BY


def user_name() -> str:
    """What the system calls whoever sits here, as any file can hold it; empty: nothing."""
    try:
        name = getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""  # a system without names of users
    return clean_text(name).strip()[:LONGEST_BY]
