"""Saving: from the working copy to the user's file, without stopping the one who edits."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import cjm_desktop
from cjm_desktop.document.backups import Backups
from cjm_desktop.document.saved import Saved
from cjm_desktop.replacing import real_path
from cjm_desktop.storage.codec import Value
from cjm_desktop.storage.contents import now
from cjm_desktop.storage.placing import Known, check_unchanged, look, sweep_ours
from cjm_desktop.storage.problems import FileProblem, NoPath, problem_of
from cjm_desktop.storage.publish import Publication, new_save_id
from cjm_desktop.storage.reader import read_save_id

if TYPE_CHECKING:
    from cjm_desktop.document.home import Home
    from cjm_desktop.document.keeping import Keeper
    from cjm_desktop.document.settling import SettleJob


class PublishJob:
    """One act of saving: made and finished in the main thread, run in any.

    The window is held up only by the snapshot, some milliseconds.
    """

    def __init__(
        self,
        saver: Saver,
        publication: Publication,
        path: Path,
        revision: int,
        settling: SettleJob | None,
    ) -> None:
        self._saver = saver
        self._settling = settling
        self._publication = publication
        self._path = path
        self._revision = revision
        self._known: Known | None = None
        """The file as it was left."""
        self.unsure: str | None = None
        """The id of the save, where nobody can tell whether it has reached the file."""
        self.problem: Exception | None = None
        self._unforeseen: Exception | None = None

    def settle(self) -> None:
        """The first part of `run`: bring to our own disk what it does not have yet.

        The note of what is about to be saved leads here after a power cut: it comes first. A disk
        of ours that refuses it is all the more reason to save.
        """
        if self._settling is not None and not self._settling.ran:
            self._settling.run()

    def run(self) -> None:
        """Write, verify and replace the file. What goes wrong is raised by `finish`."""
        self.settle()
        try:
            done = self._publication.run()
        except Exception as error:  # noqa: BLE001 - raised by finish, in the main thread
            self.problem = error
            self._saver.left.append(self._publication)
            try:
                self._known = self._publication.arrived()
            except (FileProblem, OSError):
                self.unsure = self._publication.save_id
        else:
            self._known = done.known
            self._look_after(done.digest)

    def _look_after(self, digest: str) -> None:
        """What follows a save; whatever goes wrong here, the file is saved and the thread ends."""
        try:
            self._saver.tidy_up()
            self._saver.describe(self._path)
            self._saver.back_up(self._publication.path, digest)
        except Exception as error:  # noqa: BLE001 - it is reported after finish
            self._unforeseen = error

    @property
    def unforeseen(self) -> Exception | None:
        """An error that is no answer of a disk; to be reported after `finish`."""
        settling = self._settling.unforeseen if self._settling is not None else None
        return self._unforeseen or settling

    def finish(self) -> None:
        """Take note of the outcome.

        Raises:
            FileProblem: the file could not be replaced; it is as it was.
        """
        try:
            if self._settling is not None:
                self._settling.finish()
        finally:
            self._saver.finished(self, self._path, self._known, self._revision)


class Saver:
    """Saves one document.

    Args:
        home: where backups go.
        keeper: of the working copy.
        saved: the file as it stands.
        document_id: names the document in the application's folder.
    """

    def __init__(self, home: Home, keeper: Keeper, saved: Saved, document_id: str) -> None:
        self.saved = saved
        self.backups = Backups(home.folder / "backups", document_id)
        self._home = home
        self._keeper = keeper
        self._document_id = document_id
        self._job: PublishJob | None = None
        self.left: list[Publication] = []
        """What saves that failed could not take away, where a stick was pulled out, say."""
        self.backup_problem: FileProblem | None = None
        """Why the last published state could not be backed up; the file itself is well."""

    @property
    def unpublished(self) -> bool:
        """Whether there are edits that are not in the user's file."""
        return self._keeper.revision != self.saved.revision

    def is_own(self, path: Path) -> bool:
        """Whether a path is the document's own file."""
        return self.saved.path is not None and real_path(path) == real_path(self.saved.path)

    def check(self) -> None:
        """Look whether the document's file is as it was when it was last seen.

        Raises:
            FileProblem: it is another, or gone.
        """
        if self.saved.path is not None and self._job is None:
            self._recognise(self.saved.path)
            check_unchanged(self.saved.path, self.saved.known)

    def _recognise(self, path: Path) -> None:
        """Look whether a save has reached the file of which that was not known: none of others."""
        if not self.saved.unsure:
            return
        with suppress(FileProblem, OSError):
            save_id = read_save_id(path)
            if save_id in self.saved.unsure:
                self.saved = replace(self.saved, known=look(path, save_id), unsure=())

    def job(self, path: Path | None, notes: dict[str, Value]) -> PublishJob:
        """Begin to save.

        Args:
            path: a file to take the place of, whatever is there; None: the document's own, if
                it is as it was.
            notes: keys of `meta` to set.

        Raises:
            NoPath: there is no file yet.
            FileProblem: the disk refuses.
        """
        target = path or self.saved.path
        if target is None:
            raise NoPath("storage.no_path")
        if self._job is not None:
            raise RuntimeError("one save at a time: finish the one that is under way")
        if path is None:
            self._recognise(target)
        copy = self._keeper.copy
        known = self.saved.known if path is None else None
        meta = self._meta(notes)
        publication = Publication(
            copy.snapshot(), real_path(target), known, meta, self.backups.keep, self._home.folder
        )
        pending = {
            "save_id": meta["save_id"],
            "revision": copy.revision,
            "temporary": str(publication.temporary),
            "prepared": str(publication.prepared),
            "path": str(target),
        }
        local = {"pending": json.dumps(pending), "unsure": json.dumps(self.saved.unsure)}
        self._keeper.remember(local, notes, durable=False)
        self._keeper.history.part()
        settling = self._keeper.settle_job(always=True)
        self._job = PublishJob(self, publication, target, copy.revision, settling)
        return self._job

    def _meta(self, notes: dict[str, Value]) -> dict[str, Value]:
        signed: dict[str, Value] = {"saved_by": self._home.id} if self._home.id else {}
        return signed | {
            "document_id": self._document_id,
            "save_id": new_save_id(),
            "saved_at": now(),
            "created_by": f"CJM Desktop {cjm_desktop.__version__}",
            **notes,
        }

    def back_up(self, path: Path, digest: str) -> None:
        """Keep what was just published; failing there is no failing to save."""
        try:
            self.backups.add(path)
            self._home.prove(digest)
            self.backup_problem = None
        except (FileProblem, OSError) as error:
            self.backup_problem = problem_of(error, path.name)

    def tidy_up(self) -> None:
        """Take away what earlier saves have left; in the thread of one that went well."""
        while self.left:
            left = self.left.pop()
            sweep_ours(left.temporary, left.ours)

    def describe(self, path: Path) -> None:
        """Note for other windows which file is open; recovery asks the working copy itself."""
        folder = self._keeper.folder
        if folder is not None and path != self.saved.path:
            with suppress(OSError):
                folder.describe_file(path)

    def finished(self, job: PublishJob, path: Path, known: Known | None, revision: int) -> None:
        """Take note of a save that is over.

        Raises:
            FileProblem: it failed.
        """
        if job is not self._job:
            raise RuntimeError("this save was finished before")
        self._job = None
        if job.problem is not None:
            # It is there, but perhaps not for good: ours all the same, if it is seen again.
            if path == self.saved.path and known is not None:
                self.saved = replace(self.saved, known=known)
            elif path == self.saved.path and job.unsure is not None:
                self.saved = self.saved.with_unsure(job.unsure)
            raise job.problem
        self.saved = Saved(path, known, revision, datetime.now(UTC))
        # The note of what was about to be saved is durable, and leads here after a power cut too.
        self._keeper.remember(self.saved.as_local(), durable=False)
        self._keeper.tidy()
        # Perhaps there is room again for what had to go on in memory.
        with suppress(FileProblem):
            self._keeper.return_to_disk()

    def expect(self, known: Known) -> None:
        """What the file holds now is in the map too: the next save may take its place.

        The file as it is goes to the backups, for its own history is in no other place.

        Args:
            known: the file as it was read.

        Raises:
            NoPath: there is no file.
            FileProblem: the disk refuses; the next save asks again.
        """
        if self.saved.path is None:
            raise NoPath("storage.no_path")
        self.backups.keep(self.saved.path)
        self.saved = replace(self.saved, known=known)
        self._keeper.remember(self.saved.as_local())

    def share(self, path: Path) -> None:
        """Write a copy that has the map as it is and nothing of how it came to be.

        Raises:
            FileProblem: the disk refuses.
        """
        no: dict[str, Value] = dict.fromkeys(("view_state", "document_id", "thumbnail"))
        meta = {**self._meta({}), **no, "save_id": new_save_id()}
        snapshot = self._keeper.copy.snapshot()
        publication = Publication(
            snapshot,
            real_path(path),
            None,
            meta,
            self.backups.keep,
            self._home.folder,
            with_history=False,
        )
        publication.run()
