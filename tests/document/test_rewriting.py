"""A working copy that had to live in memory comes back to the disk, with all that belongs to it."""

import shutil

import pytest

from cjm_desktop.document import Document, Home
from cjm_desktop.journey import templates
from cjm_desktop.storage.problems import FileFull, Missing
from tests.document.doing import add_card, room, state
from tests.document.test_recovery import end


def recovered(home: Home) -> Document:
    (copy,) = Document.recoverable(home)
    return Document.recover(copy, home)


def test_trying_again_takes_no_room_on_a_full_disk(document: Document) -> None:
    add_card(document, "on the disk")
    held = document._keeper.folder
    assert held is not None
    before = {one.name for one in held.folder.iterdir()}
    with room(60_000):
        while document.at_risk is None:
            add_card(document, "x" * 5000)
        for _ in range(2):
            with pytest.raises(FileFull):
                document.return_to_disk()
        assert {one.name for one in held.folder.iterdir()} == before
    document.return_to_disk()
    assert document.at_risk is None


def test_how_it_was_opened_is_kept_where_there_was_no_room_at_first(home: Home) -> None:
    document = Document.create(templates.make("blank", "en"), home)
    opened = state(document)
    with room(20_000):
        add_card(document, "in memory")
    assert document.at_risk is not None
    document.return_to_disk()
    end(document)
    again = recovered(home)
    again.revert()
    assert again.journey == opened
    again.discard()


def test_where_it_is_lost_one_is_told_so(home: Home) -> None:
    document = Document.create(templates.make("blank", "en"), home)
    add_card(document, "one")
    end(document)
    again = recovered(home)
    assert again._keeper.folder is not None
    shutil.rmtree(again._keeper.folder.folder)
    add_card(again, "two")
    again.return_to_disk()
    with pytest.raises(Missing, match="when it was opened"):
        again.revert()
    again.discard()
