"""The real program with its window, editing at random until it is killed.

Each line on standard output says what is on disk: first `begun` with the state and those one step
before and after it, then `done` with the state after each edit.
"""

from __future__ import annotations

import random
import sys

from PySide6.QtCore import QTimer

from cjm_desktop import app
from cjm_desktop.document import Document
from cjm_desktop.journey import templates
from tests.journey.walk import random_verb
from tests.torture.victim import digest


def main(seed: int) -> int:
    """Start as a user does, and edit."""
    desk = app.begin([])
    assert desk is not None, "another one runs already"
    window = desk.windows[-1]
    if window.work is None:
        # One that was killed before it was shown and well is set aside, and had back by hand.
        left = Document.recoverable(desk.home) or desk.home.set_aside()
        if left:
            begun = Document.recover(left[0], desk.home)
        else:
            begun = Document.create(templates.make("b2b", "ru"), desk.home)
        window.show_document(begun)
    assert window.work is not None
    document, rng = window.work.document, random.Random(seed)
    around = []
    for there, back in ((document.undo, document.redo), (document.redo, document.undo)):
        if there() is not None:
            around.append(digest(document.journey))
            back()
    print("begun", digest(document.journey), *around, flush=True)

    def edit() -> None:
        if rng.random() < 0.2:
            document.undo()
        else:
            with document.edit("step.edit", name="x") as draft:
                random_verb(draft, rng)
        print("done", digest(document.journey), flush=True)

    timer = QTimer()
    timer.timeout.connect(edit)
    timer.start(0)
    return desk.application.exec()


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
