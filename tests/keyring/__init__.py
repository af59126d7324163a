"""The real GNOME Keyring in every state, at every moment at which the program needs it."""
