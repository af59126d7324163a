"""Files what the user wants done in the world, takes it back while it waits, and carries out what the user chooses when
it has collided with another version; called by the screen."""

from datetime import datetime, timedelta

from workplace_app.domain.conflict import Conflict
from workplace_app.domain.draft import Draft
from workplace_app.domain.intent import Intent, IntentKind, IntentState, new_intent_id
from workplace_app.domain.wishes import (
    Comment,
    DueChange,
    NewTask,
    Nothing,
    Remark,
    Reply,
    Wish,
    insisting,
    payload_of,
    task_of,
    wish_as,
    wish_of,
    without,
)
from workplace_app.store.acknowledgement_marks import put_mark_back, take_mark_away
from workplace_app.store.codecs import problem_to_text
from workplace_app.store.connection_type import Connection
from workplace_app.store.drafts import draft_comes_back, draft_has_left, moving_drafts
from workplace_app.store.moments import to_milliseconds
from workplace_app.store.outbox_rows import conflict_to_text
from workplace_app.store.tasks_as_seen import NEW_TASK
from workplace_app.store.transaction import writing_mine


def file_intent(
    connection: Connection,
    kind: IntentKind,
    target_id: str,
    now: datetime,
    wish: Wish = Nothing(),  # noqa: B008  (a frozen value)
    *,
    about: str = "",
    hold: timedelta = timedelta(),
    draft: str = "",
) -> Intent:
    """Put a wish in the outbox. When this returns it is on the disk: only then may the screen say that it is saved.

    ``about`` names what it concerns in the words that the user sees. It is not sent before ``hold`` has passed, so that
    words which cannot be called back can be taken back with Ctrl+Z. ``draft`` is what its words were kept for while
    they were written (``Draft.meant_for``): they leave there at the same moment.
    """
    with moving_drafts(connection):
        if draft:
            draft_has_left(connection, draft)
        return insert_intent(connection, kind, target_id, now, wish, about, now + hold if hold else None)


def withdraw(connection: Connection, intent_id: str, now: datetime, words: Draft | None = None) -> bool:
    """Take a wish back. False when it is too late: it is being sent, has been sent, or its answer is unknown.

    What was wished after it for the same target is built on what the source really has; what is thereby no change any
    more goes with it. An acknowledgement that is taken back has not been made. ``words`` become a draft again at the
    same moment, before what has been begun since.
    """
    with moving_drafts(connection):
        if not _leave(connection, intent_id, ("waiting", "needs_you"), IntentState.WITHDRAWN, now):
            return False
        _build_anew(connection, intent_id, now)
        _let_go_of_followers(connection, intent_id, now)
        if words is not None:
            draft_comes_back(connection, words)
    return True


def try_again(connection: Connection, intent_id: str, now: datetime) -> bool:
    """Let a wish that needed the user wait again to be sent. False when it did not need the user."""
    with writing_mine(connection):
        return _leave(connection, intent_id, ("needs_you",), IntentState.WAITING, now)


def keep_mine(connection: Connection, intent: Intent, now: datetime) -> bool:
    """The user has seen both versions and wants their own. It needs the user again when the other one has changed once
    more. False when the wish no longer needs the user."""
    wish = wish_of(intent.kind, intent.payload)
    with writing_mine(connection):
        if not _leave(connection, intent.id, ("needs_you",), IntentState.WAITING, now):
            return False
        connection.execute(
            "UPDATE mine.outbox SET payload = ? WHERE id = ?",
            (payload_of(insisting(wish, intent.conflict or Conflict())), intent.id),
        )
    return True


def keep_theirs(connection: Connection, intent: Intent, now: datetime) -> bool:
    """The other version stands. The user's own stays to be read and copied (``let_go_intents``) for as long as the
    outbox remembers anything. False when the wish no longer needs the user."""
    return withdraw(connection, intent.id, now)


