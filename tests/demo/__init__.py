"""Tests of the embedded demo municipality, over real sockets."""
