"""Small charts beside the stages: before and after, target, sample, the end metric."""

from __future__ import annotations

from typing import Any

import pytest

from cjm_desktop import layout
from cjm_desktop.journey.records import Hypothesis, Measurement, Metric
from cjm_desktop.layout.options import Options
from cjm_desktop.layout.pieces import Drawing, Line, Path, Piece
from cjm_desktop.layout.series import Series, days, plot
from cjm_desktop.layout.theme import LIGHT
from tests.layout import drawn
from tests.layout.maps import MAP, Maker

LOCAL = (24.0, 25.0, 24.0, 40.0, 42.0, 41.0)


def maker(stages: tuple[int, ...] = (2, 2), per: str = "stage") -> Maker:
    made = Maker(language="en").grid(stages, ())
    made.lane("metrics", per=per)
    return made


def metric(
    made: Maker, metric_id: str, about: str, values: tuple[float, ...], **fields: Any
) -> None:
    """A metric with a value at the end of each month of 2026."""
    sample = fields.pop("sample", None)
    made.records.append(Metric(id=metric_id, map_id=MAP, about_id=about, title=metric_id, **fields))
    for month, value in enumerate(values, 1):
        made.records.append(
            Measurement(
                id=f"{metric_id}:{month}",
                metric_id=metric_id,
                date=f"2026-{month:02}-28",
                value=value,
                sample=sample,
            )
        )


def tried(made: Maker, metric_id: str, started: str = "2026-04-01") -> None:
    """A hypothesis that is to move a metric."""
    made.card("b", "barriers", "s0t0")
    made.records.append(
        Hypothesis(id="h", map_id=MAP, about_id="b", metric_id=metric_id, started=started)
    )


def with_barriers(made: Maker) -> Maker:
    made.lane("barriers")
    return made


def draw(made: Maker, language: str = "en") -> Drawing:
    return layout.draw(made.journey(), MAP, LIGHT, Options(language=language))


def lines(piece: Piece, colour: str, dashed: bool) -> list[Line]:
    return [
        one
        for one in piece.shape.primitives
        if isinstance(one, Line) and one.line == colour and bool(one.dash) == dashed
    ]


def curves(piece: Piece) -> list[Path]:
    """Lines through values: open paths without a fill."""
    found = [one for one in piece.shape.primitives if isinstance(one, Path) and not one.fill]
    return [one for one in found if "".join(kind for kind, _ in one.commands).strip("L") == "M"]


def test_a_tested_metric_shows_before_and_after_target_sample_and_the_end() -> None:
    made = with_barriers(maker())
    metric(made, "agreed", "s0", LOCAL, unit="%", target=45.0, sample=90)
    metric(made, "repeat", "s1", (42.0, 43.0, 42.0, 41.0, 42.0, 41.0), end=True, funnel=True)
    tried(made, "agreed")
    piece = drawn.piece(draw(made), "agreed")
    said = drawn.words(piece)
    for words in ("before 24.3 %", "after 41 %", "target 45", "n = 90", "41 repeat"):
        assert words in said
    assert "The bottleneck moved: end 42.3 → 41.3" in said
    assert len(lines(piece, LIGHT.good, dashed=True)) == 1
    assert len(lines(piece, LIGHT.ink2, dashed=False)) == 2  # the start, in both charts
    assert len(curves(piece)) == 4  # before and after, of the metric and of the end
    assert drawn.outside(piece) == []


def test_it_says_so_in_russian_too() -> None:
    made = with_barriers(maker())
    metric(made, "agreed", "s0", LOCAL)
    metric(made, "repeat", "s1", (42.0,) * 6, end=True)
    tried(made, "agreed")
    said = drawn.words(drawn.piece(draw(made, "ru"), "agreed"))
    assert "до 24,3" in said
    assert "Узкое место сместилось: в конце 42 → 42" in said


def test_where_the_end_gets_better_too_nothing_has_moved() -> None:
    made = with_barriers(maker())
    metric(made, "agreed", "s0", LOCAL)
    metric(made, "repeat", "s1", (30.0, 31.0, 30.0, 50.0, 52.0, 51.0), end=True)
    tried(made, "agreed")
    said = drawn.words(drawn.piece(draw(made), "agreed"))
    assert "51 repeat" in said
    assert "bottleneck" not in said


def test_both_charts_share_their_days() -> None:
    made = with_barriers(maker())
    metric(made, "agreed", "s0", LOCAL)
    metric(made, "repeat", "s1", (3.0, 4.0), end=True)
    tried(made, "agreed")
    starts = [one.x0 for one in lines(drawn.piece(draw(made), "agreed"), LIGHT.ink2, dashed=False)]
    assert len(starts) == 2
    assert starts[0] == starts[1]


def test_two_values_are_a_line_beside_their_number() -> None:
    made = maker()
    metric(made, "visits", "s0", (10.0, 12.0))
    metric(made, "orders", "s1", (3.0, 4.0), funnel=True)
    found = draw(made)
    for name in ("visits", "orders"):
        piece = drawn.piece(found, name)
        assert len(curves(piece)) == 1
        assert drawn.outside(piece) == []


