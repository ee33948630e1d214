"""What the other ways of showing a map share: the table and the outline."""
