"""What is kept where, for docs/privacy.md: the personal data in each table with their source, and each file beside."""

from typing import NamedTuple


class Content(NamedTuple):
    """``data`` are the kinds of personal data, "–" for none; ``source`` is where they come from."""

    data: str
    source: str


class KeptFile(NamedTuple):
    """A file outside the tables. ``place`` is a pattern below the folder that ``folders.py`` names first ("data/…")."""

    place: str
    holds: str
    stays: str
    goes: str


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

KEPT_FILES: tuple[KeptFile, ...] = (
    KeptFile(
        "data/accounts/*/cache.db*",
        "the tables of the first kind, encrypted; `-wal` and `-shm` belong to it",
        "as the tables say",
        "signing out, IT's wipe; a damaged one is set aside as `.unreadable` until then",
    ),
    KeptFile(
        "data/accounts/*/mine.db*",
        "the tables of the second kind, encrypted",
        "as the tables say",
        "signing out, IT's wipe",
    ),
    KeptFile(
        "data/accounts/*.unreadable/*",
        "files whose key was lost, encrypted",
        "in case the key turns up again",
        "signing out of that account, the next such file",
    ),
    KeptFile(
        "data/accounts/*.wiping", "nothing: it says that a wiping has begun", "until the wiping has ended", "its end"
    ),
    KeptFile(
        "data/accounts/current",
        "32 hex digits for the account used last: a hash of tenant and object id",
        "until another account is used",
        "signing out",
    ),
    KeptFile("data/window.ini", "where the window was, its looks and language", "always", "nothing; it names nobody"),
    KeptFile(
        "data/running.*",
        "that the program runs: process number and the computer's name; which window is called",
        "while it runs",
        "its end",
    ),
    KeptFile(
        "logs/nacka-arbetsplats.log*",
        "what the program did, without tokens, addresses' queries, names and texts",
        "four files of 1 MB; the oldest goes",
        "further logs; removing the folder",
    ),
    KeptFile("configuration/configuration.json", "the municipality's addresses", "always", "whoever put it there"),
    KeptFile("machine/*", "the municipality's addresses and policy", "always", "IT"),
)


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
