"""What may be wrong with the way: connections that break, and roads that lead to nobody or to somebody else."""

from tests.faults.kind import ASK, FINE, LINE, ONCE, RETRY, Kind
from tests.faults.roads import Road, RoadKind
from tests.faults.strokes import dribble, lost, raw, silence

CONNECTIONS = (
    Kind("reset", "RST before the answer", RETRY, LINE, lost(reset_it=True)),
    Kind(
        "reset-once",
        "RST once: an idle connection that the server had dropped",
        RETRY,
        "asked again on a new one at once",
        lost(reset_it=True),
        times=ONCE,
    ),
    Kind("closed", "FIN before the answer", RETRY, LINE, lost(reset_it=False)),
    Kind(
        "short-body",
        "FIN before the promised length",
        RETRY,
        LINE,
        raw(lambda said: said.head() + said.body[: len(said.body) // 2]),
    ),
    Kind(
        "reset-in-body",
        "RST in the middle of the body",
        RETRY,
        LINE,
        raw(lambda said: said.head() + said.body[: len(said.body) // 2], then="reset"),
    ),
    Kind(
        "cut-chunk",
        "a chunked body that stops",
        RETRY,
        LINE,
        raw(
            lambda said: (
                b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nffff\r\n"
                + said.body[:40]
            )
        ),
    ),
    Kind("half-head", "FIN in the middle of the headers", RETRY, LINE, raw(lambda said: said.head()[:20])),
    Kind(
        "no-http",
        "an answer that is no HTTP",
        RETRY,
        "whoever speaks so is no server of ours",
        raw(lambda _: b"220 smtp.example ESMTP\r\n\r\n"),
    ),
    Kind(
        "illegal-header",
        "a header line without a colon",
        RETRY,
        "as above",
        raw(lambda _: b"HTTP/1.1 200 OK\r\nno colon here\r\n\r\n{}"),
    ),
    Kind(
        "two-lengths",
        "two lengths that contradict",
        RETRY,
        "as above",
        raw(lambda _: b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 9\r\n\r\n{}"),
    ),
    Kind(
        "huge-head",
        "200 kB of headers",
        RETRY,
        "as above",
        raw(lambda _: b"HTTP/1.1 200 OK\r\nx: " + b"x" * 200_000 + b"\r\n\r\n"),
    ),
    Kind("silent", "half open: the question is taken, nothing comes", RETRY, LINE, silence),
    Kind(
        "slow-head",
        "headers by the byte, for ever",
        RETRY,
        "the whole exchange has two minutes",
        dribble(lambda _: b"HTTP/1.1 200 OK\r\nx-slow: ", 25),
    ),
    Kind(
        "slow-body",
        "a body by the byte, for ever",
        RETRY,
        "the whole exchange has two minutes",
        dribble(lambda said: said.head(100_000), 25),
    ),
)


ROADS = (
    Kind("no-such-name", "NXDOMAIN: the name is not known", RETRY, LINE, road=Road(RoadKind.NO_SUCH_NAME)),
    Kind("name-server-down", "SERVFAIL: no name server answers", RETRY, LINE, road=Road(RoadKind.NAME_SERVER_DOWN)),
    Kind("name-without-address", "the name has no address", RETRY, LINE, road=Road(RoadKind.NO_ADDRESS)),
    Kind(
        "hijacked-name",
        "the name leads to somebody else's https",
        ASK,
        "no certificate of theirs is trusted",
        road=Road(RoadKind.UNKNOWN_AUTHORITY),
    ),
    Kind(
        "hijacked-to-http",
        "the name leads to a machine that speaks plain http",
        ASK,
        "that is no TLS; IT must look",
        road=Road(RoadKind.PLAIN_HTTP),
    ),
    Kind("refused", "nobody listens at the address", RETRY, LINE, road=Road(RoadKind.REFUSED)),
    Kind("black-hole", "packets to the address vanish", RETRY, LINE, road=Road(RoadKind.BLACK_HOLE)),
    Kind(
        "black-hole-first",
        "the first of two addresses swallows packets (IPv6)",
        FINE,
        "the other one is tried after a moment",
        road=Road(RoadKind.BLACK_HOLE_FIRST),
    ),
    Kind("silent-handshake", "connected, but no TLS handshake comes", RETRY, LINE, road=Road(RoadKind.SILENT)),
    Kind("hung-up-handshake", "hung up in the TLS handshake", RETRY, LINE, road=Road(RoadKind.HANGS_UP)),
    Kind(
        "expired", "an expired certificate", ASK, "IT must renew it; it is never ignored", road=Road(RoadKind.EXPIRED)
    ),
    Kind(
        "not-yet-valid",
        "a certificate of tomorrow",
        ASK,
        "our clock is behind, or theirs ahead",
        road=Road(RoadKind.NOT_YET_VALID),
    ),
    Kind("wrong-host", "a certificate of another host", ASK, "it is never ignored", road=Road(RoadKind.WRONG_HOST)),
    Kind("old-protocol", "TLS 1.1 and no newer", ASK, "1.2 is the least", road=Road(RoadKind.OLD_PROTOCOL)),
)
