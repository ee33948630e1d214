"""The map on the screen: passive items, one painter, and what sticks to the edges."""
