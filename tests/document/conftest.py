"""A home of one's own and a map in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cjm_desktop.document import Document, Home
from cjm_desktop.journey import templates
from tests.document.doing import add_card


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """An application folder of its own."""
    return Home(tmp_path / "home")


@pytest.fixture
def document(home: Home) -> Iterator[Document]:
    """A new map from the B2B template, not saved yet."""
    made = Document.create(templates.make("b2b", "ru"), home)
    yield made
    made.close()


@pytest.fixture
def saved(document: Document, tmp_path: Path) -> Document:
    """The same, saved as map.cjm with one card in it."""
    add_card(document, "первая")
    document.save_as(tmp_path / "map.cjm")
    return document
