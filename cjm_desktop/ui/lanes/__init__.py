"""Lanes in the window: what can be done to them, their menus, and all of them in one list."""
