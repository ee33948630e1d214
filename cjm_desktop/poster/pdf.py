"""One PDF file being made: its pages, their labels and links, and what they share.

Built on reportlab's document objects rather than its canvas: content streams come ready from
`paint`, every page lists only the resources it uses, and no standard font is ever referred to.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from cjm_desktop.layout.pieces import Colour
from cjm_desktop.poster import packing
from cjm_desktop.poster.page import Page
from cjm_desktop.poster.supplies import Supplies

POINTS = 72 / 25.4
"""Points in a millimetre."""


@dataclass(frozen=True, slots=True)
class Link:
    """A rectangle (points from the bottom left) that leads to another page, counted from 0."""

    box: tuple[float, float, float, float]
    page: int
    says: str


class PdfFile:
    """A PDF file.

    Args:
        title: shown by viewers in place of the file's name.
        language: of the texts, for those who have them read aloud.
        paper: what shows where a picture is transparent.
        invariant: make the same bytes from the same map, without dates.
    """

    def __init__(self, title: str, language: str, paper: Colour, *, invariant: bool) -> None:
        from reportlab.pdfbase import pdfdoc

        self._document = pdfdoc.PDFDocument(
            compression=1, invariant=int(invariant), pdfVersion=(1, 6), lang=language
        )
        self._document.setTitle(title)
        self._document.setAuthor("")
        self._document.setSubject("")
        self._document.setCreator("CJM Desktop")
        self._labels = pdfdoc.PDFPageLabels()
        self._preferences = pdfdoc.ViewerPreferencesPDFDictionary()
        self._preferences["DisplayDocTitle"] = "true"
        self._pages = 0
        self.supplies = Supplies(self._document, paper)

    def print_unscaled(self) -> None:
        """Ask viewers to print at true size."""
        self._preferences["PrintScaling"] = "None"

    def add_page(self, page: Page, label: str = "", links: Iterable[Link] = ()) -> None:
        """Add a page that has all its content.

        Args:
            label: what viewers call the page; empty: its number.
        """
        from reportlab.pdfbase import pdfdoc

        added = pdfdoc.PDFPage()
        added.MediaBox = f"[0 0 {page.width * POINTS:.4f} {page.height * POINTS:.4f}]"
        added.Resources = self.supplies.resources(page.names)
        added.Contents = packing.packed_stream(page.packed())
        annotations = [self._annotation(link) for link in links]
        if annotations:
            added.Annots = pdfdoc.PDFArray(annotations)
        if label:
            self._labels.addPageLabel(self._pages, pdfdoc.PDFPageLabel(prefix=label))
        self._document.addPage(added)
        self._pages += 1

    def _annotation(self, link: Link) -> Any:
        from reportlab.pdfbase import pdfdoc

        target = pdfdoc.PDFObjectReference(f"Page{link.page + 1}")
        return pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Annot"),
                "Subtype": pdfdoc.PDFName("Link"),
                "Rect": pdfdoc.PDFArrayCompact(list(link.box)),
                "Border": "[0 0 0]",
                "Contents": pdfdoc.PDFString(link.says),
                "Dest": pdfdoc.PDFArrayCompact([target, pdfdoc.PDFName("Fit")]),
            }
        )

    def data(self) -> bytes:
        """The finished file; nothing can be added afterwards."""
        self.supplies.finish()
        catalog = self._document.Catalog
        catalog.ViewerPreferences = self._preferences
        if self._labels.labels:
            catalog.PageLabels = self._labels
        return packing.file_of(self._document)
