"""The bundled Tabler icons as paths, and which one stands for what."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from cjm_desktop import assets
from cjm_desktop.layout import svgpath
from cjm_desktop.layout.pieces import Colour, Command, Disc, Path, Primitive

_GRID = 24.0
_STROKE = 1.75
_DATA = re.compile(r'<path d="([^"]+)"')

LANES = {
    "actions": "route",
    "touchpoints": "message-2",
    "thoughts": "quote",
    "feelings": "heart",
    "barriers": "alert-triangle",
    "opportunities": "bulb",
    "time": "clock",
    "goals": "target-arrow",
    "metrics": "chart-bar",
    "owners": "users",
    "participation": "users-group",
    "consensus": "thumb-up",
    "evidence": "clipboard",
    "picture": "photo",
    "frontstage": "presentation",
    "backstage": "tools",
    "support": "stack-2",
    "text": "note",
}
CHANNELS = {
    "": "map-pin",
    "site": "world",
    "form": "writing",
    "search": "search",
    "ad": "speakerphone",
    "social": "share",
    "mail": "mail",
    "newsletter": "mail-forward",
    "phone": "phone",
    "messenger": "message",
    "chatbot": "message-chatbot",
    "app": "device-mobile",
    "meeting": "users",
    "shop": "building-store",
    "exhibition": "presentation",
    "document": "file-text",
    "invoice": "file-invoice",
    "contract": "certificate",
    "payment": "credit-card",
    "delivery": "truck-delivery",
    "installation": "tools",
    "training": "school",
    "service": "headset",
    "recommendation": "heart",
    "other": "map-pin",
}
SOURCES = {
    "": "clipboard",
    "interview": "microphone",
    "mystery_shopper": "shopping-cart",
    "call_recordings": "headset",
    "reviews": "star",
    "crm": "database",
    "analytics": "chart-line",
    "sales_team": "users",
    "other": "clipboard",
}


@cache
def _paths(name: str) -> tuple[tuple[Command, ...], ...]:
    source = assets.path("icons", f"{name}.svg").read_text(encoding="utf-8")
    return tuple(svgpath.parse(data) for data in _DATA.findall(source))


@lru_cache(maxsize=4096)
def commands(name: str, x: float, y: float, size: float) -> tuple[Command, ...]:
    """All strokes of an icon as one path.

    Args:
        x, y: top left of its 24x24 grid, u.
        size: side of the grid, u.
    """
    scale = size / _GRID
    found: list[Command] = []
    for path in _paths(name):
        for letter, numbers in path:
            moved = tuple(
                (y if index % 2 else x) + number * scale for index, number in enumerate(numbers)
            )
            found.append((letter, moved))
    return tuple(found)


def icon(
    name: str, x: float, y: float, size: float, colour: Colour, weight: float = _STROKE
) -> Path:
    """An icon of which (x, y) is the top left and `size` the side; `weight` of 24 is its stroke."""
    return Path(
        commands(name, round(x, 4), round(y, 4), round(size, 4)),
        line=colour,
        width=size / _GRID * weight,
    )


def badge(
    name: str, cx: float, cy: float, radius: float, fill: Colour, ink: Colour, part: float = 0.657
) -> tuple[Primitive, ...]:
    """An icon on a disc; `part` of the diameter is the icon's side."""
    side = 2 * radius * part
    return (
        Disc(cx, cy, radius, fill),
        icon(name, cx - side / 2, cy - side / 2, side, ink),
    )
