"""Which question to ask next: what an answer is worth."""
