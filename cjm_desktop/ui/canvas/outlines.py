"""Outlines as Qt's paths: of paths of the layout, of letters, of a shape as a whole."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGlyphRun, QPainterPath

from cjm_desktop.layout.pieces import Box, Path, Shape

GROUNDS = 4
"""Among so many first primitives the ground of a shape is looked for; the rest lies on it."""


def painter_path(path: Path) -> QPainterPath:
    """Qt's path, filled by the nonzero rule."""
    made = QPainterPath()
    made.setFillRule(Qt.FillRule.WindingFill)
    for name, at in path.commands:
        if name == "M":
            made.moveTo(*at)
        elif name == "L":
            made.lineTo(*at)
        elif name == "C":
            made.cubicTo(*at)
        else:
            made.closeSubpath()
    return made


def letters(run: QGlyphRun) -> QPainterPath:
    """The outlines of a run's letters."""
    made = QPainterPath()
    font = run.rawFont()
    for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
        letter = font.pathForGlyph(glyph)
        letter.translate(place)
        made.addPath(letter)
    made.setFillRule(Qt.FillRule.WindingFill)
    return made


def silhouette(shape: Shape) -> QPainterPath:
    """The outline of a shape as a whole: its largest filled part, or its rectangle."""
    for primitive in shape.primitives[:GROUNDS]:
        made = QPainterPath()
        if isinstance(primitive, Box):
            radius = min(primitive.radius, primitive.w / 2, primitive.h / 2)
            rect = QRectF(primitive.x, primitive.y, primitive.w, primitive.h)
            made.addRoundedRect(rect, radius, radius)
        elif isinstance(primitive, Path) and primitive.fill is not None:
            made = painter_path(primitive)
        bounds = made.boundingRect()
        # A shadow is as large, but stands out of the shape.
        inside = bounds.right() <= shape.w + 0.01 and bounds.bottom() <= shape.h + 0.01
        if inside and bounds.width() > 0.9 * shape.w and bounds.height() > 0.7 * shape.h:
            return made
    made = QPainterPath()
    made.addRoundedRect(QRectF(0, 0, shape.w, shape.h), 1.5, 1.5)
    return made
