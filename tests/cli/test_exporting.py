"""`cjm export`: every format, every option, and what is refused."""

import json
import re
from pathlib import Path

import pytest
from PIL import Image

from cjm_desktop import exchange
from cjm_desktop.document import Document, Home
from cjm_desktop.exchange.mermaid import parse
from cjm_desktop.journey import moves, templates
from cjm_desktop.poster import page_image
from cjm_desktop.storage import reader
from tests.cli.conftest import Cjm

MM = 72 / 25.4


def pages(file: Path) -> list[tuple[float, float]]:
    """Width and height of every page of a PDF, mm."""
    import pypdfium2

    document = pypdfium2.PdfDocument(file)
    try:
        return [
            tuple(side / MM for side in document.get_page_size(n)) for n in range(len(document))
        ]
    finally:
        document.close()


@pytest.fixture
def sketch(cjm: Cjm) -> Path:
    cjm("new", "a.cjm", "--template", "sketch", "--language", "ru")
    return Path("a.cjm")


def test_a_poster_on_a0(cjm: Cjm) -> None:
    cjm("new", "b2b.cjm", "--template", "b2b", "--language", "ru")
    answer = cjm("export", "b2b.cjm", "b2b.pdf", "--paper", "A0")
    assert (answer.code, answer.err) == (0, "")
    assert pages(Path("b2b.pdf")) == [pytest.approx((1189, 841), abs=0.1)]
    size = re.search(r"text ([\d.]+) pt", answer.out)
    assert size is not None
    assert float(size[1]) >= 26


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--paper", "A3"], (420, 297)),
        (["--paper", "A3", "--portrait"], (297, 420)),
        (["--paper", "500x700mm"], (500, 700)),
        (["--paper", "500x700mm", "--landscape"], (700, 500)),
        (["--paper", "letter"], (279.4, 215.9)),
    ],
)
def test_paper(cjm: Cjm, sketch: Path, options: list[str], expected: tuple[float, float]) -> None:
    assert cjm("export", sketch, "a.pdf", *options).code == 0
    assert pages(Path("a.pdf")) == [pytest.approx(expected, abs=0.1)]


def test_sheets_to_glue(cjm: Cjm, sketch: Path) -> None:
    answer = cjm("export", sketch, "a.pdf", "--paper", "A1", "--sheets", "6", "--margin", "8")
    assert answer.code == 0
    sheets = re.search(r"(\d+) sheets make", answer.out)
    assert sheets is not None
    assert 1 < int(sheets[1]) <= 6
    sizes = pages(Path("a.pdf"))
    assert int(sheets[1]) <= len(sizes) <= int(sheets[1]) + 1
    assert {tuple(sorted(round(side) for side in size)) for size in sizes} == {(210, 297)}
    assert cjm("export", sketch, "a.pdf", "--tiles", "A3", "--overlap", "7,5").code == 0
    assert {tuple(sorted(round(side) for side in size)) for size in pages(Path("a.pdf"))} == {
        (297, 420)
    }


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--for", "press", "--paper", "A2", "--bleed", "3"], (594 + 24, 420 + 24)),
        (["--for", "press", "--paper", "A2", "--scale", "2", "--curves"], (297 + 23, 210 + 23)),
        (["--for", "cards", "--cards", "text", "--empty", "1"], (210, 297)),
        (["--for", "booklet"], (210, 297)),
        (["--for", "blank", "--paper", "A2", "--unnamed"], (594, 420)),
    ],
)
def test_purposes(
    cjm: Cjm, sketch: Path, options: list[str], expected: tuple[float, float]
) -> None:
    assert cjm("export", sketch, "a.pdf", *options).code == 0
    assert pages(Path("a.pdf"))[0] == pytest.approx(expected, abs=0.1)


def test_options_of_another_purpose_are_refused(cjm: Cjm, sketch: Path) -> None:
    answer = cjm("export", sketch, "a.pdf", "--bleed", "3")
    assert (answer.code, "--for press" in answer.err) == (2, True)
    assert cjm("export", sketch, "a.png", "--for", "press").code == 2
    assert cjm("export", sketch, "a.pdf", "--for", "cards", "--tiles", "A3").code == 2
    assert not Path("a.pdf").exists()


