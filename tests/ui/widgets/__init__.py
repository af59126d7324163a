"""Tests of the window and its parts, run with Qt's offscreen platform."""
