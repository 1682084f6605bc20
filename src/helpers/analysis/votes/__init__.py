"""How a vote may go: the chance of a majority, what tips it, and the rules of the meeting."""
