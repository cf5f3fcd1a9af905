"""What do I offer, who is in my group."""
