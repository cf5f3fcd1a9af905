"""Stories played through the gateway and the sandbox only."""
