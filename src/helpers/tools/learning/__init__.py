"""Exercises, notes, the first dossier of one's own and the map of the course."""