def test_pictures(cjm: Cjm, sketch: Path) -> None:
    assert cjm("export", sketch, "a.png", "--paper", "A4", "--dpi", "50").code == 0
    with Image.open("a.png") as picture:
        assert picture.size == (585, 413)
        light = picture.convert("L").resize((1, 1)).getpixel((0, 0))
    assert (
        cjm("export", sketch, "d.PNG", "--paper", "A4", "--dpi", "50", "--theme", "dark").code == 0
    )
    with Image.open("d.PNG") as picture:
        dark = picture.convert("L").resize((1, 1)).getpixel((0, 0))
    assert isinstance(light, int)
    assert isinstance(dark, int)
    assert light > dark + 50
    assert cjm("export", sketch, "a.svg", "--paper", "A4").code == 0
    assert Path("a.svg").read_text().lstrip().startswith(("<?xml", "<svg"))


def test_the_language_of_the_map_is_that_of_the_poster_unless_asked(cjm: Cjm, sketch: Path) -> None:
    found = []
    for options in ([], ["--language", "ru"], ["--language", "en"]):
        assert cjm("export", sketch, "a.pdf", "--paper", "A4", *options).code == 0
        found.append(page_image(Path("a.pdf").read_bytes(), 0, 600))
    assert found[0] == found[1] != found[2]


def test_json_and_mermaid(cjm: Cjm) -> None:
    cjm("new", "a.cjm", "--template", "sample-b2b", "--language", "ru")
    journey = reader.read(Path("a.cjm")).journey
    assert cjm("export", "a.cjm", "a.json").out == "Written to a.json.\n"
    assert exchange.import_json(Path("a.json").read_text()) == (journey, ())
    assert json.loads(Path("a.json").read_text()) == exchange.as_data(journey)
    answer = cjm("export", "a.cjm", "a.mmd")
    assert answer.out.splitlines()[0] == "Written to a.mmd."
    assert "cards of other lanes were left out" in answer.out
    assert parse(Path("a.mmd").read_text()).sections


def two_maps(folder: Path, second: str = "Роль") -> Path:
    """A document with two maps of different titles, or of one."""
    journey = templates.make("sketch", "ru", "Общая")
    document = Document.create(journey, Home(folder / "home"))
    with document.edit("step.add_map") as draft:
        map_id = moves.add_map(draft, second)
        moves.add_stage(draft, map_id, "Только здесь")
    document.save_as(folder / "two.cjm")
    document.close()
    return folder / "two.cjm"


@pytest.mark.parametrize("name", ["Роль", " роль", "2"])
def test_a_map_is_named_by_title_or_number(cjm: Cjm, tmp_path: Path, name: str) -> None:
    assert cjm("export", two_maps(tmp_path), "a.mmd", "--map", name).code == 0
    assert "Только здесь" in Path("a.mmd").read_text()


def test_the_first_map_is_meant_where_none_is_named(cjm: Cjm, tmp_path: Path) -> None:
    cjm("export", two_maps(tmp_path), "a.mmd")
    assert "title Общая" in Path("a.mmd").read_text()


def test_maps_that_are_not_there_or_called_the_same(cjm: Cjm, tmp_path: Path) -> None:
    answer = cjm("export", two_maps(tmp_path), "a.pdf", "--map", "Нет такой")
    assert (answer.code, answer.out) == (1, "")
    assert answer.err == (
        "cjm: There is no map “Нет такой” in the file; there are 1: Общая, 2: Роль.\n"
    )
    same = two_maps(tmp_path, "Общая")
    answer = cjm("export", same, "a.mmd", "--map", "Общая")
    assert (answer.code, "choose one by its number" in answer.err) == (1, True)
    assert cjm("export", same, "a.mmd", "--map", "2").code == 0


