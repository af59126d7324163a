"""Data only: icons, translations, styles, the public services."""
