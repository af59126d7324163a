"""The personal data in each table with their source, and the keyring's entries, for docs/privacy.md.

The files are declared in ``workplace_app/kept_files.py``, by which the program is tried.
"""

from typing import NamedTuple


class Content(NamedTuple):
    """``data`` are the kinds of personal data, "–" for none; ``source`` is where they come from."""

    data: str
    source: str


OWN = "the user, in this program"
DIRECTORY = "Entra ID by way of Graph"
GRAPH = "Microsoft 365 by way of Graph"

CONTENTS: dict[str, Content] = {
    "profiles": Content("the user's own name, title, unit, contact details, manager and groups", DIRECTORY),
    "tasks": Content("titles, notes, days; who gave the task", f"{GRAPH}: Planner, To Do, flagged mail"),
    "events": Content("titles, times, places, organiser, attendees, the beginning of the text", f"{GRAPH}: calendar"),
    "inboxes": Content("a number", f"{GRAPH}: mail"),
    "articles": Content("names of authors; what an article says", "the CMS, SharePoint, public news"),
    "article_pictures": Content("–", "the articles"),
    "pictures": Content("whoever is in the pictures of articles", "the CMS, public news"),
    "disruptions": Content("–", "the CMS, the public drift information"),
    "workspaces": Content("names of teams, groups and sites; of chats also those of the people in them", GRAPH),
    "channels": Content("names of channels", f"{GRAPH}: Teams"),
    "messages": Content("who said what, when", f"{GRAPH}: Teams, groups' conversations; only what was opened"),
    "message_threads": Content("as messages", "the messages"),
    "site_files": Content("names of files and who changed them; no content", f"{GRAPH}: SharePoint"),
    "notifications": Content("who did what, when, with the beginning of a text", "made from what Graph says"),
    "services": Content("–", "the municipality's catalogue"),
    "journeys": Content("–", "the municipality's catalogue"),
    "tools": Content("–", "the municipality's catalogue"),
    "remarks": Content("the user's questions and ideas, and the answers with their authors", "the dialogue"),
    "people": Content("name, title, unit, office, telephone, mail address, manager", DIRECTORY),
    "listings": Content("identities of lists in Microsoft 365", "bookkeeping"),
    "feed_states": Content("–", "bookkeeping"),
    "place_states": Content("which conversations were opened, and when", "bookkeeping"),
    "service_pauses": Content("–", "bookkeeping"),
    "search_words": Content("words of everything that can be searched", "the tables above"),
    "search_parts": Content("words of everything that can be searched", "the tables above"),
    "outbox": Content("what the user wanted done, with the words", OWN),
    "outbox_history": Content("when it was tried and what came of it", "bookkeeping"),
    "notification_marks": Content("what the user has handled, and when", OWN),
    "mutes": Content("what the user does not want to hear of, people among it", OWN),
    "article_marks": Content("what the user has read, saved and acknowledged, and when", OWN),
    "pins": Content("what the user has pinned, people among it", OWN),
    "drafts": Content("what the user has begun to write", OWN),
    "remark_marks": Content("which answers the user has seen", OWN),
    "card_layout": Content("–", OWN),
    "settings": Content("choices of looks and notices", OWN),
    "visits": Content("when the user was here", "bookkeeping"),
    "reminders": Content("what the user wants to be reminded of, and when", OWN),
    "token_cache": Content("tokens, the user's name and identity", "Entra ID"),
    "content_tokens": Content("tokens, the user's name and identity", "the CMS's own issuer"),
    "access": Content("when Entra ID last said yes to the user", "bookkeeping"),
}

KEYRING = (
    (
        "the account's 32 hex digits",
        "the key to the account's two files",
        "signing out, IT's wipe: before the files go",
    ),
    ("the same with `.person`", "name, user name and unit, for the list of who is here", "the same"),
    ("the same with `.tries`", "how many wrong lock codes in a row", "a right code; the same"),
    ("the same with `.next`", "the key, while a lock code is being changed", "the end of the change; the same"),
    ("`check-…`", "a key of nothing, made by `workplace-app doctor`", "the end of that check"),
)
"""The entries in the operating system's keyring: their name, what they hold and what takes them away."""
