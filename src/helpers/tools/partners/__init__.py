"""Partners and themes, trust, and how both sides see their working together."""
