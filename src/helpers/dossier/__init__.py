"""What is true: the dossier, read, checked and written."""
