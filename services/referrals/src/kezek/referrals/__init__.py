"""Which place is mine, until when."""
