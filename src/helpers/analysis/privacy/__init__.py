"""Whether a text may hold something about a person."""
