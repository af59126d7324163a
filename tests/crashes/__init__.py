"""The program is killed, and its disk fails, at moments that chance chooses and at every moment in turn."""
