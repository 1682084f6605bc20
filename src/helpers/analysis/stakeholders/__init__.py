"""Stakeholders and their interests: what is at stake for whom, and who stands where."""
