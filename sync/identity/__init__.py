"""Who the user is: tokens, keys and the conversation with the identity provider."""
