"""The participant's own dossier: choosing one, and what can be done with it."""
