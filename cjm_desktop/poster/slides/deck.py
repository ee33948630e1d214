"""A presentation: an overview of the map, then slides for each stage."""

from __future__ import annotations

import datetime
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

from cjm_desktop.journey import naming
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.quiet import uncollected
from cjm_desktop.layout import Drawing
from cjm_desktop.layout.pieces import Photo
from cjm_desktop.poster import photos, reading
from cjm_desktop.poster.job import Job
from cjm_desktop.poster.laid import lay_out
from cjm_desktop.poster.saving import replacing
from cjm_desktop.poster.sheet import Progress, Stopped, tell
from cjm_desktop.poster.slides.elements import Shapes
from cjm_desktop.poster.slides.texts import words_of
from cjm_desktop.poster.slideshow import HEIGHT, WIDTH

_EMU = 36_000
"""To a mm."""
_EMPTY_LAYOUT = 6
"""Of python-pptx's own template: the slide without places for texts."""
_SHAPES = (
    '<p:spTree xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>{}'
    "</p:spTree>"
)


def write_pptx(journey: Journey, job: Job, path: Path, progress: Progress | None = None) -> bool:
    """Save a map as a presentation: an overview, and slides for each stage.

    Of the job, paper and sheets mean nothing here.

    Returns:
        Whether the file was written; False: `progress` stopped it and nothing has changed.

    Raises:
        Problem: the place cannot be written to, and why.
        KeyError: there is no such map.
    """
    try:
        data = make_pptx(journey, job, progress)
    except Stopped:
        return False
    with replacing(path) as file:
        file.write(data)
    return True


def make_pptx(journey: Journey, job: Job, progress: Progress | None = None) -> bytes:
    """The bytes of a presentation.

    Raises:
        Stopped: `progress` answered False.
    """
    import pptx

    deck: Any = pptx.Presentation()
    deck.slide_width, deck.slide_height = (round(one * _EMU) for one in (WIDTH, HEIGHT))
    _describe(deck, journey, job)
    known = words_of(journey)
    tell(progress, 0, 1)
    with uncollected():
        found = lay_out(journey, replace(job, slides=True)).leaves
        for done, leaf in enumerate(found, 1):
            _add_slide(deck, leaf.parts[0].drawing, known)
            tell(progress, done, len(found))
    file = BytesIO()
    deck.save(file)
    return file.getvalue()


def _describe(deck: Any, journey: Journey, job: Job) -> None:
    about = deck.core_properties
    title = naming.map_title(journey, job.map_id)
    # 255 letters are the most that a property of a package holds.
    about.title, about.author, about.language = title[:255], "", job.language
    about.last_modified_by = "CJM Desktop"
    now = datetime.datetime.now(datetime.UTC).replace(tzinfo=None, microsecond=0)
    about.created = about.modified = now


def _add_slide(deck: Any, drawing: Drawing, known: frozenset[str]) -> None:
    from pptx.oxml import parse_xml

    slide = deck.slides.add_slide(deck.slide_layouts[_EMPTY_LAYOUT])
    slide.background.fill.solid()
    slide.background.fill.fore_color.rgb = _rgb(drawing.paper)
    shapes = Shapes(deck.slide_width / drawing.width, known, lambda one: _picture(slide, one))
    inside = "".join([shapes.piece(piece, cell) for cell, piece in reading.pieces(drawing)])
    tree = slide.shapes._spTree  # noqa: SLF001 - the whole tree comes ready, parsed once
    tree.getparent().replace(tree, parse_xml(_SHAPES.format(inside)))


def _rgb(colour: str) -> Any:
    from pptx.dml.color import RGBColor

    made: Any = RGBColor
    return made(*(int(colour[at : at + 2], 16) for at in (1, 3, 5)))


def _picture(slide: Any, photo: Photo) -> tuple[str, str] | None:
    """A stored picture as a part of the slide, and how it is cropped to fill its place."""
    found = photos.for_slides(photo.data)
    if found is None:
        return None
    data, width, height = found
    _, known = slide.part.get_or_add_image_part(BytesIO(data))
    scale = max(photo.w / width, photo.h / height)
    across = round((1 - photo.w / (width * scale)) * 50_000)
    down = round((1 - photo.h / (height * scale)) * 50_000)
    return known, f'<a:srcRect l="{across}" t="{down}" r="{across}" b="{down}"/>'
