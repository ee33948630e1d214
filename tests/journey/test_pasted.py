"""Series pasted from spreadsheets: dates, values, samples and sources as people write them."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm_desktop.journey import dates, moves
from cjm_desktop.journey.numerals import read_number
from cjm_desktop.journey.pasted import Entry, Pasted, parse_series
from cjm_desktop.journey.records import Measurement, Metric
from tests.journey.small import Small

MARCH = "2026-03-01"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2026-03-31", "2026-03-31"),
        ("2026/3/31", "2026-03-31"),
        ("2026.03.31", "2026-03-31"),
        ("31.03.2026", "2026-03-31"),
        ("31.03.26", "2026-03-31"),
        ("1.3.2026", MARCH),
        ("2026-03-31 00:00:00", "2026-03-31"),
        ("2026-03-31T12:30Z", "2026-03-31"),
        ("2026-03", MARCH),
        ("03.2026", MARCH),
        ("3/2026", MARCH),
        ("Mar 2026", MARCH),
        ("March 2026", MARCH),
        ("Mar-26", MARCH),
        ("Mar '26", MARCH),
        ("1 Mar 2026", MARCH),
        ("March 1, 2026", MARCH),
        ("March 1st, 2026", MARCH),
        ("Sept. 2026", "2026-09-01"),
        ("март 2026", MARCH),
        ("МАРТ 2026 г.", MARCH),
        ("мар.26", MARCH),
        ("1 марта 2026 года", MARCH),
        ("май 2026", "2026-05-01"),
        ("9 мая 2026", "2026-05-09"),
        ("Q2 2026", "2026-04-01"),
        ("2026-Q2", "2026-04-01"),
        ("II квартал 2026", "2026-04-01"),
        ("2 кв. 2026 г.", "2026-04-01"),
        ("2026-W14", "2026-03-30"),
        ("31\u00a0марта\u00a02026", "2026-03-31"),
        ("1Q 2026", "2026-01-01"),
        ("Q2'26", "2026-04-01"),
        ("2026 г., II кв.", "2026-04-01"),
        ("І кв. 2026", "2026-01-01"),
        ("2026 мар.", MARCH),
        ("2026-Mar", MARCH),
        ("2026 W14", "2026-03-30"),
    ],
)
def test_dates_as_people_write_them(written: str, read: str) -> None:
    assert dates.read(written) == read


@pytest.mark.parametrize(
    "written",
    ["", "2026", "34", "12.5", "30.02.2026", "13/13/2026", "market 2026", "5 кв. 2026", "Q1 26"],
)
def test_what_is_no_date(written: str) -> None:
    assert dates.read(written) is None


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_in_every_way_of_writing_it(day: date) -> None:
    month = dates._MONTHS[day.month - 1]
    for written in (
        day.isoformat(),
        f"{day:%d.%m.%Y}",
        f"{day:%d.%m.%y}",
        f"{day.day} {month[2]} {day.year}",
        f"{month[0][:3]} {day.day}, {day.year}",
        f"{day.day}-{month[0][:3]}-{day:%y}",
    ):
        assert dates.read(written) == day.isoformat(), written
    assert dates.read(f"{day:%m/%d/%Y}", day_first=False) == day.isoformat()


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("34", 34),
        ("34.5", 34.5),
        ("34,5", 34.5),
        ("1 234,5", 1234.5),
        ("1\u00a0234\u202f567", 1_234_567),
        ("1'234", 1234),
        ("1,234.5", 1234.5),
        ("1.234,5", 1234.5),
        ("1,234,567", 1_234_567),
        ("−3,5", -3.5),
        ("+2", 2),
        ("34 %", 34),
        ("12 000 ₽", 12_000),
        ("$1,200.50", 1200.5),
        ("n=120", 120),
        ("0,07", 0.07),
        ("0,075", 0.075),
        ("1 234,567", 1234.567),
        ("1'234.567", 1234.567),
        (".5", 0.5),
    ],
)
def test_numbers_as_people_write_them(written: str, value: float) -> None:
    assert read_number(written) == value
    assert read_number(written, decimal_comma=True) == value


@pytest.mark.parametrize(
    "written", ["", "-", "x", "12 34", "--3", "1,2,3", "1e5", "5-6", "%", "1,234 567", "03 120"]
)
def test_what_is_no_number(written: str) -> None:
    assert read_number(written) is None


def test_a_comma_that_may_part_thousands_means_what_the_caller_says() -> None:
    assert (read_number("1,234"), read_number("1,234", decimal_comma=True)) == (1234, 1.234)


@given(st.floats(-1e9, 1e9).map(lambda one: round(one, 3)))
def test_every_number_is_read_with_either_decimal_sign(value: float) -> None:
    point = f"{value:,.3f}"
    assert read_number(point) == value
    assert read_number(f"{value:.3f}") == value
    comma = point.replace(",", "\u00a0").replace(".", ",")
    assert read_number(comma, decimal_comma=True) == value


def values(pasted: Pasted) -> list[float]:
    """The values of what was read."""
    return [one.value for one in pasted.entries]


@pytest.mark.parametrize(
    "text",
    [
        "2026-03\t34,5\t120\tCRM\n2026-04\t36\t130\tCRM",
        "2026-03;34,5;120;CRM\n2026-04;36;130;CRM\n",
        "Дата\tЗначение\tВыборка\tИсточник\nмарт 2026\t34,5\t120\tCRM\nапрель 2026\t36\t130\tCRM",
        "Date,Value,Sample,Source\nMar 2026,34.5,120,CRM\nApr 2026,36,130,CRM",
        "n;Source;Conversion;Month\n120;CRM;34.5;2026-03\n130;CRM;36;2026-04",
        '2026-03,"34,5",120,CRM\r\n2026-04,36,130,CRM\r\n',
        "2026-03, 34,5, 120, CRM\n2026-04, 36, 130, CRM",
        "March 1, 2026, 34.5, 120, CRM\nApril 1, 2026, 36, 130, CRM",
        "34,5;01.03.2026;120;CRM\n36;01.04.2026;130;CRM",
        "Месяц\tмарт 2026\tапрель 2026\nЗначение\t34,5\t36\nВыборка\t120\t130\nИсточник\tCRM\tCRM",
    ],
)
def test_a_series_is_read_however_its_fields_are_parted(text: str) -> None:
    pasted = parse_series(text, "ru")
    assert pasted.entries == (
        Entry("2026-03-01", 34.5, 120, "CRM"),
        Entry("2026-04-01", 36, 130, "CRM"),
    )
    assert not pasted.refused
    assert not pasted.guessed


@pytest.mark.parametrize(
    "text",
    ["март 2026 1 234,5\n01.04.2026 — 36", "март 2026: 1 234,5\n01.04.2026: 36"],
)
def test_a_blank_or_a_dash_parts_a_typed_date_from_its_value(text: str) -> None:
    assert parse_series(text, "ru").entries == (
        Entry("2026-03-01", 1234.5),
        Entry("2026-04-01", 36),
    )


def test_per_cent_is_noticed_and_a_source_needs_no_sample() -> None:
    pasted = parse_series("2026-03\t34 %\tCRM, calls\n2026-04\t36 %\tCRM", "en")
    assert pasted.per_cent
    assert pasted.entries[0] == Entry("2026-03-01", 34, None, "CRM, calls")


def test_a_comma_means_what_the_other_values_tell() -> None:
    assert values(parse_series("2026-03\t1,234\n2026-04\t987.5", "en")) == [1234, 987.5]
    assert values(parse_series("2026-03\t1,234\n2026-04\t12,5", "en")) == [1.234, 12.5]
    assert values(parse_series("2026-03\t1,234", "en")) == [1234]
    assert values(parse_series("2026-03\t1,234", "ru")) == [1.234]


@pytest.mark.parametrize(
    ("written", "language", "read"),
    [
        ("1.234 2.345,5", "ru", [1234, 2345.5]),
        ("1.234 2.345,5", "en", [1234, 2345.5]),
        ("1,234 2,345.5", "ru", [1234, 2345.5]),
        ("1.234 1.234.567", "ru", [1234, 1_234_567]),
        ("1,234 1.234.567", "en", [1.234, 1_234_567]),
        ("1.234 0.987", "ru", [1.234, 0.987]),
        ("1,234 0,987", "en", [1.234, 0.987]),
        ("1.234 12.5", "ru", [1.234, 12.5]),
        ("1.234", "en", [1.234]),
        ("1.234", "ru", [None]),
        ("1.234 12,5", "ru", [None, 12.5]),
        ("1,234 12.5", "ru", [None, 12.5]),
        ("1.234 12,5", "en", [None, 12.5]),
        ("1.234 12,5 3.5", "en", [None, 12.5, 3.5]),
        ("1.234,5 1,234.5 1.234 1,234", "en", [1234.5, 1234.5, None, None]),
    ],
)
def test_no_value_is_taken_for_a_thousand_times_what_it_is(
    written: str, language: str, read: list[float | None]
) -> None:
    """A series has one way of writing; where that is not told, such a line is refused."""
    lines = [f"2026-{month:02}\t{one}" for month, one in enumerate(written.split(), 1)]
    pasted = parse_series("\n".join(lines), language)
    assert values(pasted) == [one for one in read if one is not None]
    refused = {one.line: one.problem for one in pasted.refused}
    assert list(refused) == [line for line, one in enumerate(read, 1) if one is None]
    for problem in refused.values():
        for said in (problem.sentence("en"), problem.sentence("ru")):
            assert "1234" in said
            assert re.search("1[.,]2340", said)


def test_a_sample_has_only_one_way_of_reading_it() -> None:
    for size in ("1,234", "1.234", "1 234"):
        assert parse_series(f"2026-03\t34.5\t{size}", "ru").entries[0].sample == 1234


@pytest.mark.parametrize(
    "text",
    [
        "2024\t34\n2025\t1200",
        "2024;34\n2025;1200",
        "2024, 34\n2025, 1200",
        "2024: 34\n2025 г. — 1 200",
        "Год\tДоход\n2024\t34\n2025\t1200",
        "2024\t2025\n34\t1200",
        "Year\t2024\t2025\nOrders\t34\t1200",
    ],
)
def test_a_year_alone_is_a_date_where_a_date_is_looked_for(text: str) -> None:
    pasted = parse_series(text, "ru")
    assert pasted.entries == (Entry("2024-01-01", 34), Entry("2025-01-01", 1200))
    assert not pasted.refused


def test_years_and_quarters_are_no_values() -> None:
    assert values(parse_series("2024\t2025\n2025\t2040", "en")) == [2025, 2040]
    read = parse_series("2025, I кв.\t34\nQ2 2025\t36\n2025 III кв. 38", "ru")
    assert [one.date for one in read.entries] == ["2025-01-01", "2025-04-01"]
    typed = parse_series("2025 I кв. 34\nQ2 2025 36\n2025 III кв.: 38", "ru")
    assert [one.date for one in typed.entries] == ["2025-01-01", "2025-04-01", "2025-07-01"]
    assert [one.value for one in typed.entries] == [34, 36, 38]
    for text in ("2026-03\t2025 Q1", "34.5\t2025", "20245\t3", "2024 03 120"):
        assert not parse_series(text, "en").entries, text


def test_the_order_of_day_and_month_is_told_by_the_other_dates() -> None:
    told = parse_series("03/04/2026\t1\n25/04/2026\t2", "en")
    assert (told.entries[0].date, told.day_first, told.guessed) == ("2026-04-03", True, False)
    told = parse_series("03/04/2026\t1\n03/25/2026\t2", "ru")
    assert (told.entries[0].date, told.day_first, told.guessed) == ("2026-03-04", False, False)
    guessed = parse_series("03/04/2026\t1\n05/05/2026\t2", "en")
    assert (guessed.entries[0].date, guessed.guessed) == ("2026-04-03", True)
    chosen = parse_series("03/04/2026\t1", "en", day_first=False)
    assert (chosen.entries[0].date, chosen.guessed) == ("2026-03-04", False)
    assert not parse_series("05/05/2026\t2\n03.04.2026\t1", "en").guessed


def test_a_line_that_cannot_be_read_is_refused_with_its_number_and_why() -> None:
    long = "x" * 301
    lines = [
        "Date;Value;Sample;Source",
        "2026-03-01;34",
        "",
        ";;;",
        "30.02.2026;34",
        "Total;120",
        "2026-04-01",
        "2026-04-01;;12",
        "2026-04-01;many",
        "2026-04-01;1;2.5",
        "2026-04-01;1;-3",
        f"2026-04-01;1;2;{long}",
        f"2026-04-01;{'9' * 400}",
        f"2026-04-01;1;{'9' * 400}",
        "2026-05-01;35",
    ]
    pasted = parse_series("\n".join(lines), "en")
    assert values(pasted) == [34, 35]
    assert [(one.line, one.problem.key) for one in pasted.refused] == [
        (5, "paste.no_date"),
        (6, "paste.no_date"),
        (7, "paste.no_value"),
        (8, "paste.no_value"),
        (9, "paste.no_number"),
        (10, "paste.no_sample"),
        (11, "paste.no_sample"),
        (12, "paste.long_source"),
        (13, "paste.no_number"),
        (14, "paste.no_sample"),
    ]
    assert pasted.refused[1].problem.sentence("en").startswith("“Total” is not a date")
    assert pasted.refused[1].problem.sentence("ru").startswith("«Total» — не дата")


def test_nothing_pasted_is_nothing_read() -> None:
    for text in ("", "\n \n", "Date\tValue"):
        assert parse_series(text, "en").entries == ()
        assert parse_series(text, "en").refused == ()


@given(st.text(max_size=300), st.sampled_from(["en", "ru"]))
def test_whatever_is_pasted_is_read_or_refused(text: str, language: str) -> None:
    pasted = parse_series(text, language)
    for one in pasted.refused:
        assert one.problem.sentence(language)
    for entry in pasted.entries:
        assert date.fromisoformat(entry.date).isoformat() == entry.date


@given(
    st.text(alphabet="0123456789.,;/- \t\n%\"'маряQ", max_size=120), st.sampled_from(["en", "ru"])
)
def test_whatever_looks_like_a_series_is_read_or_refused(text: str, language: str) -> None:
    pasted = parse_series(text, language)
    assert len(pasted.entries) + len(pasted.refused) <= max(text.count("\n") + 1, len(text))


def test_a_very_long_line_is_refused() -> None:
    assert parse_series("1," * 100_000, "en").refused[0].problem.key == "paste.no_date"


# Verbs


def series(map_: Small, metric_id: str) -> list[Entry]:
    """A metric's values as entries."""
    return [
        Entry(one.date, one.value, one.sample, one.source)
        for one in map_.journey.measurements(metric_id)
    ]


