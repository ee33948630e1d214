"""The list of steps: what was done when, and the way back and forth."""
