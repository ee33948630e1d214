"""The user guide, read in the program: its parts at the left, the chosen one at the right."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QSize, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QDesktopServices,
    QImage,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QWidget

from cjm_desktop import assets
from cjm_desktop.ui import plain
from cjm_desktop.ui.dialogs.frame import Frame
from cjm_desktop.ui.palette import tokens

_HEAD = re.compile(r"^(#{1,3}) (.+)$", re.MULTILINE)
_FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)

_PICTURE = re.compile(r"!\[[^\]]*\]\((pictures/[a-z0-9_.]+)\)")
PICTURE = 620
"""Pixels that a picture is wide on the page."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the guide with a heading of its own."""

    title: str
    text: str
    """In Markdown, its heading included."""
    anchors: frozenset[str]
    """What links to it, or to a heading in it, end in."""


def parts(text: str) -> tuple[Part, ...]:
    """A guide in Markdown cut at its headings of the second level, without what is before them."""
    fenced = [(found.start(), found.end()) for found in _FENCE.finditer(text)]
    heads = [
        found
        for found in _HEAD.finditer(text)
        if not any(begin <= found.start() < end for begin, end in fenced)
    ]
    starts = [found.start() for found in heads if found[1] == "##"]
    made = []
    for begin, end in zip(starts, [*starts[1:], len(text)], strict=True):
        inside = [found[2] for found in heads if begin <= found.start() < end]
        anchors = frozenset(anchor(one) for one in inside)
        made.append(Part(inside[0], text[begin:end].strip(), anchors))
    return tuple(made)


def anchor(heading: str) -> str:
    """What a link to a heading ends in."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-")


class GuideDialog(Frame):
    """The guide in the window's language.

    Args:
        language: of the window.
        parent: the window it belongs to.
    """

    def __init__(self, language: str, parent: QWidget) -> None:
        super().__init__(parent, QCoreApplication.translate("GuideDialog", "User guide"))
        self._parts = parts(assets.path("guide", f"{language}.md").read_text(encoding="utf-8"))
        self.contents = QListWidget()
        self.contents.setProperty("look", "open")
        self.contents.setFrameShape(QFrame.Shape.NoFrame)
        self.contents.setAccessibleName(self.tr("Contents"))
        self.contents.setFixedWidth(200)
        self.contents.setSpacing(3)
        self.contents.setWordWrap(True)
        for part in self._parts:
            self.contents.addItem(part.title)
        self.page = plain.page()
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.page.setAccessibleName(self.heading.text())
        self.page.anchorClicked.connect(self.follow)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.contents)
        row.addWidget(self.page, 1)
        self.inside.addLayout(row, 1)
        self.contents.currentRowChanged.connect(self._turn)
        self.contents.setCurrentRow(0)
        self.add_close(self.tr("Close"))
        self.resize(self.sizeHint().expandedTo(QSize(920, 680)))
        self.contents.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self, index: int) -> None:
        text = self._parts[index].text
        self.page.setMarkdown(text)
        self._show_pictures(text)
        _set_out(self.page.document())
        self.page.moveCursor(QTextCursor.MoveOperation.Start)

    def _show_pictures(self, text: str) -> None:
        """Give the page its pictures, as wide as it is: it fetches none by itself."""
        document = self.page.document()
        for name in _PICTURE.findall(text):
            picture = QImage(str(assets.path("guide") / name))
            if not picture.isNull():
                picture.setDevicePixelRatio(picture.width() / PICTURE)
                document.addResource(
                    QTextDocument.ResourceType.ImageResource.value, QUrl(name), picture
                )
        document.markContentsDirty(0, document.characterCount())

    def follow(self, link: QUrl) -> None:
        """Turn to the part a link leads to, or open what is not of the guide."""
        wanted = link.fragment()
        if not link.isRelative():
            QDesktopServices.openUrl(link)
            return
        for index, part in enumerate(self._parts):
            if wanted in part.anchors:
                self.contents.setCurrentRow(index)


def _set_out(document: QTextDocument) -> None:
    """Give the page air: Qt sets Markdown without any between paragraphs."""
    block = document.begin()
    while block.isValid():
        cursor = QTextCursor(block)
        if cursor.currentTable() is None:
            cursor.setBlockFormat(_air(block))
        block = block.next()


def _air(block: QTextBlock) -> QTextBlockFormat:
    made = QTextBlockFormat(block.blockFormat())
    # Long lines of code wrap, so that the page never scrolls sideways.
    made.setNonBreakableLines(False)
    if made.hasProperty(QTextFormat.Property.BlockCodeFence):
        made.setBackground(QColor(tokens().field))
        return made
    made.setLineHeight(130, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if made.headingLevel():
        made.setTopMargin(14 if made.headingLevel() > 2 else 0)
        made.setBottomMargin(6)
    else:
        made.setBottomMargin(9 if QTextCursor(block).currentList() is None else 4)
    return made
