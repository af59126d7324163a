"""Nacka arbetsplats: the workplace of a municipality's staff, native and whole offline."""

__version__ = "0.1.0"
