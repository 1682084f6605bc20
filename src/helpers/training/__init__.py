"""What you learn and keep: the working copy, exercises and progress."""
