"""The dossier plan: one Word document of a few pages out of a dossier, chapter by chapter."""
