"""R3: the power goes. What was not synced is gone, in part, in any order, or torn in the middle.

What SQLite and Python do to the disk is recorded while a person edits and saves; then the disk is
put together as it may stand after a cut at any moment, and the program starts on it.
"""

from __future__ import annotations

import random
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from cjm_desktop.document import Document, Home
from cjm_desktop.journey import templates
from cjm_desktop.storage import reader
from tests.journey.walk import random_verb, seeded_ids
from tests.torture.disk import Disk, Operation, faulty
from tests.torture.victim import digest
from tests.torture.watch import Watch

SECTOR = 512
EDITS = 80
"""Of a session that is recorded."""
SETTLED = 0.3
"""So often a slow disk has an edit before the next one is made."""
CUTS = 200
"""Of one session; then another is recorded."""
FILE = "maps/map.cjm"


class Node:
    """A file as it is for certain, and what was done to it since its last sync."""

    def __init__(self) -> None:
        self.data = bytearray()
        self.waiting: list[Operation] = []

    def settle(self) -> None:
        for one in self.waiting:
            apply(self.data, one)
        self.waiting.clear()

    def after_cut(self, rng: random.Random) -> bytes:
        """With any part of what was not synced, in any order, some of it torn."""
        found = bytearray(self.data)
        kept = [one for one in self.waiting if rng.random() < rng.choice((0.1, 0.5, 0.9))]
        rng.shuffle(kept)
        for one in kept:
            apply(found, torn(one, rng))
        return bytes(found)


class Platter:
    """The files of a folder, as far as they are certain."""

    def __init__(self) -> None:
        self.names: dict[str, Node] = {}
        """As the program sees them."""
        self._certain: dict[str, Node] = {}
        self._changes: list[Operation] = []
        """Of names, since their folder was synced last."""

    def play(self, operation: Operation) -> None:
        """Do what was recorded."""
        what, name = operation.what, operation.name
        if what == "sync":
            self._sync(name)
        elif what in ("write", "truncate"):
            self._file(name).waiting.append(operation)
        elif what == "create":
            self._file(name)
        else:
            _rename(self.names, operation)
            self._changes.append(operation)

    def _file(self, name: str) -> Node:
        return self.names.setdefault(name, Node())

    def _sync(self, name: str) -> None:
        if name in self.names:
            node = self.names[name]
            node.settle()
            # Whoever syncs a new file has its name on the disk too.
            if node not in self._certain.values():
                self._certain[name] = node
            return
        here = [one for one in self._changes if one.name.rpartition("/")[0] == name]
        for one in here:
            _rename(self._certain, one)
            self._changes.remove(one)

    def after_kill(self) -> dict[str, bytes]:
        """Names and contents when only the program ended: the system has all it was given."""
        for node in self.names.values():
            node.settle()
        return {name: bytes(node.data) for name, node in self.names.items()}

    def after_cut(self, rng: random.Random) -> dict[str, bytes]:
        """Names and contents; of changes to names the first ones have arrived, or all."""
        names = self._certain.copy()
        for one in self._changes[: rng.randint(0, len(self._changes))]:
            _rename(names, one)
        for name, node in self.names.items():
            if node not in names.values() and node not in self._certain.values():
                names.setdefault(name, node)  # a new file of which something may be there
        return {name: node.after_cut(rng) for name, node in names.items()}


def _rename(names: dict[str, Node], operation: Operation) -> None:
    what, name, other = operation.what, operation.name, operation.other
    if what == "delete":
        names.pop(name, None)
    elif name in names and what == "rename":
        names[other] = names.pop(name)
    elif name in names and other in names:
        names[name], names[other] = names[other], names[name]


