"""Tests of the rooms that join the house: command line, configuration, folders, logs."""
