"""What the first page of a window shows and does: recents, templates, survivors of a crash."""

from __future__ import annotations

import importlib
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from cjm_desktop.journey import offers
from cjm_desktop.ui import plain
from cjm_desktop.ui.settings import Recent
from cjm_desktop.ui.spoken import when
from cjm_desktop.ui.start.cards import CardInfo
from cjm_desktop.ui.start.own import OwnTemplates
from cjm_desktop.ui.start.page import FirstPage, Survivor

if TYPE_CHECKING:
    from cjm_desktop.document import Copy
    from cjm_desktop.ui.start.pictures import Pictures
    from cjm_desktop.ui.window import Window

SHOWN = 6
"""Recent maps on the first page."""
SAMPLE = offers.SAMPLES[0]
"""It stands apart; the others lie among the templates."""
NEXT = ("layout", "ui.canvas.view", "ui.inspector.dock", "ui.bench")
"""What a map will need, loaded part by part while the first page is looked at."""


class StartDesk(QObject):
    """Fills the first page of one window and does what it asks.

    Args:
        window: whose.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self.page = FirstPage()
        self._pictures: Pictures | None = None
        self._entered = False
        """The keyboard has been put where one most likely goes on."""
        self._warm_up = QTimer(self)
        self._warm_up.timeout.connect(self._warm)
        self._cold = list(NEXT)
        self.own = OwnTemplates(window, self.page)
        self.own.changed.connect(self.refresh)
        self._connect(self.page)
        self._desk.recents_changed.connect(self.refresh)

    def _connect(self, page: FirstPage) -> None:
        window = self._window
        for asked, command in (
            (page.asked_new, "file.new"),
            (page.asked_open, "file.open"),
            (page.asked_import, "file.import"),
            (page.asked_recovery, "file.recovery"),
            (page.asked_keys, "help.keys"),
            (page.asked_settings, "edit.settings"),
            (page.asked_about, "help.about"),
        ):
            asked.connect(lambda command=command: window.commands[command].trigger())
        page.sketched.connect(self._sketch)
        page.chose_template.connect(self._new)
        page.chose_recent.connect(self._open_recent)
        page.forgot_recent.connect(self._desk.forget)
        page.recover.connect(self._recover)
        page.later.connect(self._later)

    def refresh(self) -> None:
        """Show everything as it is now, if the page is seen."""
        if self._window.work is not None:
            return
        self._hint()
        page = self.page
        own = self._desk.settings.keys
        new, open_ = own.get("file.new", ("Ctrl+N",)), own.get("file.open", ("Ctrl+O",))
        page.left.show_keys("".join(new[:1]), "".join(open_[:1]))
        page.show_recents([self._card(one) for one in self._recents])
        self._show_templates()
        if not self._entered:
            self._entered = True
            page.take_focus()
        if self._window.seen:
            self.refresh_rest()

    def _show_templates(self) -> None:
        language = self.page.left.sketch.language = self._desk.language
        names = (*offers.TEMPLATES, *offers.SAMPLES[1:], SAMPLE)
        cards = [CardInfo(one, *_about(one, language)) for one in names]
        self.page.show_templates([*cards[:-1], *self.own.cards], cards[-1])

    def refresh_rest(self) -> None:
        """Show what takes a moment to find, after the page is seen: survivors and pictures."""
        if self._window.work is not None:
            return
        language, survivors = self._desk.language, self._desk.survivors
        # Looking for those that survived is what sets others aside.
        found = [(one, False) for one in (survivors.copies if survivors.known else ())]
        found += [(one, True) for one in survivors.failed]
        self.page.show_survivors(
            [
                Survivor(copy.folder.name, copy.title, when(copy.when, language), failed)
                for copy, failed in found
            ]
        )
        if self.own.look():
            self._show_templates()
        self._desk.settings.start_widths = str(self.page.widths)
        paths = [one.path for one in self._recents]
        self.pictures.ask(paths, [*offers.SAMPLES, *offers.TEMPLATES], language, self.own.whole)
        self._warm_up.start()

    @property
    def _recents(self) -> tuple[Recent, ...]:
        return self._desk.settings.recents[:SHOWN]

    def _warm(self) -> None:
        # Loading takes moments, which are better spent now than after a click.
        if self._cold:
            importlib.import_module(f"cjm_desktop.{self._cold.pop(0)}")
        else:
            self._warm_up.stop()

    @property
    def pictures(self) -> Pictures:
        """What makes the pictures of the cards."""
        if self._pictures is None:
            from cjm_desktop.ui.start.pictures import Pictures

            self._pictures = Pictures(self.page, self.own.journey)
            self._pictures.ready.connect(self.page.set_picture)
        return self._pictures

    def _hint(self) -> None:
        hints = [self.tr("[↑] [↓] [←] [→] over the maps"), self.tr("[Enter] open")]
        if self._desk.settings.recents:
            hints.append(self.tr("[Del] take off the list"))
        hints.append(self.tr("or drop a file on the window"))
        guide = self._desk.settings.keys.get("help.guide", ("F1",))
        if guide:
            word = self.tr("guide")
            hints.append(f"[{guide[0]}] {word}")
        self._window.status.hints.say("\t".join(("", *hints)))

    def _card(self, recent: Recent) -> CardInfo:
        path = Path(recent.path)
        shown = self._folder(path.parent)
        title = plain.clean(recent.title or path.stem)
        if not path.exists():
            gone = self.tr("not found")
            return CardInfo(recent.path, title, plain.clean(shown), gone, str(path), missing=True)
        try:
            opened = when(datetime.fromisoformat(recent.opened), self._desk.language)
        except ValueError:
            opened = ""
        return CardInfo(recent.path, title, plain.clean(shown), opened, str(path))

    def _sketch(self, stages: str) -> None:
        self._window.files.sketch(stages)

    def _new(self, template: str) -> None:
        self._window.files.new(template)

    def _folder(self, folder: Path) -> str:
        """A folder as one knows it: from the user's own on."""
        home = Path.home()
        if folder == home:
            return self.tr("in the home folder")
        return f"~/{folder.relative_to(home)}" if folder.is_relative_to(home) else str(folder)

    def _open_recent(self, path: str) -> None:
        self._desk.open_files([Path(path)], self._window)

    def _offered(self, key: str) -> Copy | None:
        offered = (*self._desk.survivors.copies, *self._desk.survivors.failed)
        return next((one for one in offered if one.folder.name == key), None)

    def _recover(self, key: str) -> None:
        copy = self._offered(key)
        if copy is None:
            return
        recovery = self._window.orders.recovery
        if copy in self._desk.survivors.failed:
            recovery.show_at(key)
        else:
            self._desk.survivors.drop(copy)
            recovery.have_back(copy)

    def _later(self, key: str) -> None:
        copy = self._offered(key)
        if copy is not None:
            self._desk.survivors.drop(copy)


def _about(name: str, language: str) -> tuple[str, str, str, str]:
    """What the card of a template says: title, summary, nothing aside, all of it as a tooltip."""
    title, summary = offers.title(name, language), offers.summary(name, language)
    return title, summary, "", f"{title}. {summary}"
