"""What a trainer shows in front of a group: a dossier in a few states that tell a story."""
