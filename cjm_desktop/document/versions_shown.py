"""A document to look at only: another state of an open map, or two of them in one."""

from __future__ import annotations

import secrets

from cjm_desktop.document.document import Document
from cjm_desktop.document.keeping import Keeper
from cjm_desktop.document.saved import Saved
from cjm_desktop.document.saving import Saver
from cjm_desktop.document.watching import Change
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.storage.contents import Contents


class ShownDocument(Document):
    """Shows states of a map to whoever can show a document; it refuses every edit.

    Nothing of it is ever written: it has no working copy and no file.

    Args:
        document: whose states.
        state: to begin with; None: the map as it is.
    """

    def __init__(self, document: Document, state: Journey | None = None) -> None:
        shown = (state or document.journey).fork()
        contents = Contents(shown, {"document_id": secrets.token_hex(8)})
        keeper = Keeper(None, contents, {})
        saver = Saver(document.home, keeper, Saved(), str(contents.meta["document_id"]))
        super().__init__(document.home, contents.journey, keeper, saver, contents.meta)

    def show(self, state: Journey) -> None:
        """Show another state; whoever watches is told what differs from the one before."""
        put = tuple(one for one in state if self.journey.find(one.id) is not one)
        dropped = tuple(one for one in self.journey if one.id not in state)
        self.journey.ledger = state.ledger
        self._changes += 1
        for record in dropped:
            self.journey.drop(record.id)
        for record in put:
            self.journey.put(record)
        self._tell(Change(put, dropped, "revert"))

    def _check_may_change(self) -> None:
        raise Problem("storage.only_shown")
