"""Wall notes: what people wrote on a printed map, typed as lines and brought back into it.

`reading` says what a line asks for, `planning` what it would do to a map or why it cannot, and
gives the records to put and to drop; one edit of a document makes them so. Of a refused line
nothing is done.
"""

from cjm_desktop.exchange.wallnotes.planning import Plan, Planned, plan

__all__ = ["Plan", "Planned", "plan"]
