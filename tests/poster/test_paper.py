"""Paper: every way people name it."""

import pytest

from cjm_desktop.journey.problems import Problem
from cjm_desktop.poster import paper


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("A0", (1189, 841)),
        ("a4", (297, 210)),
        (" A3 ", (420, 297)),
        ("letter", (279.4, 215.9)),
        ("Tabloid", (431.8, 279.4)),
        ("500x700mm", (500, 700)),
        ("70x50cm", (700, 500)),
        ("50,5 × 70 см", (505, 700)),
        ("1.2x0.9m", (1200, 900)),
        ("300х200", (300, 200)),  # the Russian letter
        ("roll-914", (0, 904)),
        ("рулон 610 мм", (0, 600)),
    ],
)
def test_names(name: str, size: tuple[float, float]) -> None:
    found = paper.parse(name)
    assert (found.width, found.height) == pytest.approx(size)


@pytest.mark.parametrize(
    ("name", "landscape", "size"),
    [
        ("A0", False, (841, 1189)),
        ("A0", True, (1189, 841)),
        ("500x700mm", True, (700, 500)),
        ("500x700mm", False, (500, 700)),
        ("roll-914", False, (904, 0)),
    ],
)
def test_turning(name: str, landscape: bool, size: tuple[float, float]) -> None:
    found = paper.parse(name, landscape)
    assert (found.width, found.height) == size
    assert found.landscape is landscape


@pytest.mark.parametrize("name", ["", "A9", "A", "500x", "x700", "roll-", "-5x10cm", "mm", "1e3x5"])
def test_unknown_paper_is_a_sentence(name: str) -> None:
    with pytest.raises(Problem) as refused:
        paper.parse(name)
    assert name in refused.value.sentence("ru")
    assert "A0" in refused.value.sentence("en")


@pytest.mark.parametrize("name", ["1x1mm", "0x700mm", "500x60000mm", "roll-3"])
def test_impossible_sizes_are_refused(name: str) -> None:
    with pytest.raises(Problem) as refused:
        paper.parse(name)
    assert refused.value.key == "poster.paper_size"


def test_labels() -> None:
    assert paper.parse("A4").label("ru") == "A4"
    assert paper.parse("roll-914").label("ru") == "рулон 914 мм"
    assert paper.parse("roll-914").label("en") == "roll 914 mm"
    assert paper.parse("500x700mm").label("en") == "50 × 70 cm"
    assert paper.size_in_cm(1189, 841, "ru") == "119 × 84 см"
    assert paper.size_in_cm(55, 841, "ru") == "5,5 × 84 см"
