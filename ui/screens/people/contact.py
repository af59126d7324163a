"""What a colleague's contact is as addresses to open and as text to copy."""

from urllib.parse import quote

from workplace_app.domain.person import Person

_TEAMS_CHAT = "https://teams.microsoft.com/l/chat/0/0?users="


def call_address(number: str) -> str:
    """Opens the telephone program: it takes digits only, whatever hyphens the directory writes."""
    return f"tel:{number.replace(' ', '').replace(chr(0xA0), '')}"


def mail_address(mail: str) -> str:
    """Begins a mail."""
    return f"mailto:{mail}"


def chat_address(mail: str) -> str:
    """Opens a chat with the person in Teams."""
    return _TEAMS_CHAT + quote(mail, safe="@")


def contact_text(person: Person) -> str:
    """All that somebody needs to reach the person, one thing a line: for the clipboard."""
    role = ", ".join(part for part in (person.title, person.unit) if part)
    lines = (person.name, role, person.place, person.phone, person.mobile, person.mail)
    return "\n".join(line for line in lines if line)
