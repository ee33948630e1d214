"""Bringing a copy of a map that went on elsewhere back into it."""
