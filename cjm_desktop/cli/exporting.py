"""The command that takes maps elsewhere: `export`."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from cjm_desktop import exchange
from cjm_desktop.cli import purposes
from cjm_desktop.cli.outcomes import Senseless
from cjm_desktop.cli.purposes import FORMATS
from cjm_desktop.cli.speech import Speech
from cjm_desktop.cli.targets import check_export
from cjm_desktop.exchange import mermaid, outline
from cjm_desktop.journey import naming, words
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Persona
from cjm_desktop.storage import reader

if TYPE_CHECKING:
    from cjm_desktop.poster import Job, Paper, Plan, SheetChoice

_TEXTS = {"mmd": mermaid.write, "txt": outline.text_of}
DPI = 150.0
_NEAR = 1.0
"""m: of a poster that is read from no farther it is said what more rows of stages would bring."""
PATHS: dict[str, Literal["as_is", "to_be", "both"]] = {
    "as-is": "as_is",
    "to-be": "to_be",
    "both": "both",
}
"""What the command line calls the paths."""


def export(asked: Namespace, speech: Speech) -> None:
    """`cjm export MAP.cjm OUT`, or many maps into a folder."""
    out = Path(asked.out)
    named = out.suffix.lower().removeprefix(".") in FORMATS
    if not asked.map:
        _export_template(asked, out, speech)
    elif asked.template is not None:
        raise Senseless("cli.template_or_map", name=asked.map[0])
    elif len(asked.map) > 1 and named and not out.is_dir():
        raise Senseless("cli.no_such_folder", path=out)
    elif len(asked.map) > 1 or (out.is_dir() and not named):
        from cjm_desktop.cli import batch

        batch.export(asked, speech, export_one)
    elif asked.kind is not None:
        raise Senseless("cli.not_for", option="--as", format=out.name)
    else:
        export_one(asked, Path(asked.map[0]), out, speech)


def export_one(asked: Namespace, source: Path, out: Path, speech: Speech) -> None:
    """Write one map as one file.

    Raises:
        Senseless: what was asked for makes no sense for such a file.
        Problem: the map cannot be read, or the file not be written.
    """
    suffix = _checked(asked, out)
    journey = reader.read(source).journey
    check_export(source, out, force=asked.force)
    if suffix == "json":
        exchange.write_file(out, exchange.export_json(journey))
        speech.say("cli.written", path=out)
    elif suffix in _TEXTS:
        text, notes = _TEXTS[suffix](journey, map_id_of(journey, asked.name))
        exchange.write_file(out, text)
        speech.say("cli.written", path=out)
        for note in notes:
            speech.line(note.sentence(speech.language))
    else:
        _print(journey, asked, out, suffix, speech)


def _export_template(asked: Namespace, out: Path, speech: Speech) -> None:
    """Print the empty grid of a template, which needs no map."""
    from cjm_desktop.cli import making

    if asked.template is None:
        raise Senseless("cli.wrong.missing", names="MAP.cjm")
    suffix = _checked(asked, out)
    _print(making.begun(asked.template, speech.language), asked, out, suffix, speech)


def _checked(asked: Namespace, out: Path) -> str:
    """The ending of a file to write, once everything that was asked for means something for it."""
    suffix = out.suffix.lower().removeprefix(".")
    if suffix not in FORMATS:
        raise Senseless("cli.no_format", name=out.name, known=", ".join(FORMATS))
    _check_print_only(asked, suffix)
    purposes.check(asked, suffix)
    if asked.dpi is not None:
        _check_dpi(asked.dpi)
    return suffix


def _check_print_only(asked: Namespace, suffix: str) -> None:
    """Sheets and paper mean nothing to a text; say so rather than ignore them."""
    wanted = {"name", "paper", "landscape", "tiles", "sheets", "margin", "overlap", "dpi"}
    wanted |= {"persona", "path", "width_by_time", "codes", "reads_from", "rows", "frame"}
    wanted.add("ink_saving")
    only_pdf = {"ink", "purpose", "bleed", "curves", "scale", "unnamed"}
    only_pdf |= {"cards", "empty", "template"}
    wanted |= only_pdf
    pictures = wanted - {"tiles", "sheets", "overlap"} - only_pdf
    allowed = {"pdf": wanted - {"dpi"}, "png": pictures}
    allowed["html"] = allowed["png"] - {"dpi"}
    allowed["svg"] = allowed["html"] | {"curves"}
    allowed["pptx"] = allowed["html"] - {
        "paper",
        "landscape",
        "margin",
        "reads_from",
        "rows",
        "frame",
        "ink_saving",
    }
    allowed |= {text: {"name"} for text in _TEXTS}
    for name in sorted(wanted - allowed.get(suffix, set())):
        if getattr(asked, name) is not None:
            raise Senseless("cli.not_for", option=_option(asked, name), format=suffix)


def _option(asked: Namespace, name: str) -> str:
    if name == "landscape" and not asked.landscape:
        return "--portrait"
    plain = {"name": "--map", "purpose": "--for"}
    return plain[name] if name in plain else f"--{name.replace('_', '-')}"


def map_id_of(journey: Journey, name: str | None) -> str:
    """The map of that title or number; the first one where none is named."""
    maps = journey.maps()
    if name is None:
        return maps[0].id
    titled = [one for one in maps if one.title == name] or [
        one for one in maps if one.title.casefold().strip() == name.casefold().strip()
    ]
    if len(titled) == 1:
        return titled[0].id
    if not titled and name.isdecimal() and 1 <= int(name) <= len(maps):
        return maps[int(name) - 1].id
    known = ", ".join(f"{number}: {one.title}" for number, one in enumerate(maps, 1))
    raise Problem("cli.two_maps" if titled else "cli.no_map", name=name, known=known)


def _persona_ids(journey: Journey, map_id: str, asked: list[str] | None) -> tuple[str, ...]:
    """The personas of those names, roles or numbers; none where none was asked for."""
    personas = journey.personas(map_id)
    return tuple(_persona(personas, name).id for name in asked or ())


def _persona(personas: Sequence[Persona], name: str) -> Persona:
    wanted = name.casefold().strip()
    called = [one for one in personas if wanted in (one.name.casefold(), one.role.casefold())]
    if len(called) == 1:
        return called[0]
    if not called and name.isdecimal() and 1 <= int(name) <= len(personas):
        return personas[int(name) - 1]
    if not personas:
        raise Problem("cli.nobody", name=name)
    known = "; ".join(f"{number}: {naming.by_name(one)}" for number, one in enumerate(personas, 1))
    raise Problem("cli.two_personas" if called else "cli.no_persona", name=name, known=known)


def _print(journey: Journey, asked: Namespace, out: Path, suffix: str, speech: Speech) -> None:
    from cjm_desktop import poster
    from cjm_desktop.journey.quiet import keep, uncollected

    job = _job(journey, asked)
    if asked.sheets == "list":
        _list_sheets(poster.sheet_choices(journey, job), speech)
        return
    if suffix == "pptx":
        n = _plan(journey, replace(job, slides=True), speech).pages
        poster.write_pptx(journey, job, out, speech.progress)
        speech.say("cli.slides", path=out, slides=speech.count("cli.count.slides", n))
        return
    with uncollected():
        plan = _plan(journey, job, speech)
        if suffix == "pdf":
            poster.save_pdf(plan.laid, out, speech.progress)
        elif suffix == "svg":
            poster.save_svg(plan.laid, out, curves=bool(asked.curves))
        elif suffix == "html":
            poster.save_html(plan.laid, out)
        else:
            poster.save_png(
                plan.laid, out, DPI if asked.dpi is None else asked.dpi, speech.progress
            )
        # A large poster is a million objects and no litter: the end of the process is soon enough.
        keep()
    _tell(plan, out, speech)
    for loss in poster.losses(journey, job, plan.body_pt):
        speech.line(loss.sentence(speech.language))
    if asked.ink:
        percent = words.number(round(poster.ink(plan.laid) * 100), speech.language)
        speech.say("cli.ink", percent=percent)
    if plan.distance_m < _NEAR and asked.rows is None:
        offers = poster.row_offers(journey, job, plan.width, plan.height, plan.laid.drawing)
        gain = poster.row_gain(offers, job.stage_rows)
        if gain is not None:
            speech.line(f"{gain.sentence(speech.language)} (--rows {gain.values['n']})")


def _plan(journey: Journey, job: Job, speech: Speech) -> Plan:
    """What a job comes to.

    Raises:
        Senseless: it is to be read from farther than so many sheets allow, and what would do.
    """
    from cjm_desktop import poster

    try:
        return poster.plan(journey, job, with_ink=False)
    except Problem as problem:
        if problem.key != "poster.reach":
            raise
        why = problem.sentence(speech.language)
        raise Senseless("cli.reach", why=why, n=problem.values["n"]) from problem


def _tell(plan: Plan, out: Path, speech: Speech) -> None:
    """Say what was printed, and what is wrong with it."""
    from cjm_desktop.poster.legibility import metres

    speech.say(
        "cli.printed" if plan.grid is None else "cli.tiled",
        path=out,
        width=round(plan.width),
        height=round(plan.height),
        sheets=speech.count("cli.count.sheets", plan.sheets),
        body=words.number(round(plan.body_pt, 1), speech.language),
        distance=words.number(metres(plan.distance_m), speech.language),
    )
    for warning in plan.warnings:
        speech.line(warning.sentence(speech.language))


def _list_sheets(choices: Sequence[SheetChoice], speech: Speech) -> None:
    """Say how large a poster comes of how many sheets, and write nothing."""
    from cjm_desktop.poster.legibility import metres

    for one in choices:
        speech.say(
            "cli.sheets_make",
            sheets=speech.count("cli.count.sheets", one.sheets),
            width=round(one.width),
            height=round(one.height),
            body=words.number(round(one.body_pt, 1), speech.language),
            distance=words.number(metres(one.distance_m), speech.language),
        )


def _job(journey: Journey, asked: Namespace) -> Job:
    """What to print.

    Raises:
        Senseless: there is no such paper, or no printer could do it.
    """
    from cjm_desktop.layout import Options
    from cjm_desktop.poster import Job

    map_id = map_id_of(journey, asked.name)
    persona_ids = _persona_ids(journey, map_id, asked.persona)
    given = {
        name: value
        for name in ("sheets", "margin", "overlap", "reads_from")
        if (value := getattr(asked, name)) not in (None, "list")
    }
    try:
        job = Job(
            map_id=map_id,
            paper=_paper(purposes.paper_of(asked), purposes.landscape_of(asked)),
            tiles=_tiles(asked),
            theme=asked.theme,
            shows=Options(
                persona_ids=persona_ids,
                path=PATHS[asked.path or "both"],
                width_by_time=bool(asked.width_by_time),
                codes=bool(asked.codes),
                today=datetime.now(UTC).astimezone().date().isoformat(),
            ),
            language=asked.language or journey.document.language,
            frame=bool(asked.frame),
            tone=asked.ink_saving or "colour",
            stage_rows=1 if asked.rows is None else asked.rows,
            **given,
            **purposes.fields(asked),
        )
        job.check()
    except Problem as problem:
        raise Senseless(problem.key, **problem.values) from problem
    return job


def _check_dpi(dpi: float) -> None:
    """Refuse what would be refused anyway, before the poster has been laid out."""
    from cjm_desktop.poster.writing import LEAST_DPI, MOST_DPI

    if not LEAST_DPI <= dpi <= MOST_DPI:
        raise Senseless("poster.dpi_range", value=f"{dpi:g}", least=LEAST_DPI, most=MOST_DPI)


def _tiles(asked: Namespace) -> Paper | None:
    """Sheets of paper in the printer; A4 where only their number was given."""
    name = "A4" if asked.tiles is None and asked.sheets is not None else asked.tiles
    return None if name is None else _paper(name, None)


def _paper(name: str, landscape: bool | None) -> Paper:
    from cjm_desktop.poster import paper

    return paper.parse(name, landscape)
