"""A hub for the course on one machine: settings, accounts, servers and what is kept."""
