"""What people expect, which goals are served and what is told."""
