"""What remains right when processes are killed."""
