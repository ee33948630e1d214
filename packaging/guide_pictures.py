"""Makes the pictures of the user guide from the real window, without a screen.

    .venv/bin/python packaging/guide_pictures.py            all of them
    .venv/bin/python packaging/guide_pictures.py table en   one of them

They come to lie in resources/guide/pictures as NAME.LANGUAGE.png, in at most 256 colours. Neither
the user's settings nor their maps are touched: the map shown is the sample of the program.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from cjm_desktop.assets import path

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QApplication

    from cjm_desktop.ui.desk import Desk
    from cjm_desktop.ui.window import Window

LANGUAGES = ("en", "ru")
WIDE, HIGH = 1440, 900
"""Pixels of the window, and of a small screen at 200 % half of that each."""
SHOWN = 1200
"""Pixels that a picture is wide in its file."""
COLOURS = 256
REST = 1500
"""Milliseconds until every timer that draws something has run."""
CLOSE = 90.0
"""How far right of what is dragged the middle of the window is, in the map's own units."""
DRAGGED = 210
"""Pixels."""
THUMBNAILS = 12_000
"""Milliseconds until the first page has drawn all its templates."""
SAMPLE = "sample-b2b"


class Scene:
    """A window to be brought into the state that is shown.

    Args:
        application: Qt's.
        desk: where windows are opened.
        language: of the window and of the map in it.
    """

    def __init__(self, application: QApplication, desk: Desk, language: str) -> None:
        self.application, self.desk, self.language = application, desk, language
        self.window: Window = desk.new_window()
        self.window.setMinimumSize(0, 0)
        self.window.resize(WIDE, HIGH)

    def open(self, template: str = SAMPLE) -> None:
        """Show a map."""
        from cjm_desktop.document import Document
        from cjm_desktop.journey import templates

        made = templates.make(template, "ru" if self.language == "ru" else "en")
        self.desk.take(Document.create(made, self.desk.home), self.window)
        self.rest()

    def do(self, command: str) -> None:
        """Give a command."""
        self.window.commands[command].trigger()
        self.rest()

    def rest(self, milliseconds: int = REST) -> None:
        """Let the window draw itself until nothing is left to do."""
        from PySide6.QtCore import QEventLoop, QTimer

        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def close(self) -> None:
        """Put the map away unsaved."""
        if self.window.work is not None:
            self.window.work.document.discard()
        self.window.leave_document()
        self.window.close()
        self.application.processEvents()


def first_page(scene: Scene) -> None:
    """What one sees without a map."""
    scene.window.show()
    scene.rest(THUMBNAILS)


def sketch(scene: Scene) -> None:
    """Lines beside the map they draw."""
    scene.open()
    scene.do("view.sketch")


def table(scene: Scene) -> None:
    """The map as a table, two cells selected."""
    from cjm_desktop.journey.tables import HEADS, Place
    from cjm_desktop.ui.tabular.view import TableView

    scene.open()
    scene.do("view.table")
    view = scene.window.findChild(TableView)
    if view is not None:
        view.select_places([Place(HEADS + 1, 1), Place(HEADS + 1, 2)])
    scene.rest()


def drag(scene: Scene) -> None:
    """A touchpoint on its way to the next stage."""
    from PySide6.QtCore import QPoint, QPointF, Qt
    from PySide6.QtTest import QTest

    scene.open()
    work = scene.window.work
    if work is None:
        return
    canvas, journey = work.canvas, work.journey
    lane = next(one for one in journey.lanes(work.map_id) if one.holds == "touchpoints")
    column = journey.columns(work.map_id)[1]
    card = journey.cards(lane.id, column.stage.id, column.step.id if column.step else None)[0]
    paper = canvas.marks.on_paper(card.id)
    canvas.set_zoom(0.8)
    if paper is not None:
        canvas.camera.centre(paper.center() + QPointF(CLOSE, CLOSE / 2))
    scene.rest()
    rect = canvas.record_rect(card.id)
    if rect is None:
        return
    start = rect.center().toPoint()
    there = start + QPoint(DRAGGED, 12)
    pane = canvas.viewport()
    QTest.mousePress(pane, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 13):
        QTest.mouseMove(pane, start + (there - start) * step / 12)
        scene.rest(20)
    scene.rest()


def dark(scene: Scene) -> None:
    """The dark window round a map on white paper, a barrier selected."""
    from cjm_desktop.journey.records import Barrier

    scene.open()
    work = scene.window.work
    if work is not None:
        worst = max(work.journey.all(Barrier), key=lambda one: (one.severity, one.text))
        work.canvas.select((worst.id,), reveal=True)
    scene.rest()


def scaled(scene: Scene) -> None:
    """A small window where everything is twice as large."""
    scene.window.resize(1024, 700)
    scene.open()


PICTURES: dict[str, Callable[[Scene], None]] = {
    "first_page": first_page,
    "sketch": sketch,
    "table": table,
    "drag": drag,
    "dark": dark,
    "scaled": scaled,
}


def make(name: str, language: str) -> bytes:
    """One picture as PNG; to be called once in a process."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if name == "scaled":
        os.environ["QT_SCALE_FACTOR"] = "2"
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QCursor
    from PySide6.QtWidgets import QApplication

    from cjm_desktop.ui.desk import Desk
    from cjm_desktop.ui.palette import STYLE
    from cjm_desktop.ui.settings import Settings

    application = QApplication(["cjm", *STYLE])
    with tempfile.TemporaryDirectory(prefix="cjm-guide-") as folder:
        settings = Settings(Path(folder) / "settings.ini")
        settings.theme, settings.language = "dark" if name == "dark" else "light", language
        # The pointer would light up whatever it happens to stand on.
        QCursor.setPos(QPoint(-1, -1))
        scene = Scene(application, Desk(application, Path(folder) / "home", settings), language)
        PICTURES[name](scene)
        found = _png(scene.window.grab())
        scene.close()
    return found


def _png(picture: QPixmap) -> bytes:
    """A picture in few bytes: as wide as `SHOWN`, in at most `COLOURS` colours."""
    from PIL import Image
    from PySide6.QtCore import QBuffer, QIODevice

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    image = Image.open(BytesIO(bytes(buffer.data().data()))).convert("RGB")
    if image.width > SHOWN:
        size = SHOWN, round(image.height * SHOWN / image.width)
        image = image.resize(size, Image.Resampling.LANCZOS)
    few = image.quantize(COLOURS, kmeans=2, dither=Image.Dither.NONE)
    out = BytesIO()
    few.save(out, "PNG", optimize=True)
    return out.getvalue()


def main(asked: list[str]) -> None:
    """Make the pictures that are asked for, each in a process of its own."""
    if len(asked) == 2 and asked[0] in PICTURES and asked[1] in LANGUAGES:
        name, language = asked
        folder = path("guide") / "pictures"
        folder.mkdir(exist_ok=True)
        (folder / f"{name}.{language}.png").write_bytes(make(name, language))
        return
    for language in LANGUAGES:
        for name in asked or PICTURES:
            # How large everything is can be said only once in a process.
            subprocess.run([sys.executable, __file__, name, language], check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
