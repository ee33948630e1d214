"""Role maps: maps that follow a general map wherever they do not differ from it.

A role map holds records of its own, as every map does, so that all that shows or changes maps
works on it as it is. Each of them that stands for a record of the general map has an id made from
that record's (`pairs`). Where it departs from the general map a `Difference` says so, by the name
of the field. What an edit does to a general map is brought to its role maps when the edit ends
(`follow`).
"""

from cjm_desktop.journey.following.follow import follow, follow_again, follow_all
from cjm_desktop.journey.following.image import place_of
from cjm_desktop.journey.following.pairs import (
    FOLLOWED,
    HIDDEN,
    OWN,
    PLACE,
    copies_of,
    copy_id,
    departures,
    difference_id,
    differences,
    differs,
    general_id,
    general_in,
    general_of,
    hidden,
    marks,
    role_maps,
    role_of,
)

__all__ = [
    "FOLLOWED",
    "HIDDEN",
    "OWN",
    "PLACE",
    "copies_of",
    "copy_id",
    "departures",
    "difference_id",
    "differences",
    "differs",
    "follow",
    "follow_again",
    "follow_all",
    "general_id",
    "general_in",
    "general_of",
    "hidden",
    "marks",
    "place_of",
    "role_maps",
    "role_of",
]
