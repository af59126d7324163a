"""People of the directory as Graph describes them, and the colleagues that they are to us."""

import msgspec

from sync.wire.graph_envelope import GraphItem
from sync.wire.reading import RawItem, UnreadableItemError, required
from workplace_app.domain.person import Person

PERSON_FIELDS = "id,displayName,jobTitle,department,officeLocation,businessPhones,mobilePhone,mail,userPrincipalName"


class User(GraphItem, rename="camel", kw_only=True):
    """A user."""

    display_name: str | None = None
    job_title: str | None = None
    department: str | None = None
    office_location: str | None = None
    business_phones: list[str | None] | None = None
    mobile_phone: str | None = None
    mail: str | None = None
    user_principal_name: str | None = None
    manager: GraphItem | None = None


_USERS = msgspec.json.Decoder(User, strict=False)


def user(item: RawItem) -> User:
    """Decode a user; raises for one without id."""
    decoded = _USERS.decode(item)
    required(decoded.id, "id")
    return decoded


def person_id(object_id: str) -> str:
    """The id under which we keep a person of the directory."""
    return f"person:{object_id}"


def person_from_user(decoded: User) -> Person:
    """A colleague; called by their sign-in name when the directory has no other."""
    name = decoded.display_name or decoded.user_principal_name or decoded.mail
    if not name:
        raise UnreadableItemError("displayName is missing")
    phones = [phone for phone in decoded.business_phones or [] if phone]
    return Person(
        id=person_id(required(decoded.id, "id")),
        name=name.strip(),
        title=(decoded.job_title or "").strip(),
        unit=(decoded.department or "").strip(),
        place=(decoded.office_location or "").strip(),
        phone=phones[0] if phones else "",
        mobile=decoded.mobile_phone or "",
        mail=decoded.mail or "",
        manager_id=person_id(decoded.manager.id) if decoded.manager and decoded.manager.id else None,
    )
