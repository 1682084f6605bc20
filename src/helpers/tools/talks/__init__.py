"""Conversations to hold and to prepare."""
