"""Who has power a priori, by the rule of the vote alone."""
