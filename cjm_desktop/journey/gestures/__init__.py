"""Edits as a hand asks for them: from where one stands, and in the view one looks at."""
