"""What you turn: one tool a file."""
