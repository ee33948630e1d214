"""Spelling: the words of a text that no dictionary knows, underlined where one types."""
