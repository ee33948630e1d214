"""S4: nasty texts in every place that shows or writes them.

Nothing raises, no file that a text names is opened, nobody is called, and what can be read back
reads back equal. Whether something was opened the system itself is asked (inotify), for Qt does it
where Python does not see it.
"""

from __future__ import annotations

import ctypes
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from cjm_desktop import exchange
from cjm_desktop.document import Document, Home
from cjm_desktop.exchange import automation, clips, mermaid, outline
from cjm_desktop.journey import clipping, moves, rules, templates
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Barrier, Persona, Stage, Touchpoint
from cjm_desktop.journey.values import clean_text
from tests.hostile.strings import texts
from tests.torture.watch import Watch

IN_OPEN = 0x20


@contextmanager
def guarded(folder: Path) -> Iterator[tuple[str, str]]:
    """A file that nobody may open and an address that nobody may call, while this lasts."""
    folder.mkdir(exist_ok=True)
    bait = folder / "bait.png"
    bait.write_bytes(b"\x89PNG\r\n\x1a\n")
    library = ctypes.CDLL(None, use_errno=True) if sys.platform.startswith("linux") else None
    handle = library.inotify_init1(os.O_NONBLOCK) if library else -1
    if library:
        library.inotify_add_watch(handle, os.fsencode(folder), IN_OPEN)
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        door.listen()
        door.setblocking(False)
        try:
            yield str(bait), f"http://127.0.0.1:{door.getsockname()[1]}"
            assert not _called(door), "somebody was called"
            assert not (library and _heard(handle)), "a file that a text names was opened"
        finally:
            if library:
                os.close(handle)


def _called(door: socket.socket) -> bool:
    try:
        door.accept()
    except BlockingIOError:
        return False
    return True


def _heard(handle: int) -> bool:
    try:
        return bool(os.read(handle, 4096))
    except BlockingIOError:
        return False


def filled(said: tuple[str, ...]) -> tuple[Journey, list[tuple[str, str]]]:
    """A map with all of them on cards, and some in titles and names; and who must say what."""
    draft = Draft(templates.make("sample-b2b", "ru"))
    told: list[tuple[str, str]] = []
    places: list[tuple[str, str, int]] = []
    for cls, name in ((Touchpoint, "text"), (Barrier, "detail"), (Stage, "title")):
        places += [(one.id, name, 300) for one in draft.journey.all(cls)]
    places += [(one.id, "name", 300) for one in draft.journey.all(Persona)]
    map_id = draft.journey.maps()[0].id
    lane = next(one for one in draft.journey.lanes(map_id) if one.holds == "touchpoints")
    columns = draft.journey.columns(map_id)
    while len(places) < len(said):
        stage, step = columns[len(places) % len(columns)]
        card = moves.add_card(draft, lane.id, stage.id, step.id if step else None, "x")
        places.append((card, "text", 20_000))
    for (record_id, name, most), text in zip(places, said, strict=False):
        moves.set_fields(draft, record_id, **{name: text[:most]})
        told.append((record_id, clean_text(text[:most])))
    moves.set_fields(draft, map_id, title=said[0])
    assert rules.check_all(draft.journey) == ()
    return Journey(draft.journey), told


Sink = Callable[[Journey, Path], Any]


def to_file(journey: Journey, folder: Path) -> None:
    document = Document.create(journey, Home(folder / "home"))
    document.save_as(folder / "map.cjm")
    document.close()
    again = Document.open(folder / "map.cjm", Home(folder / "other"))
    assert again.journey == journey
    again.close()


def to_json(journey: Journey, _: Path) -> None:
    found, _skipped = exchange.import_json(exchange.export_json(journey))
    assert found == journey


def to_clipboard(journey: Journey, _: Path) -> None:
    cards = [one.id for one in journey.all(Touchpoint)]
    clip = clipping.take(journey, cards)
    again = clips.read(clips.write(clip))
    for one in cards:
        assert again.journey.get(Touchpoint, one).text == journey.get(Touchpoint, one).text


def to_outline(journey: Journey, _: Path) -> None:
    text, _notes = outline.text_of(journey, journey.maps()[0].id)
    outline.to_journey(text, "ru", "x")


def to_mermaid(journey: Journey, _: Path) -> None:
    text, _notes = mermaid.write(journey, journey.maps()[0].id)
    assert mermaid.journeys(f"```mermaid\n{text}\n```")


