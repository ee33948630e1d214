"""Text in a PDF: what was shaped is what is drawn, and what was written is what is copied."""

import subprocess
from shutil import which

import pytest

from cjm_desktop.layout import text
from cjm_desktop.layout.pieces import FontName, Glyphs
from cjm_desktop.poster import embedding, fonts
from tests.poster import made


def printed(words: str, font: FontName = "regular") -> bytes:
    return made.pdf_of(
        made.drawing([made.piece("p", text.place(words, font, 9, 10, 30, made.INK))])
    )


@pytest.mark.parametrize(
    "words",
    [
        "Собирает таблицу из пяти поставщиков",
        "«Гудок» — ёмкий, Ъ, щётка №5 … “да”",
        "AVATAR Type To. VAWA fix flow affix",
        "Доставка 😀 и 🚚 сегодня ☎",
        "100 % · 3,5 ₽ · €5 · x:y",
        "(скобки) \\ и )(",
    ],
)
def test_text_is_copied_as_written(words: str) -> None:
    found = made.words_on(printed(words))
    expected = text.clean(words)
    assert "".join(found.split()) == "".join(expected.split())


def test_kerned_text_has_no_blanks_inside_words() -> None:
    words = "AVATAR Туда Гудок Wave. LTd"
    assert made.words_on(printed(words)).split() == words.split()


def test_no_break_blanks_are_found_by_plain_ones() -> None:
    assert "у директора" in made.words_on(printed("у\u00a0директора"))


def test_poppler_copies_the_same() -> None:
    if which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    words = "«Гудок» AVATAR 😀 у\u00a0директора"
    done = subprocess.run(
        ["pdftotext", "-", "-"], input=printed(words), capture_output=True, check=True
    )
    assert done.stdout.decode().strip() == words.replace("\u00a0", " ")


def test_every_font_is_embedded_and_none_is_borrowed() -> None:
    styles: tuple[FontName, ...] = ("regular", "italic", "medium", "semibold", "bold", "emoji")
    runs = [
        each
        for row, font in enumerate(styles)
        for each in text.place(
            "😀" if font == "emoji" else "Карта Map", font, 9, 10, 20 + row * 20, made.INK
        )
    ]
    pdf = made.pdf_of(made.drawing([made.piece("p", runs)]))
    found = made.fonts_of(pdf)
    assert len(found) == 6
    assert all(found.values()), found
    assert b"Helvetica" not in made.unpacked(pdf)
    assert {name.split("+")[1] for name in found} == {
        "Inter-Regular", "Inter-Italic", "Inter-Medium", "Inter-SemiBold", "Inter-Bold",
        "NotoEmoji-Medium",
    }  # fmt: skip


def test_only_the_glyphs_in_use_are_embedded() -> None:
    assert len(printed("карта")) < 12_000


def test_glyphs_stand_where_they_were_shaped() -> None:
    """Each letter's ink begins where HarfBuzz put it, to a tenth of a mm."""
    words = "ТАВГУДАКLTAV"
    run = text.place(words, "regular", 20, 10, 60, made.INK)[0]
    assert isinstance(run, Glyphs)
    apart = [
        made.piece(
            str(at),
            [
                Glyphs(
                    run.x + run.xs[at],
                    run.y,
                    "regular",
                    20,
                    made.INK,
                    words[at],
                    (glyph,),
                    (0,),
                    (0,),
                    20,
                )
            ],
        )
        for at, glyph in enumerate(run.glyphs)
    ]
    together = made.image(made.pdf_of(made.drawing([made.piece("p", [run])])), per_mm=10)
    separate = made.image(made.pdf_of(made.drawing(apart)), per_mm=10)
    differing = sum(
        count for count, value in zip(*_histogram_of_difference(together, separate), strict=True)
        if value > 128
    )  # fmt: skip
    assert differing == 0


def _histogram_of_difference(one: object, other: object) -> tuple[list[int], range]:
    from PIL import Image, ImageChops

    assert isinstance(one, Image.Image)
    assert isinstance(other, Image.Image)
    return ImageChops.difference(one, other).convert("L").histogram(), range(256)


def test_one_glyph_may_stand_for_different_letters() -> None:
    """Fonts share glyphs between scripts; each use copies as its own letter."""
    run = text.place("AA", "regular", 9, 10, 30, made.INK)[0]
    assert isinstance(run, Glyphs)
    shared = Glyphs(
        run.x,
        run.y,
        run.font,
        run.size,
        run.colour,
        "AА",
        run.glyphs,
        run.xs,
        run.clusters,
        run.width,
    )
    found = made.words_on(made.pdf_of(made.drawing([made.piece("p", [shared])])))
    assert found.strip() == "AА"


def test_a_ligature_copies_as_its_letters() -> None:
    run = Glyphs(10, 30, "regular", 9, made.INK, "fix", (600, 991), (0, 8), (0, 2), 12)
    assert fonts.copied(run) == ["fi", "x"]


def test_letters_that_take_two_glyphs_copy_once() -> None:
    run = Glyphs(10, 30, "regular", 9, made.INK, "йо", (840, 1768, 838), (0, 5, 6), (0, 0, 1), 12)
    assert fonts.copied(run) == ["й", "", "о"]
    found = made.words_on(made.pdf_of(made.drawing([made.piece("p", [run])])))
    assert found.strip() == "йо"


def test_to_unicode_writes_surrogates() -> None:
    assert "<0001> <D83DDE00>" in embedding.to_unicode(["😀"])
    many = embedding.to_unicode(["a"] * 250)
    assert many.count("beginbfchar") == 3
    assert "\n100 beginbfchar" in many
    assert "\n50 beginbfchar" in many
