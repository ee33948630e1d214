"""What a screen reader gets of the window: the map as a tree, and what happens, in words."""
