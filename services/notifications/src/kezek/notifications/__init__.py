"""Was I told."""
