"""A map that is open: its records, its working copy, and the user's file it is saved to."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from cjm_desktop.document import opening, views, wallnotes
from cjm_desktop.document.copies import Copy
from cjm_desktop.document.editing import Editable
from cjm_desktop.document.home import Home
from cjm_desktop.document.keeping import Keeper
from cjm_desktop.document.saving import PublishJob, Saver
from cjm_desktop.document.settling import DiscardJob, SettleJob
from cjm_desktop.document.watching import Change
from cjm_desktop.journey import codes
from cjm_desktop.journey.journey import Journey
from cjm_desktop.storage.codec import Value
from cjm_desktop.storage.placing import Known
from cjm_desktop.storage.problems import FileProblem, NoPath


class Document(Editable):
    """One open map. Made by `create`, `open` or `recover`.

    Everything happens in one thread, except `PublishJob.run`.
    """

    def __init__(
        self, home: Home, journey: Journey, keeper: Keeper, saver: Saver, meta: dict[str, Value]
    ) -> None:
        super().__init__(journey, keeper, str(meta.get("view_state") or "{}"))
        self.home = home
        self._saver = saver
        self._document_id = str(meta["document_id"])
        self._view_at_first = self._view
        self._made_elsewhere = meta.get("saved_by") not in (None, home.id)
        self._answer = home.saves_by_itself(self._document_id)
        """What was said about saving as one goes; None: nothing yet."""

    @classmethod
    def create(cls, journey: Journey, home: Home, *, edited: bool = False) -> Document:
        """A new map that has no file yet.

        Args:
            journey: all its records.
            home: the application's folder.
            edited: there is work in it already, so closing it without saving must ask.
        """
        return cls(*opening.create(journey, home, edited=edited))

    @classmethod
    def open(cls, path: Path, home: Home) -> Document:
        """Open a map's file.

        Raises:
            FileProblem: it cannot be opened; the sentence says why.
        """
        opened = cls(*opening.open_file(path, home))
        opened._look_where_one_was(path)
        return opened

    @classmethod
    def open_aside(cls, path: Path, home: Home) -> Document:
        """Open a backup as a map that is in no file yet, with its undo.

        Raises:
            FileProblem: it cannot be opened.
        """
        return cls(*opening.open_aside(path, home))

    def _look_where_one_was(self, path: Path) -> None:
        kept = views.view_of(self.home.folder, path, self._document_id)
        if kept is not None:
            self.view_state = kept
        elif self._made_elsewhere:
            self.view_state = {}
        self._view_at_first, self._view_noted = self._view, True

    @classmethod
    def recoverable(cls, home: Home) -> tuple[Copy, ...]:
        """Working copies with edits that no file has, left behind when a program ended."""
        return opening.recoverable(home)

    @classmethod
    def recover(cls, copy: Copy, home: Home) -> Document:
        """Open a working copy again, with its undo.

        Raises:
            FileProblem: it cannot be opened; it was set aside.
        """
        return cls(*opening.recover(copy, home))

    # What it is

    @property
    def language(self) -> str:
        """The language of the map."""
        return self.journey.document.language

    @property
    def path(self) -> Path | None:
        """The user's file, as it was named; links are followed when it is written."""
        return self._saver.saved.path

    def is_at(self, path: Path) -> bool:
        """Whether a path leads to the user's file, through links or not."""
        return self._saver.is_own(path)

    @property
    def at_risk(self) -> FileProblem | None:
        """Why edits are only in memory, when the disk has no room for the working copy."""
        return self._keeper.at_risk

    @property
    def settled_on_disk(self) -> bool:
        """Whether the disk itself has every edit; else a power cut may take the last ones."""
        return self._keeper.settled

    def settle_job(self) -> SettleJob | None:
        """What is to be run in a thread where the disk is slow (see `Pace`); None: nothing."""
        return self._keeper.settle_job()

    def watch_keeping(self, watcher: Callable[[], None]) -> None:
        """Tell when edits go on only in memory (`at_risk`), and when they are on disk again."""
        self._keeper.watchers.append(watcher)

    @property
    def backup_problem(self) -> FileProblem | None:
        """Why the last saved state could not be backed up; the file itself is well."""
        return self._saver.backup_problem

    def prepare(self) -> None:
        """Make now, in an idle moment, what the first edit would wait for."""
        self._keeper.history  # noqa: B018 - made by looking at it
        self.journey.make_lists()
        codes.numbered(self.journey)

    def return_to_disk(self) -> None:
        """Where edits are only in memory (`at_risk`): try to have them on disk again.

        Raises:
            FileProblem: the disk still refuses.
        """
        self._keeper.return_to_disk()

    def settled(self) -> None:
        """The map is shown and well: the next start may open its working copy again by itself."""
        # A disk that may only be read by now keeps the note, and the copy is set aside some day.
        with contextlib.suppress(OSError):
            if self._keeper.folder is not None:
                self._keeper.folder.forget_attempts()

    # Saving it

    @property
    def unpublished(self) -> bool:
        """Whether there are edits that are not in the user's file."""
        return self._saver.unpublished

    @property
    def saved_at(self) -> datetime | None:
        """When the user's file was last written, as far as we know."""
        return self._saver.saved.at

    @property
    def automatic(self) -> bool:
        """Whether to save as one goes."""
        return not self._made_elsewhere if self._answer is None else self._answer

    @automatic.setter
    def automatic(self, value: bool) -> None:
        self._answer = value
        # Where the disk refuses, it holds until the map is closed.
        with contextlib.suppress(FileProblem):
            place = self.home.remember_saving(self._document_id, by_itself=value)
            if self._keeper.lazy:
                self._keeper.owe(place, place.parent)

    @property
    def asks_how_to_save(self) -> bool:
        """The file was made on another computer and nobody has said yet how to save it."""
        return self._made_elsewhere and self._answer is None

    @property
    def wall_notes(self) -> str:
        """Lines of the wall notes that are not brought in yet; kept here, not in the file."""
        return wallnotes.lines_of(self.home.folder, self._document_id)

    @wall_notes.setter
    def wall_notes(self, text: str) -> None:
        # They are kept while one types: there too nobody waits for a slow disk.
        folder, durable = self.home.folder, not self._keeper.lazy
        wallnotes.keep_lines(folder, self._document_id, text, durable=durable)
        if not durable:
            self._keeper.owe(folder / wallnotes.FILE, folder)

    def publish_job(self, path: Path | None = None, thumbnail: bytes | None = None) -> PublishJob:
        """Begin to save: call `run()` of the result in any thread, then `finish()` in this one.

        Args:
            path: a file to take the place of, whatever is there; None: the document's own, if
                it is still as it was.
            thumbnail: a small picture for the first page; None: as it was.

        Raises:
            NoPath: there is no file yet.
            AlreadyOpen: another window has that file open.
            FileProblem: the disk refuses.
        """
        target = path.absolute() if path else None
        if target is not None and not self._saver.is_own(target):
            self.home.check_not_open(target)
        self.versions.note_save(datetime.now().astimezone())
        ledger = codes.numbered(self.journey)
        notes: dict[str, Value] = {"view_state": self._view, **ledger.pages()}
        if thumbnail is not None:
            notes["thumbnail"] = thumbnail
        job = self._saver.job(target, notes)
        ledger.noted()
        return job

    def check_file(self) -> None:
        """Look whether the user's file is as it was when it was last seen here.

        Raises:
            FileProblem: somebody else changed it, or it is gone.
        """
        self._saver.check()

    def read_file(self) -> Journey:
        """What the user's file holds now, whoever has written it.

        Raises:
            NoPath: there is none.
            FileProblem: it cannot be read.
        """
        if self.path is None:
            raise NoPath("storage.no_path")
        return opening.read_file(self.path, self.home.proven())[0].journey

    def back_to_file(self) -> Change | None:
        """Back to what the user's file holds, as one more step that can be taken back.

        Raises:
            NoPath: there is none.
            FileProblem: it cannot be read, or somebody else changed it.
        """
        self.check_file()
        return self.become(self.read_file(), "step.back_to_file", "revert")

    def publish(self, thumbnail: bytes | None = None) -> None:
        """Save to the document's own file, now.

        Raises:
            NoPath: there is none yet.
            FileProblem: it could not be saved; the file is as it was.
        """
        job = self.publish_job(thumbnail=thumbnail)
        job.run()
        job.finish()

    def save_as(self, path: Path, thumbnail: bytes | None = None) -> None:
        """Save to another file, which is the document's own from then on.

        Raises:
            FileProblem: it could not be saved.
        """
        job = self.publish_job(path, thumbnail)
        job.run()
        job.finish()

    def expect(self, known: Known) -> None:
        """What the file holds now is in the map too (see `Saver.expect`).

        Raises:
            FileProblem: the disk refuses.
        """
        self._saver.expect(known)

    def share_copy(self, path: Path) -> None:
        """Write a copy without history, versions and anything that was deleted.

        Raises:
            FileProblem: it could not be written.
        """
        self._saver.share(path.absolute())

    def close(self) -> None:
        """Close it. Edits that are in no file stay in the working copy for the next start."""
        # Where the disk refuses, the file opens as it did before: nothing to bother anybody with.
        with contextlib.suppress(FileProblem):
            self._keep_view()
        self._keeper.close(keep=self.unpublished)

    def _keep_view(self) -> None:
        if self.path is not None and self._view != self._view_at_first:
            views.keep_view(self.home.folder, self.path, self._document_id, self.view_state)

    def discard(self) -> None:
        """Close it and put its working copy, if it has edits, among the recently discarded.

        Raises:
            FileProblem: the disk refuses; the map is open as before.
        """
        if not self.unpublished:
            self._keeper.close(keep=False)
            return
        job = self.discard_job()
        job.run()
        job.finish()

    def discard_job(self) -> DiscardJob:
        """Begin to discard it: `run()` of the result in any thread, then `finish()` in this one.

        Raises:
            FileProblem: the disk refuses; the map is open as before.
        """
        title = self.journey.document.title
        return self._keeper.discard_job(self.home.folder / "discarded", title)

    def abandon(self) -> None:
        """Close it although it cannot be discarded: what is only in memory is lost then."""
        self._keeper.close(keep=self.at_risk is None)
