"""The files of a published format, as the program that published it wrote them.

`python -m tests.storage.formats.making FOLDER` is run once for each format, by its own program;
what it made is never made again.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from cjm_desktop.document import Document, Home
from cjm_desktop.journey import templates
from tests.document.doing import add_card, set_text


def make(folder: Path) -> None:
    """One map with a history that is partly undone, and one without."""
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as home:
        document = Document.create(templates.make("b2b", "ru"), Home(Path(home)))
        card = add_card(document, "первая")
        set_text(document, card, "вторая")
        add_card(document, "третья")
        document.undo()
        document.save_as(folder / "with_history.cjm")
        document.share_copy(folder / "shared.cjm")
        document.close()


if __name__ == "__main__":
    make(Path(sys.argv[1]))
