"""What people call commands who have learnt other programs: by such words they are found too."""

from __future__ import annotations

import json
from functools import cache

from cjm_desktop import assets


@cache
def other_names() -> dict[str, tuple[str, ...]]:
    """Further names of commands by their id, in all languages: one need not know which is on."""
    text = assets.path("translations", "other_names.json").read_text(encoding="utf-8")
    read: dict[str, dict[str, list[str]]] = json.loads(text)
    return {one: tuple(n for names in said.values() for n in names) for one, said in read.items()}
