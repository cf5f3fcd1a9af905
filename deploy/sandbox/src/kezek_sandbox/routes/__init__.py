"""The sandbox over HTTP, one module for each outside system."""
