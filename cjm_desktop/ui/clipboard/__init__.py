"""The clipboard of the map: what is copied for this and for other programs, and what is pasted."""
