"""Every command of the window in one list: its name, its keys, its icon and its place in the menus.

Menus, tooltips, the list of keys and the tests are made from here, so a command cannot have a key
that is written nowhere, and no two commands can share one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from cjm_desktop.ui.translation import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the window can be told to do."""

    id: str
    text: str
    """English, with the mnemonic of the menu."""
    keys: tuple[str, ...] = ()
    """Explicit, the first one is shown; Qt's standard keys differ between desktops and clash."""
    icon: str = ""
    check: bool = False
    group: str = ""
    """Checkable commands of one group exclude each other."""
    canvas: bool = False
    """Its keys work only while the map has the focus."""
    needs_map: bool = True
    """It makes no sense on the first page."""
    word: str = ""
    """Its name where there is little room, such as on the rail."""


@dataclass(frozen=True, slots=True)
class Gesture:
    """A key or a movement of the mouse that is no command, for the list of keys."""

    keys: tuple[str, ...]
    text: str


MENUS: Final[tuple[tuple[str, str], ...]] = (
    ("file", QT_TRANSLATE_NOOP("Menus", "&File")),
    ("edit", QT_TRANSLATE_NOOP("Menus", "&Edit")),
    ("view", QT_TRANSLATE_NOOP("Menus", "&View")),
    ("insert", QT_TRANSLATE_NOOP("Menus", "&Insert")),
    ("map", QT_TRANSLATE_NOOP("Menus", "&Map")),
    ("help", QT_TRANSLATE_NOOP("Menus", "&Help")),
)

