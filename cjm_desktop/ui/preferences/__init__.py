"""The settings page, group by group."""
