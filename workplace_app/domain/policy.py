"""Every setting that a configuration file names and IT can govern by policy: declared once, with its kind, its default
and what it means for IT. The reading of both, the report and the documents go by this table."""

from enum import Enum
from typing import NamedTuple

from workplace_app.domain.access import MOST_DAYS, MOST_LOCK_MINUTES, AccessRules
from workplace_app.domain.configuration import (
    GRAPH_SCOPES,
    MOST_CLIENTS,
    USUAL_CLIENTS,
    CmsSource,
    Dialogue,
    Municipality,
)
from workplace_app.domain.content_identity import ContentIdentity
from workplace_app.domain.keeping import MOST_KEEPING_DAYS, Keeping
from workplace_app.domain.setting_kinds import (
    ADDRESS,
    ADDRESSES,
    FILE,
    ISSUER,
    MAIL,
    ONE_LINE,
    PERMISSION,
    PERMISSIONS,
    PLAIN_WORD,
    PORTS,
    ROOT,
    SWITCH,
    Kind,
    Shape,
    Value,
    one_of,
    whole,
)

USUAL_NAME = "Nacka kommun"
"""What the municipality is called while nobody has said so; then the program is public-only."""


class Together(Enum):
    """Settings that lead to one service and carry a token there. Where policy decides one of them, no file decides
    another: half a file and half a policy would take one municipality's token to another's address."""

    SIGN_IN = "sign-in"
    CMS = "cms"
    DIALOGUE = "dialogue"


class Declaration(NamedTuple):
    """``name`` is dotted as in the file ("access.grace_days"). A ``rule`` says what may be done and kept, and holds in
    the demo municipality too, whose addresses are its own."""

    name: str
    kind: Kind
    default: Value
    meaning: str
    together: Together | None = None
    rule: bool = False

    def read(self, raw: object) -> Value:
        """The value as it is kept. Raises ``WrongValueError``."""
        if raw == "" and self.kind.shape is Shape.TEXT:
            return self.default
        return self.kind.read(raw)


_PLACE = Municipality("")
_CMS = CmsSource("", "", "")
_ISSUER = ContentIdentity("", "")
_DIALOGUE = Dialogue()
_ACCESS = AccessRules()
_KEEPING = Keeping()
_SIGN_IN, _OF_CMS, _OF_DIALOGUE = Together.SIGN_IN, Together.CMS, Together.DIALOGUE

