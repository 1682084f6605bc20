"""Answers of a group: what is sent without a name, how it is checked, and where it is gathered."""
