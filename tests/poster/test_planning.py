"""What a job comes to before it is printed."""

from dataclasses import replace

import pytest

from cjm_desktop import poster
from cjm_desktop.journey import templates
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import JourneyMap, Picture
from cjm_desktop.layout import Options, text
from cjm_desktop.poster import Job, legibility, paper
from cjm_desktop.poster.job import Press
from cjm_desktop.poster.laid import lay_out
from cjm_desktop.poster.planning import unprinted


@pytest.fixture(scope="module")
def journey() -> Journey:
    return templates.make("sample-b2b", "ru")


def job(journey: Journey, **more: object) -> Job:
    return Job(journey.maps()[0].id, language="ru", **more)  # type: ignore[arg-type]


def test_22_pt_is_read_from_113_cm() -> None:
    assert legibility.distance(22) == pytest.approx(1.13, abs=0.005)


def test_points() -> None:
    assert legibility.points(7.9, 1.0) == pytest.approx(22.4, abs=0.05)
    assert legibility.points(25.4, 1.0) == pytest.approx(72)


def test_what_only_another_layout_would_need_is_not_held_while_a_poster_is_written(
    journey: Journey,
) -> None:
    """It is as much again as the map: of 10 000 cards 10 MB."""
    assert lay_out(journey, job(journey)).drawing.memo is None


def test_a_wall_poster(journey: Journey) -> None:
    plan = poster.plan(journey, job(journey))
    assert (plan.width, plan.height) == (1189, 841)
    assert (plan.rows, plan.columns, plan.sheets, plan.pages) == (1, 1, 1, 1)
    assert 20 < plan.body_pt < 40
    assert plan.distance_m == pytest.approx(plan.body_pt * 1.13 / 22, rel=0.01)
    assert plan.stages_m > plan.distance_m
    assert not plan.warnings
    assert not plan.missing
    assert 0.08 < plan.ink < 0.3


def test_dark_paper_drinks_ink(journey: Journey) -> None:
    assert poster.plan(journey, job(journey, theme="dark")).ink > 1.1


def test_what_a_print_shop_cuts_off_is_no_ink(journey: Journey) -> None:
    press = Press(bleed=30)
    inks = [
        poster.plan(journey, job(journey, paper=paper.parse("A4"), press=one)).ink
        for one in (None, press)
    ]
    assert inks[0] == inks[1]


def test_ink_costs_time_and_can_be_left_out(journey: Journey) -> None:
    assert poster.plan(journey, job(journey), with_ink=False).ink == 0


def test_a_hand_out_that_is_too_small_is_told(journey: Journey) -> None:
    plan = poster.plan(journey, job(journey, paper=paper.parse("A4")), with_ink=False)
    assert plan.body_pt < 7
    assert [each.key for each in plan.warnings] == ["poster.warn_body"]
    assert "пт" in plan.warnings[0].sentence("ru")


def test_characters_no_font_has_are_told(journey: Journey) -> None:
    other = journey.fork()
    shown = other.maps()[0]
    other.put(replace(other.get(JourneyMap, shown.id), title="Карта 漢字"))
    plan = poster.plan(other, job(other), with_ink=False)
    assert set(plan.missing) == {"漢", "字"}
    assert "漢" in plan.warnings[-1].sentence("ru")


def test_damaged_pictures_are_told(journey: Journey) -> None:
    other = journey.fork()
    person = other.personas(other.maps()[0].id)[0]
    other.put(Picture(id="broken", data=b"no picture", width=40, height=40))
    other.put(replace(person, picture_id="broken"))
    plan = poster.plan(other, job(other), with_ink=False)
    assert [each.key for each in plan.warnings] == ["poster.warn_picture"]


def test_choices_of_the_print_dialog(journey: Journey) -> None:
    found = poster.sheet_choices(journey, job(journey, tiles=paper.A4))
    table = [(one.sheets, round(one.width / 10), round(one.height / 10), one.name) for one in found]
    assert table == [
        (1, 27, 19, ""),
        (4, 51, 36, ""),
        (9, 75, 53, ""),
        (16, 99, 70, ""),
        (25, 119, 84, "A0"),
    ]
    assert [one.too_small for one in found] == [True, False, False, False, False]
    assert found[-1].distance_m == pytest.approx(
        poster.plan(journey, job(journey), with_ink=False).distance_m, rel=0.01
    )
    assert [one.distance_m for one in found] == sorted(one.distance_m for one in found)


def test_each_choice_can_be_printed(journey: Journey) -> None:
    asked = job(journey, tiles=paper.A4, tiles_landscape=True)
    for choice in poster.sheet_choices(journey, asked)[:3]:
        plan = poster.plan(journey, replace(asked, sheets=choice.sheets), with_ink=False)
        assert (plan.rows, plan.columns) == (choice.rows, choice.columns)
        assert plan.width == pytest.approx(choice.width)


def test_no_choices_without_sheets(journey: Journey) -> None:
    assert poster.sheet_choices(journey, job(journey)) == ()


