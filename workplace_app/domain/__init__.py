"""What the workplace is about: frozen facts and pure rules, with nothing but the standard library."""