@pytest.mark.parametrize(
    ("out", "options", "expected"),
    [
        ("a.docx", [], "a.docx cannot be written"),
        ("a", [], "a cannot be written"),
        ("b.cjm", [], "b.cjm cannot be written"),
        ("a.pdf", ["--paper", "A17"], "no paper called “A17”"),
        ("a.pdf", ["--tiles", "X"], "no paper called “X”"),
        ("a.pdf", ["--margin", "99"], "30"),
        ("a.pdf", ["--margin", "nan"], "30"),
        ("a.pdf", ["--sheets", "0"], "0"),
        ("a.pdf", ["--dpi", "300"], "--dpi means nothing for a pdf file"),
        ("a.png", ["--tiles", "A4"], "--tiles means nothing for a png file"),
        ("a.json", ["--portrait"], "--portrait means nothing for a json file"),
        ("a.json", ["--map", "x"], "--map means nothing for a json file"),
        ("a.mmd", ["--paper", "A4"], "--paper means nothing for a mmd file"),
        ("a.pdf", ["--margin", "wide"], "“wide” is not a number"),
        ("a.pdf", ["--landscape", "--portrait"], "do not go together"),
        ("a.pdf", ["--paper", ""], "no paper called “”"),
        ("a.pdf", ["--tiles", ""], "no paper called “”"),
        ("a.png", ["--dpi", "0"], "from 10 to 1200 dots per inch, not 0"),
        ("a.png", ["--dpi", "9999"], "from 10 to 1200 dots per inch, not 9999"),
        # It was made until the memory ended.
        ("a.pdf", ["--for", "cards", "--empty", "99999999999"], "0 to 50 of each kind"),
        ("a.pdf", ["--for", "cards", "--empty", "-1"], "0 to 50 of each kind"),
        # Went into the folder one stands in.
        ("", [], "OUT: the name is empty"),
    ],
)
def test_what_makes_no_sense(
    cjm: Cjm, sketch: Path, out: str, options: list[str], expected: str
) -> None:
    answer = cjm("export", sketch, out, *options)
    assert (answer.code, answer.out) == (2, "")
    assert expected in answer.err
    assert answer.err.count("\n") == 1
    assert [one.name for one in Path().iterdir()] == ["a.cjm"]


@pytest.mark.parametrize("suffix", ["pdf", "png", "svg", "json", "mmd", "txt"])
def test_places_that_cannot_be_written(cjm: Cjm, sketch: Path, suffix: str) -> None:
    Path(f"folder.{suffix}").mkdir()
    for target in (f"folder.{suffix}", f"no/such/a.{suffix}", f"a.cjm/a.{suffix}"):
        paper = ["--paper", "A4"] if suffix in {"pdf", "png", "svg"} else []
        answer = cjm("export", sketch, target, *paper)
        assert (answer.code, answer.out) == (1, ""), target
        assert answer.err.count("\n") == 1
        assert "program (" not in answer.err
    assert sorted(one.name for one in Path().rglob("*")) == ["a.cjm", f"folder.{suffix}"]


def test_an_export_may_be_made_again_but_not_over_a_map(cjm: Cjm, sketch: Path) -> None:
    assert cjm("export", sketch, "a.json").code == 0
    assert cjm("export", sketch, "a.json").code == 0
    sketch.rename("other.json")
    cjm("new", "a.cjm")
    before = Path("other.json").read_bytes()
    answer = cjm("export", "a.cjm", "other.json")
    assert (answer.code, "--force" in answer.err) == (1, True)
    assert Path("other.json").read_bytes() == before
    assert cjm("export", "other.json", "other.json", "--force").err == (
        "cjm: other.json is the map itself.\n"
    )
    assert cjm("export", "a.cjm", "other.json", "--force").code == 0
    assert json.loads(Path("other.json").read_text())["format"] == "cjm-desktop"


def texts(path: Path) -> str:
    """All text of a poster."""
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_whose_poster_it_is(cjm: Cjm) -> None:
    cjm("new", "s.cjm", "--template", "sample-b2b")
    assert cjm("export", "s.cjm", "all.svg").code == 0
    by_role = cjm("export", "s.cjm", "role.svg", "--persona", "finance director")
    by_number = cjm("export", "s.cjm", "number.svg", "--persona", "4")
    assert (by_role.code, by_number.code) == (0, 0)
    assert Path("role.svg").read_bytes() == Path("number.svg").read_bytes()
    assert Path("role.svg").read_bytes() != Path("all.svg").read_bytes()


