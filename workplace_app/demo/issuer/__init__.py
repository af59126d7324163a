"""A second issuer for the CMS, as Auth0 would be: an origin of its own, no path, and rules of its own."""
