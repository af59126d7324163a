"""The parts of docs/privacy.md that come from the store's own declarations."""

from datetime import timedelta

from tools.data_map import CONTENTS, KEYRING
from workplace_app.domain.keeping import Keeping
from workplace_app.kept_files import KEPT_FILES, Cleared
from workplace_app.store.tables import RETENTIONS, Clearing, Retention

_CLEARED = {
    Clearing.SIGN_OUT: "signing out, IT's wipe",
    Clearing.REFETCH: "signing out, IT's wipe; damage or lack of room may clear it sooner",
    Clearing.DERIVED: "with what it is made from",
}
_AGELESS = {
    Clearing.SIGN_OUT: "until the user takes it away or signs out",
    Clearing.REFETCH: "as long as its source has it",
    Clearing.DERIVED: "as long as what it is made from",
}
_GONE = {
    Cleared.WITH_THE_ACCOUNT: "signing out, IT's wipe",
    Cleared.LINE_WITH_THE_ACCOUNT: "signing out, IT's wipe: the account's line in it",
    Cleared.AT_THE_END: "the program's end, or its next start after a crash",
    Cleared.BY_ROTATION: "further logs; removing the folder",
    Cleared.NEVER: "nothing; it names nobody",
}
_HEAD = [
    "| table | personal data | from | why it is kept | how long | cleared by |",
    "| --- | --- | --- | --- | --- | --- |",
]


def fetched_tables() -> str:
    """What can be fetched again, in cache.db."""
    return "\n".join([*_HEAD, *(_row(each) for each in RETENTIONS if each.clearing is not Clearing.SIGN_OUT)])


def own_tables() -> str:
    """What is the user's own, in mine.db."""
    return "\n".join([*_HEAD, *(_row(each) for each in RETENTIONS if each.clearing is Clearing.SIGN_OUT)])


def kept_files() -> str:
    """Files beside the tables, and the keyring's entries."""
    lines = ["| file | holds | stays | goes with |", "| --- | --- | --- | --- |"]
    lines += [
        f"| `{each.place}/{each.pattern}` | {each.what} | {each.kept_for} | {_GONE[each.cleared]} |"
        for each in KEPT_FILES
    ]
    lines += ["", "| keyring entry (service `nacka-arbetsplats`) | holds | goes with |", "| --- | --- | --- |"]
    lines += [f"| {name} | {holds} | {goes} |" for name, holds, goes in KEYRING]
    return "\n".join(lines)


def _row(retention: Retention) -> str:
    content = CONTENTS[retention.table]
    return (
        f"| `{retention.table}` | {content.data} | {content.source} | {retention.because} "
        f"| {_age(retention)} | {_CLEARED[retention.clearing]} |"
    )


def _age(retention: Retention) -> str:
    """Days, where age clears it."""
    age = retention.age_under(Keeping())
    if age is None:
        return _AGELESS[retention.clearing]
    if age == timedelta(0):
        return "until it has passed"
    decided = " unless IT says otherwise" if callable(retention.age) else ""
    return f"{age.days} days{decided}" + (", with exceptions as said" if retention.unless else "")
