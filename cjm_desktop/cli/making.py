"""Commands that make maps: `new` and `import`."""

from __future__ import annotations

import tempfile
from argparse import Namespace
from pathlib import Path

from cjm_desktop import exchange
from cjm_desktop.cli.outcomes import Senseless
from cjm_desktop.cli.speech import Language, Speech
from cjm_desktop.cli.targets import check_map
from cjm_desktop.document import Document, Home
from cjm_desktop.document.shelf import TemplateShelf, data_folder
from cjm_desktop.journey import templates
from cjm_desktop.journey.journey import Journey


def new(asked: Namespace, speech: Speech) -> None:
    """`cjm new MAP.cjm`."""
    target = Path(asked.map)
    journey = begun(asked.template, speech.language, asked.title)
    check_map(target, force=asked.force)
    keep(journey, target)
    speech.say("cli.made", path=target)


def begun(template: str, language: Language, title: str = "") -> Journey:
    """A new map from a template, one of the program's or of the user's own.

    Raises:
        Senseless: there is none of that name.
    """
    if template in templates.names():
        return templates.make(template, language, title)
    shelf = TemplateShelf(data_folder())
    own = shelf.find(template)
    if own is None:
        known = ", ".join((*templates.names(), *(one.name for one in shelf.offers("en"))))
        raise Senseless("cli.no_template", name=template, known=known)
    return shelf.make(own, language, title)


def import_file(asked: Namespace, speech: Speech) -> None:
    """`cjm import SOURCE MAP.cjm`."""
    target = Path(asked.map)
    check_map(target, force=asked.force)
    how = exchange.Options(asked.language, asked.block, asked.scores, asked.emotions)
    journey, report = exchange.read_any(Path(asked.source), asked.format, how)
    keep(journey, target)
    if asked.json:
        speech.data({"map": str(target), **report.as_json(speech.language)})
        return
    speech.say(
        "cli.read",
        stages=speech.count("count.stages", report.stages),
        steps=speech.count("count.steps", report.steps),
        lanes=speech.count("count.lanes", report.lanes),
        cards=speech.count("count.cards", report.cards),
        path=target,
    )
    for kind in ("repaired", "skipped", "noted"):
        for note in getattr(report, kind):
            speech.say(f"cli.{kind}", text=note.sentence(speech.language))


def keep(journey: Journey, target: Path) -> None:
    """Write a map's file the only way there is: as a document that is opened, saved and closed."""
    with tempfile.TemporaryDirectory(prefix="cjm-") as folder:
        document = Document.create(journey, Home(Path(folder), passing=True))
        try:
            document.save_as(target)
        finally:
            document.close()
