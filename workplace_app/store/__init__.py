"""What the workplace remembers: two encrypted SQLite files per account."""
