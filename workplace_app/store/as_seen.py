"""The views through which the screen looks: the outbox and the user's own marks laid over the cache.

They are TEMP views, made on each connection, since a view in a file cannot look into another file. Time is no part of
them: what depends on the moment (put off until, hidden from) is a column that the reader compares.
"""

# ruff: noqa: S608  (put together from this module's own constants)

from workplace_app.store.connection_type import Connection
from workplace_app.store.moments import FOREVER

_TASK_WISHES = """
CREATE TEMP VIEW task_wishes AS
SELECT target_id, MAX(id) AS intent_id, state, filed_at,
       CASE WHEN state = 'needs_you' THEN NULL ELSE kind = 'complete_task' END AS completed
FROM mine.outbox
WHERE settled_at IS NULL AND state != 'withdrawn' AND kind IN ('complete_task', 'reopen_task')
GROUP BY target_id
"""
"""The latest wish for each task, until the source's own data shows it. ``completed`` is NULL for one refused."""

_TASKS_AS_SEEN = """
CREATE TEMP VIEW tasks_as_seen AS
SELECT tasks.*, tasks.completed AS seen_completed, tasks.completed_at AS seen_completed_at,
       CAST(NULL AS TEXT) AS intent_id, CAST(NULL AS TEXT) AS intent_state
FROM main.tasks WHERE id NOT IN (SELECT target_id FROM task_wishes)
UNION ALL
SELECT tasks.*, CAST(COALESCE(wish.completed, tasks.completed) AS INTEGER),
       CAST(CASE WHEN wish.completed THEN COALESCE(tasks.completed_at, wish.filed_at)
                 WHEN wish.completed IS NULL THEN tasks.completed_at END AS INTEGER),
       CAST(wish.intent_id AS TEXT), CAST(wish.state AS TEXT)
FROM task_wishes AS wish JOIN main.tasks ON tasks.id = wish.target_id
"""
"""In two halves, so that the many tasks without a wish are still found through their indexes. The casts give both
halves the same affinities, without which SQLite would read them whole before it looks for anything (subquery
flattening, rule 17h, in sqlite.org/optoverview.html); therefore, too, whoever sorts them selects what it sorts by."""

_NOTIFICATIONS_AS_SEEN = """
CREATE TEMP VIEW notifications_as_seen AS
SELECT notifications.*, mark.state AS mark, mark.until AS until, mark.marked_at AS marked_at,
       notifications.kind IN (SELECT value FROM mine.mutes WHERE scope = 'kind')
       OR notifications.who IN (SELECT value FROM mine.mutes WHERE scope = 'sender')
       OR COALESCE(notifications.workspace_id IN (SELECT value FROM mine.mutes WHERE scope = 'workspace'), 0) AS muted
FROM main.notifications LEFT JOIN mine.notification_marks AS mark ON mark.notification_id = notifications.id
"""

_ARTICLES_AS_SEEN = f"""
CREATE TEMP VIEW articles_as_seen AS
SELECT articles.*, COALESCE(articles.stop_publish, {FOREVER}) AS hidden_from,
       CASE WHEN articles.canonical_address IS NULL THEN 0 ELSE COALESCE((
           SELECT MAX(COALESCE(better.stop_publish, {FOREVER})) FROM main.articles AS better
           WHERE better.canonical_address = articles.canonical_address
             AND (better.preference, better.number) < (articles.preference, articles.number)), 0)
       END AS superseded_until,
       mark.read_at, mark.saved_at, mark.acknowledged_at
FROM main.articles LEFT JOIN mine.article_marks AS mark ON mark.article_id = articles.id
"""
"""An article is shown at a moment when ``superseded_until <= moment < hidden_from``: a duplicate from a lesser source
steps forward when the better one has been withdrawn."""

_WORKSPACES_AS_SEEN = """
CREATE TEMP VIEW workspaces_as_seen AS
SELECT workspaces.*, pin.position AS favourite,
       workspaces.id IN (SELECT value FROM mine.mutes WHERE scope = 'workspace') AS muted
FROM main.workspaces LEFT JOIN mine.pins AS pin ON pin.kind = 'workspace' AND pin.target_id = workspaces.id
"""

VIEWS = (_TASK_WISHES, _TASKS_AS_SEEN, _NOTIFICATIONS_AS_SEEN, _ARTICLES_AS_SEEN, _WORKSPACES_AS_SEEN)


def create_views(connection: Connection) -> None:
    """Make the views on a connection that sees both files."""
    for view in VIEWS:
        connection.execute(view)
