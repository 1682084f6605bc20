"""Participants that a program plays, on a real hub."""
