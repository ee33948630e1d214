"""Who works on a map, as far as the system tells."""

from __future__ import annotations

import getpass


def user_name() -> str:
    """What the system calls whoever sits here; empty where it calls nobody anything."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""  # a system without names of users
