"""What a message says to a group, and how hard it is to read."""
