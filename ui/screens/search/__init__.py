"""The palette: one box that finds everything and gives every command."""
