"""What became of a map in a sentence: how much differs, over how long, and what got better."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from cjm_desktop.journey import words
from cjm_desktop.journey.comparing.contrasts import Comparison
from cjm_desktop.journey.comparing.figures import Figure
from cjm_desktop.journey.comparing.telling import count_words

MOST: Final = 3
"""Numbers that are named as better or worse; the rest stand below with their values."""


def summary(
    found: Comparison, figures: Sequence[Figure], apart: timedelta | None, language: str
) -> str:
    """What became of a map.

    Args:
        found: the differences.
        figures: of the same comparison.
        apart: how much time lies between the two states; None: nobody knows.
        language: to say it in.
    """
    if not found.told:
        return words.say("comparing.same", language)
    head = words.say("comparing.summary", language, n=len(found.told))
    if apart is not None and apart.days:
        over = words.say("duration.days", language, n=apart.days)
        head = words.say("comparing.over", language, changes=head, time=over)
    said = [f"{head}: {count_words(found.counts, language)}."]
    for key, better in (("comparing.got_better", True), ("comparing.got_worse", False)):
        names = [one.name for one in figures if one.better is better][:MOST]
        if names:
            listed = ", ".join(name[:1].lower() + name[1:] for name in names)
            said.append(words.say(key, language, names=listed))
    return " ".join(said)
