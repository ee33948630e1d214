"""What a map is: records, verbs and rules. Standard library only."""
