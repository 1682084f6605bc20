"""What happens before the course's packages are there: standard library only."""
