"""Questions: how one lands, and which to ask next."""