def test_a_roll_has_choices_too(journey: Journey) -> None:
    found = poster.sheet_choices(
        journey, job(journey, paper=paper.parse("roll-610"), tiles=paper.parse("A3"))
    )
    assert len(found) > 1
    assert found[-1].height == 600
    assert found[-1].name == ""


def test_writing_that_cannot_be_printed_is_told_and_all_other_is() -> None:
    printed = "Қәңғүұқөһ Татарча җ Їжак ґєії Ελληνικά ΐς Tiếng Việt ẵậợữđ ₽€₴₸₹ «„‚’–—…•№≤≈ 😀🤔👍"
    assert not text.missing_in(printed)
    for words, key in (
        ("שלום", "writing"),
        ("مرحبا", "writing"),
        ("日本 한국", "writing"),
        ("ᚠ", "missing"),
    ):
        problem = unprinted(sorted(text.missing_in(words)))
        assert problem.key == f"poster.warn_{key}"
        assert all(one in problem.sentence("ru") for one in words if one != " ")
    many = unprinted([chr(code) for code in range(0x4E00, 0x4E64)])
    assert len(many.sentence("en")) < 250


@pytest.mark.parametrize("sheet", [None, "A4"])
def test_a_poster_is_as_large_as_it_must_be_to_be_read_from_there(
    journey: Journey, sheet: str | None
) -> None:
    tiles = paper.parse(sheet) if sheet else None
    plan = poster.plan(journey, job(journey, reads_from=0.8, tiles=tiles), with_ink=False)
    assert plan.distance_m == pytest.approx(0.8, abs=0.005)
    assert plan.width / plan.height == pytest.approx(1189 / 841)
    assert plan.width < 1189
    assert (plan.grid is None) == (sheet is None)


@pytest.mark.parametrize(
    ("more", "key"),
    [
        ({"reads_from": 0.1}, "reads_from_range"),
        ({"reads_from": 1.0, "paper": paper.parse("roll-914")}, "reads_from_not_here"),
        ({"reads_from": 1.0, "blank": True}, "reads_from_not_here"),
        ({"reads_from": 1.0, "report": "actions"}, "reads_from_not_here"),
    ],
)
def test_a_distance_that_says_no_size_is_refused(
    journey: Journey, more: dict[str, object], key: str
) -> None:
    with pytest.raises(Problem) as caught:
        job(journey, **more).check()
    assert caught.value.key == f"poster.{key}"


def test_a_distance_and_sheets_that_are_too_few_are_told_against_one_another(
    journey: Journey,
) -> None:
    asked = job(journey, tiles=paper.A4, reads_from=1.5, sheets=16)
    with pytest.raises(Problem) as caught:
        lay_out(journey, asked)
    told = caught.value.values
    far = lay_out(journey, replace(asked, sheets=None)).grid
    near = poster.plan(journey, replace(asked, reads_from=None), with_ink=False)
    assert far is not None
    assert (told["n"], told["sheets"]) == (far.rows * far.columns, 16)
    assert told["reached"] == pytest.approx(near.distance_m, abs=0.006)
    assert str(told["n"]) in caught.value.sentence("en")
    enough = replace(asked, sheets=int(told["n"]))
    plan = poster.plan(journey, enough, with_ink=False)
    assert plan.distance_m == pytest.approx(1.5, abs=0.01)


def test_what_makes_type_smaller_is_told_with_both_figures(journey: Journey) -> None:
    def told(**more: object) -> list[Problem]:
        asked = job(journey, **more)
        return list(
            poster.losses(journey, asked, poster.plan(journey, asked, with_ink=False).body_pt)
        )

    single = poster.plan(journey, job(journey), with_ink=False)
    (rows,) = told(stage_rows=2)
    assert (rows.key, rows.values["large"]) == ("poster.rows_loss", round(single.body_pt, 1))
    assert rows.values["small"] < rows.values["large"]
    assert rows.values["near"] < rows.values["far"]
    (time,) = told(shows=Options(width_by_time=True))
    assert (time.key, time.values["large"]) == ("poster.time_loss", round(single.body_pt, 1))
    # Nothing is lost where nothing of it was chosen, or where the distance is.
    for more in ({}, {"stage_rows": 2, "reads_from": 1.0}):
        assert not list(poster.losses(journey, job(journey, **more), 1.0))


def test_what_will_be_cut_off_is_told(journey: Journey) -> None:
    for more, key in (
        ({"tiles": paper.A4, "margin": 2.0}, "margin"),
        ({"press": Press(bleed=1.0)}, "bleed"),
    ):
        plan = poster.plan(journey, job(journey, **more), with_ink=False)
        told = [one.key for one in plan.warnings if "seams" not in one.key]
        assert told == [f"poster.warn_{key}"]


def test_of_many_texts_on_seams_a_few_are_named_and_the_others_counted(journey: Journey) -> None:
    plan = poster.plan(journey, job(journey, tiles=paper.A4), with_ink=False)
    (seams,) = (one for one in plan.warnings if "seams" in one.key)
    said = seams.sentence("en")
    assert f" and {seams.values['more']} more. They are cut" in said
    named, known = str(seams.values["names"]).split("; "), str(seams.values["all"]).split("\n")
    assert known[: len(named)] == named
    assert len(known) > len(named)
