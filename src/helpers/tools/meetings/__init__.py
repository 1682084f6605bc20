"""Meetings: what each party tells before weighing, and what each sub-region puts first."""