# fmt: off
FILE: Final[tuple[Command | None, ...]] = (
    Command("file.new", QT_TRANSLATE_NOOP("Actions", "&New map"), ("Ctrl+N",), "file-plus",
            needs_map=False),
    Command("file.open", QT_TRANSLATE_NOOP("Actions", "&Open file…"), ("Ctrl+O",), "folder-open",
            needs_map=False),
    Command("file.start", QT_TRANSLATE_NOOP("Actions", "First &page"), ("Ctrl+Shift+N",), "home",
            needs_map=False),
    Command("file.import", QT_TRANSLATE_NOOP("Actions", "&Import a Mermaid journey…"),
            ("Ctrl+Shift+I",), "table-import", needs_map=False),
    None,
    Command("file.save", QT_TRANSLATE_NOOP("Actions", "&Save"), ("Ctrl+S",), "device-floppy"),
    Command("file.save_as", QT_TRANSLATE_NOOP("Actions", "Save &as…"), ("Ctrl+Shift+S",)),
    Command("file.automatic", QT_TRANSLATE_NOOP("Actions", "Save a&utomatically"), check=True),
    Command("file.revert", QT_TRANSLATE_NOOP("Actions", "&Revert to how it was opened…")),
    Command("file.template", QT_TRANSLATE_NOOP("Actions", "Save as &template…"), icon="columns-3"),
    Command("file.share", QT_TRANSLATE_NOOP("Actions", "Share a &copy…"), icon="share-2"),
    Command("file.merge", QT_TRANSLATE_NOOP("Actions", "&Merge a copy…"), icon="arrow-merge"),
    Command("file.recovery", QT_TRANSLATE_NOOP("Actions", "Reco&very…"), icon="shield-check",
            needs_map=False),
    None,
    Command("file.print", QT_TRANSLATE_NOOP("Actions", "&Poster and export…"), ("Ctrl+P",),
            "printer", word=QT_TRANSLATE_NOOP("Actions", "Poster")),
    Command("file.picture", QT_TRANSLATE_NOOP("Actions", "Export a pictur&e…"), icon="photo"),
    Command("file.cards", QT_TRANSLATE_NOOP("Actions", "Cards to cut &out…"), icon="scissors"),
    None,
    Command("file.close", QT_TRANSLATE_NOOP("Actions", "C&lose"), ("Ctrl+W",), needs_map=False),
    Command("file.quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), ("Ctrl+Q",), needs_map=False),
)
EDIT: Final[tuple[Command | None, ...]] = (
    Command("edit.undo", QT_TRANSLATE_NOOP("Actions", "&Undo"), ("Ctrl+Z",), "arrow-back-up"),
    Command("edit.redo", QT_TRANSLATE_NOOP("Actions", "&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"),
            "arrow-forward-up"),
    Command("edit.history", QT_TRANSLATE_NOOP("Actions", "Histor&y and versions"),
            ("Ctrl+Shift+Y",), "history"),
    Command("edit.compare", QT_TRANSLATE_NOOP("Actions", "Compare &versions"), ("Ctrl+Shift+D",),
            "git-compare"),
    None,
    Command("edit.cut", QT_TRANSLATE_NOOP("Actions", "Cu&t"), ("Ctrl+X",), "cut", canvas=True),
    Command("edit.copy", QT_TRANSLATE_NOOP("Actions", "&Copy"), ("Ctrl+C",), "copy", canvas=True),
    Command("edit.paste", QT_TRANSLATE_NOOP("Actions", "&Paste"), ("Ctrl+V",), "clipboard",
            canvas=True),
    Command("edit.duplicate", QT_TRANSLATE_NOOP("Actions", "D&uplicate"), ("Ctrl+D",), "copy",
            canvas=True),
    None,
    Command("edit.text", QT_TRANSLATE_NOOP("Actions", "Edit &text"), ("F2",), "pencil",
            canvas=True),
    Command("edit.delete", QT_TRANSLATE_NOOP("Actions", "&Delete"), ("Del",), "trash", canvas=True),
    Command("edit.menu", QT_TRANSLATE_NOOP("Actions", "&Menu of what is selected"),
            ("Shift+F10",), canvas=True),
    Command("edit.select_all", QT_TRANSLATE_NOOP("Actions", "Select &all"), ("Ctrl+A",)),
    Command("edit.find", QT_TRANSLATE_NOOP("Actions", "&Find…"), ("Ctrl+F",), "search"),
    Command("edit.find_next", QT_TRANSLATE_NOOP("Actions", "Find next"), ("F3",)),
    Command("edit.find_previous", QT_TRANSLATE_NOOP("Actions", "Find previous"), ("Shift+F3",)),
    Command("edit.replace", QT_TRANSLATE_NOOP("Actions", "Rep&lace…"), ("Ctrl+R",)),
    Command("edit.goto", QT_TRANSLATE_NOOP("Actions", "&Go to code…"), ("Ctrl+G",), "tag"),
    Command("edit.answer", QT_TRANSLATE_NOOP("Actions", "Opportunity from the barrier"),
            ("Ctrl+I",), "bulb", canvas=True),
    Command("edit.hypothesis", QT_TRANSLATE_NOOP("Actions", "Hypothesis from what is selected"),
            ("Ctrl+T",), "flask", canvas=True),
    None,
    Command("edit.previous", QT_TRANSLATE_NOOP("Actions", "Pre&vious of its kind"),
            ("Alt+Left",), "chevron-left"),
    Command("edit.next", QT_TRANSLATE_NOOP("Actions", "Ne&xt of its kind"), ("Alt+Right",),
            "chevron-right"),
    None,
    Command("edit.settings", QT_TRANSLATE_NOOP("Actions", "&Settings…"), ("Ctrl+,",), "settings",
            needs_map=False),
)
VIEW: Final[tuple[Command | None, ...]] = (
    Command("view.as_is", QT_TRANSLATE_NOOP("Actions", "&As is"), ("Alt+1",), check=True,
            group="path"),
    Command("view.to_be", QT_TRANSLATE_NOOP("Actions", "As it should &be"), ("Alt+2",),
            check=True, group="path"),
    Command("view.both", QT_TRANSLATE_NOOP("Actions", "B&oth"), ("Alt+3",), check=True,
            group="path"),
    Command("view.beside", QT_TRANSLATE_NOOP("Actions", "Two ma&ps"), ("Alt+4",), check=True,
            group="path"),
    Command("view.filter", QT_TRANSLATE_NOOP("Actions", "Fi&lter…"),
            ("Ctrl+Shift+F",), "filter"),
    Command("view.everything", QT_TRANSLATE_NOOP("Actions", "Show &everything"), icon="x"),
    Command("view.by_time", QT_TRANSLATE_NOOP("Actions", "&Column widths by time"), ("Alt+5",),
            "clock", check=True),
    Command("view.codes", QT_TRANSLATE_NOOP("Actions", "Codes on ca&rds"), ("Alt+9",), "tag",
            check=True),
    None,
    Command("view.map", QT_TRANSLATE_NOOP("Actions", "As a &map"), ("Alt+6",), "map", check=True,
            group="layout"),
    Command("view.table", QT_TRANSLATE_NOOP("Actions", "As a &table"), ("Alt+7",), "table",
            check=True, group="layout"),
    Command("view.outline", QT_TRANSLATE_NOOP("Actions", "As an outli&ne"), ("Alt+8",),
            "list-tree", check=True, group="layout"),
    Command("view.sketch", QT_TRANSLATE_NOOP("Actions", "&Quick sketch"), ("Ctrl+J",),
            "list-details", check=True, word=QT_TRANSLATE_NOOP("Actions", "Sketch")),
    Command("view.wall_notes", QT_TRANSLATE_NOOP("Actions", "&Wall notes"), ("Ctrl+Shift+J",),
            "note", check=True),
    None,
    Command("view.zoom_in", QT_TRANSLATE_NOOP("Actions", "Zoom &in"), ("Ctrl+=", "Ctrl++"),
            "zoom-in"),
    Command("view.zoom_out", QT_TRANSLATE_NOOP("Actions", "Zoom o&ut"), ("Ctrl+-",), "zoom-out"),
    Command("view.zoom_100", QT_TRANSLATE_NOOP("Actions", "&Actual size"), ("Ctrl+0",)),
    Command("view.fit", QT_TRANSLATE_NOOP("Actions", "&Whole map"), ("Ctrl+1",),
            "arrows-maximize", word=QT_TRANSLATE_NOOP("Actions", "Whole map")),
    Command("view.fit_selection", QT_TRANSLATE_NOOP("Actions", "&Selection"), ("Ctrl+2",)),
    None,
    Command("view.prompts", QT_TRANSLATE_NOOP("Actions", "&Hints in empty cells"), check=True),
    Command("view.dark_map", QT_TRANSLATE_NOOP("Actions", "&Dark map"), check=True),
    None,
    Command("view.inspector", QT_TRANSLATE_NOOP("Actions", "I&nspector"), ("F4",),
            "layout-sidebar-right", check=True),
    Command("view.overview", QT_TRANSLATE_NOOP("Actions", "O&verview"), ("Ctrl+Shift+M",),
            "map-2", check=True),
    Command("view.rail_words", QT_TRANSLATE_NOOP("Actions", "Names of &tools"), check=True),
    Command("view.panels", QT_TRANSLATE_NOOP("Actions", "Only the &map"), ("Ctrl+Shift+H",),
            "maximize", check=True),
    Command("view.menu_bar", QT_TRANSLATE_NOOP("Actions", "Menu &bar"), ("Ctrl+M",), check=True,
            needs_map=False),
    Command("view.full_screen", QT_TRANSLATE_NOOP("Actions", "&Full screen"), ("F11",),
            check=True, needs_map=False),
    Command("view.next_region", QT_TRANSLATE_NOOP("Actions", "Next &region"), ("F6",),
            needs_map=False),
)
INSERT: Final[tuple[Command | None, ...]] = (
    Command("tool.select", QT_TRANSLATE_NOOP("Actions", "&Select"), ("V",), "pointer",
            check=True, group="tool", canvas=True, word=QT_TRANSLATE_NOOP("Actions", "Select")),
    None,
    Command("tool.touchpoint", QT_TRANSLATE_NOOP("Actions", "&Touchpoint"), ("T",), "message-2",
            check=True, group="tool", canvas=True, word=QT_TRANSLATE_NOOP("Actions", "Contact")),
    Command("tool.thought", QT_TRANSLATE_NOOP("Actions", "T&hought"), ("Q",), "quote",
            check=True, group="tool", canvas=True, word=QT_TRANSLATE_NOOP("Actions", "Thought")),
    Command("tool.feeling", QT_TRANSLATE_NOOP("Actions", "&Feeling"), ("E",), "mood-smile",
            check=True, group="tool", canvas=True, word=QT_TRANSLATE_NOOP("Actions", "Feeling")),
    Command("tool.barrier", QT_TRANSLATE_NOOP("Actions", "&Barrier"), ("N",), "alert-triangle",
            check=True, group="tool", canvas=True, word=QT_TRANSLATE_NOOP("Actions", "Barrier")),
    Command("tool.opportunity", QT_TRANSLATE_NOOP("Actions", "&Opportunity"), ("O",), "bulb",
            check=True, group="tool", canvas=True, word=QT_TRANSLATE_NOOP("Actions", "Idea")),
    None,
    Command("tool.stage", QT_TRANSLATE_NOOP("Actions", "Sta&ge"), ("S",), "columns-3",
            check=True, group="tool", canvas=True, word=QT_TRANSLATE_NOOP("Actions", "Stage")),
    Command("insert.step", QT_TRANSLATE_NOOP("Actions", "Ste&p"), ("Alt+Ins",),
            "column-insert-right", canvas=True),
    Command("insert.persona", QT_TRANSLATE_NOOP("Actions", "Pe&rsona"), icon="user-plus"),
)
MAP: Final[tuple[Command | None, ...]] = (
    Command("map.add", QT_TRANSLATE_NOOP("Actions", "&New map in this file"), icon="plus"),
    Command("map.copy", QT_TRANSLATE_NOOP("Actions", "&Copy of this map"), icon="copy"),
    Command("map.own", QT_TRANSLATE_NOOP("Actions", "Make it its &own"), icon="unlink"),
    Command("map.rename", QT_TRANSLATE_NOOP("Actions", "&Rename the map"), ("Shift+F2",)),
    Command("map.left", QT_TRANSLATE_NOOP("Actions", "Move &left"), icon="arrow-left"),
    Command("map.right", QT_TRANSLATE_NOOP("Actions", "Move ri&ght"), icon="arrow-right"),
    Command("map.delete", QT_TRANSLATE_NOOP("Actions", "&Delete the map"), icon="trash"),
    None,
    Command("map.next", QT_TRANSLATE_NOOP("Actions", "Ne&xt map"), ("Ctrl+PgDown", "Ctrl+Tab")),
    Command("map.previous", QT_TRANSLATE_NOOP("Actions", "&Previous map"), ("Ctrl+PgUp",
            "Ctrl+Shift+Tab")),
    None,
    Command("map.path_as_is", QT_TRANSLATE_NOOP("Actions", "Only as it &is")),
    Command("map.path_to_be", QT_TRANSLATE_NOOP("Actions", "Only as it should &be")),
    Command("map.path_both", QT_TRANSLATE_NOOP("Actions", "As it is &and as it should be")),
    None,
    Command("map.split", QT_TRANSLATE_NOOP("Actions", "Sp&lit the stage before this step"),
            icon="arrows-split"),
    Command("map.merge", QT_TRANSLATE_NOOP("Actions", "&Merge with the next stage"),
            icon="arrow-merge"),
    Command("map.give_first", QT_TRANSLATE_NOOP("Actions", "First step to the &stage before"),
            ("Ctrl+Shift+Left",), "arrow-left", canvas=True),
    Command("map.give_last", QT_TRANSLATE_NOOP("Actions", "Last s&tep to the next stage"),
            ("Ctrl+Shift+Right",), "arrow-right", canvas=True),
    None,
    Command("map.properties", QT_TRANSLATE_NOOP("Actions", "About this &map"), icon="info-circle"),
    Command("map.lanes", QT_TRANSLATE_NOOP("Actions", "All &lanes…"), ("Ctrl+L",), "stack-2"),
    Command("map.lane_up", QT_TRANSLATE_NOOP("Actions", "Move the lane up"), ("Alt+Up",),
            "arrow-up", canvas=True),
    Command("map.lane_down", QT_TRANSLATE_NOOP("Actions", "Move the lane down"), ("Alt+Down",),
            "arrow-down", canvas=True),
    Command("map.personas", QT_TRANSLATE_NOOP("Actions", "P&ersonas…"), ("Ctrl+U",),
            "users-group"),
    Command("map.hypotheses", QT_TRANSLATE_NOOP("Actions", "&Hypotheses…"), ("Ctrl+H",), "flask"),
    Command("map.matrix", QT_TRANSLATE_NOOP("Actions", "&Effect and effort…"), ("Ctrl+E",),
            "target-arrow"),
    None,
    Command("map.weak", QT_TRANSLATE_NOOP("Actions", "&Weak points"), ("Ctrl+K",),
            "alert-triangle"),
    Command("map.automation", QT_TRANSLATE_NOOP("Actions", "Save the list for a&utomation…"),
            icon="table-export"),
)
HELP: Final[tuple[Command | None, ...]] = (
    Command("help.commands", QT_TRANSLATE_NOOP("Actions", "All &commands…"), ("Ctrl+Shift+P",),
            "search", needs_map=False),
    Command("help.keys", QT_TRANSLATE_NOOP("Actions", "&Keys"), ("Shift+F1",), "keyboard",
            needs_map=False),
    Command("help.guide", QT_TRANSLATE_NOOP("Actions", "User &guide"), ("F1",), "help-circle",
            needs_map=False),
    Command("help.sample", QT_TRANSLATE_NOOP("Actions", "Open the &sample map"), icon="map",
            needs_map=False),
    Command("help.about", QT_TRANSLATE_NOOP("Actions", "&About CJM Desktop"), icon="info-circle",
            needs_map=False),
)

# fmt: on

COMMANDS: Final[dict[str, tuple[Command | None, ...]]] = {
    "file": FILE,
    "edit": EDIT,
    "view": VIEW,
    "insert": INSERT,
    "map": MAP,
    "help": HELP,
}

TOOLS: Final = tuple(
    one.id.removeprefix("tool.") for one in INSERT if one is not None and one.group == "tool"
)

GESTURES: Final[tuple[Gesture, ...]] = (
    Gesture(("←", "→", "↑", "↓"), QT_TRANSLATE_NOOP("Gestures", "walk over the cells")),
    Gesture(("Tab",), QT_TRANSLATE_NOOP("Gestures", "next cell, with Shift the one before")),
    Gesture(("Home", "End"), QT_TRANSLATE_NOOP("Gestures", "ends of the row")),
    Gesture(("PgUp", "PgDn"), QT_TRANSLATE_NOOP("Gestures", "stage before, next stage")),
    Gesture(("Enter",), QT_TRANSLATE_NOOP("Gestures", "edit the text of what is selected")),
    Gesture(("A", "–", "Я"), QT_TRANSLATE_NOOP("Gestures", "type a new text at once")),
    Gesture(("Enter",), QT_TRANSLATE_NOOP("Gestures", "after a new card: one more below it")),
    Gesture(("Tab",), QT_TRANSLATE_NOOP("Gestures", "after a stage's name: the next stage")),
    Gesture(("Ctrl", "Enter"), QT_TRANSLATE_NOOP("Gestures", "a new line in a text")),
    Gesture(("Esc",), QT_TRANSLATE_NOOP("Gestures", "cancel, or one level up")),
    Gesture(("Ctrl", "←→↑↓"), QT_TRANSLATE_NOOP("Gestures", "move what is selected")),
    Gesture(("Shift", "←→↑↓"), QT_TRANSLATE_NOOP("Gestures", "select more")),
    Gesture(("1", "–", "3"), QT_TRANSLATE_NOOP("Gestures", "severity of the barrier")),
    Gesture(("1", "–", "5"), QT_TRANSLATE_NOOP("Gestures", "a feeling, from worst to best")),
    Gesture(("+", "−"), QT_TRANSLATE_NOOP("Gestures", "raise or lower a feeling")),
    Gesture(("Ctrl", "Shift", "↑↓"), QT_TRANSLATE_NOOP("Gestures", "fine steps of a feeling")),
    Gesture(("Space",), QT_TRANSLATE_NOOP("Gestures", "hold to read what is selected, large")),
    Gesture(("Space",), QT_TRANSLATE_NOOP("Gestures", "turn the role one stands on")),
    Gesture(("1", "–", "9"), QT_TRANSLATE_NOOP("Gestures", "turn a role where roles stand")),
    Gesture(("Ins",), QT_TRANSLATE_NOOP("Gestures", "another one like it")),
    Gesture(("Ctrl", "drag"), QT_TRANSLATE_NOOP("Gestures", "drop a copy")),
    Gesture(
        ("drag",), QT_TRANSLATE_NOOP("Gestures", "at a border of stages: steps go over, or merge")
    ),
    Gesture(("Ctrl", "drag"), QT_TRANSLATE_NOOP("Gestures", "at a border of stages: a new stage")),
    Gesture(("Space", "drag"), QT_TRANSLATE_NOOP("Gestures", "pan")),
)
SCROLLING: Final[tuple[Gesture, ...]] = (
    Gesture(("Ctrl", "wheel"), QT_TRANSLATE_NOOP("Gestures", "zoom at the pointer")),
    Gesture(("Shift", "wheel"), QT_TRANSLATE_NOOP("Gestures", "scroll sideways")),
)
"""What the wheel does where it scrolls."""
ZOOMING: Final[tuple[Gesture, ...]] = (
    Gesture(("wheel",), QT_TRANSLATE_NOOP("Gestures", "zoom at the pointer")),
    Gesture(("Ctrl", "wheel"), QT_TRANSLATE_NOOP("Gestures", "scroll")),
    Gesture(("Ctrl", "Shift", "wheel"), QT_TRANSLATE_NOOP("Gestures", "scroll sideways")),
)
"""What it does where the user wants it to zoom."""


@cache
def commands() -> tuple[Command, ...]:
    """Every command, in the order of the menus."""
    return tuple(one for listed in COMMANDS.values() for one in listed if one is not None)


def command(command_id: str) -> Command:
    """A command by its id."""
    return _by_id()[command_id]


@cache
def _by_id() -> dict[str, Command]:
    return {one.id: one for one in commands()}
