"""Copying things of a map and putting them somewhere else: on it, on another map, elsewhere."""

from cjm_desktop.journey.clipping.clip import Clip, Outside, take, why_not
from cjm_desktop.journey.clipping.past import take_past, where_lands
from cjm_desktop.journey.clipping.putting import Put, duplicate, put
from cjm_desktop.journey.clipping.spot import Spot

__all__ = [
    "Clip", "Outside", "Put", "Spot", "duplicate", "put", "take", "take_past", "where_lands",
    "why_not",
]  # fmt: skip
