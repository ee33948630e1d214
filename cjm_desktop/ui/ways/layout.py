"""Another way of showing the map in its place: in step with the document and the selection."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from cjm_desktop.ui.ways.editor import Typing
    from cjm_desktop.ui.work import Work


class Clips(Protocol):
    """Cuts, copies and pastes."""

    def copy(self, *, cut: bool = False) -> None:
        """Put what is selected on the clipboard; with `cut` it goes."""

    def paste(self) -> None:
        """Put what is on the clipboard where one stands."""

    def duplicate(self) -> None:
        """Make another of what is selected."""


class Layout(ABC):
    """What the table and the outline share.

    Args:
        work: the document.
        view: what is shown: a `TableView` or a `TreeView`.
        typing: opens and closes its editors.
    """

    clips: Clips | None = None
    """What cuts, copies and pastes here; None: as on the map."""

    def __init__(self, work: Work, view: Any, typing: Typing) -> None:
        self._work, self._view, self._typing = work, view, typing
        self._told: frozenset[str] = frozenset()
        """What the canvas was last let select."""
        self._busy = False
        view.chosen.connect(self.tell)
        view.everything_asked.connect(self._show_everything)

    def _show_everything(self) -> None:
        self._work.canvas.everything_asked.emit()

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        """Let what is selected change without telling the canvas."""
        self._busy = True
        try:
            yield
        finally:
            self._busy = False

    def refresh(self) -> None:
        """Show the records as they are."""
        with self._quietly():
            self._view.source.refresh()

    def follow(self) -> None:
        """Select what is selected on the canvas."""
        wanted = self._work.canvas.selection
        if not self._busy and wanted and not self._knows(wanted):
            with self._quietly():
                if self._select(wanted):
                    self._told = frozenset(wanted)

    def _knows(self, wanted: Iterable[str]) -> bool:
        """Whether that is what was selected here."""
        return self._told == frozenset(wanted)

    @abstractmethod
    def _select(self, wanted: tuple[str, ...]) -> bool:
        """Select records; False: none of them is here."""

    @abstractmethod
    def tell(self) -> None:
        """Let the canvas select what is selected here."""

    @abstractmethod
    def ask_with(self, show: Callable[[list[list[str]]], None]) -> None:
        """Say who shows where a table lands that is pasted here, before it is put there."""

    def delete(self) -> None:
        """Delete what is selected here."""
        self._work.canvas.delete_selection()

    def begin_edit(self) -> None:
        """Edit the text one stands on."""
        self._view.setFocus()
        self._view.begin_edit()

    def commit(self) -> None:
        """Keep what is being typed, and close its editor."""
        self._typing.commit()

    def keys(self) -> tuple[str, ...]:
        """The keys that help here, each in square brackets before what it does."""
        found: tuple[str, ...] = self._view.hints()
        return found

    def dress(self) -> None:
        """Wear the colours and speak the language of the window."""
        self._view.dress()
