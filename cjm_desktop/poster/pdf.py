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


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A place that has a name: a page, counted from 0, or a rectangle of it in points."""

    title: str
    page: int
    box: tuple[float, float, float, float] | None = None


def _destination(bookmark: Bookmark) -> Any:
    from reportlab.pdfbase import pdfdoc

    target = pdfdoc.PDFObjectReference(f"Page{bookmark.page + 1}")
    if bookmark.box is None:
        return pdfdoc.PDFArrayCompact([target, pdfdoc.PDFName("Fit")])
    sides = [round(side, 3) for side in bookmark.box]
    return pdfdoc.PDFArrayCompact([target, pdfdoc.PDFName("FitR"), *sides])


class PdfFile:
    """A PDF file.

    Args:
        title: shown by viewers in place of the file's name.
        subject, keywords: said of the document where programs look for it.
        language: of the texts, for those who have them read aloud.
        paper: what shows where a picture is transparent.
        invariant: make the same bytes from the same map, without dates.
    """

    def __init__(
        self,
        title: str,
        language: str,
        paper: Colour,
        *,
        subject: str = "",
        keywords: str = "",
        invariant: bool,
    ) -> None:
        from reportlab.pdfbase import pdfdoc

        self._document = pdfdoc.PDFDocument(
            compression=1, invariant=int(invariant), pdfVersion=(1, 6), lang=language
        )
        self._document.setTitle(title)
        self._document.setAuthor("")
        self._document.setSubject(subject)
        self._document.setKeywords(keywords)
        self._document.setCreator("CJM Desktop")
        self._labels: list[tuple[int, str]] = []
        self._preferences = pdfdoc.ViewerPreferencesPDFDictionary()
        self._preferences["DisplayDocTitle"] = "true"
        self._pages = 0
        self._bookmarks: list[Bookmark] = []
        self.supplies = Supplies(self._document, paper)

    def print_unscaled(self) -> None:
        """Ask viewers to print at true size."""
        self._preferences["PrintScaling"] = "None"

    @property
    def pages(self) -> int:
        """How many pages there are so far."""
        return self._pages

    def add_bookmark(self, bookmark: Bookmark) -> None:
        """Add a place to the list that viewers show beside the pages."""
        self._bookmarks.append(bookmark)

    def add_page(self, page: Page, label: str = "", links: Iterable[Link] = ()) -> None:
        """Add a page that has all its content.

        Args:
            label: what viewers call the page; empty: its number.
        """
        from reportlab.pdfbase import pdfdoc

        document = self._document
        stream = document.Reference(packing.packed_stream(page.packed()))
        drawn = [*page.before, packing.text(stream, document), *page.after]
        entries: dict[str, object] = {
            "Type": "/Page",
            "Parent": document.Reference(document.Pages),
            "MediaBox": f"[0 0 {page.width * POINTS:.4f} {page.height * POINTS:.4f}]",
            "Resources": self.supplies.resources(page.names),
            "Contents": f"[{' '.join(drawn)}]" if len(drawn) > 1 else drawn[0],
        }
        for name, (left, top, right, bottom) in page.boxes.items():
            sides = (left, page.height - bottom, right, page.height - top)
            entries[name] = "[" + " ".join(f"{side * POINTS:.4f}" for side in sides) + "]"
        annotations = [self._annotation(link) for link in links]
        if annotations:
            entries["Annots"] = pdfdoc.PDFArray(annotations)
        if label:
            self._labels.append((self._pages, label))
        document.addPage(packing.dictionary(**entries))
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

    def _outline(self) -> Any:
        """The bookmarks, one after another; None: there are none."""
        from reportlab.pdfbase import pdfdoc

        if not self._bookmarks:
            return None
        whole = pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("Outlines")})
        parent = self._document.Reference(whole)
        entries = [pdfdoc.PDFDictionary({}) for _ in self._bookmarks]
        refs = [self._document.Reference(one) for one in entries]
        for at, (bookmark, entry) in enumerate(zip(self._bookmarks, entries, strict=True)):
            entry["Title"] = pdfdoc.PDFString(bookmark.title)
            entry["Parent"] = parent
            entry["Dest"] = _destination(bookmark)
            if at:
                entry["Prev"] = refs[at - 1]
            if at + 1 < len(refs):
                entry["Next"] = refs[at + 1]
        for name, value in (("First", refs[0]), ("Last", refs[-1]), ("Count", len(refs))):
            whole[name] = value
        return whole

    def _page_labels(self) -> Any:
        from reportlab.pdfbase import pdfdoc

        names = (
            b"%d<</P%b>>" % (page, pdfdoc.format(pdfdoc.PDFString(label), self._document))
            for page, label in self._labels
        )
        return packing.dictionary(Nums=b"[%b]" % b"".join(names))

    def data(self) -> bytes:
        """The finished file; nothing can be added afterwards."""
        self.supplies.finish()
        catalog = self._document.Catalog
        catalog.Outlines = self._outline()
        catalog.ViewerPreferences = self._preferences
        if self._labels:
            catalog.PageLabels = self._page_labels()
        return packing.file_of(self._document)
