"""The export dialog: purpose, size and a preview that is the file itself."""
