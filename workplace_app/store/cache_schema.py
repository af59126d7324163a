"""The tables of ``cache.db`` as its first migration makes them; once released, a change is a new migration.

Every fact has a table with one column for each of its fields, some derived columns for order and grouping, and two for
bookkeeping: ``listing`` (which feed and scope it came from) and ``generation`` (the last whole listing that named it).
Moments are integers (milliseconds since 1970, UTC), days are text (YYYY-MM-DD), tuples are JSON. ``number`` is what the
search index knows a row by. Wide texts stand last, so that a list that does not want them does not read their pages.
"""

_BOOKKEEPING = """
    listing INTEGER NOT NULL REFERENCES listings (number),
    generation INTEGER NOT NULL"""

_WORK = f"""
CREATE TABLE tasks (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, {_BOOKKEEPING},
    source TEXT NOT NULL, title TEXT NOT NULL, container_id TEXT, container_title TEXT,
    due INTEGER, due_is_a_day INTEGER NOT NULL, completed INTEGER NOT NULL, completed_at INTEGER,
    bucket_title TEXT, important INTEGER NOT NULL, checklist_done INTEGER NOT NULL, checklist_total INTEGER NOT NULL,
    created_at INTEGER, changed_at INTEGER, assigned_at INTEGER, assigned_by_id TEXT, assigned_by_name TEXT,
    etag TEXT, address TEXT, due_day INTEGER NOT NULL, place_in_day INTEGER NOT NULL, arrived INTEGER,
    notes TEXT NOT NULL
) STRICT;
CREATE INDEX tasks_open ON tasks (due_day, place_in_day, number, id) WHERE completed = 0;
CREATE INDEX tasks_completed ON tasks (completed_at) WHERE completed = 1;
CREATE INDEX tasks_arrived ON tasks (arrived, id) WHERE completed = 0;

CREATE TABLE events (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, {_BOOKKEEPING},
    title TEXT NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, all_day INTEGER NOT NULL,
    place TEXT NOT NULL, place_kind TEXT NOT NULL, online_address TEXT, organizer TEXT, attendees TEXT NOT NULL,
    response TEXT NOT NULL, cancelled INTEGER NOT NULL, private INTEGER NOT NULL,
    created_at INTEGER, changed_at INTEGER, address TEXT, preview TEXT NOT NULL
) STRICT;
CREATE INDEX events_by_start ON events ("start", "end");

CREATE TABLE inboxes (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, {_BOOKKEEPING},
    unread INTEGER NOT NULL, address TEXT
) STRICT;
"""

_NEWS = f"""
CREATE TABLE articles (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, {_BOOKKEEPING},
    source TEXT NOT NULL, title TEXT NOT NULL, published INTEGER NOT NULL, language TEXT NOT NULL,
    changed INTEGER, stop_publish INTEGER, author TEXT, publisher TEXT, workspace_id TEXT,
    topics TEXT NOT NULL, audience TEXT NOT NULL, picture TEXT, acknowledge_by TEXT, address TEXT,
    canonical_address TEXT, preference INTEGER NOT NULL,
    lead TEXT NOT NULL, pictures TEXT NOT NULL, body_html TEXT NOT NULL
) STRICT;
CREATE INDEX articles_listed ON articles (
    published DESC, number DESC, id, stop_publish, preference, canonical_address, acknowledge_by, audience, publisher,
    topics, workspace_id
);
CREATE INDEX articles_to_acknowledge ON articles (acknowledge_by, number) WHERE acknowledge_by IS NOT NULL;
CREATE INDEX articles_by_address ON articles (canonical_address, preference, number, stop_publish)
    WHERE canonical_address IS NOT NULL;

CREATE TABLE article_pictures (
    key TEXT NOT NULL, article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
    address TEXT NOT NULL, alt TEXT NOT NULL, caption TEXT NOT NULL, refused_at INTEGER,
    PRIMARY KEY (article, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_pictures_by_key ON article_pictures (key);

CREATE TABLE pictures (
    number INTEGER PRIMARY KEY, "key" TEXT NOT NULL UNIQUE, {_BOOKKEEPING},
    media_type TEXT NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL, content BLOB NOT NULL
) STRICT;

CREATE TABLE disruptions (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, {_BOOKKEEPING},
    title TEXT NOT NULL, text TEXT NOT NULL, shown_from INTEGER NOT NULL, starts INTEGER, ends INTEGER,
    planned INTEGER NOT NULL, public INTEGER NOT NULL, address TEXT, changed INTEGER
) STRICT;
"""

