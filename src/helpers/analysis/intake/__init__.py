"""What a client told, which advice follows from it, and what is still missing."""
