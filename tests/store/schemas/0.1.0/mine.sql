CREATE TABLE access (
    only INTEGER PRIMARY KEY CHECK (only = 1), confirmed_at INTEGER, provider_at INTEGER, holds_until INTEGER,
    latest_at INTEGER, seen_at INTEGER, leapt_at INTEGER, counted INTEGER NOT NULL, revoked_at INTEGER,
    disabled_at INTEGER
) STRICT;

CREATE TABLE article_marks (
    article_id TEXT NOT NULL PRIMARY KEY, read_at INTEGER, saved_at INTEGER, acknowledged_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE card_layout (
    card TEXT NOT NULL PRIMARY KEY, position INTEGER NOT NULL, shown INTEGER NOT NULL, columns INTEGER NOT NULL,
    height TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE content_tokens (only INTEGER PRIMARY KEY CHECK (only = 1), text TEXT NOT NULL) STRICT;

CREATE TABLE drafts (
    meant_for TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, text TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE mutes (
    scope TEXT NOT NULL, value TEXT NOT NULL, muted_at INTEGER NOT NULL, PRIMARY KEY (scope, value)
) STRICT, WITHOUT ROWID;

CREATE TABLE notification_marks (
    notification_id TEXT NOT NULL PRIMARY KEY, state TEXT NOT NULL, until INTEGER, marked_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox (
    id TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, target_id TEXT NOT NULL, payload TEXT NOT NULL,
    state TEXT NOT NULL, filed_at INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, problem TEXT,
    state_since INTEGER NOT NULL, settled_at INTEGER
, about TEXT NOT NULL DEFAULT '', held_until INTEGER, not_before INTEGER, answer TEXT, conflict TEXT) STRICT, WITHOUT ROWID;

CREATE TABLE outbox_history (
    number INTEGER PRIMARY KEY, intent_id TEXT NOT NULL REFERENCES outbox (id) ON DELETE CASCADE,
    "at" INTEGER NOT NULL, state TEXT NOT NULL, problem TEXT
) STRICT;

CREATE TABLE pins (
    kind TEXT NOT NULL, target_id TEXT NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (kind, target_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE remark_marks (remark_id TEXT NOT NULL PRIMARY KEY, seen_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE reminders (
    id TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, title TEXT NOT NULL, target_id TEXT NOT NULL, address TEXT,
    last_day TEXT, "at" INTEGER NOT NULL, created_at INTEGER NOT NULL, fired_at INTEGER, done_at INTEGER,
    snoozed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (name TEXT NOT NULL PRIMARY KEY, text TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE token_cache (only INTEGER PRIMARY KEY CHECK (only = 1), text TEXT NOT NULL) STRICT;

CREATE TABLE visits (
    number INTEGER PRIMARY KEY, began INTEGER NOT NULL, last_active INTEGER NOT NULL
) STRICT;

CREATE INDEX outbox_history_of_intent ON outbox_history (intent_id, number);

CREATE INDEX outbox_unsettled ON outbox (target_id, id) WHERE settled_at IS NULL;

CREATE INDEX reminders_waiting ON reminders ("at") WHERE fired_at IS NULL AND done_at IS NULL;

