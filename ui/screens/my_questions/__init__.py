"""Mina frågor: what the user has asked, suggested and corrected, and what came back."""
