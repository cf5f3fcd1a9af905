"""Whose turn is it, why am I here."""
