"""Goals, the measures that serve them, and what is still missing between the two."""
