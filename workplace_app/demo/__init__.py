"""The embedded demo municipality: identity provider, Graph and CMS on loopback, in a process of its own."""
