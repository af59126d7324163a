"""The demo's identity provider, with the addresses, answers and error codes of Entra's v2.0 endpoints."""
