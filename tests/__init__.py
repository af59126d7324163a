"""What must hold; mirrors the sources."""
