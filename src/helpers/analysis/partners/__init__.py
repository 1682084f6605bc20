"""Who are the partners, on which themes, how early and how well it goes together."""
