"""The quick sketch: lines at the left that are the map while one types."""