_WORKSPACES = f"""
CREATE TABLE workspaces (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, {_BOOKKEEPING},
    kind TEXT NOT NULL, title TEXT NOT NULL, description TEXT NOT NULL, last_activity INTEGER, address TEXT,
    members TEXT NOT NULL, active INTEGER NOT NULL
) STRICT;
CREATE INDEX workspaces_by_activity ON workspaces (active DESC, number);

CREATE TABLE channels (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, {_BOOKKEEPING},
    workspace_id TEXT NOT NULL, title TEXT NOT NULL, description TEXT NOT NULL, private INTEGER NOT NULL, address TEXT
) STRICT;
CREATE INDEX channels_of_workspace ON channels (workspace_id, number);

CREATE TABLE messages (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, {_BOOKKEEPING},
    workspace_id TEXT NOT NULL, place_id TEXT NOT NULL, thread_id TEXT NOT NULL,
    author_id TEXT, author_name TEXT NOT NULL, sent INTEGER NOT NULL, changed INTEGER, subject TEXT,
    mentions_me INTEGER NOT NULL, deleted INTEGER NOT NULL, important INTEGER NOT NULL, address TEXT,
    text TEXT NOT NULL, body_html TEXT NOT NULL
) STRICT;
CREATE INDEX messages_of_place ON messages (place_id, sent DESC, number DESC);
CREATE INDEX messages_of_thread ON messages (thread_id, sent, number);
CREATE INDEX messages_of_workspace ON messages (workspace_id);
CREATE INDEX messages_of_listing ON messages (listing);

CREATE TABLE message_threads (
    thread_id TEXT NOT NULL PRIMARY KEY, place_id TEXT NOT NULL, last_sent INTEGER NOT NULL,
    latest INTEGER NOT NULL, messages INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX message_threads_of_place ON message_threads (place_id, last_sent DESC, thread_id);

CREATE TABLE site_files (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, {_BOOKKEEPING},
    workspace_id TEXT NOT NULL, drive_id TEXT NOT NULL, name TEXT NOT NULL, changed INTEGER NOT NULL, created INTEGER,
    changed_by TEXT, changed_by_id TEXT, size_bytes INTEGER NOT NULL, folder INTEGER NOT NULL, address TEXT
) STRICT;
CREATE INDEX site_files_of_workspace ON site_files (workspace_id, changed DESC, number DESC) WHERE folder = 0;
CREATE INDEX site_files_of_listing ON site_files (listing);

CREATE TABLE notifications (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, {_BOOKKEEPING},
    kind TEXT NOT NULL, workspace_id TEXT, target_id TEXT NOT NULL, who TEXT NOT NULL, title TEXT NOT NULL,
    "at" INTEGER NOT NULL, address TEXT, text TEXT NOT NULL
) STRICT;
CREATE INDEX notifications_newest ON notifications ("at" DESC, number DESC);
CREATE INDEX notifications_of_workspace ON notifications (workspace_id, "at" DESC, number DESC, id, kind, who);
"""

_MUNICIPALITY = f"""
CREATE TABLE services (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, {_BOOKKEEPING},
    title TEXT NOT NULL, summary TEXT NOT NULL, theme TEXT NOT NULL, category TEXT NOT NULL, address TEXT,
    channels TEXT NOT NULL, prerequisites TEXT NOT NULL, requires TEXT NOT NULL, related TEXT NOT NULL,
    keywords TEXT NOT NULL, checked TEXT, dead_since TEXT, sort_key TEXT NOT NULL
) STRICT;
CREATE INDEX services_by_title ON services (sort_key, number);
CREATE INDEX services_of_theme ON services (theme, category, sort_key);

CREATE TABLE journeys (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, {_BOOKKEEPING},
    title TEXT NOT NULL, summary TEXT NOT NULL, theme TEXT NOT NULL, steps TEXT NOT NULL, keywords TEXT NOT NULL,
    sort_key TEXT NOT NULL
) STRICT;

CREATE TABLE tools (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, {_BOOKKEEPING},
    kind TEXT NOT NULL, title TEXT NOT NULL, address TEXT NOT NULL, icon TEXT NOT NULL, summary TEXT NOT NULL,
    units TEXT NOT NULL, keywords TEXT NOT NULL
) STRICT;

CREATE TABLE people (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, {_BOOKKEEPING},
    name TEXT NOT NULL, title TEXT NOT NULL, unit TEXT NOT NULL, place TEXT NOT NULL, phone TEXT NOT NULL,
    mobile TEXT NOT NULL, mail TEXT NOT NULL, manager_id TEXT, sort_key TEXT NOT NULL
) STRICT;
CREATE INDEX people_by_name ON people (sort_key, number);
CREATE INDEX people_of_unit ON people (unit, sort_key, number);

CREATE TABLE profiles (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, {_BOOKKEEPING},
    person TEXT NOT NULL, manager_name TEXT, groups TEXT NOT NULL, group_titles TEXT NOT NULL
) STRICT;
"""

