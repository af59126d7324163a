"""A second issuer for the CMS: the seed platform's identity broker (Auth0, or any OpenID Connect issuer)."""

from workplace_app.domain.frozen import frozen

USUAL_REDIRECT_PORTS = (8765, 18765, 28765)
"""Auth0 compares callback addresses exactly, port included, so a few fixed ones are registered."""


@frozen
class ContentIdentity:
    """Who signs staff in for the CMS where that is not Entra ID.

    ``issuer`` is the issuer's identifier as it stands in its metadata, with a slash at its end where it has one there;
    its metadata are asked for below it. ``audience`` names the CMS's API to the issuer, ``connection`` the upstream
    identity provider and ``organization`` the issuer's organization; "" leaves each out. ``scopes`` are asked for
    beside openid, profile and offline_access. ``redirect_ports`` are the loopback ports registered there, tried in
    order; none means any free one. ``response_mode`` is "query" or "form_post".
    """

    issuer: str
    client_id: str
    audience: str = ""
    connection: str = ""
    organization: str = ""
    scopes: tuple[str, ...] = ()
    redirect_ports: tuple[int, ...] = USUAL_REDIRECT_PORTS
    response_mode: str = "query"
