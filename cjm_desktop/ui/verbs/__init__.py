"""What the commands of a window do, menu by menu."""
