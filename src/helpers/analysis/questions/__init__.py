"""What a spoken line in a conversation is: its form, and what it asks about."""
