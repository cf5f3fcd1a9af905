"""Who acts in a story."""