def test_a_series_replaces_what_was_there_and_keeps_what_is_the_same(map_: Small) -> None:
    metric = moves.add_metric(map_.draft, map_.map_id, map_.stage("A"), "calls")
    first = [Entry("2026-03-01", 1), Entry("2026-04-01", 2, 10, "CRM"), Entry("2026-05-01", 3)]
    ids = moves.set_series(map_.draft, metric, first)
    assert series(map_, metric) == first
    map_.settle()
    second = [Entry("2026-04-01", 2, 10, "CRM"), Entry("2026-05-01", 4), Entry("2026-06-01", 5)]
    again = moves.set_series(map_.draft, metric, second)
    assert series(map_, metric) == second
    assert again[:2] == ids[1:]
    assert {one.id for one in map_.draft.changed()} == {again[1], again[2]}
    assert [one.id for one in map_.draft.dropped()] == [ids[0]]
    map_.sound()


def test_added_values_take_the_place_of_those_of_the_same_day_and_source(map_: Small) -> None:
    metric = moves.add_metric(map_.draft, map_.map_id, map_.stage("A"), "calls")
    moves.add_series(map_.draft, metric, [Entry("2026-03-01", 1, None, "CRM")])
    new = [Entry("2026-03-01", 2, 5, "CRM"), Entry("2026-03-01", 9, None, "site")]
    moves.add_series(map_.draft, metric, new)
    assert sorted(series(map_, metric)) == sorted(new)
    assert all(type(one.value) is float for one in map_.journey.all(Measurement))
    map_.sound()
    with pytest.raises(KeyError):
        moves.add_series(map_.draft, map_.stage("A"), [])


