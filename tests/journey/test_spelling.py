"""Words and their spelling, with a dictionary of a few words."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from cjm_desktop.journey.spelling import Speller, folded, words_of


class WordList:
    """A tiny real dictionary: it knows its words, whatever their first letter is."""

    def __init__(self, *words: str) -> None:
        self.words = words

    def knows(self, word: str) -> bool:
        return word in self.words or word[:1].lower() + word[1:] in self.words

    def suggest(self, word: str) -> Sequence[str]:
        return [one for one in self.words if one[:1] == word[:1].lower()]


RU = WordList("карта", "клиент", "процесс", "бизнес", "что", "то", "ёлка", "платит")
EN = WordList("map", "client", "don't", "mail", "pays")


def said(text: str) -> list[str]:
    return [one.text for one in words_of(text)]


def wrong(text: str, *own: str) -> list[str]:
    return [one.text for one in Speller((RU, EN), own).wrong(text)]


def test_words_are_told_from_what_is_none() -> None:
    assert said("Клиент don’t пишет: sales@firm.ru, www.firm.ru/a и firm.com") == [
        "Клиент", "don’t", "пишет",
    ]  # fmt: skip
    assert said("CRM, КП, iPhone, B2B, 3d, v2_final, а, А4, о") == []
    assert said("бизнес-процесс «карта», СКБ-карта") == ["бизнес-процесс", "карта"]
    assert said("по\u00adток и сло\u0301во") == ["по\u00adток", "сло\u0301во"]
    assert said("Письмо.Звонок") == ["Письмо", "Звонок"]


def test_a_word_is_right_when_any_dictionary_knows_it() -> None:
    assert wrong("Карта клиент map Client don’t") == []
    assert wrong("крата клиент mpa") == ["крата", "mpa"]
    assert wrong("бизнес-процесс, e-mail") == []
    assert wrong("бизнес-прицесс") == ["бизнес-прицесс"]
    assert Speller(()).wrong("крата") == ()


def test_own_words_are_right_in_any_form_of_their_letters() -> None:
    assert wrong("Вильо и ВИЛЬО, вильо-клиент", "вильо") == []
    assert wrong("Ершик", "ёршик") == []
    assert Speller((RU,), ["Вильо"]).is_own("вильо")
    assert folded("Ёж’к") == "еж'к"


def test_suggestions_of_all_dictionaries_take_turns() -> None:
    class Same(WordList):
        def suggest(self, word: str) -> Sequence[str]:
            return self.words

    speller = Speller((Same("а", "б"), Same("c", "d", "б", "e", "f", "g", "h")))
    assert speller.suggest("бd") == ("а", "c", "б", "d", "e", "f")
    assert speller.suggest("в") == ("а", "б")
    assert speller.suggest("k") == ("c", "d", "e", "f", "g", "h")


@settings(max_examples=60)
@given(st.text(max_size=60))
def test_words_lie_in_their_text_in_order(text: str) -> None:
    end = 0
    for word in words_of(text):
        assert word.start >= end
        end = word.start + len(word.text)
        assert text[word.start : end] == word.text
        assert not any(one.isspace() or one.isdecimal() for one in word.text)
