/* The ABI as it was published: sizes and offsets on 64-bit machines. A line may be added where a
 * struct that carries its size grew at its end; no line may change. Compiles as C11 and C++20. */

#include <cifra_plugin.h>
#include <stddef.h>

#ifdef __cplusplus
#define HOLDS(condition, text) static_assert(condition, text)
#else
#define HOLDS(condition, text) _Static_assert(condition, text)
#endif

/* Structs that stand in arrays have this size for ever; the others had it in ABI 1. */
#define SIZE(type, bytes) HOLDS(sizeof(struct type) == (bytes), #type " changed its size")
#define FIELD(type, field, offset) \
  HOLDS(offsetof(struct type, field) == (offset), #type "." #field " moved")
#define SIZE_OF_TYPE(type, bytes) HOLDS(sizeof(type) == (bytes), #type " changed its size")
#define VALUE(name, number) HOLDS((name) == (number), #name " changed")

SIZE(cifra_string, 16);
FIELD(cifra_string, data, 0);
FIELD(cifra_string, size, 8);

SIZE(cifra_error, 24);
FIELD(cifra_error, size, 0);
FIELD(cifra_error, context, 8);
FIELD(cifra_error, set, 16);

SIZE(cifra_plugin_entry, 56);
FIELD(cifra_plugin_entry, size, 0);
FIELD(cifra_plugin_entry, abi_version, 4);
FIELD(cifra_plugin_entry, id, 8);
FIELD(cifra_plugin_entry, version, 16);
FIELD(cifra_plugin_entry, summary, 24);
FIELD(cifra_plugin_entry, create, 32);
FIELD(cifra_plugin_entry, destroy, 40);
FIELD(cifra_plugin_entry, get_interface, 48);

SIZE(cifra_box, 16);
FIELD(cifra_box, x0, 0);
FIELD(cifra_box, y0, 4);
FIELD(cifra_box, x1, 8);
FIELD(cifra_box, y1, 12);

SIZE(cifra_page, 16);
FIELD(cifra_page, size, 0);
FIELD(cifra_page, width, 4);
FIELD(cifra_page, height, 8);
FIELD(cifra_page, rotation, 12);

SIZE(cifra_word, 104);
FIELD(cifra_word, size, 0);
FIELD(cifra_word, flags, 4);
FIELD(cifra_word, text, 8);
FIELD(cifra_word, box, 24);
FIELD(cifra_word, edges, 40);
FIELD(cifra_word, edge_count, 48);
FIELD(cifra_word, font_size, 52);
FIELD(cifra_word, baseline_shift, 56);
FIELD(cifra_word, rotation, 60);
FIELD(cifra_word, confidence, 64);
FIELD(cifra_word, link, 72);
FIELD(cifra_word, font, 88);

SIZE(cifra_cell, 24);
FIELD(cifra_cell, size, 0);
FIELD(cifra_cell, row, 4);
FIELD(cifra_cell, column, 8);
FIELD(cifra_cell, row_span, 12);
FIELD(cifra_cell, column_span, 16);
FIELD(cifra_cell, is_head, 20);

SIZE(cifra_reader_sink, 112);
FIELD(cifra_reader_sink, size, 0);
FIELD(cifra_reader_sink, context, 8);
FIELD(cifra_reader_sink, page, 16);
FIELD(cifra_reader_sink, word, 24);
FIELD(cifra_reader_sink, begin_block, 32);
FIELD(cifra_reader_sink, end_block, 40);
FIELD(cifra_reader_sink, begin_table, 48);
FIELD(cifra_reader_sink, begin_cell, 56);
FIELD(cifra_reader_sink, end_cell, 64);
FIELD(cifra_reader_sink, end_table, 72);
FIELD(cifra_reader_sink, text, 80);
FIELD(cifra_reader_sink, verbatim, 88);
FIELD(cifra_reader_sink, metadata, 96);
FIELD(cifra_reader_sink, warning, 104);

SIZE(cifra_reader_1, 40);
FIELD(cifra_reader_1, size, 0);
FIELD(cifra_reader_1, media_types, 8);
FIELD(cifra_reader_1, extensions, 16);
FIELD(cifra_reader_1, sniff, 24);
FIELD(cifra_reader_1, read, 32);

SIZE(cifra_span, 8);
FIELD(cifra_span, begin, 0);
FIELD(cifra_span, end, 4);

SIZE(cifra_block, 28);
FIELD(cifra_block, role, 0);
FIELD(cifra_block, level, 4);
FIELD(cifra_block, span, 8);
FIELD(cifra_block, page, 16);
FIELD(cifra_block, heading, 20);
FIELD(cifra_block, lead, 24);

SIZE(cifra_figure, 216);
FIELD(cifra_figure, span, 0);
FIELD(cifra_figure, kind, 8);
FIELD(cifra_figure, value, 24);
FIELD(cifra_figure, high, 40);
FIELD(cifra_figure, unit, 56);
FIELD(cifra_figure, approximation, 72);
FIELD(cifra_figure, change, 88);
FIELD(cifra_figure, counted, 104);
FIELD(cifra_figure, whole, 120);
FIELD(cifra_figure, per, 136);
FIELD(cifra_figure, time, 152);
FIELD(cifra_figure, sentence, 168);
FIELD(cifra_figure, block, 176);
FIELD(cifra_figure, row, 184);
FIELD(cifra_figure, column, 200);

SIZE(cifra_document, 104);
FIELD(cifra_document, size, 0);
FIELD(cifra_document, text, 8);
FIELD(cifra_document, blocks, 24);
FIELD(cifra_document, block_count, 32);
FIELD(cifra_document, figures, 40);
FIELD(cifra_document, figure_count, 48);
FIELD(cifra_document, title, 56);
FIELD(cifra_document, issuer, 72);
FIELD(cifra_document, published_on, 88);

SIZE(cifra_fact, 96);
FIELD(cifra_fact, size, 0);
FIELD(cifra_fact, figure, 4);
FIELD(cifra_fact, rule, 8);
FIELD(cifra_fact, subject, 24);
FIELD(cifra_fact, speaker, 40);
FIELD(cifra_fact, time, 56);
FIELD(cifra_fact, nature, 72);
FIELD(cifra_fact, confidence, 88);
FIELD(cifra_fact, specificity, 92);

SIZE(cifra_extractor_sink, 24);
FIELD(cifra_extractor_sink, size, 0);
FIELD(cifra_extractor_sink, context, 8);
FIELD(cifra_extractor_sink, fact, 16);

SIZE(cifra_extractor_1, 16);
FIELD(cifra_extractor_1, size, 0);
FIELD(cifra_extractor_1, extract, 8);

VALUE(CIFRA_OK, 0);
VALUE(CIFRA_FAILED, 1);
VALUE(CIFRA_UNSUPPORTED, 2);
VALUE(CIFRA_STOPPED, 3);
VALUE(CIFRA_WORD_BOLD, 1);
VALUE(CIFRA_WORD_ITALIC, 2);
VALUE(CIFRA_WORD_SPACE_AFTER, 4);
VALUE(CIFRA_PARAGRAPH, 0);
VALUE(CIFRA_HEADING, 1);
VALUE(CIFRA_LIST_ITEM, 2);
VALUE(CIFRA_CAPTION, 3);
VALUE(CIFRA_NOTE, 4);
VALUE(CIFRA_PAGE_HEADER, 5);
VALUE(CIFRA_PAGE_FOOTER, 6);
VALUE(CIFRA_BLOCK_PARAGRAPH, 0);
VALUE(CIFRA_BLOCK_HEADING, 1);
VALUE(CIFRA_BLOCK_LIST_ITEM, 2);
VALUE(CIFRA_BLOCK_CAPTION, 3);
VALUE(CIFRA_BLOCK_NOTE, 4);
VALUE(CIFRA_BLOCK_PAGE_HEADER, 5);
VALUE(CIFRA_BLOCK_PAGE_FOOTER, 6);
VALUE(CIFRA_BLOCK_TABLE, 7);
VALUE(CIFRA_ABI_VERSION, 1u);
VALUE(CIFRA_NONE, 4294967295u);
SIZE_OF_TYPE(cifra_status, 4);
SIZE_OF_TYPE(cifra_role, 4);
