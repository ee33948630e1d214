"""The command that lists what people still do by hand: `automation`."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from cjm_desktop import exchange
from cjm_desktop.cli.exporting import map_id_of
from cjm_desktop.cli.outcomes import Senseless
from cjm_desktop.cli.speech import Speech
from cjm_desktop.cli.targets import check_export
from cjm_desktop.exchange import automation as listing
from cjm_desktop.exchange.delimited import KINDS
from cjm_desktop.journey import words
from cjm_desktop.journey.journey import Journey
from cjm_desktop.storage import reader


def automation(asked: Namespace, speech: Speech) -> None:
    """`cjm automation MAP.cjm`."""
    if asked.json and asked.out is not None:
        raise Senseless("cli.list_or_json")
    source = Path(asked.map)
    journey = reader.read(source).journey
    map_id = map_id_of(journey, asked.name)
    if asked.out is not None:
        _write(journey, map_id, source, asked, speech)
    elif asked.json:
        speech.data(listing.as_data(journey, map_id))
    else:
        _tell(journey, map_id, speech)


def _write(journey: Journey, map_id: str, source: Path, asked: Namespace, speech: Speech) -> None:
    out = Path(asked.out)
    kind = next((one for one in KINDS if out.suffix.lower() == f".{one}"), None)
    if kind is None:
        raise Senseless("cli.no_format", name=out.name, known=", ".join(KINDS))
    check_export(source, out, force=asked.force)
    exchange.write_file(out, listing.as_text(journey, map_id, speech.language, kind))
    speech.say("cli.written", path=out)


def _tell(journey: Journey, map_id: str, speech: Speech) -> None:
    """Say the list on the terminal, a touchpoint a line, with what is known of each."""
    head, *rows = listing.table(journey, map_id, speech.language)
    if not rows:
        speech.say("cli.nothing_by_hand")
    untitled = words.say("cli.untitled", speech.language)
    for number, (title, *rest) in enumerate(rows, 1):
        speech.line(f"{number}. {' '.join(title.split()) or untitled}")
        known = zip(head[1:], rest, strict=True)
        speech.line(
            "   " + "; ".join(f"{name}: {' '.join(one.split())}" for name, one in known if one)
        )
