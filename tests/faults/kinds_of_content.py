"""What may be wrong with a success: its bytes, its JSON, its items, and the links in it."""

from tests.faults import bends
from tests.faults.kind import CAP, FINE, ITEMS, LINE, ONE_ITEM, RETRY, SET_ASIDE, UNREADABLE, Kind
from tests.faults.strokes import JSON, PORTAL, bent, endless, endless_pages, next_link, packed, saying
from tests.faults.wire_format import Said

CONTENT = (
    Kind("empty", "200 with an empty body", SET_ASIDE, UNREADABLE, bent(bends.body(lambda _: b""))),
    Kind("null", "null", SET_ASIDE, UNREADABLE, bent(bends.body(lambda _: b"null"))),
    Kind("string", "a text where an object should be", SET_ASIDE, UNREADABLE, bent(bends.body(lambda _: b'"hej"'))),
    Kind(
        "wrong-envelope",
        "a list in a list, an object in a list",
        SET_ASIDE,
        UNREADABLE,
        bent(bends.body(lambda body: b"[" + body + b"]")),
    ),
    Kind("empty-object", "{}", SET_ASIDE, UNREADABLE, bent(bends.body(lambda _: b"{}"))),
    Kind(
        "other-name",
        "the items under another name",
        SET_ASIDE,
        UNREADABLE,
        bent(bends.body(bends.other_envelope)),
        shapes=("list", "batch", "remarks"),
    ),
    Kind(
        "null-items",
        "null in place of the items",
        SET_ASIDE,
        UNREADABLE,
        bent(bends.body(bends.null_items)),
        shapes=ITEMS,
    ),
    Kind(
        "cut-json",
        "JSON that stops in the middle, of the right length",
        SET_ASIDE,
        UNREADABLE,
        bent(bends.body(lambda body: body[: len(body) * 2 // 3])),
    ),
    Kind(
        "garbage",
        "random bytes called JSON",
        SET_ASIDE,
        UNREADABLE,
        bent(bends.body(lambda body: bytes(range(256)) * 4)),
    ),
    Kind("portal", "200 with another network's HTML", RETRY, LINE, saying(PORTAL)),
    Kind("portal-as-json", "HTML that is called JSON", RETRY, LINE, saying(Said(200, PORTAL.body, JSON))),
    Kind("nan-beside", "NaN beside the items", SET_ASIDE, UNREADABLE, bent(bends.body(bends.nan_beside)), shapes=ITEMS),
    Kind(
        "nan-in-item",
        "NaN where an item has its id",
        SET_ASIDE,
        ONE_ITEM,
        bent(bends.first_item(bends.broken_identity, b"NaN")),
        shapes=ITEMS,
    ),
    Kind(
        "bad-utf-8",
        "bytes that are no UTF-8 in an id",
        SET_ASIDE,
        ONE_ITEM,
        bent(bends.first_item(bends.broken_identity, bends.LONE_BYTES)),
        shapes=ITEMS,
    ),
    Kind(
        "lone-surrogate",
        "half a character in an id",
        SET_ASIDE,
        ONE_ITEM,
        bent(bends.first_item(bends.broken_identity, bends.LONE_SURROGATE)),
        shapes=ITEMS,
    ),
    Kind(
        "depth",
        "an item 100,000 brackets deep",
        SET_ASIDE,
        ONE_ITEM,
        bent(bends.first_item(bends.broken_identity, bends.NESTED)),
        shapes=ITEMS,
    ),
    Kind(
        "huge-number",
        "an id of 5,000 digits",
        SET_ASIDE,
        ONE_ITEM,
        bent(bends.first_item(bends.broken_identity, bends.HUGE_NUMBER)),
        shapes=ITEMS,
    ),
    Kind(
        "no-id", "an item without id", SET_ASIDE, ONE_ITEM, bent(bends.first_item(bends.without_identity)), shapes=ITEMS
    ),
    Kind(
        "wrong-types",
        "an item with every value of another type",
        SET_ASIDE,
        ONE_ITEM,
        bent(bends.first_item(bends.wrong_types)),
        shapes=ITEMS,
        bends_facts=True,
    ),
    Kind(
        "no-etag",
        "items without etag",
        FINE,
        "then they are compared by what they say",
        bent(bends.every_item(bends.without_etag)),
        shapes=("list", "batch"),
        bends_facts=True,
    ),
    Kind(
        "unknown-fields",
        "fields and types of next year",
        FINE,
        "what is not known is not read",
        bent(bends.every_item(bends.from_the_future)),
        shapes=ITEMS,
    ),
    Kind(
        "duplicates",
        "each item twice",
        FINE,
        "an id is one row",
        bent(bends.every_item(bends.twice)),
        shapes=("list", "children", "document", "remarks"),
    ),
    Kind(
        "bom",
        "a byte order mark in front",
        FINE,
        "RFC 8259 lets a reader ignore it",
        bent(bends.body(lambda body: b"\xef\xbb\xbf" + body)),
        shapes=ITEMS,
    ),
    Kind(
        "utf-16",
        "JSON in UTF-16",
        FINE,
        "it can be read, so it is",
        bent(bends.body(lambda body: body.decode().encode("utf-16")), content_type="application/json; charset=utf-16"),
        shapes=ITEMS,
    ),
    Kind(
        "junk-header",
        "odd but legal headers",
        FINE,
        "nobody reads them",
        bent(bends.body(lambda body: body), x_odd="\xe5\xe4 ;;,,==", x_empty=""),
    ),
    Kind("gzip", "compressed, as asked for", FINE, "it is unpacked", packed(1)),
    Kind("gzip-lie", "called gzip and is not", SET_ASIDE, UNREADABLE, packed(0, lie=True)),
    Kind("gzip-twice", "packed twice", SET_ASIDE, "a few kilobytes may be gigabytes: never unpacked", packed(2)),
    Kind(
        "gzip-bomb",
        "kilobytes that unpack to more than the cap",
        SET_ASIDE,
        "reading stops at the cap",
        packed(1, size=3 * CAP),
    ),
    Kind("endless-body", "a body without an end", SET_ASIDE, "reading stops at the cap", endless(4 * CAP)),
)


LINKS = (
    Kind(
        "next-self",
        "the page names itself as the next",
        SET_ASIDE,
        "a listing without an end is none",
        bent(next_link(lambda asked, at: at.stage.address("graph") + asked.target)),
        shapes=("list",),
        extra=8,
    ),
    Kind(
        "next-foreign",
        "the next page lies at a foreign origin",
        SET_ASIDE,
        "nobody goes there, no token leaves",
        bent(next_link(lambda asked, at: at.stage.address("foreign") + asked.target)),
        shapes=("list",),
    ),
    Kind(
        "next-lookalike",
        "the next page lies at a host that looks like ours",
        SET_ASIDE,
        "nobody goes there",
        bent(
            next_link(
                lambda asked, at: at.stage.address("graph").replace("localhost", "localhost.localhost") + asked.target
            )
        ),
        shapes=("list",),
    ),
    Kind(
        "next-downgrade",
        "the next page by plain http",
        SET_ASIDE,
        "no token goes in the clear",
        bent(next_link(lambda asked, at: at.stage.address("graph").replace("https", "http") + asked.target)),
        shapes=("list",),
    ),
    Kind(
        "next-endless",
        "always one more empty page",
        SET_ASIDE,
        "a delta may send empty pages, not for ever",
        endless_pages,
        shapes=("list", "children"),
        extra=60,
    ),
)
