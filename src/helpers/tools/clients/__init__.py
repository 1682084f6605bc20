"""What a client asks, and what is needed."""
