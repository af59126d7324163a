"""Where everything is: the OpenID Connect discovery document, the keys, and Microsoft's instance discovery."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from workplace_app.demo.identity.errors import Refusal, refused
from workplace_app.demo.identity.tokens import ALGORITHM, TokenSigner
from workplace_app.demo.settings import DemoSettings

TENANT_DOMAIN = "nacka.example"
SHARED_TENANTS = frozenset({"organizations", "common"})


def is_tenant(name: str, settings: DemoSettings) -> bool:
    """True for the tenant's ID, its domain, and the names under which Entra finds any tenant."""
    return name.casefold() in {settings.tenant_id, TENANT_DOMAIN} | SHARED_TENANTS


class Metadata:
    """The endpoints that say nothing about anybody."""

    def __init__(self, settings: DemoSettings, signer: TokenSigner) -> None:
        self._settings = settings
        self._signer = signer

    async def discovery(self, request: Request) -> Response:
        """The discovery document. Sign-in pages are on plain http, so that no browser warns of the demo's authority."""
        if not is_tenant(request.path_params["tenant"], self._settings):
            return refused(Refusal.UNKNOWN_TENANT, self._settings.now())
        tenant = f"{self._settings.addresses.identity}/{self._settings.tenant_id}"
        pages = f"{self._settings.addresses.pages}/{self._settings.tenant_id}"
        document = {
            "issuer": self._signer.issuer,
            "authorization_endpoint": f"{pages}/oauth2/v2.0/authorize",
            "token_endpoint": f"{tenant}/oauth2/v2.0/token",
            "device_authorization_endpoint": f"{tenant}/oauth2/v2.0/devicecode",
            "end_session_endpoint": f"{pages}/oauth2/v2.0/logout",
            "jwks_uri": f"{tenant}/discovery/v2.0/keys",
            "response_types_supported": ["code"],
            "response_modes_supported": ["query", "form_post"],
            "grant_types_supported": [
                "authorization_code",
                "refresh_token",
                "urn:ietf:params:oauth:grant-type:device_code",
            ],
            "token_endpoint_auth_methods_supported": ["none"],
            "subject_types_supported": ["pairwise"],
            "id_token_signing_alg_values_supported": [ALGORITHM],
            "scopes_supported": ["openid", "profile", "email", "offline_access"],
            "code_challenge_methods_supported": ["S256"],
            "claims_supported": [
                "sub",
                "iss",
                "aud",
                "exp",
                "iat",
                "nonce",
                "name",
                "oid",
                "tid",
                "preferred_username",
            ],
        }
        return JSONResponse(document)

    async def keys(self, _request: Request) -> Response:
        """The public keys that ID tokens can be checked with."""
        return JSONResponse(self._signer.public_keys())

    async def instance(self, _request: Request) -> Response:
        """Microsoft's instance discovery, for a client that asks even this host for it."""
        address = (
            f"{self._settings.addresses.identity}/{self._settings.tenant_id}/v2.0/.well-known/openid-configuration"
        )
        return JSONResponse({"tenant_discovery_endpoint": address, "api-version": "1.1", "metadata": []})
