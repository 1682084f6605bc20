"""What people expect of a change, what they are promised, and who can be satisfied."""
