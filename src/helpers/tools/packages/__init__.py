"""A package made together: what it is worth to each party, and whether the pie can grow."""
