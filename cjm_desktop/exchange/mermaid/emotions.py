"""Words that name a feeling, found where a person should stand."""

from __future__ import annotations

_WORDS = """
    anger angry annoyance annoyed anticipation anxiety anxious bored boredom calm confidence
    confident confused confusion curiosity curious delight delighted disappointed disappointment
    disgust doubt doubtful excited excitement fear frustrated frustration gratitude happiness happy
    hope hopeful impatience impatient inspiration inspired interest interested irritated irritation
    joy neutral overwhelmed patience pleased relief relieved sad sadness satisfaction satisfied
    stress stressed surprise surprised trust uncertain uncertainty unsure worried worry
    безразличие беспокойство благодарность воодушевление восторг восхищение вдохновение волнение
    грусть доверие довольство досада заинтересованность злость интерес ирония любопытство надежда
    напряжение негатив недоверие недовольство недоумение нейтрально нейтральность неуверенность
    нетерпение облегчение обида ожидание отчаяние паника печаль позитив предвкушение радость
    раздражение разочарование растерянность скука смятение сомнение сомнения спокойствие страх
    стресс терпение тревога тревожность уверенность удивление удовлетворение удовлетворенность
    удовольствие усталость фрустрация эйфория энтузиазм
"""
EMOTIONS = frozenset(_WORDS.split())


def is_emotion(name: str) -> bool:
    """Whether all that stands there is the name of a feeling."""
    plain = "".join(letter for letter in name.casefold() if letter.isalpha() or letter == " ")
    return plain.strip().replace("ё", "е") in EMOTIONS
