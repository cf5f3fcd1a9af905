"""One queue played by the rules alone: no servers, a clock of its own."""
