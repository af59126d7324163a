"""Idag: the task-based dashboard, made of cards that the user orders and sizes."""