def test_one_value_and_none_are_figures_as_ever() -> None:
    made = maker()
    metric(made, "visits", "s0", (10.0,))
    metric(made, "orders", "s1", (), funnel=True)
    found = draw(made)
    assert curves(drawn.piece(found, "visits")) == []
    assert "–" in drawn.words(drawn.piece(found, "orders"))


def test_the_end_metric_carries_its_flag() -> None:
    made = maker()
    metric(made, "plain", "s0", (10.0,))
    metric(made, "last", "s1", (10.0,), end=True)
    found = draw(made)
    plain, last = (len(drawn.piece(found, name).shape.primitives) for name in ("plain", "last"))
    assert last == plain + 1


def test_in_a_narrow_column_charts_stand_below_and_nothing_sticks_out() -> None:
    made = with_barriers(maker(per="step"))
    metric(made, "agreed", "s0t0", LOCAL, unit="%", target=45.0, sample=90)
    metric(made, "repeat", "s1t1", (42.0, 43.0, 42.0, 41.0, 42.0, 41.0), end=True, funnel=True)
    tried(made, "agreed")
    piece = drawn.piece(draw(made), "agreed")
    assert len(curves(piece)) == 4
    assert drawn.outside(piece) == []


def test_a_funnel_with_a_hypothesis_has_bar_and_chart() -> None:
    made = with_barriers(maker())
    metric(made, "orders", "s0", LOCAL, funnel=True)
    tried(made, "orders")
    said = drawn.words(drawn.piece(draw(made), "orders"))
    assert "enters the funnel" in said
    assert "before 24.3" in said


def test_a_start_and_an_end_beyond_the_values_are_still_drawn() -> None:
    made = with_barriers(maker())
    metric(made, "agreed", "s0", LOCAL)
    tried(made, "agreed", started="2027-01-01")
    piece = drawn.piece(draw(made), "agreed")
    assert "before 32.7" in drawn.words(piece)
    assert "after" not in drawn.words(piece)
    assert drawn.outside(piece) == []


def test_an_edit_of_the_series_redraws_the_chart_and_nothing_else() -> None:
    made = with_barriers(maker())
    metric(made, "agreed", "s0", LOCAL)
    metric(made, "visits", "s1", (1.0, 2.0))
    tried(made, "agreed")
    first = draw(made)
    kept = {piece.id: piece for _, piece in drawn.pieces(first)}
    made.records = [one for one in made.records if one.id != "agreed:6"]
    options = Options(language="en")
    again = layout.draw(made.journey(), MAP, LIGHT, options, previous=first)
    assert drawn.piece(again, "agreed").shape != kept["agreed"].shape
    assert drawn.piece(again, "visits").shape is kept["visits"].shape


def test_a_plot_shares_the_days_of_another() -> None:
    early = Series((Measurement(metric_id="m", date="2026-01-01", value=1.0),))
    late = Series((Measurement(metric_id="m", date="2026-01-11", value=1.0),), began="2026-01-06")
    between = days(early, late)
    assert plot(early, 100, 10, between).points == ((0.0, 5.0),)
    assert plot(late, 100, 10, between).points == ((100.0, 5.0),)
    assert plot(late, 100, 10, between).began == 50.0


def test_means_too_long_for_their_sides_stand_together() -> None:
    made = with_barriers(maker((1, 1, 1, 1, 1, 1)))
    metric(made, "visits", "s0", (123456.0, 123457.0, 123456.0, 234567.0), unit="visits a month")
    tried(made, "visits")
    piece = drawn.piece(draw(made), "visits")
    assert "→" in drawn.words(piece)
    assert "after" not in drawn.words(piece)
    assert drawn.outside(piece) == []


def test_a_small_change_looks_small() -> None:
    def rise(*values: float) -> float:
        shown = tuple(
            Measurement(metric_id="m", date=f"2026-01-0{day}", value=value)
            for day, value in enumerate(values, 1)
        )
        (_, first), (_, last) = plot(Series(shown), 40, 10, least=0.25).points
        return first - last

    assert rise(100, 101) < 1
    assert rise(101, 100) > -1
    assert rise(50, 100) == 10
    assert rise(0, 0) == 0
    assert 0 < rise(-100, -99) < 1


@pytest.mark.parametrize("started", ["2026-12-01", "2025-12-01"])
def test_a_mean_of_one_side_too_long_for_the_chart_is_broken(started: str) -> None:
    made = with_barriers(maker((1, 1, 1, 1, 1, 1)))
    metric(made, "visits", "s0", (4365582.0, 4365583.0, 4365584.0), unit="visits a month")
    tried(made, "visits", started=started)
    piece = drawn.piece(draw(made), "visits")
    assert drawn.outside(piece) == []
    assert ("before" if started > "2026" else "after") in drawn.words(piece)
