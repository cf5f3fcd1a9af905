"""One command: Kafka, PostgreSQL, Redis, nginx and every service as private processes."""