def test_a_map_has_one_end_metric(map_: Small) -> None:
    first, second = (
        moves.add_metric(map_.draft, map_.map_id, map_.stage(one), one, end=one == "A")
        for one in "AB"
    )
    moves.set_end_metric(map_.draft, map_.map_id, second)
    assert [map_.journey.get(Metric, one).end for one in (first, second)] == [False, True]
    moves.set_end_metric(map_.draft, map_.map_id, None)
    assert not any(one.end for one in map_.journey.metrics(map_.map_id))
    map_.sound()


def test_columns_of_which_nothing_is_taken_are_told() -> None:
    pasted = parse_series(
        "Month\tValue\tComment\t\tEmpty\n2026-03\t12\tspring sale\tx\n2026-04\t14\t\ty\t\tmore",
        "en",
    )
    assert values(pasted) == [12, 14]
    assert [tuple(one) for one in pasted.left_out] == [(3, "Comment"), (4, ""), (6, "")]


def test_without_headings_and_with_known_ones_nothing_is_left_out() -> None:
    assert parse_series("2026-03\t12\t40\tCRM\tcalls", "en").left_out == ()
    assert parse_series("Date;Value;n;Source\n2026-03;12;40;CRM", "en").left_out == ()
    assert parse_series("Date;Value;Comment\n2026-03;12;", "en").left_out == ()


@pytest.mark.parametrize(
    ("heads", "value", "sample"),
    [
        ("Дата\tОбъём продаж\tПлан", 120, None),
        ("Date\tOrder size\tTarget", 120, None),
        ("Дата\tКонверсия\tОбъём", 120, 150),
        ("Дата\tКонверсия\tОбъём выборки", 120, 150),
        ("Date\tPlan\tValue", 150, None),
        ("Date\tn\tNPS", 150, 120),
    ],
)
def test_what_heads_a_column_is_read_as_people_mean_it(
    heads: str, value: float, sample: int | None
) -> None:
    (entry,) = parse_series(f"{heads}\n2026-02-01\t120\t150", "ru").entries
    assert (entry.value, entry.sample) == (value, sample)
