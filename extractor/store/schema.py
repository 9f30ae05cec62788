"""The tables of ``ledger.db``: what must be kept, and what can be made anew from it at any time."""

from __future__ import annotations

KEPT = """
CREATE TABLE files (
    name TEXT PRIMARY KEY,           -- below the folder that was read, with /
    sha256 TEXT NOT NULL,
    digest TEXT NOT NULL,            -- rules and program that read it
    status TEXT NOT NULL,            -- ok, partial, failed, skipped
    run INTEGER NOT NULL,            -- that read it
    record BLOB NOT NULL             -- its line of analysis.jsonl, deflated
) STRICT;
CREATE TABLE cells (
    task TEXT NOT NULL,
    field TEXT NOT NULL,             -- a column of the ledger: one of staff's, a corrected one, one of the office's own
    value TEXT NOT NULL,
    extracted TEXT,                  -- of a correction: what stood there before
    PRIMARY KEY (task, field)
) STRICT, WITHOUT ROWID;
CREATE TABLE added (
    task TEXT PRIMARY KEY,
    row TEXT NOT NULL                -- a task that staff wrote in by hand: column → words
) STRICT;
CREATE TABLE gone (
    task TEXT PRIMARY KEY,
    row TEXT NOT NULL                -- the last row of a task that left the ledger while staff had written beside it
) STRICT;
CREATE TABLE shown (
    file TEXT PRIMARY KEY,           -- tasks.csv, next while it is being replaced, staff-notes.csv
    data BLOB NOT NULL               -- its bytes, deflated: what differs from them was edited
) STRICT;
CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    began TEXT NOT NULL,             -- local time, 2024-06-30T16:00:00
    program TEXT NOT NULL
) STRICT;
CREATE TABLE changes (
    id INTEGER PRIMARY KEY,
    run INTEGER NOT NULL,
    task TEXT NOT NULL,
    file TEXT NOT NULL,
    title TEXT NOT NULL,
    field TEXT NOT NULL,             -- added, removed, or the column that changed
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    origin TEXT NOT NULL             -- run, tasks.csv, or the command
) STRICT;
CREATE INDEX changes_of_run ON changes (run);
CREATE INDEX changes_of_task ON changes (task);
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
"""

LAYOUTS = """
CREATE TABLE layouts (
    file TEXT PRIMARY KEY,
    layout BLOB NOT NULL             -- its tables and printed lines as JSON, deflated
) STRICT;
CREATE TABLE origins (
    file TEXT PRIMARY KEY,
    path TEXT NOT NULL,              -- where it lay when it was last seen
    route TEXT NOT NULL              -- the way to it inside the archive or mail there, e.g. 0.3; '' for the file itself
) STRICT;
UPDATE files SET digest = '';        -- what was read before has no layout: the next run reads it again
"""

DERIVED = """
CREATE TABLE documents (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    file TEXT NOT NULL,
    part TEXT NOT NULL,
    title TEXT NOT NULL,
    type TEXT NOT NULL,
    issuers TEXT NOT NULL,           -- joined by 、, like numbers
    issued_by TEXT NOT NULL,         -- of a part without issuers of its own, those of the notice around it
    numbers TEXT NOT NULL,
    date TEXT NOT NULL,
    tasks INTEGER NOT NULL,
    refs INTEGER NOT NULL,
    status TEXT NOT NULL,
    held INTEGER NOT NULL,           -- 0: another file holds the version that counts
    passage INTEGER                  -- its text in the table passages
) STRICT;
CREATE INDEX documents_by_id ON documents (id);
CREATE INDEX documents_by_file ON documents (file);
CREATE INDEX documents_by_passage ON documents (passage, held);
CREATE TABLE tasks (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    document INTEGER NOT NULL,
    kind TEXT NOT NULL,
    due TEXT,                        -- 2024-06-30 or 2024-06-30T16:00
    time TEXT NOT NULL,              -- kind of the deadline, '' without one
    ongoing INTEGER NOT NULL,
    recurring INTEGER NOT NULL,
    doubts TEXT NOT NULL,            -- codes joined by a blank
    held INTEGER NOT NULL,
    passage INTEGER                  -- its text in the table passages
) STRICT;
CREATE TABLE task_records (task INTEGER PRIMARY KEY, record TEXT NOT NULL) STRICT;
CREATE INDEX tasks_by_id ON tasks (id);
CREATE INDEX tasks_by_document ON tasks (document);
CREATE INDEX tasks_by_passage ON tasks (passage, held);
CREATE INDEX tasks_by_due ON tasks (due) WHERE due IS NOT NULL;
CREATE TABLE bodies (
    key INTEGER PRIMARY KEY,
    name TEXT NOT NULL,              -- canonical
    home TEXT NOT NULL,
    tasks INTEGER NOT NULL,          -- that it has a part in, each once
    UNIQUE (home, name)
) STRICT;
CREATE TABLE body_names (
    name TEXT NOT NULL,
    body INTEGER NOT NULL,
    PRIMARY KEY (name, body)
) STRICT, WITHOUT ROWID;
CREATE TABLE owners (
    body INTEGER NOT NULL,
    role TEXT NOT NULL,
    task INTEGER NOT NULL,
    due TEXT,
    again INTEGER NOT NULL,          -- 1: the body is in the task in another role too, counted there
    PRIMARY KEY (body, role, task)
) STRICT, WITHOUT ROWID;
CREATE INDEX owners_by_due ON owners (body, due, task) WHERE due IS NOT NULL AND NOT again;
CREATE TABLE nodes (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    label TEXT NOT NULL,
    attributes TEXT NOT NULL
) STRICT;
CREATE TABLE edges (
    key INTEGER PRIMARY KEY,
    subject TEXT NOT NULL,
    relation TEXT NOT NULL,
    object TEXT NOT NULL,
    words TEXT NOT NULL,
    file TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    rule TEXT NOT NULL,
    there TEXT NOT NULL              -- the other place of words that stand in two, as a JSON object; or empty
) STRICT;
CREATE INDEX edges_from ON edges (subject, relation);
CREATE INDEX edges_to ON edges (object, relation);
CREATE INDEX edges_of ON edges (relation);
CREATE TABLE passages (
    key INTEGER PRIMARY KEY,
    file TEXT NOT NULL,
    part TEXT NOT NULL,              -- document or task
    id TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;
CREATE INDEX passages_of_file ON passages (file);
CREATE TABLE problems (
    key INTEGER PRIMARY KEY,         -- in the order of problems.csv
    file TEXT NOT NULL,
    code TEXT NOT NULL,
    severity TEXT NOT NULL,          -- error, warning, info
    message TEXT NOT NULL,
    advice TEXT NOT NULL,
    place TEXT NOT NULL,             -- in words
    start INTEGER,                   -- in the text of the file; NULL when it concerns the whole
    task TEXT NOT NULL               -- id of the task in whose words it is; or empty
) STRICT;
CREATE INDEX problems_of_file ON problems (file);
CREATE TABLE indexed (file TEXT PRIMARY KEY, fingerprint TEXT NOT NULL) STRICT;
CREATE VIRTUAL TABLE pairs USING fts5 (words, content='', tokenize='ascii');
"""

DERIVED_TABLES = (
    "documents", "tasks", "task_records", "bodies", "body_names", "owners", "nodes", "edges",
    "problems", "passages", "indexed", "pairs",
)  # fmt: skip

VERSION = 2
"""Raised whenever a table changes; ``MIGRATIONS[n]`` turns the kept tables of version n into version n + 1."""

MIGRATIONS: dict[int, str] = {0: KEPT, 1: LAYOUTS}
