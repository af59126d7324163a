"""Servers that others wrote, and conversations that they and our own look-alikes must have alike."""
