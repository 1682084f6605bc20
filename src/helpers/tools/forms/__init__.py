"""Forms and sheets that somebody fills in, for the tools that are made of them."""