def torn(operation: Operation, rng: random.Random) -> Operation:
    """Perhaps only the first sectors of a write have arrived."""
    data = operation.data
    if operation.what == "write" and len(data) > SECTOR and rng.random() < 0.3:
        data = data[: SECTOR * rng.randrange(1, len(data) // SECTOR + 1)]
    return operation._replace(data=data)


def apply(file: bytearray, operation: Operation) -> None:
    """Write or cut off."""
    at, data = operation.at, operation.data
    if operation.what == "truncate":
        del file[at:]
        return
    if len(file) < at + len(data):
        file += bytes(at + len(data) - len(file))
    file[at : at + len(data)] = data


@dataclass
class Tale:
    """What was done in a session, and what was promised when."""

    operations: list[Operation]
    edits: list[tuple[int, str]] = field(default_factory=list)
    """How many operations there were when an edit was made, and the map's state."""
    sure: list[tuple[int, int]] = field(default_factory=list)
    """How many there were when it was said that the disk has an edit, and which one that was."""
    saves: list[tuple[int, str]] = field(default_factory=list)
    """The same of each save."""
    begun: list[int] = field(default_factory=list)
    """How many operations there were when each save but the first was begun."""
    place: Path = Path()
    """The working copy's folder."""


def live(folder: Path, edits: int, seed: int, *, slow: bool = False) -> Tale:
    """Edit and save for a while with everything recorded.

    Args:
        folder: that is recorded.
        edits: how many.
        seed: of what is done.
        slow: on a disk that nobody waits for; it turns out to be quick again after a while.
    """
    rng = random.Random(seed)
    disk = Disk(records=folder)
    tale = Tale(disk.operations)
    (folder / "maps").mkdir()
    home = Home(folder / "home")
    home.pace.waits = not slow
    home.pace.learn([1.0, 1.0] if slow else [])
    with faulty(disk), seeded_ids(seed):
        document = Document.create(templates.make("b2b", "ru"), home)
        document.save_as(folder / FILE)

        def note(where: list[tuple[int, str]]) -> None:
            where.append((len(disk.operations), digest(document.journey)))

        def note_edit() -> None:
            note(tale.edits)
            job = document.settle_job() if rng.random() < SETTLED else None
            if job is not None:
                job.run()
                job.finish()
            if document.settled_on_disk:
                tale.sure.append((len(disk.operations), len(tale.edits) - 1))

        note_edit()
        note(tale.saves)
        for number in range(edits):
            if number % 40 == 39:
                tale.begun.append(len(disk.operations))
                document.publish()
                note(tale.saves)
            elif number % 20 == 19:
                document._keeper.copy.tidy(always=True)
            elif rng.random() < 0.2:
                document.undo()
            else:
                with document.edit("step.edit") as draft:
                    random_verb(draft, rng)
            note_edit()
    copy = document._keeper.folder
    assert copy is not None
    tale.place = copy.folder
    document._keeper.copy.connection.close()
    copy.release()
    return tale


def held(tale: Tale, at: int) -> set[str]:
    """The edit that the disk was said to have at a moment, or any later one up to the next."""
    sure = [index for count, index in tale.sure if count <= at][-1]
    made = sum(count <= at for count, _ in tale.edits)
    return {state for _, state in tale.edits[sure : made + 1]}


def may_be(promised: list[tuple[int, str]], at: int) -> set[str]:
    """What was promised last at a moment, and what was on its way."""
    return {
        [state for count, state in promised if count <= at][-1],
        *[state for count, state in promised if count > at][:1],
    }


def cut(
    folder: Path,
    cuts: int,
    seed: int,
    watch: Watch,
    edits: int = EDITS,
    lies: str | None = None,
    *,
    slow: bool = False,
) -> None:
    """Cut the power so many times within one session.

    Args:
        folder: empty.
        cuts: how many.
        seed: of what is done and when.
        watch: counts.
        edits: of the session.
        lies: the disk only says that it has synced files whose names end so.
        slow: nobody waits for the disk (see `live`).
    """
    tale = live(folder, edits, seed, slow=slow)
    first, rng = tale.sure[0][0], random.Random(seed)
    info = (tale.place / "info.json").read_bytes()
    home = Home(folder / "home")
    # One after the other, so that what was recorded is played once for all of them.
    moments = sorted(rng.randrange(first, len(tale.operations) + 1) for _ in range(cuts))
    platter, played = Platter(), 0
    for number in watch.rounds(cuts):
        at = moments[number]
        for operation in tale.operations[played:at]:
            if lies is None or operation.what != "sync" or not operation.name.endswith(lies):
                platter.play(operation)
        played = at
        watch.count("between two syncs", tale.operations[at - 1].what != "sync")
        watch.count("within a save", at < len(tale.operations) and _saving(tale, at))
        for one in (tale.place, folder / "maps"):
            shutil.rmtree(one)
            one.mkdir()
        (tale.place / "info.json").write_bytes(info)
        for name, data in platter.after_cut(rng).items():
            if (folder / name).parent.is_dir():
                (folder / name).write_bytes(data)
        _start(home, folder, tale, at)


def _saving(tale: Tale, at: int) -> bool:
    """Whether a save had begun and was not acknowledged yet."""
    ended = [count for count, _ in tale.saves[1:]]
    return any(begin < at < end for begin, end in zip(tale.begun, ended, strict=True))


def _start(home: Home, folder: Path, tale: Tale, at: int) -> None:
    """Start on what is left: nothing acknowledged is lost, the file is the old or the new one."""
    found = digest(reader.read(folder / FILE).journey)
    assert found in may_be(tale.saves, at), "the file is neither the old state nor the new one"
    copies = home.left_over()
    if not copies:
        return
    (left,) = copies
    document = Document.recover(left, home)
    assert digest(document.journey) in held(tale, at), "an acknowledged edit is lost"
    assert [one.name for one in (folder / "maps").iterdir()] == ["map.cjm"], "something is left"
    document.go_to(0)
    assert digest(document.journey) == tale.edits[0][1]
    document._keeper.copy.connection.close()
    assert document._keeper.folder is not None
    document._keeper.folder.release()


def prove(folder: Path, count: int, seed: int, watch: Watch) -> None:
    """R3."""
    for lap in range(-(-count // CUTS)):
        if watch.over:
            return
        place = folder / str(lap)
        place.mkdir()
        cut(place, min(CUTS, count - lap * CUTS), seed + lap, watch, slow=lap % 4 == 3)
        shutil.rmtree(place)
