"""Is this paper real."""