def to_table(journey: Journey, _: Path) -> None:
    text = automation.as_text(journey, journey.maps()[0].id, "ru", "csv")
    assert not [one for one in text.splitlines() if one.startswith(("=", "+", "@"))]


def _laid(journey: Journey) -> Any:
    from cjm_desktop import poster

    return poster.plan(journey, poster.Job(map_id=journey.maps()[0].id), with_ink=False).laid


def to_svg(journey: Journey, folder: Path) -> None:
    from cjm_desktop import poster

    poster.save_svg(_laid(journey), folder / "a.svg")
    root = ElementTree.parse(folder / "a.svg").getroot()
    links = [value for one in root.iter() for key, value in one.items() if "href" in key]
    assert all(one.startswith(("#", "data:")) for one in links)


def to_web(journey: Journey, folder: Path) -> None:
    from cjm_desktop import poster

    poster.save_html(_laid(journey), folder / "a.html")
    assert "<script>alert" not in (folder / "a.html").read_text(encoding="utf-8")


def to_pdf(journey: Journey, folder: Path) -> None:
    from cjm_desktop import poster

    poster.save_pdf(_laid(journey), folder / "a.pdf")


def to_slides(journey: Journey, folder: Path) -> None:
    from cjm_desktop import poster

    poster.write_pptx(journey, poster.Job(map_id=journey.maps()[0].id), folder / "a.pptx")


def to_dots(journey: Journey, folder: Path) -> None:
    from cjm_desktop import poster

    poster.save_png(_laid(journey), folder / "a.png", 20.0)


def to_file_names(journey: Journey, folder: Path) -> None:
    from cjm_desktop.ui.dialogs.names import file_name

    (folder / "named").mkdir()
    for one in journey.all(Touchpoint):
        name = file_name(one.text, ".txt")
        (folder / "named" / name).write_text("x")
        assert (folder / "named" / name).resolve().parent == (folder / "named").resolve()


QUICK: tuple[Sink, ...] = (
    *(to_file, to_json, to_clipboard, to_outline, to_mermaid, to_table, to_svg),
    to_file_names,
)
SLOW: tuple[Sink, ...] = (to_web, to_pdf, to_slides, to_dots)


def pour(folder: Path, count: int, sinks: tuple[Sink, ...]) -> None:
    """So many texts into these."""
    with guarded(folder / "bait") as (file, url):
        journey, told = filled(texts(file, url)[:count])
        for record_id, text in told:
            assert text in {getattr(journey.find(record_id), name, None) for name in _SAYING}
        for sink in sinks:
            sink(journey, folder)


_SAYING = ("text", "detail", "title", "name")


def prove(folder: Path, count: int, seed: int, watch: Watch) -> None:
    """S4: so many texts into everything there is, at last into the window."""
    pour(folder, count, QUICK + SLOW)
    watch.count("places beside the window", len(QUICK + SLOW))
    done = subprocess.run(
        [sys.executable, "-m", "tests.torture.texts", str(folder / "window"), str(count)],
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(folder)},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    watch.count("texts in the window", int(done.stdout.split()[-1]))
    for _ in watch.rounds(count):
        pass


def show(folder: Path, count: int) -> None:
    """Every text in the window: canvas, title, inspector, tooltips, labels."""
    from PySide6.QtWidgets import QApplication, QWidget

    from cjm_desktop.ui import plain
    from tests.walk.opened import Opened

    application = QApplication([])
    folder.mkdir(parents=True)
    with guarded(folder / "bait") as (file, url):
        said = texts(file, url)[:count]
        journey, told = filled(said)
        document = Document.create(journey, Home(folder / "first"))
        document.save_as(folder / "map.cjm")
        document.close()
        with Opened(application, folder / "user", folder / "map.cjm") as window:
            window.canvas.grab()
            for record_id, _ in told:
                window.canvas.select((record_id,))
                application.processEvents()
            window.window.grab()
            shown = QWidget()
            for text in said:
                label = plain.label(clean_text(text), wrap=True)
                label.setParent(shown)
                label.adjustSize()
                plain.tip(label, text)
                plain.show_tip(shown.pos(), text, label)
                plain.menu_text(plain.clean(text))
                label.grab()
            shown.grab()
            application.processEvents()
            del shown
    print(len(told))


if __name__ == "__main__":
    show(Path(sys.argv[1]), int(sys.argv[2]))
