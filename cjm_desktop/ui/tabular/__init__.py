"""The map as a table to type in."""
