"""The parts of docs/consent.md and the manifest for the app registration, from the table of permissions."""

import json

from workplace_app.domain.content_identity import USUAL_REDIRECT_PORTS
from workplace_app.domain.permission import Permission
from workplace_app.domain.permissions import PERMISSIONS

GRAPH = "00000003-0000-0000-c000-000000000000"
"""Microsoft Graph, as a manifest names it (learn.microsoft.com, permissions reference; the same in every tenant)."""
OPENID = (
    ("openid", "37f7f235-527c-4136-accd-4a02d197296e"),
    ("profile", "14dad69e-099b-42c9-810b-d002981feec1"),
    ("offline_access", "7427e0e9-2fba-42fe-b0c0-848c9e6a8182"),
)
"""What MSAL asks for at every sign-in: who it is, and a refresh token. Where staff may not consent themselves they have
to be in the list too, or the sign-in asks for an administrator."""
LOOPBACK = "http://localhost"
"""Entra ID takes any port for it (reply URLs, "localhost exceptions")."""


def registration_manifest() -> str:
    """An application as Microsoft Graph's ``POST /applications`` takes it, and the app manifest shows it."""
    access = [*(guid for _name, guid in OPENID), *(each.id for each in PERMISSIONS if each.asked)]
    manifest = {
        "displayName": "Nacka arbetsplats",
        "signInAudience": "AzureADMyOrg",
        "isFallbackPublicClient": True,
        "publicClient": {"redirectUris": [LOOPBACK]},
        # When somebody last proved who they are: without it a lock that a sign-in opens trusts the browser's address.
        "optionalClaims": {"idToken": [{"name": "auth_time", "essential": False}]},
        "requiredResourceAccess": [
            {"resourceAppId": GRAPH, "resourceAccess": [{"id": guid, "type": "Scope"} for guid in access]}
        ],
    }
    return json.dumps(manifest, indent=2) + "\n"


def permission_list() -> str:
    """A table of what is asked for, then for each one why nothing narrower does."""
    lines = ["| permission | administrator | what for | writes |", "| --- | --- | --- | --- |"]
    lines += [
        f"| `{each.scope}` | {'must agree' if each.admin_consent else '–'} | {each.purpose} "
        f"| {'as the user' if each.writes and _changes(each) else 'no'} |"
        for each in PERMISSIONS
        if each.asked
    ]
    lines.append("")
    for each in PERMISSIONS:
        lines += _explained(each)
    return "\n".join(lines)


def what_is_lost() -> str:
    """What staff see where one is missing."""
    lines = ["| without | staff then see |", "| --- | --- |"]
    lines += [f"| `{each.scope}` | {each.without} |" for each in PERMISSIONS]
    return "\n".join(lines)


def callback_addresses() -> str:
    """The addresses that a second issuer has to be told."""
    return "\n".join(["```text", *(f"http://127.0.0.1:{port}/callback" for port in USUAL_REDIRECT_PORTS), "```"])


def _changes(permission: Permission) -> bool:
    return any(not request.startswith("GET ") for request in permission.requests)


def _explained(permission: Permission) -> list[str]:
    lines = [f"### {permission.scope}", ""]
    if not permission.asked:
        lines += [
            f"Not asked for; a municipality may add it to `scopes` in its configuration. {permission.purpose}",
            "",
        ]
    if permission.narrower:
        weighed = "; ".join(f"`{each.scope}` {each.why_not}" for each in permission.narrower)
        lines.append(f"- Weighed and too narrow: {weighed}.")
    else:
        lines.append("- Microsoft has nothing narrower for it.")
    if permission.although:
        lines.append(f"- Another one on the list allows the same. {permission.although}")
    if permission.wider:
        wider = ", ".join(f"`{each}`" for each in permission.wider)
        lines.append(f"- A municipality may have agreed to one of these in its place: {wider}.")
    users = [*permission.feeds, *(wish.value for wish in permission.wishes)]
    lines += [
        f"- Used by: {', '.join(users)}.",
        f"- Requests: {', '.join(f'`{request}`' for request in permission.requests)}.",
        f"- In a manifest: `{permission.id}`.",
        "",
    ]
    return lines
