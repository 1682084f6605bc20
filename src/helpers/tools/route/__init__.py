"""The way to the decision, and who speaks for the paper."""
