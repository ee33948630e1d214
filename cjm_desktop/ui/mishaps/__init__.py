"""What went wrong that nobody foresaw: caught, told, and reported without a word of the map."""
