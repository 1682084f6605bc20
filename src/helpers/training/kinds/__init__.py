"""The kinds of exercise: what an author writes down, and how an attempt goes on."""
