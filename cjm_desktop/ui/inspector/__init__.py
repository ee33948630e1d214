"""The inspector: every field of what is selected, edited where it stands."""
