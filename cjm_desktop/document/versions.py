"""The states an open map went through: after each step, and versions that people named."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from functools import partial
from typing import NamedTuple

from cjm_desktop.document.keeping import Keeper
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.storage.changes import Changes
from cjm_desktop.storage.history import History
from cjm_desktop.storage.problems import StepFailed
from cjm_desktop.storage.versions import Version, VersionTable, read_content

DAYS, WEEKS, MONTHS = timedelta(days=14), timedelta(weeks=8), timedelta(days=365)
"""For so long one version a day, a week, a month is kept; all of today."""
LONGEST_NAME = 300
State = Callable[[], Journey]
"""Makes a state of a map, in whatever thread; raises a Problem where it cannot be read."""


class Weight(NamedTuple):
    """How much room the past takes in a file, bytes."""

    steps: int
    versions: int

    @property
    def whole(self) -> int:
        """All of it."""
        return self.steps + self.versions


class Versions:
    """The past of one open map. Looking back changes nothing.

    Args:
        keeper: of its working copy.
        journey: the map as it is; the same object for the document's whole life.
    """

    def __init__(self, keeper: Keeper, journey: Journey) -> None:
        self._keeper = keeper
        self._journey = journey

    # Looking back

    def after(self, number: int) -> Journey:
        """The map as it was after a step, undone ones too.

        Args:
            number: of the step; 0: before the first one that is known.

        Raises:
            StepFailed: a step does not fit the map.
        """
        return self.way_to(number)()

    def way_to(self, number: int) -> State:
        """What makes the map as it was after a step (see `after`), in any thread."""
        journey = self._journey.fork()
        if number == self._now:
            return lambda: journey
        read = self._history.trail(self._keeper.steps.place_of(number))
        return lambda: applied(journey, read(journey))

    @property
    def _history(self) -> History:
        return self._keeper.history

    def all(self) -> tuple[Version, ...]:
        """The versions that can still be come back to, oldest first."""
        return tuple(one for one in self._table.all() if one.size or self._reaches(one.step))

    @property
    def _table(self) -> VersionTable:
        return VersionTable(self._keeper.copy)

    def _reaches(self, number: int) -> bool:
        """Whether the history leads to the state after a step."""
        steps = self._keeper.steps
        first = steps[0].number if len(steps) else 1
        last = steps[len(steps) - 1].number if len(steps) else 0
        return first - 1 <= number <= last

    def of(self, version: Version) -> Journey:
        """The map of a version.

        Raises:
            StepFailed: it cannot be read any more.
        """
        return self.way_of(version)()

    def way_of(self, version: Version) -> State:
        """What makes the map of a version, in any thread.

        Raises:
            StepFailed: it cannot be read any more.
        """
        if version.size:
            return partial(read_content, self._table.content(version.id))
        if not self._reaches(version.step):
            raise StepFailed("storage.version_failed")
        return self.way_to(version.step)

    # Keeping versions

    def keep(self, name: str, number: int | None = None) -> Version:
        """Give a state a name; it stays for ever, whatever becomes of the history.

        Args:
            name: what people call it.
            number: of the step after which the map was so; None: as it is now.

        Raises:
            Problem: it has no name, or the disk refuses.
        """
        said = " ".join(name.split())[:LONGEST_NAME]
        if not said:
            raise Problem("storage.version_nameless")
        journey = self._journey if number is None else self.after(number)
        step = self._now if number is None else number

        def write(history: History) -> str:
            with history.copy.transaction():
                return VersionTable(history.copy).add(said, step, journey)

        made = self._keeper.keep(write)
        return next(one for one in self.all() if one.id == made)

    def rename(self, version: Version, name: str) -> None:
        """Give a version another name.

        Raises:
            Problem: the name is empty, or the disk refuses.
        """
        said = " ".join(name.split())[:LONGEST_NAME]
        if not said:
            raise Problem("storage.version_nameless")
        copy = None if version.size else self.of(version)

        def write(history: History) -> None:
            with history.copy.transaction():
                table = VersionTable(history.copy)
                table.rename(version.id, said)
                if copy is not None:
                    table.keep_copy(version.id, copy)

        self._keeper.keep(write)

    def drop(self, version: Version) -> None:
        """Let a version go for ever."""

        def write(history: History) -> None:
            with history.copy.transaction():
                VersionTable(history.copy).drop([version.id])

        self._keeper.keep(write)

    @property
    def _now(self) -> int:
        """The number of the last step that is done."""
        step = self._keeper.steps.undo_step
        return step.number if step is not None else 0

    def note_save(self, now: datetime) -> None:
        """Note by itself what is being saved, and let old notes go (see `thinned`).

        Args:
            now: this moment, in the user's time zone.
        """
        self._keeper.keep(lambda history: self._note_save(history, now))

    def _note_save(self, history: History, now: datetime) -> None:
        table, step = VersionTable(history.copy), self._now
        known = table.all()
        again = any(one.step == step and not one.size for one in known)
        gone = thinned(known, now)
        gone += [one.id for one in known if not one.size and not self._reaches(one.step)]
        if again and not gone:
            return
        with history.copy.beside():
            table.drop(gone)
            if not again:
                table.add("", step)

    def before_new_step(self) -> None:
        """An edit is about to drop the steps that were undone: keep what was saved of them.

        The newest of such versions holds a copy from then on; the others go.
        """
        if self._keeper.steps.redo_step is not None:
            self._keeper.keep(self._keep_undone)

    def _keep_undone(self, history: History) -> None:
        table, done = VersionTable(history.copy), self._now
        lost = [one for one in table.all() if not one.size and one.step > done]
        if not lost:
            return
        last = lost.pop()
        steps = history.steps.place_of(last.step)
        copy = applied(self._journey, history.between(steps, self._journey))
        with history.copy.beside():
            table.keep_copy(last.id, copy)
            table.drop(one.id for one in lost)

    # The room it takes

    def weight(self) -> Weight:
        """How much room the past takes in the file, about."""
        return Weight(self._history.size(), sum(one.size for one in self._table.all()))

    def forgetting(self, number: int) -> int:
        """How many bytes forgetting all before a step would win, about."""
        steps = self._keeper.steps.place_of(number - 1)
        return self._history.size(min(steps, max(0, self._keeper.steps.done - 1)))

    def forget_before(self, number: int) -> None:
        """Forget all steps before one, for ever; named versions stay.

        Args:
            number: of the first step that stays.

        Raises:
            FileProblem: the disk refuses; nothing was forgotten.
        """
        self._keeper.keep(lambda history: history.forget(history.steps.place_of(number - 1)))
        gone = [one.id for one in self._table.all() if not one.size and not self._reaches(one.step)]

        def write(history: History) -> None:
            with history.copy.transaction():
                VersionTable(history.copy).drop(gone)

        if gone:
            self._keeper.keep(write)


def applied(journey: Journey, changes: Changes) -> Journey:
    """A journey with changes; the one given stays as it is."""
    made = journey.fork()
    for record in changes.dropped:
        made.drop(record.id)
    for record in changes.put:
        made.put(record)
    return made


def thinned(versions: Iterable[Version], now: datetime) -> list[str]:
    """The ids of versions that go: of those noted by themselves, all of today stay, then one a day
    for 14 days, one a week for 8 weeks, one a month for 12 months; named ones for ever.

    Args:
        versions: oldest first.
        now: this moment, in the user's time zone.
    """
    last: dict[tuple[object, ...], str] = {}
    gone: list[str] = []
    for one in versions:
        if one.name:
            continue
        period = _period(one.time.astimezone(now.tzinfo), now)
        if period == ("today",):
            continue
        if period is None:
            gone.append(one.id)
        elif period in last:
            gone.append(last[period])
        if period is not None:
            last[period] = one.id
    return gone


def _period(time: datetime, now: datetime) -> tuple[object, ...] | None:
    """Of all versions of one such period the newest stays; None: it is too old."""
    if time.date() >= now.date():
        return ("today",)
    age = now - time
    if age <= DAYS:
        return ("day", time.date())
    if age <= WEEKS:
        return ("week", *time.isocalendar()[:2])
    return ("month", time.year, time.month) if age <= MONTHS else None
