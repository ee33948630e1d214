"""Sheets of A4 that are no map: what each department has to do, and who each persona is."""

from cjm_desktop.poster.reports import actions, people

__all__ = ["actions", "people"]
