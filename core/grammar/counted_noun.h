// What a number counts: the ways to its noun that annotate_counted tries one after the other. Each
// gives the noun phrase with the rule's name, or nothing.

#pragma once

#include <string_view>

#include "core/grammar/stretch.h"

namespace cifra {

struct Counted {
  TokenRange tokens;
  std::string_view rule;
};

// What the ways share.
bool may_count(const Finding& finding);
// "5 milioni": without a noun of its own it is as likely a sum of money; "5.123.456" is not.
bool is_big(const Finding& finding);
// "65 milioni di incasso": the noun says that the number is money.
bool names_money(const Stretch& stretch, const Finding& finding, TokenRange phrase);
bool is_plural_article(const Token& token);
bool is_one(const Figure& figure);

// counted_after.cc: the noun right after the number; a participle where nothing else is counted;
// "tra 10 e 15 comuni" read as two: whether the noun is the next number's.
Counted counted_after(const Stretch& stretch, const Finding& finding);
Counted counted_participle(const Stretch& stretch, const Finding& finding);
bool joins_next_number(const Stretch& stretch, const Finding& finding);

// The bracket that opens right before the figure, over its sign or "da": "(863", "(-863", "(da 43 a
// 67"; kNoFinding for none.
uint32_t bracket_before(const Tokens& tokens, uint32_t left);

// "89.303.818" as well as "89 milioni".
bool has_millions(const Finding& finding);
// counted_carried.cc: the noun of the count before this one in the same clause.
Counted counted_carried(const Stretch& stretch, const Finding& finding, const Finding* previous,
                        TokenRange previous_noun);

// In all of these `left` is left_edge() of the figure.

// counted_subject.cc: the subject of the verb before the number, a subject whose verb was said
// before, what the sentence says it speaks of.
// `earlier` is what "quelli" takes up where nothing nearer does.
Counted counted_subject(const Stretch& stretch, const Finding& finding, TokenRange earlier);
Counted counted_subject_after(const Stretch& stretch, const Finding& finding, uint32_t left);
Counted counted_elliptic_subject(const Stretch& stretch, const Finding& finding, uint32_t left);
Counted counted_topic(const Stretch& stretch, uint32_t left);
// The noun of "Sul fronte dei reparti, …", "Quanto agli alunni, …" in the clause before `end`.
TokenRange topic_before(const Stretch& stretch, uint32_t end);

bool is_place(const Tokens& tokens, TokenRange range);
// Whether nothing but the name of a place, an area or "totale" stands from the begin of the line or
// block to the number, which goes on with no noun: "Lazio: 300", "Nord 22", "300" alone.
bool is_row_of_place(const Stretch& stretch, const Finding& finding, uint32_t left);

// counted_label.cc: labels, brackets, rows of nouns with a number each.
Counted counted_label(const Stretch& stretch, const Finding& finding, uint32_t left);
Counted counted_bracket(const Stretch& stretch, const Finding& finding, uint32_t left);
// "un incremento degli eventi (da 142 a 157": `open` is the bracket.
Counted counted_of_change(const Stretch& stretch, uint32_t open);
Counted counted_apposition(const Stretch& stretch, const Finding& finding, uint32_t left);
Counted counted_row(const Stretch& stretch, const Finding& finding, uint32_t left);

}  // namespace cifra
