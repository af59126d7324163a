"""What servers say, as structs, and their conversion to domain facts."""
