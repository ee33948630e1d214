"""No word is ever clipped: every run of letters lies inside its piece, and no letter is lost."""

from dataclasses import replace

import pytest

from cjm_desktop import layout
from cjm_desktop.journey import templates
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Card, Department, Metric, Touchpoint
from cjm_desktop.layout import chips, text
from cjm_desktop.layout.drawing import context
from cjm_desktop.layout.pieces import Glyphs
from cjm_desktop.layout.style import CHIP, block
from tests.layout import drawn
from tests.layout.maps import MAP, Maker, cards_of, scattered

SCREEN = layout.Options("ru", prompts=True, prompt_stage="s0")
PAPER = layout.Options("ru", paper=True)
KEEP = ("card", "touchpoint", "barrier", "opportunity")


def _letters(words: str) -> str:
    for blank in (" ", "\n", "\u00a0", "-", "«", "»", "“", "”"):
        words = words.replace(blank, "")
    return words


def _check(journey: Journey, drawing: layout.Drawing) -> None:
    for _, piece in drawn.pieces(drawing):
        assert drawn.outside(piece) == [], (piece.kind, piece.id)
    shown = {one.record_id: one for _, one in drawn.pieces(drawing) if one.kind in KEEP}
    for card in cards_of(journey):
        if card.id in shown and not (isinstance(card, Touchpoint) and not card.text):
            _complete(card, shown[card.id])


def _complete(card: Card, piece: layout.pieces.Piece) -> None:
    """Every letter of the card's text is drawn (unknown ones as their code)."""
    wanted = text.clean(card.text)
    for one in text.missing_in(wanted):
        wanted = wanted.replace(one, f"{ord(one):04X}")
    assert _letters(wanted) in _letters(drawn.words(piece)), card.id


@pytest.mark.parametrize("seed", range(40))
def test_random_maps_on_the_screen(seed: int) -> None:
    journey = scattered(seed)
    _check(journey, layout.draw(journey, MAP, layout.LIGHT, SCREEN))


@pytest.mark.parametrize("seed", range(12))
def test_random_maps_on_paper(seed: int) -> None:
    journey = scattered(seed, stages=5)
    size = ((1189, 841), (841, 1189), (297, 210), (2500, 594))[seed % 4]
    drawing = layout.fit(journey, MAP, layout.LIGHT, PAPER, *size)
    _check(journey, drawing)
    for cell, piece in drawn.pieces(drawing):
        assert cell.x + piece.x >= -0.01, piece.id
        assert cell.x + piece.x + piece.shape.w <= drawing.width + 0.01, piece.id
        assert cell.y + piece.y + piece.shape.h <= drawing.height + 0.01, piece.id


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("name", templates.names())
def test_templates(name: str, language: str) -> None:
    journey = templates.make(name, language)
    for one in journey.maps():
        options = layout.Options(language)
        _check(journey, layout.draw(journey, one.id, layout.LIGHT, options))
        _check(journey, layout.fit(journey, one.id, layout.DARK, options, 841, 594))


def test_a_very_long_word_is_parted_and_the_note_grows() -> None:
    maker = Maker().grid([1], ["barriers", "touchpoints", "actions"])
    long = "Ы" * 120
    maker.card("b", "barriers", "s0t0", long).card("t", "touchpoints", "s0t0", long)
    maker.card("a", "actions", "s0t0", long)
    journey = maker.journey()
    drawing = layout.draw(journey, MAP, layout.LIGHT, SCREEN)
    _check(journey, drawing)
    assert len(list(drawn.runs(drawn.piece(drawing, "b")))) > 5
    assert drawn.piece(drawing, "b").shape.h > 64


def test_sticky_text_shrinks_before_the_note_grows() -> None:
    maker = Maker().grid([1, 1, 1, 1], ["barriers"])
    maker.card("short", "barriers", "s0t0", "Долго")
    text_of = "Договор правят одиннадцать дней подряд, и никто не знает, кто виноват. "
    maker.card("longer", "barriers", "s1t0", text_of + "Ждём")
    maker.card("longest", "barriers", "s2t0", text_of * 3)
    drawing = layout.draw(maker.journey(), MAP, layout.LIGHT, SCREEN)
    sizes = {
        one: next(drawn.runs(drawn.piece(drawing, one))).size
        for one in ("short", "longer", "longest")
    }
    heights = {one: drawn.piece(drawing, one).shape.h for one in sizes}
    assert sizes["short"] == 8.4
    assert sizes["short"] > sizes["longer"] >= sizes["longest"] >= 8.4 * 0.74 - 1e-9
    assert heights["short"] == heights["longer"] == 64
    assert heights["longest"] > 64


def test_missing_characters_are_reported() -> None:
    maker = Maker().grid([1], ["actions"])
    maker.card("a", "actions", "s0t0", "да \u0600 🚚")
    drawing = layout.draw(maker.journey(), MAP, layout.LIGHT, SCREEN)
    assert drawing.missing == ("\u0600",)


def test_missing_characters_of_departments_and_metrics_are_reported() -> None:
    maker = Maker().grid([1], ["owners", "metrics"])
    maker.records += [
        Department(id="d", name="Отдел 営"),
        Metric(id="m", map_id=MAP, about_id="s0", title="業", unit="円"),
    ]
    drawing = layout.draw(maker.journey(), MAP, layout.LIGHT, SCREEN)
    assert drawing.missing == ("円", "営", "業")


@pytest.mark.parametrize("width", [40.0, 60.0, 88.0])
@pytest.mark.parametrize("said", ["Да", "Сайт", "Чат на сайте", "Личный кабинет поставщика"])
def test_a_chips_text_breaks_alike_in_the_editor_that_lies_over_it(width: float, said: str) -> None:
    maker = Maker().grid([1], ["touchpoints"])
    maker.card("t", "touchpoints", "s0t0", said, importance=5, automated=True)
    journey = maker.journey()
    ctx = context(journey, MAP, layout.LIGHT, layout.Options("ru"))
    view = ctx.view(journey.get(Card, "t"))
    shape = chips.touchpoint(ctx, view, width, layout.LIGHT.stage(0, 1))
    zone = next(one for one in shape.zones if one.name == "text")
    lines = [one.text for one in shape.primitives if isinstance(one, Glyphs)]
    style = replace(CHIP, size=zone.size)
    assert list(block(said, style, zone.w + 0.01).lines) == lines, zone
    assert zone.x + zone.w <= width
