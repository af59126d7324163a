"""The views through which the screen looks: the outbox and the user's own marks laid over the cache.

They are TEMP views, made on each connection, since a view in a file cannot look into another file. Time is no part of
them: what depends on the moment (put off until, hidden from) is a column that the reader compares.
"""

# ruff: noqa: S608  (put together from this module's own constants)

from workplace_app.store.connection_type import Connection
from workplace_app.store.moments import FOREVER
from workplace_app.store.talk_as_seen import create_talk_views
from workplace_app.store.tasks_as_seen import create_task_views

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

VIEWS = (_NOTIFICATIONS_AS_SEEN, _ARTICLES_AS_SEEN, _WORKSPACES_AS_SEEN)


def create_views(connection: Connection) -> None:
    """Make the views on a connection that sees both files."""
    create_task_views(connection)
    create_talk_views(connection)
    for view in VIEWS:
        connection.execute(view)