DECLARATIONS: tuple[Declaration, ...] = (
    Declaration("name", ONE_LINE, USUAL_NAME, "What the municipality is called in the window."),
    Declaration("tenant_id", PLAIN_WORD, "", "Your Entra ID tenant; without it the program is public-only.", _SIGN_IN),
    Declaration("client_id", PLAIN_WORD, "", "The app registration in that tenant.", _SIGN_IN),
    Declaration("authority", ROOT, _PLACE.authority, "Where staff sign in; other clouds have other ones.", _SIGN_IN),
    Declaration(
        "instance_discovery",
        SWITCH,
        _PLACE.instance_discovery,
        "Microsoft is asked whether it knows the authority; false for one that it does not know, as the demo's.",
        _SIGN_IN,
    ),
    Declaration("graph", ROOT, _PLACE.graph, "Microsoft Graph with its version.", _SIGN_IN),
    Declaration(
        "scopes",
        PERMISSIONS,
        GRAPH_SCOPES,
        "The delegated permissions of Graph that the registration has; of several, all with consent are asked for.",
    ),
    Declaration("cms.address", ROOT, "", "The CMS's Content Delivery API up to its version.", _OF_CMS),
    Declaration("cms.news_root", PLAIN_WORD, "", "The content whose children are the news for staff.", _OF_CMS),
    Declaration("cms.disruption_root", PLAIN_WORD, "", "The content whose children are drift information.", _OF_CMS),
    Declaration("cms.language", PLAIN_WORD, _CMS.language, "The language that the CMS is asked for.", _OF_CMS),
    Declaration(
        "cms.scope",
        PERMISSION,
        _CMS.scope,
        "The CMS's own permission where it trusts Entra ID; without it the CMS is asked anonymously.",
        _OF_CMS,
    ),
    Declaration("cms.identity.issuer", ISSUER, "", "The CMS's own OpenID Connect issuer, where it has one.", _OF_CMS),
    Declaration("cms.identity.client_id", PLAIN_WORD, "", "The program as that issuer knows it.", _OF_CMS),
    Declaration("cms.identity.audience", ONE_LINE, "", "The CMS's API as that issuer knows it.", _OF_CMS),
    Declaration("cms.identity.connection", ONE_LINE, "", "The issuer's upstream identity provider.", _OF_CMS),
    Declaration("cms.identity.organization", ONE_LINE, "", "The issuer's organization.", _OF_CMS),
    Declaration(
        "cms.identity.scopes", PERMISSIONS, (), "Asked for beside openid, profile and offline_access.", _OF_CMS
    ),
    Declaration(
        "cms.identity.redirect_ports",
        PORTS,
        _ISSUER.redirect_ports,
        "The loopback ports registered at the issuer; an empty list means any free one.",
        _OF_CMS,
    ),
    Declaration(
        "cms.identity.response_mode",
        one_of("query", "form_post"),
        _ISSUER.response_mode,
        "How the issuer hands the code over.",
        _OF_CMS,
    ),
    Declaration(
        "dialogue.address",
        ROOT,
        _DIALOGUE.address,
        "Where questions and ideas of staff go; without it they leave by mail or not at all.",
        _OF_DIALOGUE,
    ),
    Declaration(
        "dialogue.scope",
        PERMISSION,
        _DIALOGUE.scope,
        "The dialogue's permission; needed with its address, since else nobody knows whose question it is.",
        _OF_DIALOGUE,
    ),
    Declaration(
        "dialogue.mail", MAIL, _DIALOGUE.mail, "Who receives questions where there is no address.", _OF_DIALOGUE
    ),
    Declaration("public_news", ADDRESSES, (), "Public news: RSS 2.0, Atom and RDF."),
    Declaration("public_disruptions", ADDRESS, "", "Public drift information; without it the CMS's alone."),
    Declaration("service_catalogue", ADDRESS, "", "Your catalogue of services; without it the built-in one (Nacka's)."),
    Declaration("ca_file", FILE, "", "A certificate authority beside the system's; nothing turns the check off."),
    Declaration(
        "clients",
        whole(1, MOST_CLIENTS),
        USUAL_CLIENTS,
        "How many computers run the program: they share Microsoft's limits (docs/fleet.md).",
    ),
    Declaration(
        "access.grace_days",
        whole(0, MOST_DAYS),
        _ACCESS.grace_days,
        "Days without a confirmed sign-in during which what is kept can be opened; then it is locked.",
        rule=True,
    ),
    Declaration(
        "access.wipe_days",
        whole(0, MOST_DAYS),
        _ACCESS.wipe_days,
        "Days without a confirmed sign-in after which what is kept is removed; never less than access.grace_days.",
        rule=True,
    ),
    Declaration(
        "access.device_code", SWITCH, _ACCESS.device_code, "Signing in with a code on another device.", rule=True
    ),
    Declaration(
        "access.os_broker",
        SWITCH,
        _ACCESS.os_broker,
        "The operating system's own sign-in (Web Account Manager) comes before the browser.",
        rule=True,
    ),
    Declaration(
        "access.lock_code_required",
        SWITCH,
        _ACCESS.lock_code_required,
        "Whoever signs in has to choose a code for unlocking.",
        rule=True,
    ),
    Declaration(
        "access.lock_after_minutes",
        whole(0, MOST_LOCK_MINUTES),
        _ACCESS.lock_after_minutes,
        "Minutes without use after which the window locks; 0 never.",
        rule=True,
    ),
    Declaration(
        "keeping.news_days",
        whole(1, MOST_KEEPING_DAYS),
        _KEEPING.news_days,
        "Days from publishing that news are kept; what somebody saved stays.",
        rule=True,
    ),
    Declaration(
        "keeping.message_days",
        whole(1, MOST_KEEPING_DAYS),
        _KEEPING.message_days,
        "Days from sending that messages of channels, chats and groups are kept.",
        rule=True,
    ),
    Declaration(
        "keeping.own_days",
        whole(1, MOST_KEEPING_DAYS),
        _KEEPING.own_days,
        "Days that what is done is kept: sent wishes, reminders, handled notifications.",
        rule=True,
    ),
    Declaration(
        "teams_reading",
        SWITCH,
        _PLACE.teams_reading,
        "What is said in channels, chats and groups is read; false: not asked for, and what was kept is removed.",
        rule=True,
    ),
)
"""In the order of the documents."""

DECLARED = {declaration.name: declaration for declaration in DECLARATIONS}
SECTIONS = frozenset(name[:at] for name in DECLARED for at, letter in enumerate(name) if letter == ".")
"""The objects of the file: "cms", "cms.identity", "dialogue" and so on."""
