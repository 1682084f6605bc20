"""How it looks: one picture a file, drawn from finished numbers."""
