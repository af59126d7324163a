"""A municipality's clients, simulated event by event on the real schedule, against Microsoft's published limits."""
