"""What the program remembers between starts, each thing with its type."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple, cast

from PySide6.QtCore import QByteArray, QSettings

MOST_RECENTS = 24
MOST_CALLED = 8
OWN = "own:"
"""What stands before the names of the user's own templates, to tell them from the bundled ones."""


class Recent(NamedTuple):
    """A map that was open lately."""

    path: str
    title: str
    opened: str
    """ISO date and time, UTC."""


class _Text:
    """A remembered text, or one of several choices; what does not fit falls back to the default."""

    def __init__(self, key: str, default: str, *choices: str) -> None:
        self._key = key
        self._default = default
        self._choices = choices

    def __get__(self, owner: Settings, kind: type[Settings] | None = None) -> str:
        # In a fresh process a bare value() gives texts for everything: the type is always asked.
        value = cast("str", owner.store.value(self._key, self._default, type=str))
        return value if not self._choices or value in self._choices else self._default

    def __set__(self, owner: Settings, value: str) -> None:
        owner.store.setValue(self._key, value)


class _Number:
    """A remembered whole number within limits."""

    def __init__(self, key: str, default: int, low: int, high: int) -> None:
        self._key = key
        self._default = default
        self._low = low
        self._high = high

    def __get__(self, owner: Settings, kind: type[Settings] | None = None) -> int:
        value = cast("int", owner.store.value(self._key, self._default, type=int))
        return value if self._low <= value <= self._high else self._default

    def __set__(self, owner: Settings, value: int) -> None:
        owner.store.setValue(self._key, value)


class _Switch:
    """A remembered yes or no."""

    def __init__(self, key: str, *, default: bool) -> None:
        self._key = key
        self._default = default

    def __get__(self, owner: Settings, kind: type[Settings] | None = None) -> bool:
        return cast("bool", owner.store.value(self._key, self._default, type=bool))

    def __set__(self, owner: Settings, value: bool) -> None:
        owner.store.setValue(self._key, value)


class Settings:
    """The settings file: an INI that a person can read.

    Args:
        file: where it lies; made when something is first remembered.
    """

    language = _Text("interface/language", "system", "system", "en", "ru")
    theme = _Text("interface/theme", "system", "system", "light", "dark")
    font_size = _Number("interface/font_size", 13, 12, 18)
    """Interface text, px."""
    wheel_zooms = _Switch("canvas/wheel_zooms", default=False)
    dark_map = _Switch("canvas/dark_map", default=False)
    prompts = _Switch("canvas/prompts", default=True)
    automatic = _Switch("saving/automatic", default=True)
    rail_words = _Switch("panels/rail_words", default=True)
    inspector = _Switch("panels/inspector", default=True)
    overview = _Switch("panels/overview", default=True)
    folder = _Text("files/folder", "")
    """Where files were last opened or saved."""
    maps_folder = _Text("files/maps_folder", "")
    """Where maps are to be kept; nothing: where one was last."""
    exports_folder = _Text("files/exports_folder", "")
    """Where posters and tables go; nothing: where one was last."""
    template = _Text("new/template", "blank")
    """What a new map begins as."""
    map_language = _Text("new/language", "window", "window", "en", "ru")
    start_widths = _Text("start/widths", "")
    """What the left column of the first page measured last time, for its first picture."""
    map_edges = _Text("start/map_edges", "")
    """What lay round the map last time, for the first picture of one that is opened."""
    paper = _Text("new/paper", "A4", "A4", "A3", "Letter", "Tabloid")
    """What is in the printer."""
    spelling = _Switch("spelling/on", default=True)

    def __init__(self, file: Path) -> None:
        self.store = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def geometry(self) -> QByteArray:
        """Place and size of the last window, as Qt tells them; empty at first."""
        text = cast("str", self.store.value("window/geometry", "", type=str))
        return QByteArray.fromBase64(QByteArray(text.encode("ascii", "ignore")))

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self.store.setValue("window/geometry", bytes(value.toBase64().data()).decode("ascii"))

    @property
    def recents(self) -> tuple[Recent, ...]:
        """The maps opened lately, the last one first."""
        known = self._json("files/recents", [])
        return tuple(
            Recent(**{name: str(one.get(name, "")) for name in ("path", "title", "opened")})
            for one in known
            if isinstance(one, dict) and one.get("path")
        )

    def remember(self, recent: Recent) -> None:
        """Put a map at the head of the recent ones."""
        others = [one for one in self.recents if one.path != recent.path]
        self._set_recents([recent, *others][:MOST_RECENTS])

    def forget(self, path: str) -> None:
        """Take a map off the list of recent ones; the file stays."""
        self._set_recents([one for one in self.recents if one.path != path])

    def _set_recents(self, recents: list[Recent]) -> None:
        self._set_json("files/recents", [one._asdict() for one in recents])

    @property
    def called(self) -> tuple[str, ...]:
        """What was lately chosen in the list of all commands, the last one first."""
        return self._texts("commands/called")

    def note_called(self, entry_id: str) -> None:
        """Put something at the head of what was called."""
        others = [one for one in self.called if one != entry_id]
        self._set_json("commands/called", [entry_id, *others][:MOST_CALLED])

    @property
    def spelling_languages(self) -> tuple[str, ...]:
        """The languages whose spelling is checked; nothing: those the window speaks."""
        return self._texts("spelling/languages")

    @spelling_languages.setter
    def spelling_languages(self, value: Sequence[str]) -> None:
        self._set_json("spelling/languages", list(value))

    @property
    def own_words(self) -> tuple[str, ...]:
        """Words of the user's own that are spelt right."""
        return self._texts("spelling/words")

    @own_words.setter
    def own_words(self, value: Sequence[str]) -> None:
        self._set_json("spelling/words", list(value))

    def maps_place(self) -> Path:
        """The folder that is shown first where a map is opened or saved."""
        return Path(self.maps_folder or self.folder or Path.home())

    def exports_place(self) -> Path:
        """The folder that is shown first where something is exported."""
        return Path(self.exports_folder or self.folder or Path.home())

    @property
    def keys(self) -> dict[str, tuple[str, ...]]:
        """The keys of commands, where the user chose others than those of the registry."""
        return {
            command_id: tuple(one for one in keys if isinstance(one, str))
            for command_id, keys in self._json("commands/keys", {}).items()
            if isinstance(keys, list)
        }

    @keys.setter
    def keys(self, value: dict[str, tuple[str, ...]]) -> None:
        self._set_json("commands/keys", value or None)

    def _texts(self, key: str) -> tuple[str, ...]:
        return tuple(one for one in self._json(key, []) if isinstance(one, str))

    def _json(self, key: str, default: Any) -> Any:
        # Lists are kept as JSON: QSettings itself gives 'a' back for ['a'] and None for [].
        text = cast("str", self.store.value(key, "", type=str))
        if not text:
            return default
        import json  # the first picture does without

        try:
            value = json.loads(text)
        except ValueError:
            return default
        return value if isinstance(value, type(default)) else default

    def _set_json(self, key: str, value: Any) -> None:
        import json

        text = json.dumps(value) if value is not None else ""
        self.store.setValue(key, text)

    def sync(self) -> None:
        """Write what was changed to the disk now."""
        self.store.sync()
