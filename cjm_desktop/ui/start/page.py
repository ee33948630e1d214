"""The first page: what to do at the left, maps and templates at the right. No tour, no news."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QSize, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cjm_desktop.ui import icons, plain
from cjm_desktop.ui.areas import scrolling
from cjm_desktop.ui.controls import button, line
from cjm_desktop.ui.start.bones import Widths
from cjm_desktop.ui.start.cards import INSET, CardInfo, CardList
from cjm_desktop.ui.start.rows import StartRow
from cjm_desktop.ui.start.sketch import Sketch

LEFT = 368
BAR = 12
"""Room for a scroll bar, px."""
"""Width of the left column, px."""


class Survivor(NamedTuple):
    """A map whose last edits were not yet in its file when the program ended."""

    key: str
    title: str
    time: str
    """When it was last edited, as people read it."""
    failed: bool = False
    """It did not open and was set aside."""


class FirstPage(QWidget):
    """What a window shows before it has a map."""

    asked_new = Signal()
    asked_open = Signal()
    asked_import = Signal()
    sketched = Signal(str)
    """The stages typed into the quick sketch."""
    chose_template = Signal(str)
    dropped_template = Signal(str)
    """Del on a template."""
    template_menu = Signal(str, QPoint)
    chose_recent = Signal(str)
    forgot_recent = Signal(str)
    recover = Signal(str)
    later = Signal(str)
    asked_recovery = Signal()
    asked_keys = Signal()
    asked_settings = Signal()
    asked_about = Signal()

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.left = StartLeft()
        self.right = StartRight(self.left.new)
        left, right = scrolling(self.left), scrolling(self.right)
        row.addWidget(left)
        row.addWidget(right, 1)
        for ground in (right, self.right):
            ground.setProperty("look", "ground")
        self._area = left
        self._fit()
        self._connect()

    def _fit(self) -> None:
        # Words that grow take more room; the longest of them none that is not theirs.
        self._area.setFixedWidth(max(LEFT, self.left.minimumSizeHint().width() + BAR))

    @property
    def widths(self) -> Widths:
        """What the next first picture must know to look the same."""
        return Widths(self._area.width(), self.left.new.width())

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def _connect(self) -> None:
        left, right = self.left, self.right
        left.new.clicked.connect(self.asked_new)
        left.open.clicked.connect(self.asked_open)
        left.read.clicked.connect(self.asked_import)
        left.sketch.asked.connect(self.sketched)
        left.keys.clicked.connect(self.asked_keys)
        left.settings.clicked.connect(self.asked_settings)
        left.about.clicked.connect(self.asked_about)
        left.sample.opened.connect(self.chose_template)
        right.recents.opened.connect(self.chose_recent)
        right.recents.removed.connect(self.forgot_recent)
        right.templates.opened.connect(self.chose_template)
        right.templates.removed.connect(self.dropped_template)
        right.templates.menu_asked.connect(self.template_menu)
        right.recovery.clicked.connect(self.asked_recovery)
        right.recover.connect(self.recover)
        right.later.connect(self.later)

    def show_recents(self, cards: Sequence[CardInfo]) -> None:
        """Show the maps opened lately."""
        self.right.show_recents(cards)

    def show_templates(self, cards: Sequence[CardInfo], sample: CardInfo) -> None:
        """Show what a map can begin as, and the filled example."""
        self.right.templates.cards.set_cards(cards)
        self.left.sample.cards.set_cards([sample])

    def show_survivors(self, survivors: Sequence[Survivor]) -> None:
        """Offer the maps that outlived a crash."""
        self.right.show_survivors(survivors)

    def set_picture(self, key: str, picture: QPixmap) -> None:
        """Give the card of a map or template its picture."""
        for cards in (self.right.recents, self.right.templates, self.left.sample):
            cards.cards.set_picture(key, picture)

    def take_focus(self) -> None:
        """Put the keyboard where the user most likely goes on."""
        recents = self.right.recents
        (recents if recents.cards.cards else self.left.new).setFocus()


class StartLeft(QFrame):
    """What can be done."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("start")
        self._own_keys = ("Ctrl+N", "Ctrl+O")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(32 - INSET, 20, 31 - INSET, 8)
        outer.setSpacing(0)
        column = QVBoxLayout()
        column.setContentsMargins(INSET, 0, INSET, 0)
        column.setSpacing(0)
        self._slogan = plain.label(role="secondary")
        column.addLayout(self._head())
        column.addSpacing(20)
        self.new = StartRow("plus", filled=True)
        self.open = StartRow("folder-open")
        self.read = StartRow("file-text")
        self.rows = (self.new, self.open, self.read)
        for made in self.rows:
            column.addWidget(made)
            column.addSpacing(4)
        column.addSpacing(8)
        column.addWidget(line())
        column.addSpacing(16)
        self.sketch = Sketch()
        column.addWidget(self.sketch)
        column.addSpacing(16)
        self._example = plain.label(role="panel")
        column.addWidget(self._example)
        outer.addLayout(column)
        self.sample = CardList(276, 4)
        outer.addWidget(self.sample)
        outer.addStretch(1)
        self.keys = button("", "keyboard", "link")
        self.settings = button("", "settings", "link")
        self.about = button("", "info-circle", "link")
        outer.addLayout(self._foot())
        self._say()

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        sign = plain.label()
        sign.setPixmap(icons.pixmap("app", "#FFFFFF", 36, self.devicePixelRatioF()))
        row.addWidget(sign)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(plain.label("CJM Desktop", "dialog"))
        words.addWidget(self._slogan)
        row.addLayout(words, 1)
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(INSET - 5, 8, 0, 0)
        row.setSpacing(0)
        for made in (self.keys, self.settings, self.about):
            row.addWidget(made)
        row.addStretch(1)
        return row

    def show_keys(self, new: str, open_: str) -> None:
        """Say by which keys a map is made and opened; nothing for none."""
        if (new, open_) != self._own_keys:
            self._own_keys = (new, open_)
            self._say()

    def _say(self) -> None:
        self._slogan.setText(self.tr("Customer journey maps"))
        self.new.say(self.tr("New map"), "", self._own_keys[0])
        self.open.say(self.tr("Open file"), "", self._own_keys[1])
        self.read.say(self.tr("From a Mermaid file"), self.tr("a journey diagram, .mmd or .md"))
        self._example.setText(self.tr("Example"))
        self.sample.setAccessibleName(self._example.text())
        self.keys.setText(self.tr("Keys"))
        self.settings.setText(self.tr("Settings"))
        self.about.setText(self.tr("About"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()


class StartRight(QWidget):
    """What there is already.

    Args:
        following: where the keyboard goes after what a crash left behind.
    """

    recover = Signal(str)
    later = Signal(str)

    def __init__(self, following: QWidget) -> None:
        super().__init__()
        self._next = following
        column = QVBoxLayout(self)
        column.setContentsMargins(40 - INSET, 32, 40 - INSET, 32 - INSET)
        column.setSpacing(0)
        self._strips = QVBoxLayout()
        self._strips.setContentsMargins(INSET, 0, INSET, 0)
        self._strips.setSpacing(8)
        self._survivors: tuple[Survivor, ...] = ()
        column.addLayout(self._strips)
        self._recent = plain.label(role="panel")
        self.recents = CardList(300, 3)
        self._ready = plain.label(role="panel")
        self.templates = CardList(184, 5)
        self.recovery = button("", "shield-check", "link")
        self._heads: list[QHBoxLayout] = []
        for title, cards in ((self._recent, self.recents), (self._ready, self.templates)):
            head = QHBoxLayout()
            head.setContentsMargins(INSET, 0, INSET, 0)
            head.addWidget(title, 1)
            self._heads.append(head)
            column.addLayout(head)
            column.addWidget(cards)
            column.addSpacing(16)
        column.addStretch(1)
        self.show_recents(())
        self._say()

    def show_recents(self, cards: Sequence[CardInfo]) -> None:
        self.recents.cards.set_cards(cards)
        self._recent.setVisible(bool(cards))
        # It stands at the right of the first heading there is.
        self._heads[0 if cards else 1].addWidget(self.recovery)
        QWidget.setTabOrder(self.recovery, self.recents)
        QWidget.setTabOrder(self.recents, self.templates)
        self.recents.setVisible(bool(cards))

    def show_survivors(self, survivors: Sequence[Survivor]) -> None:
        self._survivors = tuple(survivors)
        while (item := self._strips.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for survivor in self._survivors:
            self._strips.addWidget(self._strip(survivor))
        if self._survivors:
            self._strips.addSpacing(24)
        # The keyboard meets what was nearly lost first, as the eye does.
        for before, after in pairwise([self._next, *self._buttons(), self._next]):
            QWidget.setTabOrder(before, after)

    def _buttons(self) -> list[QPushButton]:
        held = (self._strips.itemAt(at) for at in range(self._strips.count()))
        strips = [item.widget() for item in held if item is not None]
        return [one for strip in strips if strip for one in strip.findChildren(QPushButton)]

    def _strip(self, survivor: Survivor) -> QFrame:
        strip = QFrame()
        strip.setProperty("look", "warn")
        row = QHBoxLayout(strip)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(12)
        sign = plain.label()
        sign.setPixmap(icons.icon("history", "warn").pixmap(QSize(20, 20)))
        row.addWidget(sign)
        sentence = (
            self.tr("Set aside after a crash, {time}: “{title}”")
            if survivor.failed
            else self.tr("Unsaved work after a crash, {time}: “{title}”")
        )
        said = sentence.format(title=plain.clean(survivor.title), time=survivor.time)
        shown = plain.Elided(said)
        shown.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(shown, 1)
        later = button(self.tr("Later"), look="flat")
        again = button(self.tr("Recovery…") if survivor.failed else self.tr("Restore"))
        later.clicked.connect(lambda: self.later.emit(survivor.key))
        again.clicked.connect(lambda: self.recover.emit(survivor.key))
        row.addWidget(later)
        row.addWidget(again)
        return strip

    def _say(self) -> None:
        self._recent.setText(self.tr("Recent"))
        self._ready.setText(self.tr("Templates"))
        self.recovery.setText(self.tr("Recover earlier work"))
        self.recents.setAccessibleName(self._recent.text())
        self.templates.setAccessibleName(self._ready.text())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self.show_survivors(self._survivors)
