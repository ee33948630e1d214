"""Finding words in every text of a document, and replacing them."""

from __future__ import annotations

import time
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm_desktop.journey import finding, moves, naming, reading, rewording, rules, templates
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.finding import Finder, Hit
from cjm_desktop.journey.folding import fold, fold_only, spans
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Card, Evidence, JourneyMap, Lane, Persona, Record, Stage
from tests.journey.big import big_journey
from tests.journey.small import Small

LETTERS = st.sampled_from("аеёйиЕЁЙaeéßﬁ№ÅåοΟ «»\"-–—'’\u00ad\u0301\u0308\u0306\n\u00a0Xx.가が")
TEXT = st.text(LETTERS, max_size=12) | st.text(max_size=8)


def found(text: str, wanted: str) -> list[str]:
    """What of a text is found."""
    return [text[start:end] for start, end in spans(fold(text), fold_only(wanted))]


@pytest.mark.parametrize(
    ("text", "wanted", "expected"),
    [
        ("Ещё ЕЩЕ еще", "ещё", ["Ещё", "ЕЩЕ", "еще"]),
        ("мой мои", "мои", ["мои"]),
        ("мой", "МОЙ", ["мой"]),
        ("кафе\u0301 cafe\u0301 café", "CAFE", ["cafe\u0301", "café"]),
        ("за\u0301мок", "замок", ["за\u0301мок"]),
        ("постав\u00adка", "поставка", ["постав\u00adка"]),
        ("«Да» — нет", '"да" - нет', ["«Да» — нет"]),
        ("в\u00a0два  \n дня", "в два дня", ["в\u00a0два  \n дня"]),
        ("oﬃce", "office", ["oﬃce"]),
        ("oﬃce", "off", []),
        ("Straße", "STRASSE", ["Straße"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("ＡＢＣ", "abc", ["ＡＢＣ"]),
        ("が か", "か", ["か"]),
    ],
)
def test_what_is_not_told_apart(text: str, wanted: str, expected: list[str]) -> None:
    assert found(text, wanted) == expected


@given(TEXT, TEXT)
def test_what_is_found_is_what_was_looked_for(text: str, wanted: str) -> None:
    last = 0
    for start, end in spans(fold(text), fold_only(wanted)):
        assert last <= start < end <= len(text)
        assert fold_only(wanted) in fold_only(text[start:end])
        last = end


@given(st.text(alphabet="абёжxyz «-", max_size=10), st.text(alphabet="абёжxyz", min_size=1))
def test_words_are_found_wherever_they_stand(before: str, wanted: str) -> None:
    text = f"{before}|{wanted.upper()}|"
    assert (len(before) + 1, len(before) + 1 + len(wanted)) in spans(fold(text), fold_only(wanted))


@given(TEXT)
def test_folding_says_where_letters_come_from(text: str) -> None:
    folded = fold(text)
    assert fold_only(text) == folded.text
    if folded.starts is None:
        assert len(folded.text) == len(text)
    else:
        assert len(folded.starts) == len(folded.text) + 1
        assert list(folded.starts) == sorted(folded.starts)


@given(st.text(alphabet="абвйёeé", max_size=12))
def test_how_letters_are_put_together_makes_no_difference(text: str) -> None:
    apart = unicodedata.normalize("NFD", text)
    assert fold_only(apart) == fold_only(text)


def sample() -> Journey:
    return templates.make("sample-b2b", "en")


def test_every_written_text_that_can_be_seen_is_found() -> None:
    journey, finder = sample(), Finder()
    for record in journey:
        for field, item, text in finding.texts(record):
            if not text.strip():
                continue
            hits = finder.find(journey, text)
            shared = field == "title" and record.kind == "document"
            assert shared or any(one[:3] == (record.id, field, item) for one in hits), text
            assert all(fold_only(finding.text_of(journey, one)) for one in hits)


def test_hits_come_in_the_order_of_reading(map_: Small) -> None:
    draft = map_.draft
    moves.add_persona(draft, "Anna word", map_.map_id)
    second = map_.card("actions", "b1", "word in b1")
    map_.card("barriers", "a1", "word in a1, below")
    first = map_.card("actions", "a1", "word in a1, above")
    moves.add_evidence(draft, first, detail="heard the word")
    moves.set_fields(draft, map_.stage("A"), goal="word of A")
    moves.set_fields(draft, map_.lane["actions"], question="word of a lane")
    found = [finding.text_of(map_.journey, one) for one in Finder().find(map_.journey, "WORD")]
    assert found == [
        "Anna word", "word of a lane", "word of A", "word in a1, above", "heard the word",
        "word in a1, below", "word in b1",
    ]  # fmt: skip
    hits = Finder().find(map_.journey, "word")
    assert hits[finding.nearest(map_.journey, hits, map_.map_id, second)].record_id == second
    assert finding.nearest(map_.journey, hits, map_.map_id, "") == 1


def test_one_map_or_all_of_them(map_: Small) -> None:
    draft = map_.draft
    here = map_.card("actions", "a1", "call")
    other = moves.copy_map(draft, map_.map_id, "Other")
    mine = moves.add_persona(draft, "caller", map_.map_id)
    theirs = moves.add_persona(draft, "callee", other)
    moves.add_department(draft, "callers")
    found = Finder().find(map_.journey, "call", map_.map_id)
    assert {one.record_id for one in found} == {here, mine}
    everywhere = Finder().find(map_.journey, "call")
    assert len(everywhere) == 5
    assert {mine, theirs} < {one.record_id for one in everywhere}


def test_a_finder_keeps_in_step(map_: Small) -> None:
    finder, card = Finder(), map_.card("actions", "a1", "old")
    assert finder.find(map_.journey, "old") == (Hit(card, "text", 0, 0, 3),)
    moves.set_fields(map_.draft, card, text="new")
    assert finder.find(map_.journey, "old") == ()
    assert finder.find(map_.journey, "new") == (Hit(card, "text", 0, 0, 3),)
    moves.drop(map_.draft, card)
    assert finder.find(map_.journey, "new") == ()
    assert finder.find(map_.journey, "  ") == ()


def test_a_document_with_one_map_says_its_title_once(map_: Small) -> None:
    moves.set_title(map_.draft, map_.map_id, "Zebra")
    assert [one.record_id for one in Finder().find(map_.journey, "zebra")] == [map_.map_id]


def test_where_a_hit_stands_is_told(map_: Small) -> None:
    draft, journey = map_.draft, map_.journey
    card = map_.card("barriers", "a1", "wait", detail="long")
    evidence = moves.add_evidence(draft, card, detail="heard")
    anna = moves.add_persona(draft, "Anna", map_.map_id)
    lane_id = map_.lane["barriers"]
    lane = naming.label(journey.get(Lane, lane_id), "en")
    for record_id, field, said in (
        (card, "text", f"A › a1 · {lane}"),
        (card, "detail", f"A › a1 · {lane} · detail"),
        (evidence, "detail", f"A › a1 · {lane} · evidence · detail"),
        (anna, "name", "Persona"),
        (anna, "fears", "Persona · Anna · fears"),
        (map_.stage("A"), "title", "Stage"),
        (map_.stage("A"), "goal", "A · customer goal"),
        (map_.step("a1"), "title", "A · step"),
        (lane_id, "title", "Lane"),
        (lane_id, "question", f"Lane · {lane} · question"),
    ):
        assert reading.place(journey, journey.get(Record, record_id), field, "en") == said


def test_an_excerpt_is_on_one_line_and_begins_with_a_word(map_: Small) -> None:
    text = "Once upon a time there was a\nplant that wanted a pump " + "and more " * 40
    card = map_.card("actions", "a1", text)
    (hit,) = Finder().find(map_.journey, "pump")
    before, said, after = finding.excerpt(map_.journey, hit)
    assert (before, said) == ("…plant that wanted a ", "pump") or before.startswith("…")
    assert "\n" not in before + said + after
    assert after.endswith("…")
    assert map_.get(card).text == text


def test_all_records_have_a_place_in_the_order() -> None:
    journey = sample()
    order = reading.Order(journey)
    keys = [order.key(one) for one in journey if finding.texts(one)]
    assert len(set(keys)) == len(keys)
    assert sorted(keys)
    for record in journey:
        for field, _, _ in finding.texts(record):
            assert reading.place(journey, record, field, "ru")


# Replacing


@pytest.mark.parametrize(
    ("words", "like", "expected"),
    [
        ("shop", "Store", "Shop"), ("shop", "STORE", "SHOP"), ("shop", "store", "shop"),
        ("shop", "iPhone", "shop"), ("ООО", "завод", "ООО"), ("", "Store", ""),
        ("shop", "S", "Shop"), ("магазин", "Ёлка", "Магазин"),
    ],
)  # fmt: skip
def test_words_written_small_take_the_capitals(words: str, like: str, expected: str) -> None:
    assert rewording.as_written(words, like) == expected


@given(st.text(alphabet="abcё x", max_size=30), st.text(alphabet="abё", min_size=1, max_size=2),
       st.text(alphabet="zя-", max_size=4))  # fmt: skip
def test_what_is_replaced_is_there_no_more_and_the_rest_stays(
    text: str, wanted: str, words: str
) -> None:
    journey = big_journey(9, 2)
    card = journey.get(Card, "card0")
    journey.put(replace(card, text=text))
    hits = [one for one in Finder().find(journey, wanted) if one.record_id == "card0"]
    for one in rewording.proposals(journey, hits, words):
        assert "".join(_without(one.before, one.spans)) == "".join(_without(one.after, one.put))
        assert [one.after[start:end].lower() for start, end in one.put] == [words] * len(one.put)
        assert len(one.spans) == len(one.put) == len(hits)


def _without(text: str, gone: tuple[tuple[int, int], ...]) -> str:
    drop = {at for start, end in gone for at in range(start, end)}
    return "".join(letter for at, letter in enumerate(text) if at not in drop)


def test_what_is_looked_for_in_capitals_gives_none(map_: Small) -> None:
    map_.card("actions", "a1", "Enter it into the CRM")
    map_.settle()
    for asked, expected in (("CRM", "database"), ("crm", "DATABASE")):
        hits = Finder().find(map_.journey, asked)
        (one,) = rewording.proposals(map_.journey, hits, "database", asked)
        assert one.after == f"Enter it into the {expected}"


def test_everything_is_replaced_over_all_maps(map_: Small) -> None:
    draft = map_.draft
    map_.card("actions", "a1", "Call the plant, call back", detail="calls")
    moves.copy_map(draft, map_.map_id, "Call map")
    moves.add_persona(draft, "Anna", map_.map_id, quotes=("call", "recall me"))
    base = Draft(map_.journey)
    offered = rewording.proposals(base.journey, Finder().find(base.journey, "call"), "ring")
    assert rewording.replace(base, offered) == len(offered) == 7
    rules.check(base)
    assert Finder().find(base.journey, "call") == ()
    (anna,) = base.journey.all(Persona)
    assert anna.quotes == ("ring", "rering me")
    assert base.journey.maps()[1].title == "Ring map"
    assert {one.text for one in base.journey.all(Card)} == {"Ring the plant, ring back"}


def test_only_what_was_chosen_and_has_not_changed_is_replaced(map_: Small) -> None:
    cards = [map_.card("actions", "a1", "call") for _ in range(3)]
    offered = rewording.proposals(map_.journey, Finder().find(map_.journey, "call"), "ring")
    moves.set_fields(map_.draft, cards[1], text="call me")
    moves.drop(map_.draft, cards[2])
    assert rewording.replace(map_.draft, offered[1:]) == 0
    assert rewording.replace(map_.draft, offered) == 1
    assert map_.texts("actions", "a1") == ["ring", "call me"]


def test_a_quote_without_words_goes_and_what_does_not_fit_is_told(map_: Small) -> None:
    anna = moves.add_persona(map_.draft, "Anna", map_.map_id, quotes=("call", "stay"))
    offered = rewording.proposals(map_.journey, Finder().find(map_.journey, "call"), "")
    rewording.replace(map_.draft, offered)
    assert map_.journey.get(Persona, anna).quotes == ("stay",)
    moves.set_title(map_.draft, map_.stage("A"), "a" * 300)
    hits = Finder().find(map_.journey, "a" * 300)
    (long,) = rewording.proposals(map_.journey, hits, "b" * 301)
    assert not long.fits


def test_a_role_map_follows_what_is_replaced_on_the_general_one(map_: Small) -> None:
    draft = map_.draft
    map_.card("actions", "a1", "call")
    anna = moves.add_persona(draft, "Anna", map_.map_id)
    made = moves.make_role_map(draft, map_.map_id, anna)
    base = Draft(map_.journey)
    hits = Finder().find(base.journey, "call")
    assert len(hits) == 2
    rewording.replace(base, rewording.proposals(base.journey, hits, "ring"))
    rules.check(base)
    cards = base.journey.all(Card)
    assert [one.text for one in cards] == ["ring", "ring"]
    assert base.journey.get(JourneyMap, made).general_id == map_.map_id
    assert not [one for card in cards for one in base.journey.differences(card.id)]


def test_the_title_of_a_file_with_one_map_goes_along(map_: Small) -> None:
    moves.set_title(map_.draft, map_.map_id, "Old way")
    hits = Finder().find(map_.journey, "old")
    rewording.replace(map_.draft, rewording.proposals(map_.journey, hits, "new"))
    assert map_.journey.document.title == "New way"


def test_ten_thousand_cards_are_looked_through_at_once() -> None:
    journey, finder = big_journey(10_000), Finder()
    finder.find(journey, "личный")
    spent = []
    for wanted in ("менеджер", "директор", "кабинет"):
        begun = time.process_time()
        assert finder.find(journey, wanted)
        spent.append(time.process_time() - begun)
    # Against one walk over the records that reads their texts and does nothing with them.
    begun = time.process_time()
    for record in journey:
        finding.texts(record)
    assert min(spent) < 5 * (time.process_time() - begun)


def test_evidence_and_stages_count_as_texts() -> None:
    fields = {type(one) for one in sample() if finding.texts(one)}
    assert {Evidence, Stage, Persona} < fields
