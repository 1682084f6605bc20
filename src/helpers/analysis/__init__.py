"""What follows: pure functions from tables to tables and numbers."""
