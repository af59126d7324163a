"""The table: how the keyring stands, when the program needs it, and what is right then."""

from dataclasses import dataclass
from enum import StrEnum


class Ring(StrEnum):
    """How the keyring stands."""

    UNLOCKED = "unlocked"
    LOCKED = "locked"  # nobody asks for the password
    DENIED = "denied"  # a window asks for it, and is closed
    SLOW = "slow"  # it takes a question and says nothing for longer than our patience
    ABSENT = "absent"
    DELETED = "entry-deleted"
    NOT_BASE64 = "entry-not-base64"
    WRONG_LENGTH = "entry-wrong-length"
    ANOTHER_KEY = "entry-another-key"


class Moment(StrEnum):
    """When the program needs it, or does not."""

    START = "start"  # somebody has been here, and the program is begun
    SYNC = "sync"  # a round, with a wish to deliver, while somebody is at work
    SIGN_IN = "sign-in"  # from the page of nobody, with what is kept of the last time
    SIGN_OUT = "sign-out"


class Files(StrEnum):
    """What has become of the account's files, with the wish in them that was not sent."""

    SAME = "same"  # where they were, and open
    CLOSED = "closed"  # where they were, untouched
    ASIDE = "aside"  # beside, whole; others stand in their place
    GONE = "gone"


@dataclass(frozen=True)
class Right:
    """What is right: the page that stands, what it says, and the files. ``heals``: when the keyring is well again one
    press, or one more sign-in, leads to the same files."""

    place: str
    says: tuple[str, ...]
    files: Files
    heals: bool = False


LOCKED_WORDS = ("Datorns nyckelring är låst.", "Lås upp nyckelringen och försök igen.")
SILENT_WORDS = ("Datorns nyckelring svarar inte.",)
ABSENT_WORDS = ("Datorn har ingen nyckelring.",)
LOST_WORDS = ("Nyckeln till det du har sparat är borta.",)
MISFIT_WORDS = ("Nyckeln i datorns nyckelring passar inte till det du har sparat.", "Inget har tagits bort.")
LEFT_WORDS = ("Du är utloggad och det du hade sparat är borttaget.",)

AT_WORK = Right("today", (), Files.SAME)
OUT = Right("sign_in", ("Logga in med arbetskontot",), Files.GONE)
OUT_BUT_FOR_THE_KEY = Right("sign_in", LEFT_WORDS, Files.GONE)
BEGUN_ANEW = Right("today", (), Files.ASIDE)

TABLE: dict[tuple[Ring, Moment], Right] = {
    (Ring.UNLOCKED, Moment.START): AT_WORK,
    (Ring.LOCKED, Moment.START): Right("sign_in", LOCKED_WORDS, Files.CLOSED, heals=True),
    (Ring.DENIED, Moment.START): Right("sign_in", LOCKED_WORDS, Files.CLOSED, heals=True),
    (Ring.SLOW, Moment.START): Right("sign_in", SILENT_WORDS, Files.CLOSED, heals=True),
    (Ring.ABSENT, Moment.START): Right("sign_in", ABSENT_WORDS, Files.CLOSED),
    (Ring.DELETED, Moment.START): Right("sign_in", LOST_WORDS, Files.CLOSED),
    (Ring.NOT_BASE64, Moment.START): Right("sign_in", LOST_WORDS, Files.CLOSED),
    (Ring.WRONG_LENGTH, Moment.START): Right("sign_in", LOST_WORDS, Files.CLOSED),
    (Ring.ANOTHER_KEY, Moment.START): Right("sign_in", MISFIT_WORDS, Files.CLOSED),
    **{(ring, Moment.SYNC): AT_WORK for ring in Ring},
    (Ring.UNLOCKED, Moment.SIGN_IN): AT_WORK,
    (Ring.LOCKED, Moment.SIGN_IN): Right("sign_in", LOCKED_WORDS, Files.CLOSED, heals=True),
    (Ring.DENIED, Moment.SIGN_IN): Right("sign_in", LOCKED_WORDS, Files.CLOSED, heals=True),
    (Ring.SLOW, Moment.SIGN_IN): Right("sign_in", SILENT_WORDS, Files.CLOSED, heals=True),
    (Ring.ABSENT, Moment.SIGN_IN): Right("today", ("Sparas bara tills du stänger",), Files.CLOSED),
    (Ring.DELETED, Moment.SIGN_IN): BEGUN_ANEW,
    (Ring.NOT_BASE64, Moment.SIGN_IN): BEGUN_ANEW,
    (Ring.WRONG_LENGTH, Moment.SIGN_IN): BEGUN_ANEW,
    (Ring.ANOTHER_KEY, Moment.SIGN_IN): BEGUN_ANEW,
    (Ring.UNLOCKED, Moment.SIGN_OUT): OUT,
    (Ring.LOCKED, Moment.SIGN_OUT): OUT_BUT_FOR_THE_KEY,
    (Ring.DENIED, Moment.SIGN_OUT): OUT_BUT_FOR_THE_KEY,
    (Ring.SLOW, Moment.SIGN_OUT): OUT_BUT_FOR_THE_KEY,
    (Ring.ABSENT, Moment.SIGN_OUT): OUT_BUT_FOR_THE_KEY,
    (Ring.DELETED, Moment.SIGN_OUT): OUT,
    (Ring.NOT_BASE64, Moment.SIGN_OUT): OUT,
    (Ring.WRONG_LENGTH, Moment.SIGN_OUT): OUT,
    (Ring.ANOTHER_KEY, Moment.SIGN_OUT): OUT,
}
