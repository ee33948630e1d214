"""Pages that are no poster, one after another in a file."""

from __future__ import annotations

from collections.abc import Sequence

from cjm_desktop.poster import sheet
from cjm_desktop.poster.leaves import Leaf
from cjm_desktop.poster.page import Page
from cjm_desktop.poster.paint import Painter, place_all
from cjm_desktop.poster.pdf import Bookmark, PdfFile


def add(file: PdfFile, leaves: Sequence[Leaf], progress: sheet.Progress | None) -> None:
    """Add pages to a file.

    Raises:
        Stopped: `progress` answered False.
    """
    painter = Painter(file.supplies)
    file.print_unscaled()
    for done, leaf in enumerate(leaves):
        sheet.tell(progress, done, len(leaves))
        page = Page(leaf.width, leaf.height)
        for at, part in enumerate(leaf.parts):
            matrix = sheet.to_page(leaf.height, part.scale, part.left, part.top)
            if at == 0:
                k = part.scale
                left, top = -part.left / k, -part.top / k
                whole = (left, top, left + leaf.width / k, top + leaf.height / k)
                sheet.add_ground(page, whole, matrix, part.drawing.paper)
            painter.paint(page, place_all(part.drawing, reaches=False), matrix)
        if leaf.title:
            file.add_bookmark(Bookmark(leaf.title, file.pages))
        file.add_page(page)
    sheet.tell(progress, len(leaves), len(leaves))
