"""Comparing two states of a document, record by record and field by field, and saying it in words.

`compare` finds what differs; `groups` and `sentence` say it; `apply` makes one state of the other.
Two maps that do not come from each other are compared by what is alike (`compare_maps`).
"""

from cjm_desktop.journey.comparing.alike import compare_maps
from cjm_desktop.journey.comparing.contrasts import (
    SORTS,
    Comparison,
    Contrast,
    Sort,
    apply,
    compare,
)
from cjm_desktop.journey.comparing.figures import Figure, figures
from cjm_desktop.journey.comparing.summary import summary
from cjm_desktop.journey.comparing.telling import (
    Group,
    Line,
    count_words,
    groups,
    sentence,
)
from cjm_desktop.journey.comparing.values import field_words, pair_words, value_words

__all__ = [
    "SORTS",
    "Comparison",
    "Contrast",
    "Figure",
    "Group",
    "Line",
    "Sort",
    "apply",
    "compare",
    "compare_maps",
    "count_words",
    "field_words",
    "figures",
    "groups",
    "pair_words",
    "sentence",
    "summary",
    "value_words",
]
