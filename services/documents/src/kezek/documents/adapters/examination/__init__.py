"""What a file is by its content, and whether it is harmless: judged in a process of its own, within bounds."""
