"""What holds for the whole house: its walls, its sizes, its doors and its papers."""
