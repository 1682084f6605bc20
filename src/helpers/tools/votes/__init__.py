"""How the vote stands, and what an option does to it."""
