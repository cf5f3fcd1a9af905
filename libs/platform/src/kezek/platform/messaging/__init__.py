"""Facts in and out: the outbox relay, the inbox, consumers, jobs that wait for their inputs."""
