/* Cifra's plugin boundary: a C ABI. C++ authors include cifra_plugin.hpp instead.
 *
 * A plugin is a shared library that exports one symbol, `cifra_plugin`, of type
 * `const cifra_plugin_entry`: constant data, no global constructors needed. The host asks it for
 * interfaces by id ("cifra.reader/1"); a breaking change is a new id beside the old one. Structs
 * begin with their size and grow at the end only; structs that stand in arrays never grow.
 *
 * Memory: whatever the host passes in lives until the call returns; whatever a plugin passes to a
 * sink is copied before the sink returns. Nothing is freed across this line.
 * Threads: one instance is used by one thread at a time; different instances may run at once.
 * Text: UTF-8 with its length in bytes, not zero terminated unless a comment says so. Offsets are
 * bytes into the document's text.
 */
#ifndef CIFRA_PLUGIN_H
#define CIFRA_PLUGIN_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The ABI this header describes, and the oldest one a host of this version still loads. */
#define CIFRA_ABI_VERSION 1u
#define CIFRA_ABI_OLDEST 1u

typedef struct cifra_string {
  const char* data;
  uint64_t size; /* bytes */
} cifra_string;

typedef int32_t cifra_status;
enum {
  CIFRA_OK = 0,
  CIFRA_FAILED = 1,      /* this document cannot be done; the reason says why */
  CIFRA_UNSUPPORTED = 2, /* not a document for this reader */
  CIFRA_STOPPED = 3      /* a sink refused (limit reached, host shutting down): return at once */
};

/* A place for one reason, owned by the host. `set` may be called from the plugin's call only. */
typedef struct cifra_error {
  uint32_t size;
  void* context;
  void (*set)(void* context, cifra_string reason);
} cifra_error;

/* ---- The plugin --------------------------------------------------------------------------- */

typedef struct cifra_plugin_entry {
  uint32_t size;
  uint32_t abi_version; /* CIFRA_ABI_VERSION of the header it was built with */
  const char* id;       /* zero terminated, "reader-pdf": lower case, digits, hyphens */
  const char* version;  /* zero terminated, "1.2.0" */
  const char* summary;  /* zero terminated, one line for people */
  /* One instance. NULL with a reason in `error` on failure. */
  void* (*create)(const cifra_error* error);
  void (*destroy)(void* instance);
  /* The table of an interface, constant data, or NULL where the plugin has none of that id. */
  const void* (*get_interface)(const char* id);
} cifra_plugin_entry;

/* ---- cifra.reader/1: bytes in, pages and words out --------------------------------------- */

#define CIFRA_READER_1 "cifra.reader/1"

/* Points (1/72 inch) from the top left of the page as displayed (crop box, after rotation). */
typedef struct cifra_box {
  float x0, y0, x1, y1;
} cifra_box;

typedef struct cifra_page {
  uint32_t size;
  float width, height; /* points, as displayed */
  int32_t rotation;    /* degrees clockwise that were applied */
} cifra_page;

enum { CIFRA_WORD_BOLD = 1, CIFRA_WORD_ITALIC = 2, CIFRA_WORD_SPACE_AFTER = 4 };

typedef struct cifra_word {
  uint32_t size;
  uint32_t flags;
  cifra_string text;
  cifra_box box;
  /* Glyph edges along the writing direction, in points: one more than the text has code points;
   * NULL where unknown. */
  const float* edges;
  uint32_t edge_count;
  float font_size;      /* points; 0 where unknown */
  float baseline_shift; /* points above the line's baseline (superscript > 0); 0 where unknown */
  int32_t rotation;     /* degrees clockwise: 0, 90, 180, 270 */
  float confidence;     /* 0…1; 1 where the text is certain */
  cifra_string link;    /* target of a hyperlink, or empty */
  cifra_string font;    /* font name, or empty */
} cifra_word;

typedef uint32_t cifra_role;
enum {
  CIFRA_PARAGRAPH = 0,
  CIFRA_HEADING = 1,
  CIFRA_LIST_ITEM = 2,
  CIFRA_CAPTION = 3,
  CIFRA_NOTE = 4,
  CIFRA_PAGE_HEADER = 5,
  CIFRA_PAGE_FOOTER = 6
};

typedef struct cifra_cell {
  uint32_t size;
  uint32_t row, column;           /* from 0 */
  uint32_t row_span, column_span; /* at least 1 */
  uint32_t is_head;               /* names a row or a column */
} cifra_cell;

/* Where a reader puts what it read, in reading order. Every function returns CIFRA_OK or
 * CIFRA_STOPPED. A reader uses one of three ways and may not mix the first with the others:
 *   geometric    page, word, word, …, page, …      blocks and tables are left to the host's layout
 *   structured   begin_block, text, end_block; begin_table, begin_cell, text, end_cell, end_table
 *   verbatim     verbatim(text) once: becomes the document's text unchanged
 */