def keep_as_task(connection: Connection, intent: Intent, now: datetime) -> Intent | None:
    """What the words were meant for is gone; they become a task of the user's own. So does a task whose list is gone,
    in the usual list, and what was wished for it goes along. None when the wish no longer needs the user or has no
    words. What a title cannot hold stands whole in the task's notes."""
    kept = _as_task(intent)
    if kept is None:
        return None
    with writing_mine(connection):
        if not _leave(connection, intent.id, ("needs_you",), IntentState.WITHDRAWN, now):
            return None
        made = insert_intent(connection, IntentKind.CREATE_TASK, "todo:", now, kept, kept.title, None)
        connection.execute(
            "UPDATE mine.outbox SET target_id = ? WHERE target_id = ? AND settled_at IS NULL",
            (f"{NEW_TASK}{made.id}", f"{NEW_TASK}{intent.id}"),
        )
        return made


def _as_task(intent: Intent) -> NewTask | None:
    wish = wish_of(intent.kind, intent.payload)
    if isinstance(wish, NewTask):
        return wish
    if not isinstance(wish, (Comment, Reply, Remark)):
        return None
    return task_of(wish.text, about=intent.about)


def as_it_was(connection: Connection, intent: Intent, now: datetime) -> bool:
    """Undo what the user has just decided: the wish stands again as ``intent`` says, with its version and the other
    one. False when it has left meanwhile, or when nothing was decided."""
    moment = to_milliseconds(now)
    held = None if intent.held_until is None else to_milliseconds(intent.held_until)
    with writing_mine(connection):
        _take_up_followers(connection, intent, now)
        changed = connection.execute(
            "UPDATE mine.outbox SET state = ?, state_since = ?, settled_at = NULL, payload = ?, problem = ?, "
            "conflict = ?, held_until = ? WHERE id = ? AND state != ? AND state IN ('waiting', 'withdrawn')",
            (
                intent.state.value,
                moment,
                intent.payload,
                problem_to_text(intent.problem),
                conflict_to_text(intent.conflict),
                held,
                intent.id,
                intent.state.value,
            ),
        )
        if changed.rowcount:
            put_mark_back(connection, intent)
            _remember(connection, intent.id, intent.state, moment)
    return changed.rowcount > 0


def insert_intent(
    connection: Connection,
    kind: IntentKind,
    target_id: str,
    now: datetime,
    wish: Wish,
    about: str,
    held_until: datetime | None,
) -> Intent:
    """As ``file_intent``, inside a transaction that keeps something else too (``transaction.writing_mine``)."""
    target_id = _made_meanwhile(connection, target_id)
    last = connection.execute("SELECT MAX(id) FROM mine.outbox").fetchone()
    intent = Intent(
        new_intent_id(now, last[0] if last else None),
        kind,
        target_id,
        payload_of(wish),
        IntentState.WAITING,
        now,
        about=about,
        since=now,
        held_until=held_until,
    )
    moment = to_milliseconds(now)
    held = None if held_until is None else to_milliseconds(held_until)
    connection.execute(
        "INSERT INTO mine.outbox (id, kind, target_id, payload, state, filed_at, state_since, about, held_until) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (intent.id, kind.value, target_id, intent.payload, intent.state.value, moment, moment, about, held),
    )
    _remember(connection, intent.id, intent.state, moment)
    return intent


def _leave(connection: Connection, intent_id: str, states: tuple[str, ...], to: IntentState, now: datetime) -> bool:
    moment = to_milliseconds(now)
    settled = moment if to is IntentState.WITHDRAWN else None
    kept = "" if to is IntentState.WITHDRAWN else ", problem = NULL"
    changed = connection.execute(
        f"UPDATE mine.outbox SET state = ?, state_since = ?, settled_at = ?{kept}, "  # noqa: S608
        "held_until = NULL, not_before = NULL WHERE id = ? AND state IN (?, ?)",
        (to.value, moment, settled, intent_id, states[0], states[-1]),
    )
    if changed.rowcount:
        _remember(connection, intent_id, to, moment)
        if to is IntentState.WITHDRAWN:
            take_mark_away(connection, intent_id)
    return changed.rowcount > 0


