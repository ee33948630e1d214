"""Merging two states of a document that began as one: fields one by one, conflicts as they are.

What only one side did is taken; what both did alike is taken once. Where they did different things
to the same field, where one deleted what the other worked on, or where both put a point at the same
place, there is a conflict with both values, to be decided by a person. The outcome keeps all rules
and is the same whichever side is called ours, as long as conflicts are decided the same way.
"""

from cjm_desktop.journey.merging.conflicts import SIDES, Choices, Conflict, Side, other
from cjm_desktop.journey.merging.three import Merging

__all__ = ["SIDES", "Choices", "Conflict", "Merging", "Side", "other"]
