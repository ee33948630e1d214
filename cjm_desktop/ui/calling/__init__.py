"""Commands, maps, stages and templates called by a few letters of their names."""
