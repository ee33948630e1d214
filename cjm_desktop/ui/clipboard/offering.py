"""What lies on the clipboard after copying: for this program, for spreadsheets, texts, pictures."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from cjm_desktop.exchange import clips
from cjm_desktop.journey import tables
from cjm_desktop.journey.clipping import Clip
from cjm_desktop.journey.clipping.telling import tell
from cjm_desktop.ui.clipboard import picture

if TYPE_CHECKING:
    from cjm_desktop.ui.canvas.view import Canvas


def offer(canvas: Canvas, clip: Clip) -> None:
    """Put a clip on the clipboard: as itself, as a table, as a text and as a picture."""
    QGuiApplication.clipboard().setMimeData(mime(canvas, clip))


def mime(canvas: Canvas, clip: Clip) -> QMimeData:
    """A clip in every form that another program may ask for."""
    made = QMimeData()
    made.setData(clips.TYPE, clips.write(clip))
    told = tell(clip)
    if told.is_list:
        made.setText("\n".join(row[0] for row in told.rows))
        rich = "<br>".join(html.escape(row[0]).replace("\n", "<br>") for row in told.rows)
    else:
        made.setText(tables.to_tsv(told.rows))
        rich = tables.to_html(told.rows)
    made.setData("text/html", rich.encode())
    image = picture.of_clip(canvas, clip)
    if image is not None:
        made.setImageData(image)
    drawn = picture.svg_of_clip(canvas, clip)
    if drawn is not None:
        made.setData("image/svg+xml", drawn)
    return made


def on_clipboard() -> QMimeData:
    """What is on the clipboard; the stub does not know that there may be nothing at all."""
    found: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return found if found is not None else QMimeData()


def clip_of(data: QMimeData) -> Clip | None:
    """The clip that some data holds; None: it is another program's.

    Raises:
        Problem: it is damaged, too large, or of a newer version.
    """
    if not data.hasFormat(clips.TYPE):
        return None
    return clips.read(bytes(data.data(clips.TYPE).data()))
