"""HTTP: the application factory, transactions, permissions, problems, idempotency."""