def _let_go_of_followers(connection: Connection, withdrawn_id: str, now: datetime) -> None:
    """What was wished for a new task that will not be made."""
    for (follower_id,) in connection.execute(
        "SELECT id FROM mine.outbox WHERE target_id = ? AND settled_at IS NULL", (f"{NEW_TASK}{withdrawn_id}",)
    ).fetchall():
        _leave(connection, follower_id, ("waiting", "needs_you"), IntentState.WITHDRAWN, now)


def _made_meanwhile(connection: Connection, target_id: str) -> str:
    """The target itself; for a new task that the screen still shows as such, what it is called at its service."""
    if not target_id.startswith(NEW_TASK):
        return target_id
    made = connection.execute(
        "SELECT answer FROM mine.outbox WHERE id = ?", (target_id.removeprefix(NEW_TASK),)
    ).fetchone()
    return str(made[0]) if made and made[0] else target_id


def _build_anew(connection: Connection, withdrawn_id: str, now: datetime) -> None:
    """Let the next change of a last day say what the user would have seen without the one that was withdrawn."""
    rows = connection.execute(
        "SELECT later.id, later.payload, gone.payload FROM mine.outbox AS gone JOIN mine.outbox AS later "
        "ON later.target_id = gone.target_id AND later.kind = gone.kind AND later.id > gone.id "
        "WHERE gone.id = ? AND gone.kind = 'change_due' AND later.state = 'waiting' AND later.settled_at IS NULL "
        "ORDER BY later.id LIMIT 1",
        (withdrawn_id,),
    ).fetchall()
    for later_id, payload, withdrawn in rows:
        try:
            wish, earlier = (wish_as(DueChange, IntentKind.CHANGE_DUE, each) for each in (payload, withdrawn))
        except ValueError:
            continue  # what nobody can read is built on nothing; the outbox says so of it
        anew = without(wish, earlier)
        connection.execute("UPDATE mine.outbox SET payload = ? WHERE id = ?", (payload_of(anew), later_id))
        if isinstance(anew, DueChange) and anew.due == anew.seen != wish.seen:
            _leave(connection, later_id, ("waiting", "waiting"), IntentState.WITHDRAWN, now)
            _build_anew(connection, later_id, now)


def _take_up_followers(connection: Connection, intent: Intent, now: datetime) -> None:
    """The withdrawal of this one is about to be undone: what went with it, at the same moment, comes back."""
    gone = connection.execute(
        "SELECT state_since FROM mine.outbox WHERE id = ? AND state = 'withdrawn'", (intent.id,)
    ).fetchone()
    if gone is None:
        return
    for (follower_id,) in connection.execute(
        "SELECT id FROM mine.outbox WHERE state = 'withdrawn' AND state_since = ? AND id > ? "
        "AND (target_id = ? OR (target_id = ? AND kind = 'change_due'))",
        (gone[0], intent.id, f"{NEW_TASK}{intent.id}", intent.target_id),
    ).fetchall():
        _leave(connection, follower_id, ("withdrawn", "withdrawn"), IntentState.WAITING, now)
    if intent.kind is IntentKind.CHANGE_DUE:
        _build_on(connection, intent)


def _build_on(connection: Connection, intent: Intent) -> None:
    """Let the next change of a last day see what this one, which stands again, makes of it."""
    later = connection.execute(
        "SELECT id, payload FROM mine.outbox WHERE target_id = ? AND id > ? AND kind = 'change_due' "
        "AND state = 'waiting' AND settled_at IS NULL ORDER BY id LIMIT 1",
        (intent.target_id, intent.id),
    ).fetchone()
    if later is None:
        return
    try:
        wish, earlier = (wish_as(DueChange, intent.kind, each) for each in (later[1], intent.payload))
    except ValueError:
        return  # what nobody can read is built on nothing; the outbox says so of it
    if wish.seen == earlier.seen:
        anew = payload_of(DueChange(wish.due, seen=earlier.due))
        connection.execute("UPDATE mine.outbox SET payload = ? WHERE id = ?", (anew, later[0]))


def _remember(connection: Connection, intent_id: str, state: IntentState, moment: int) -> None:
    connection.execute(
        'INSERT INTO mine.outbox_history (intent_id, "at", state) VALUES (?, ?, ?)', (intent_id, moment, state.value)
    )
