"""The two sets of colours a map can wear."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from cjm_desktop.layout.colour import contrast, is_colour, mix, oklch, readable, tint
from cjm_desktop.layout.pieces import Colour

_HUE_FROM, _HUE_TO = 282.0, 190.0
_CHROMA = 0.105
_READABLE = 4.5
"""WCAG contrast of small text."""
_STEPS = 12
WHITE, NIGHT = "#FFFFFF", "#17202B"
"""The two inks on coloured grounds."""


class StageInk(NamedTuple):
    """The colours of one stage."""

    fill: Colour
    """Chevron, discs, bullets."""
    on_fill: Colour
    dim_on_fill: Colour
    """The number and the duration on the chevron."""
    tint: Colour
    """Chips."""
    text: Colour
    """Step names."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours by what they mean; every one opaque."""

    name: str
    paper: Colour
    zebra: Colour
    card: Colour
    ink: Colour
    ink2: Colour
    ink3: Colour
    line: Colour
    line2: Colour
    disc: Colour
    """Ground of a lane's icon."""
    on_disc: Colour
    emotions: tuple[Colour, Colour, Colour, Colour, Colour]
    """At -2, -1, 0, +1 and +2."""
    severities: tuple[Colour, Colour, Colour]
    note_ink: Colour
    alarm: Colour
    on_alarm: Colour
    good: Colour
    accent: Colour
    """What the plan brings."""
    bar: Colour
    """An owner's bar."""
    track: Colour
    """Ground of a measuring bar."""
    shadow: Colour
    """Of a note; empty: it casts none."""
    stage_lightness: tuple[float, float]
    free: tuple[Colour, ...] = ("#FFE680", "#FFBE7A", "#F7A1B5", "#B7E08F", "#9FD0F2", "#E4E7EB")
    roles: tuple[Colour, ...] = (
        "#0072B2",
        "#009E73",
        "#E69F00",
        "#CC79A7",
        "#D55E00",
        "#56606B",
    )

    def emotion(self, value: float) -> Colour:
        """The colour of a feeling, any value from -2 to +2."""
        place = min(4.0, max(0.0, value + 2.0))
        below = min(3, int(place))
        return mix(self.emotions[below], self.emotions[below + 1], place - below)

    def stage(self, index: int, count: int, own: str = "") -> StageInk:
        """The colours of a stage by its place in the ramp, or of its own colour."""
        return _stage_ink(self, index, count, own if is_colour(own) else "")

    def role(self, index: int, own: str = "") -> Colour:
        """The colour of a persona by their place, or their own."""
        return own if is_colour(own) else self.roles[index % len(self.roles)]

    def dimmed(self, colour: Colour) -> Colour:
        """A colour of something that is not in question now."""
        return tint(colour, self.paper, 0.22)

    def pale(self, colour: Colour) -> Colour:
        """A colour of something that is there now and not as it should be."""
        return tint(colour, self.paper, 0.5)


@lru_cache(maxsize=512)
def _stage_ink(theme: Theme, index: int, count: int, own: str) -> StageInk:
    part = index / (count - 1) if count > 1 else 0.0
    first, last = theme.stage_lightness
    hue = _HUE_FROM + (_HUE_TO - _HUE_FROM) * part
    fill = _bearing_text(own) if own else oklch(first + (last - first) * part, _CHROMA, hue)
    dark = theme.name == "dark"
    on_fill = readable(fill, NIGHT, WHITE)
    text, steps = fill, 0
    while contrast(text, theme.zebra) < _READABLE + 0.1 and steps < _STEPS:
        steps += 1
        text = mix(fill, theme.ink, steps / _STEPS)
    if dark:
        text = mix(text, theme.ink, 0.35)
    dim = tint(on_fill, fill, 0.68 if dark or own else 0.62)
    return StageInk(fill, on_fill, dim, tint(fill, theme.paper, 0.26 if dark else 0.12), text)


def _bearing_text(own: str) -> str:
    """A colour someone chose, darkened where neither dark nor white text could be read on it."""
    fill, steps = own, 0
    while max(contrast(fill, WHITE), contrast(fill, NIGHT)) < _READABLE and steps < _STEPS:
        steps += 1
        fill = mix(own, NIGHT, steps / _STEPS / 2)
    return fill


LIGHT = Theme(
    name="light",
    paper="#FFFFFF",
    zebra="#F6F8FA",
    card="#FFFFFF",
    ink="#17202B",
    ink2="#46525F",
    ink3="#667281",
    line="#DDE2E8",
    line2="#B9C2CC",
    disc="#17202B",
    on_disc="#FFFFFF",
    emotions=("#A62B1F", "#E9793B", "#F2C75C", "#5DB7C4", "#1F6FA8"),
    severities=("#FFF0B0", "#FFC95C", "#F58B7B"),
    note_ink="#17202B",
    alarm="#A62B1F",
    on_alarm="#FFFFFF",
    good="#2B7A4B",
    accent="#135B8C",
    bar="#DBDEE0",
    track="#DDE2E8",
    shadow="#8A94A0",
    stage_lightness=(0.43, 0.49),
)

DARK = Theme(
    name="dark",
    paper="#14181F",
    zebra="#191E26",
    card="#1E242D",
    ink="#EEF1F5",
    ink2="#B7C0CB",
    ink3="#8D98A6",
    line="#2B323C",
    line2="#465160",
    disc="#465160",
    on_disc="#EEF1F5",
    emotions=("#E5604F", "#F0935A", "#F2CF73", "#6CC5D1", "#5AA7E0"),
    severities=("#F6E7A6", "#EDB84F", "#E88272"),
    note_ink="#17202B",
    alarm="#F0705F",
    on_alarm="#17202B",
    good="#63B982",
    accent="#6FB7E6",
    bar="#3A424D",
    track="#2B323C",
    shadow="#05070A",
    stage_lightness=(0.465, 0.525),
)