typedef struct cifra_reader_sink {
  uint32_t size;
  void* context;
  cifra_status (*page)(void* context, const cifra_page* page);
  cifra_status (*word)(void* context, const cifra_word* word);
  cifra_status (*begin_block)(void* context, cifra_role role, uint32_t level);
  cifra_status (*end_block)(void* context);
  cifra_status (*begin_table)(void* context, cifra_string caption);
  cifra_status (*begin_cell)(void* context, const cifra_cell* cell);
  cifra_status (*end_cell)(void* context);
  cifra_status (*end_table)(void* context);
  cifra_status (*text)(void* context, cifra_string text);
  cifra_status (*verbatim)(void* context, cifra_string text);
  /* Keys: title, issuer, published_on (ISO 8601), url, producer. Others are ignored. */
  cifra_status (*metadata)(void* context, const char* key, cifra_string value);
  /* A plain sentence on what could not be read; the document is kept. */
  cifra_status (*warning)(void* context, cifra_string sentence);
} cifra_reader_sink;

typedef struct cifra_reader_1 {
  uint32_t size;
  /* Zero terminated, comma separated: "application/pdf" and ".pdf". Where two readers claim one
   * file, sniff decides. */
  const char* media_types;
  const char* extensions;
  /* How sure the reader is that these first bytes (at most 4096) are its own: 0 no … 100 certain.
   */
  uint32_t (*sniff)(cifra_string head, cifra_string file_name);
  /* Reads one file. Runs in a process of its own with limits on time, memory and output. */
  cifra_status (*read)(void* instance, cifra_string bytes, cifra_string file_name,
                       const cifra_reader_sink* sink, const cifra_error* error);
} cifra_reader_1;

/* ---- cifra.extractor/1: document and figures in, facts out ------------------------------- */

#define CIFRA_EXTRACTOR_1 "cifra.extractor/1"

typedef struct cifra_span {
  uint32_t begin, end; /* bytes into the document's text */
} cifra_span;

#define CIFRA_NONE UINT32_MAX

enum {
  CIFRA_BLOCK_PARAGRAPH = 0,
  CIFRA_BLOCK_HEADING = 1,
  CIFRA_BLOCK_LIST_ITEM = 2,
  CIFRA_BLOCK_CAPTION = 3,
  CIFRA_BLOCK_NOTE = 4,
  CIFRA_BLOCK_PAGE_HEADER = 5,
  CIFRA_BLOCK_PAGE_FOOTER = 6,
  CIFRA_BLOCK_TABLE = 7
};

typedef struct cifra_block { /* never grows */
  uint32_t role;             /* CIFRA_BLOCK_… */
  uint32_t level;
  cifra_span span;
  uint32_t page;    /* from 0, or CIFRA_NONE */
  uint32_t heading; /* index of the heading it stands under, or CIFRA_NONE */
  uint32_t lead;    /* list item: index of the block that introduces the list, or CIFRA_NONE */
} cifra_block;

typedef struct cifra_figure { /* never grows */
  cifra_span span;
  cifra_string kind;          /* "count", "money", …; see "What a figure is" */
  cifra_string value;         /* exact: "16400000", "2.5", "1/3" */
  cifra_string high;          /* ranges only, else empty */
  cifra_string unit;          /* "EUR", "%", "km" or empty */
  cifra_string approximation; /* "about", … or empty */
  cifra_string change;        /* "increase", "decrease" or empty */
  cifra_string counted;       /* the noun phrase counted, or empty */
  cifra_string whole;
  cifra_string per;
  cifra_string time;        /* ISO 8601 date or interval, or empty */
  cifra_span sentence;      /* the sentence it stands in; in a table its row */
  uint32_t block;           /* index into blocks */
  cifra_string row, column; /* head texts of a table cell, else empty */
} cifra_figure;

typedef struct cifra_document {
  uint32_t size;
  cifra_string text;
  const cifra_block* blocks;
  uint64_t block_count;
  const cifra_figure* figures; /* in text order; no dates, ordinals, references */
  uint64_t figure_count;
  cifra_string title, issuer, published_on;
} cifra_document;

/* A fact made of one figure. Empty strings leave a field to the linker. */
typedef struct cifra_fact {
  uint32_t size;
  uint32_t figure;      /* index into figures */
  cifra_string rule;    /* what in the plugin made it: "bando", lower case, dots and hyphens */
  cifra_string subject; /* what it measures; empty: the linker finds it */
  cifra_string speaker;
  cifra_string time;    /* empty: the figure's */
  cifra_string nature;  /* "level", "flow", "change", "target", "forecast" or empty */
  float confidence;     /* 0…1 */
  uint32_t specificity; /* of two facts for one figure the higher is kept; 0 is general */
} cifra_fact;

typedef struct cifra_extractor_sink {
  uint32_t size;
  void* context;
  cifra_status (*fact)(void* context, const cifra_fact* fact);
} cifra_extractor_sink;

typedef struct cifra_extractor_1 {
  uint32_t size;
  /* Pure: no clock, no files. All facts of a document are kept, or on failure none. */
  cifra_status (*extract)(void* instance, const cifra_document* document,
                          const cifra_extractor_sink* sink, const cifra_error* error);
} cifra_extractor_1;

/* The one exported symbol. */
#if defined(__GNUC__)
#define CIFRA_EXPORT __attribute__((visibility("default")))
#else
#define CIFRA_EXPORT
#endif

extern CIFRA_EXPORT const cifra_plugin_entry cifra_plugin;

#ifdef __cplusplus
}
#endif

#endif /* CIFRA_PLUGIN_H */
