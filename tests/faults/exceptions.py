"""Where another outcome than a kind's own is right, and which combinations have no meaning; the first fit counts."""

from dataclasses import dataclass
from fnmatch import fnmatchcase

from tests.faults.outcomes import Outcome

FINE, RETRY, RESYNC = Outcome.FINE, Outcome.RETRY, Outcome.RESYNC
REAUTHENTICATE, ASK, SET_ASIDE = Outcome.REAUTHENTICATE, Outcome.ASK, Outcome.SET_ASIDE


@dataclass(frozen=True)
class Rule:
    """Kinds, endpoints (or shapes) and positions as patterns separated by spaces; ``outcome`` None excludes."""

    kinds: str
    where: str
    position: str
    outcome: Outcome | None
    why: str

    def concerns(self, kind: str, endpoint: str, shape: str, position: str) -> bool:
        return (
            _fits(kind, self.kinds)
            and (_fits(endpoint, self.where) or _fits(shape, self.where))
            and _fits(position, self.position)
        )


def _fits(name: str, patterns: str) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns.split())


_UNREADABLE = "304 204 empty null string wrong-envelope empty-object cut-json garbage gzip-lie gzip-twice"
_TASKS = "complete-* reopen-* due-* comment-*"

EXCLUDED = (
    Rule(
        "no-such-name name-* hijacked-* refused black-hole* *-handshake expired not-yet-valid wrong-host old-protocol",
        "pictures",
        "middle last",
        None,
        "four pictures come at a time over connections that are there already",
    ),
    Rule("204", "delivery", "change", None, "a success of the service's own: then it is done"),
    Rule(
        f"{_UNREADABLE} gzip short-body reset-in-body cut-chunk slow-body junk-header",
        "*-planner give-time-back",
        "reply",
        None,
        "204: there is no body to break",
    ),
    Rule("401-* 403-consent", "document rss picture", "*", None, "asked without a token and without a permission"),
    Rule("401-* 403-* 410-* 400-sync-state 404-sync-state", "sign-in", "*", None, "the provider asks for the token"),
    Rule("410-* 400-sync-state 404-sync-state", "delivery", "*", None, "speaks of listings"),
    Rule(
        "4* 3* 204 511 501 503* redirect-*",
        "delivery",
        "reply",
        None,
        "a service that does it and says that it has not is another fault than a lost answer",
    ),
    Rule(
        "404", "give-time-back", "*", None, "what is gone is what was wanted; if it is not, the calendar says so later"
    ),
    Rule("empty-object wrong-envelope cut-json", "rss picture", "*", None, "speaks of JSON"),
    Rule(
        "no-such-name name-* hijacked-* black-hole-first",
        "sign-in",
        "*",
        None,
        "MSAL's blocking client asks the system's own resolver, which is not touched; refused and black-hole stand in",
    ),
    Rule(
        "slow-head slow-body",
        "sign-in",
        "*",
        None,
        "bytes come by the clock of the loop, which stands while MSAL works",
    ),
    Rule(
        "no-etag", "todo-* calendar drive-*", "*", None, "a delta tells an item once, and nothing there needs its etag"
    ),
    Rule(
        "next-*",
        "channel-messages chat-messages",
        "last",
        None,
        "the second page is the last that a first look asks for",
    ),
    Rule("gzip-bomb endless-body", "delivery sign-in", "*", None, "below the cap that holds there"),
)

EXCEPTIONS: tuple[Rule, ...] = (
    Rule(
        "empty wrong-envelope empty-object cut-json gzip-lie short-body reset-in-body",
        "answer-invitation",
        "reply",
        FINE,
        "202: no body is promised, and none is needed",
    ),
    Rule("409 412", _TASKS, "change", RETRY, "somebody else was first: read again, and no longer than three times"),
    Rule("409 412", "give-time-back", "change", RETRY, "another version is there: read again, then it waits"),
    Rule("400 404 405 409 412 431", "delivery", "*", ASK, "refused: it comes back to the user with its text"),
    Rule("wrong-envelope empty-object cut-json", _TASKS, "reply", FINE, "a success whose words nobody needs"),
    Rule(_UNREADABLE, "delivery", "*", RETRY, "it may have been done: looked at before it is sent again"),
    Rule(
        "400 404 405 409 412 423 431", "sign-in-discovery", "*", ASK, "the tenant or its authority is not known there"
    ),
    Rule("empty-object", "sign-in-renewal", "*", REAUTHENTICATE, "neither a token nor an error: the user can find out"),
    Rule("empty-object", "sign-in-discovery", "*", ASK, "a provider that answers nothing is none: IT must look"),
    Rule("423", "sign-in-code sign-in-renewal", "*", SET_ASIDE, "nobody locks a token: it is refused, and said so"),
    Rule("304", "document rss remarks", "changes", FINE, "it was asked for: nothing has changed"),
    Rule(
        "redirect-*",
        "document rss picture",
        "*",
        SET_ASIDE,
        "public sites do move: told to IT, never followed elsewhere",
    ),
    Rule(
        "410-* 400-sync-state 404-sync-state",
        "children document rss picture remarks",
        "*",
        SET_ASIDE,
        "no bookmarks here: a page that is gone",
    ),
    Rule(
        "410-always",
        "calendar planner-tasks todo-changes drive-changes site-news chat-messages",
        "changes",
        RESYNC,
        "the bookmark is gone for ever, the listing has an address of its own",
    ),
    Rule("400 405 409 412 431", "calendar", "changes", RESYNC, "a link that the service refuses is as good as expired"),
    Rule(
        "403-closed 423",
        "drive-items todo-tasks channels-further",
        "*",
        SET_ASIDE,
        "one place of several: the others go on",
    ),
    Rule(
        "part-403 part-404 part-410 part-missing",
        "planner-names",
        "*",
        FINE,
        "a name that may not be read is no reason to lose the task",
    ),
    Rule("next-*", "group-threads", "*", FINE, "the latest threads are one page, and no other is asked for"),
    Rule("next-*", "channel-messages", "changes", FINE, "no more pages are asked for than a look needs"),
    Rule("next-endless", "channel-messages chat-messages", "*", FINE, "no more than ten pages in one look"),
    Rule("403-* 404 423", "picture", "*", SET_ASIDE, "one picture: not asked for again before tomorrow"),
    Rule("portal*", "picture", "*", SET_ASIDE, "a site may answer a lost picture with a page: asked again tomorrow"),
    Rule("duplicates", "services", "*", SET_ASIDE, "a catalogue is kept by hand: the second of two is told"),
    Rule("part-403", "profile mail", "*", ASK, "it is oneself, or one's own mailbox, that may not be read"),
    Rule("part-403", "todo-changes", "changes", ASK, "it is the list of one's lists that may not be read"),
    Rule(
        "bad-utf-8 huge-number no-id wrong-types",
        "planner-names",
        "*",
        FINE,
        "a name that cannot be read is no reason to lose the task",
    ),
    Rule("no-id", "planner-details", "*", FINE, "a description is its task's, whose id is in the question"),
    Rule("next-endless", "chats", "*", FINE, "no more than four pages of chats are listed"),
    Rule(
        "part-410",
        "profile channels site-news site-drives mail planner-* group-posts",
        "*",
        SET_ASIDE,
        "no delta: that one place is gone",
    ),
    Rule("part-missing", "todo-changes drive-changes", "changes", FINE, "asked for by itself at once"),
)
