"""Answers of a group: sending one without a name, and one picture of all for the trainer."""
