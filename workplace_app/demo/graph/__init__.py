"""Microsoft Graph v1.0 of the demo tenant: routes, paging, delta, consent, limits and errors as Microsoft has them."""
