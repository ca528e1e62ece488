-- Cifra's store: every figure found in a folder of public documents, with its source.
--
-- This file is the contract: the program creates a store by running it as it stands, and anyone may
-- read a store with sqlite3, Datasette, DuckDB or pandas. Start at the view `fact_citations`, one
-- row a fact with everything its reader wants:
--
--   SELECT value, unit, subject, time, quote, path, page FROM fact_citations
--   WHERE quote LIKE '%Spid%' ORDER BY published_on DESC;
--
-- Search needs no extension of ours. Words as written, accents folded:
--
--   SELECT p.text FROM passages_fts JOIN passages p ON p.id = passages_fts.rowid
--   WHERE passages_fts MATCH 'identita digitale' ORDER BY rank;
--
-- Conventions. Offsets (begin, end) count Unicode code points from 0, end exclusive, into the
-- document's text, so substr(p.text, f.begin - p.begin + 1, f.end - f.begin) is a figure as printed.
-- Boxes are points (1/72 inch) from the top left of the page as displayed. Pages count from 1.
-- Values are exact decimals written as text ("16400000", "2.5", "1/3"); the REAL beside one is only
-- for ordering and range search. Dates and times are ISO 8601. What is not known is NULL.
-- "Stems" are Italian Snowball stems of the words, lower case, accents folded, without articles,
-- prepositions and conjunctions, separated by spaces: "identità digitali" is "ident digital".
--
-- PRAGMA user_version is the version of this schema; core/store/migrations.cc brings older stores
-- up to it.

