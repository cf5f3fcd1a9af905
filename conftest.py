"""Every test may ask for the project's fixtures: servers, databases, APIs, people, signatures."""

pytest_plugins = ["kezek.platform.testing.plugin"]
