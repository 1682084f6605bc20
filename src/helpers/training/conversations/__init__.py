"""Conversations to practise: what an author wrote, and what happens line by line."""
