"""What can be had back: a page that lists it, and maps recovered from damaged files."""
