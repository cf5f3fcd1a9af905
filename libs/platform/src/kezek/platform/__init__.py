"""Machinery without domain words: settings, clock, database, messaging, HTTP."""
