"""Improving a map: its hypotheses by status, and its opportunities by effect and effort."""
