"""What the course says: every sentence a participant reads, in the language chosen once."""
