"""What can be done to several chosen things at once, in the inspector and in their menu."""
