"""Meetings to chair: what an author wrote, and what the parties make of each act of the chair."""
