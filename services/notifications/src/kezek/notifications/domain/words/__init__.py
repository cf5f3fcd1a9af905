"""The words of messages: one file per language for what becomes of a child in the queue, one for its application."""
