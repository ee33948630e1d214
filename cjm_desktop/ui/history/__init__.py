"""The history of a map: its steps and versions, how it was after each, and what differs."""
