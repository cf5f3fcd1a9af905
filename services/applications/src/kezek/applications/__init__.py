"""What did I ask for, what happened to it."""
