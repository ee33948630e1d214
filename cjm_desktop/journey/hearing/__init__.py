"""A map for those who hear it: a tree with short names, and what is said of each thing."""

from cjm_desktop.journey.hearing.facts import facts, field, level, name
from cjm_desktop.journey.hearing.outline import LANES, Heard, Outline, Trail
from cjm_desktop.journey.hearing.steps import of_step

__all__ = ["LANES", "Heard", "Outline", "Trail", "facts", "field", "level", "name", "of_step"]
