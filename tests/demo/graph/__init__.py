"""Tests of the demo's Microsoft Graph."""
