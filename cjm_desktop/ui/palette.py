"""The colours of the window, light and dark: tokens, Qt's own palette, and which one is on."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QColor, QGuiApplication, QPalette

STYLE = ("-style", "Fusion")
"""Of Qt's styles the one all is made for, as arguments: `setStyle` loads 566 names first."""
Group = QPalette.ColorGroup
Role = QPalette.ColorRole


class Tokens(NamedTuple):
    """Every colour the window uses, by what it is for; the map on its paper has its own.

    What every start makes is a named tuple: a data class takes ten times as long to make.
    """

    dark: bool
    bar: str
    canvas: str
    paper: str
    card: str
    field: str
    hover: str
    ink: str
    ink2: str
    ink3: str
    line: str
    line2: str
    fline: str
    """Edges of fields, check boxes and radio buttons: 3.0:1 against the panel."""
    accent: str
    on_accent: str
    accent_ink: str
    accent_soft: str
    focus: str
    good: str
    alarm: str
    alarm_soft: str
    warn: str
    warn_soft: str
    edge: str
    """The lower edge of a floating bar and the second shape under a lifted thing."""


LIGHT = Tokens(
    dark=False,
    bar="#FFFFFF",
    canvas="#E8ECF0",
    paper="#FFFFFF",
    card="#FFFFFF",
    field="#F6F8FA",
    hover="#EEF1F4",
    ink="#17202B",
    ink2="#46525F",
    ink3="#667281",
    line="#DDE2E8",
    line2="#B9C2CC",
    fline="#8A96A3",
    accent="#135B8C",
    on_accent="#FFFFFF",
    accent_ink="#135B8C",
    accent_soft="#E4EEF5",
    focus="#2A86C4",
    good="#2B7A4B",
    alarm="#A62B1F",
    alarm_soft="#FBE9E7",
    warn="#7A5200",
    warn_soft="#FFF3D6",
    edge="#AEB8C2",
)
DARK = Tokens(
    dark=True,
    bar="#1A1F27",
    canvas="#0D1116",
    paper="#FFFFFF",
    card="#212833",
    field="#12161C",
    hover="#262D37",
    ink="#EEF1F5",
    ink2="#B7C0CB",
    ink3="#8D98A6",
    line="#2B323C",
    line2="#465160",
    fline="#6B7786",
    accent="#1F6FA8",
    on_accent="#FFFFFF",
    accent_ink="#6FB7E6",
    accent_soft="#1C3346",
    focus="#5AA7E0",
    good="#63B982",
    alarm="#F0705F",
    alarm_soft="#3A201E",
    warn="#EDB84F",
    warn_soft="#39301A",
    edge="#080A0D",
)


def tokens() -> Tokens:
    """The tokens that are on. A widget's own palette does not tell: style sheets change it."""
    return DARK if QGuiApplication.palette().color(Role.Window).lightness() < 128 else LIGHT


def qt_palette(colours: Tokens) -> QPalette:
    """Qt's palette of these tokens, for the Fusion style."""
    palette = QPalette()
    for role, colour in _roles(colours).items():
        palette.setColor(role, QColor(colour))
    for role in (Role.Text, Role.WindowText, Role.ButtonText, Role.PlaceholderText):
        palette.setColor(Group.Disabled, role, QColor(colours.line2))
    palette.setColor(Group.Disabled, Role.Highlight, QColor(colours.line2))
    return palette


def _roles(colours: Tokens) -> dict[QPalette.ColorRole, str]:
    return {
        Role.Window: colours.bar,
        Role.WindowText: colours.ink,
        Role.Base: colours.bar,
        Role.AlternateBase: colours.field,
        Role.Text: colours.ink,
        Role.PlaceholderText: colours.ink3,
        Role.Button: colours.bar,
        Role.ButtonText: colours.ink,
        Role.BrightText: colours.alarm,
        Role.ToolTipBase: colours.ink if not colours.dark else colours.card,
        Role.ToolTipText: colours.bar if not colours.dark else colours.ink,
        Role.Highlight: colours.accent,
        Role.HighlightedText: colours.on_accent,
        Role.Link: colours.accent_ink,
        Role.LinkVisited: colours.accent_ink,
        Role.Light: colours.line,
        Role.Midlight: colours.line,
        Role.Mid: colours.line2,
        Role.Dark: colours.line2,
        Role.Shadow: colours.edge,
        Role.Accent: colours.accent,
    }


def luminance(colour: str) -> float:
    """Relative luminance of `#RRGGBB`, 0 to 1 (WCAG 2.2)."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