CREATE TABLE meta (
  key   TEXT PRIMARY KEY,  -- 'application' ("cifra"), 'created_with' (version of the program)
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One row a run of `cifra ingest` or `cifra merge`.
CREATE TABLE runs (
  id          INTEGER PRIMARY KEY,
  started_at  TEXT NOT NULL,            -- UTC, "2021-01-20T10:00:00Z"
  finished_at TEXT,                     -- NULL: still running, or killed
  program     TEXT NOT NULL,            -- "cifra 0.1.0"
  fingerprint TEXT NOT NULL,            -- over grammar, linker and plugins: what made the facts
  paths       TEXT NOT NULL,            -- JSON array of the paths given
  documents   INTEGER NOT NULL DEFAULT 0,  -- read or refreshed in this run
  pages       INTEGER NOT NULL DEFAULT 0,
  facts       INTEGER NOT NULL DEFAULT 0,
  skipped     INTEGER NOT NULL DEFAULT 0,  -- same bytes as before
  failed      INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Every plugin version that made a fact or was loaded when one was made.
CREATE TABLE plugins (
  number  INTEGER PRIMARY KEY,
  id      TEXT NOT NULL,                -- "ministerial-report"
  version TEXT NOT NULL,                -- "1.2.0"
  summary TEXT NOT NULL DEFAULT '',
  UNIQUE (id, version)
) STRICT;

-- A document is its bytes: one row for one content, wherever it lies and however often.
CREATE TABLE documents (
  id            INTEGER PRIMARY KEY,
  hash          TEXT NOT NULL UNIQUE,   -- SHA-256 of the file, hex; its first 16 digits are the
                                        -- document id that the program prints
  size          INTEGER NOT NULL,       -- bytes of the file
  title         TEXT,
  issuer        TEXT,
  published_on  TEXT,                   -- ISO 8601 date
  url           TEXT,
  media_type    TEXT NOT NULL,          -- "application/pdf", "text/html", "text/plain"
  producer      TEXT,                   -- the program that wrote the file, where it says so
  pages         INTEGER NOT NULL,       -- 0 for documents without pages
  characters    INTEGER NOT NULL,       -- length of the text in code points
  warnings      TEXT,                   -- JSON array of sentences: what could not be read, and why
  state         TEXT NOT NULL DEFAULT 'current' CHECK (state IN ('current', 'superseded')),
  superseded_by INTEGER REFERENCES documents (id) ON DELETE SET NULL,  -- the newer version
  former_path   TEXT,                   -- of a superseded one: where the newer version lies since
  copy_group    INTEGER NOT NULL,       -- documents of one number are copies of one text and count
                                        -- as one source; the id of the first of them
  sidecar       TEXT,                   -- content of NAME.meta.json beside the file, as found
  fingerprint   TEXT NOT NULL,          -- what made its facts; see runs.fingerprint
  run           INTEGER NOT NULL REFERENCES runs (id),  -- that last wrote it
  title_stems   TEXT NOT NULL DEFAULT '',
  reading       TEXT NOT NULL DEFAULT ''  -- reader and layout that made the text; read again, where
                                        -- the file is still there, when they change
) STRICT;
CREATE INDEX documents_by_copy_group ON documents (copy_group);
CREATE INDEX documents_by_successor ON documents (superseded_by) WHERE superseded_by IS NOT NULL;

-- The read document: text, words, boxes, layout, compressed (core/document/archive.h). Kept so that
-- a new grammar or plugin makes the facts again without opening the file.
CREATE TABLE archives (
  document INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
  bytes    BLOB NOT NULL
) STRICT;

-- Sketches by which near-copies are found: equal (band, hash) make two documents candidates.
CREATE TABLE sketches (
  document INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
  text     BLOB NOT NULL,               -- MinHash of the normalised text's word triples
  figures  BLOB NOT NULL                -- MinHash of the facts' values and units
) STRICT;
CREATE TABLE sketch_bands (
  band     INTEGER NOT NULL,
  hash     INTEGER NOT NULL,
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  PRIMARY KEY (band, hash, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX sketch_bands_by_document ON sketch_bands (document);

-- Where documents lie. A document may lie in several places; a place holds one document.
CREATE TABLE locations (
  id               INTEGER PRIMARY KEY,
  document         INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  root             TEXT NOT NULL,       -- the folder given to ingest, absolute, no "/" at its end
  path             TEXT NOT NULL,       -- the file, relative to root
  size             INTEGER NOT NULL,
  modified         INTEGER,             -- nanoseconds since 1970; NULL: too young to be trusted
  sidecar_size     INTEGER,             -- NULL: no sidecar
  sidecar_modified INTEGER,
  missing          INTEGER NOT NULL DEFAULT 0,  -- 1: was not there when last looked for
  UNIQUE (root, path)
) STRICT;
CREATE INDEX locations_by_document ON locations (document);
CREATE INDEX locations_by_full_path ON locations (root || '/' || path);

CREATE TABLE pages (
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  number   INTEGER NOT NULL,            -- from 1
  width    REAL NOT NULL,               -- points, as displayed
  height   REAL NOT NULL,
  begin    INTEGER NOT NULL,
  "end"    INTEGER NOT NULL,
  PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE tables (
  id           INTEGER PRIMARY KEY,
  document     INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  number       INTEGER NOT NULL,        -- from 1, in the document
  page         INTEGER,                 -- it begins on
  begin        INTEGER NOT NULL,
  "end"        INTEGER NOT NULL,
  caption      TEXT,
  rows         INTEGER NOT NULL,
  columns      INTEGER NOT NULL,
  head_rows    INTEGER NOT NULL,        -- rows at the top that name columns
  head_columns INTEGER NOT NULL,        -- columns at the left that name rows
  confidence   REAL NOT NULL            -- 0…1: alignment, heads found, sums that hold
) STRICT;
CREATE INDEX tables_by_document ON tables (document);

-- The document's text in pieces one can quote: sentences, headings, rows of tables.
CREATE TABLE passages (
  id            INTEGER PRIMARY KEY,
  document      INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  page          INTEGER,
  role          TEXT NOT NULL CHECK (role IN ('sentence', 'heading', 'list_item', 'caption', 'note',
                                              'table_row')),
  begin         INTEGER NOT NULL,
  "end"         INTEGER NOT NULL,
  text          TEXT NOT NULL,          -- exactly the document's text between begin and end
  headings      TEXT NOT NULL DEFAULT '',  -- headings it stands under, outer first, by " / "
  stems         TEXT NOT NULL DEFAULT '',  -- of text
  heading_stems TEXT NOT NULL DEFAULT ''   -- of headings, and of what introduces a list
) STRICT;
CREATE INDEX passages_by_document ON passages (document, begin);

-- Full text search over passages: words as written and their stems.
CREATE VIRTUAL TABLE passages_fts USING fts5 (
  text, headings, stems,
  content = 'passages', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE facts (
  number       INTEGER PRIMARY KEY,     -- inside this store only; `id` is for keeping
  id           TEXT NOT NULL UNIQUE,    -- 16 hex digits over document hash, span, kind and value:
                                        -- the same after every re-run, re-ingest and merge
  document     INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  passage      INTEGER REFERENCES passages (id),  -- the sentence or table row around it
  page         INTEGER,                 -- from 1; NULL for documents without pages
  begin        INTEGER NOT NULL,        -- the number expression, without hedge and unit word
  "end"        INTEGER NOT NULL,
  surface      TEXT NOT NULL,           -- as printed: "16 milioni e 400mila"
  kind         TEXT NOT NULL CHECK (kind IN ('count', 'money', 'percent', 'measure', 'duration',
                                             'share', 'multiple', 'number')),
  value        TEXT NOT NULL,           -- exact: "16400000", "2.5", "1/3"; of a range the low end
  value_real   REAL NOT NULL,           -- for ordering and range search only
  high         TEXT,                    -- of a range the high end
  high_real    REAL,
  numerator    TEXT,                    -- of a value kept as a fraction, else NULL
  denominator  TEXT,
  unit         TEXT,                    -- ISO 4217, UCUM, "%", "‰", "pp", "bp"
  counted      TEXT,                    -- the noun phrase counted: "cittadini"
  per          TEXT,                    -- of a rate: "abitante", "100000 abitanti", "mo"
  approximation TEXT,                   -- about, over, at_least, under, at_most, nearly, magnitude
  change       TEXT,                    -- increase, decrease: a difference, not a level
  whole        TEXT,                    -- the total it is a part of, exact
  subject      TEXT,                    -- what it measures: "cittadini dotati di Spid"
  speaker      TEXT,                    -- who says so: "sottosegretario Butti", "Istat"
  place        TEXT,                    -- ISTAT or ISO code: "IT", "03" Lombardia, "015" its
                                        -- province of Milano, "015146" the municipality
  place_name   TEXT,                    -- as written
  time         TEXT,                    -- ISO 8601 date or interval, in the precision said
  time_from    TEXT,                    -- its first day, YYYY-MM-DD; NULL: open or no time
  time_to      TEXT,                    -- its last day
  time_source  TEXT,                    -- stated, heading, title, document_date
  nature       TEXT,                    -- level, flow, change, target, forecast
  confidence   REAL NOT NULL,           -- 0…1
  plugin       INTEGER NOT NULL REFERENCES plugins (number),
  rule         TEXT NOT NULL,           -- what in the plugin made it
  table_id     INTEGER REFERENCES tables (id),  -- of a table cell
  row_head     TEXT,                    -- head texts of the cell, outer first, by " / "
  column_head  TEXT,
  notes        TEXT                     -- a line each: how fields were found, what else claimed it
) STRICT;
CREATE INDEX facts_by_document ON facts (document, begin);
CREATE INDEX facts_by_passage ON facts (passage);
CREATE INDEX facts_by_table ON facts (table_id) WHERE table_id IS NOT NULL;

-- Where the figure is printed: one box a line, all on the fact's page.
CREATE TABLE boxes (
  fact INTEGER NOT NULL REFERENCES facts (number) ON DELETE CASCADE,
  line INTEGER NOT NULL,                -- from 1
  x0   REAL NOT NULL,
  y0   REAL NOT NULL,
  x1   REAL NOT NULL,
  y1   REAL NOT NULL,
  PRIMARY KEY (fact, line)
) STRICT, WITHOUT ROWID;

-- Stems of what a fact says itself; facts_fts adds those of its passage and document.
CREATE TABLE fact_stems (
  fact    INTEGER PRIMARY KEY REFERENCES facts (number) ON DELETE CASCADE,
  subject TEXT NOT NULL,
  counted TEXT NOT NULL,
  heads   TEXT NOT NULL                 -- row and column heads and the table's caption
) STRICT;

CREATE VIEW fact_words AS
SELECT s.fact AS fact, s.subject AS subject, s.counted AS counted, s.heads AS heads,
       coalesce(p.stems, '') AS sentence, coalesce(p.heading_stems, '') AS headings,
       d.title_stems AS title
FROM fact_stems s
JOIN facts f ON f.number = s.fact
JOIN documents d ON d.id = f.document
LEFT JOIN passages p ON p.id = f.passage;

-- Full text search over facts, by stems; weigh the columns with bm25(facts_fts, …):
--   SELECT f.value, f.subject FROM facts_fts JOIN facts f ON f.number = facts_fts.rowid
--   WHERE facts_fts MATCH 'cittadin spid' ORDER BY bm25(facts_fts, 10, 8, 8, 4, 2, 1) LIMIT 10;
CREATE VIRTUAL TABLE facts_fts USING fts5 (
  subject, counted, heads, sentence, headings, title,
  content = 'fact_words', content_rowid = 'fact', tokenize = 'unicode61 remove_diacritics 2'
);

-- Acronyms and names a document introduces: "Anagrafe Nazionale … (ANPR)".
CREATE TABLE acronyms (
  document   INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  short      TEXT NOT NULL,             -- "ANPR"
  long       TEXT NOT NULL,             -- "Anagrafe Nazionale della Popolazione Residente"
  short_stem TEXT NOT NULL,             -- "anpr"
  long_stems TEXT NOT NULL,             -- "anagraf nazional popol resident"
  PRIMARY KEY (document, short, long)
) STRICT, WITHOUT ROWID;
CREATE INDEX acronyms_by_short_stem ON acronyms (short_stem);

-- Fact ids that no longer stand, or stand in a superseded version, and what took their place.
CREATE TABLE replaced_facts (
  id          TEXT PRIMARY KEY,         -- the old fact id
  replaced_by TEXT,                     -- the new fact id, which may itself be replaced; NULL: gone
  document    INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,  -- of the old fact
  value       TEXT NOT NULL,            -- what it said
  unit        TEXT,
  subject     TEXT,
  quote       TEXT NOT NULL,
  reason      TEXT NOT NULL,            -- "new version of the document", "read by a newer grammar"
  run         INTEGER NOT NULL REFERENCES runs (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX replaced_facts_by_document ON replaced_facts (document);

-- What could not be read, and why. One row a file; gone when the file is read or is no more.
CREATE TABLE failures (
  root        TEXT NOT NULL,            -- as in locations
  path        TEXT NOT NULL,
  reason      TEXT NOT NULL,            -- plain words: "the file is encrypted and needs a password"
  size        INTEGER,                  -- of the file that failed; NULL where unknown
  modified    INTEGER,
  fingerprint TEXT NOT NULL,            -- what failed to read it: tried again when that changes
  run         INTEGER NOT NULL REFERENCES runs (id),  -- that last met it
  PRIMARY KEY (root, path)
) STRICT, WITHOUT ROWID;
CREATE INDEX failures_by_full_path ON failures (root || '/' || path);

-- A fact with its citation and the document's metadata, current documents only; path is
-- one of the places where the file lies.
CREATE VIEW fact_citations AS
SELECT f.number, f.id AS fact, f.value, f.value_real, f.high, f.unit, f.kind, f.counted, f.subject,
       f.approximation, f.change, f.whole, f.per, f.time, f.time_from, f.time_to, f.time_source,
       f.nature, f.speaker, f.place, f.place_name, f.row_head, f.column_head, f.confidence,
       f.surface, p.text AS quote, p.headings, f.page, f.begin, f."end",
       (SELECT json_group_array(json_array(b.x0, b.y0, b.x1, b.y1)) FROM boxes b
        WHERE b.fact = f.number) AS boxes,
       d.id AS document, substr(d.hash, 1, 16) AS document_id, d.title, d.issuer, d.published_on,
       d.url, d.media_type, d.copy_group,
       coalesce((SELECT l.root || '/' || l.path FROM locations l WHERE l.document = d.id
                 ORDER BY l.missing, l.id LIMIT 1), d.former_path) AS path,
       g.id AS plugin, g.version AS plugin_version, f.rule
FROM facts f
JOIN documents d ON d.id = f.document
JOIN plugins g ON g.number = f.plugin
LEFT JOIN passages p ON p.id = f.passage
WHERE d.state = 'current';

PRAGMA user_version = 2;
