"""Merging a copy: what comes from it, what both changed, and whose is taken."""
