"""Packages of options: what each is worth to whom, which are efficient, and which can be agreed."""
