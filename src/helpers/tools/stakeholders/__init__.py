"""Who has what at stake, and who has how much to say."""