def test_a_persona_nobody_knows(cjm: Cjm, sketch: Path) -> None:
    cjm("new", "s.cjm", "--template", "sample-b2b")
    answer = cjm("export", "s.cjm", "a.pdf", "--persona", "Cinderella")
    assert answer.code == 1
    assert "Cinderella" in answer.err
    assert "4: Claire, 51" in answer.err
    assert not Path("a.pdf").exists()
    assert "no personas" in cjm("export", sketch, "a.pdf", "--persona", "1").err


def test_one_path_of_two(cjm: Cjm) -> None:
    cjm("new", "s.cjm", "--template", "sample-b2b")
    assert cjm("export", "s.cjm", "is.pdf", "--path", "as-is").code == 0
    assert cjm("export", "s.cjm", "be.pdf", "--path", "to-be").code == 0
    assert "Helplessness" in texts(Path("is.pdf"))
    assert "Helplessness" not in texts(Path("be.pdf"))
    assert cjm("export", "s.cjm", "x.json", "--path", "as-is").code == 2


def test_widths_that_follow_time(cjm: Cjm) -> None:
    cjm("new", "s.cjm", "--template", "sample-b2b")
    assert cjm("export", "s.cjm", "even.pdf").code == 0
    assert cjm("export", "s.cjm", "time.pdf", "--width-by-time").code == 0
    assert "not to the scale of time" in texts(Path("time.pdf"))
    assert "not to the scale of time" not in texts(Path("even.pdf"))
    refused = cjm("export", "s.cjm", "x.mmd", "--width-by-time")
    assert refused.code == 2
    assert "--width-by-time" in refused.err


def test_a_poster_to_be_read_from_a_distance(cjm: Cjm, sketch: Path) -> None:
    answer = cjm("export", sketch, "a.pdf", "--reads-from", "0,6", "--language", "en")
    assert "readable from up to 0.6 m" in answer.out
    assert "Ink" not in answer.out
    width, height = pages(Path("a.pdf"))[0]
    assert width / height == pytest.approx(1189 / 841, abs=0.001)
    assert width < 1189
    refused = cjm("export", sketch, "b.pdf", "--reads-from", "0.6", "--sheets", "2")
    assert refused.code == 2
    assert re.search(r"0.6 m it takes 4 sheets; on 2 .* 0\.\d+ m.* --sheets 4", refused.err)
    assert not Path("b.pdf").exists()
    assert cjm("export", sketch, "b.pdf", "--reads-from", "0.6", "--sheets", "4").code == 0
    assert cjm("export", sketch, "a.pptx", "--reads-from", "0.6").code == 2


def test_which_sizes_so_many_sheets_make(cjm: Cjm, sketch: Path) -> None:
    answer = cjm("export", sketch, "a.pdf", "--sheets", "list", "--language", "en")
    lines = answer.out.splitlines()
    assert [line.split(":")[0] for line in lines][:2] == ["1 sheet", "4 sheets"]
    assert all(re.search(r"\d+ x \d+ mm, text [\d.]+ pt, readable from", line) for line in lines)
    assert not Path("a.pdf").exists()


def test_how_much_ink_it_takes(cjm: Cjm, sketch: Path) -> None:
    answer = cjm("export", sketch, "a.pdf", "--paper", "A4", "--ink", "--language", "en")
    assert re.search(r"Ink: \d{1,2} % of one ink", answer.out)
    assert cjm("export", sketch, "a.svg", "--ink").code == 2


def test_the_grid_of_a_template_without_a_map(cjm: Cjm, sketch: Path) -> None:
    asked = ("--for", "blank", "--template", "b2b", "--language", "en")
    answer = cjm("export", "grid.pdf", *asked)
    assert (answer.code, answer.err) == (0, "")
    assert len(pages(Path("grid.pdf"))) == 1
    assert cjm("export", sketch, "grid.pdf", *asked).code == 2
    assert cjm("export", "grid.pdf", "--template", "b2b").code == 2
    missing = cjm("export", "grid.pdf", "--language", "en")
    assert (missing.code, missing.err) == (2, "cjm: what is missing: MAP.cjm\n")