_SYNC = """
CREATE TABLE listings (
    number INTEGER PRIMARY KEY, feed TEXT NOT NULL, scope TEXT NOT NULL, bookmark TEXT,
    generation INTEGER NOT NULL DEFAULT 0, refused INTEGER NOT NULL DEFAULT 0, facts INTEGER NOT NULL DEFAULT 0,
    tables TEXT NOT NULL DEFAULT '[]',
    UNIQUE (feed, scope)
) STRICT;

CREATE TABLE feed_states (
    feed TEXT NOT NULL PRIMARY KEY, attempted_at INTEGER, fetched_at INTEGER, problem TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE service_pauses (service TEXT NOT NULL PRIMARY KEY, until INTEGER NOT NULL) STRICT, WITHOUT ROWID;
"""

PLACE_STATES = """
CREATE TABLE place_states (
    place_id TEXT NOT NULL PRIMARY KEY, attempted_at INTEGER, fetched_at INTEGER, problem TEXT
) STRICT, WITHOUT ROWID;
"""
"""A place that is read on demand has an age and a problem of its own: its feed's would be those of another place."""

ANSWERS_OF_SOURCES = """
ALTER TABLE feed_states ADD COLUMN answered_at INTEGER;
UPDATE feed_states SET answered_at = fetched_at WHERE feed NOT IN ('pictures', 'remarks');
"""
"""What is kept does not tell a feed that rested from one that asked. Two often rest: of them nothing is known until the
next round."""

ARTICLE_DEADLINES = """
ALTER TABLE articles ADD COLUMN deadline TEXT;
ALTER TABLE articles ADD COLUMN deadline_label TEXT NOT NULL DEFAULT '';
CREATE INDEX articles_with_deadline ON articles (id, deadline, deadline_label) WHERE deadline IS NOT NULL;
"""
"""They stand behind the article's text, whose pages a list must not read: the index holds all that a list wants."""
REMARKS = f"""
CREATE TABLE remarks (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, {_BOOKKEEPING},
    kind TEXT NOT NULL, about_id TEXT NOT NULL, about_title TEXT NOT NULL, address TEXT, written_at INTEGER NOT NULL,
    received_at INTEGER, state TEXT NOT NULL, changed_at INTEGER NOT NULL, answered_at INTEGER,
    text TEXT NOT NULL, answers TEXT NOT NULL
) STRICT;
"""

CACHE_TABLES = _SYNC + _WORK + _NEWS + _WORKSPACES + _MUNICIPALITY

SEARCH_TABLES = """
CREATE VIRTUAL TABLE search_words USING fts5 (
    title, title_folded, title_stems, body,
    content = '', contentless_delete = 1, detail = 'column', prefix = '1 2 3', tokenize = 'ascii'
);
CREATE VIRTUAL TABLE search_parts USING fts5 (
    title, content = '', contentless_delete = 1, detail = 'none', tokenize = 'trigram'
);
INSERT INTO search_words (search_words, rank) VALUES ('automerge', 8);
INSERT INTO search_parts (search_parts, rank) VALUES ('automerge', 8);
"""
"""Words come already split, folded and stemmed (``search_index.py``), so the simplest tokenizer serves. ``rowid`` is
the kind of fact and its number together; no text is kept twice. Parts of the index are merged by eights instead of by
fours: a first sync wrote half its time on merging."""
