"""The window and its canvas: the only room, beside `app`, that loads Qt."""
