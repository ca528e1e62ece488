// A pack: an extractor written as a TOML file of rules, each a pattern with slots and its examples.

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/packs/slot.h"

namespace cifra {

struct PackRule {
  std::string name;
  std::vector<std::string> patterns;  // as written
  std::string subject, speaker, nature;
  float confidence = 1;
  uint32_t specificity = 1;
  std::vector<std::string> yes, no;
};

struct PackMatch {
  uint32_t rule = 0;    // into Pack::rules
  uint32_t figure = 0;  // into what the sentence was slotted with
};

class Pack {
 public:
  std::string id, version, summary;
  std::vector<PackRule> rules;

  Pack();
  ~Pack();
  Pack(Pack&&) noexcept;

  // In order of rules, then places; one match a rule and figure. Thread-safe.
  std::vector<PackMatch> matches(const SlottedSentence& sentence) const;

  // Compiles the patterns of `rules`; what is wrong with them, a sentence each.
  std::vector<std::string> compile();

 private:
  struct Compiled;
  std::unique_ptr<Compiled> compiled_;
};

// Every reason a sentence that names pack, rule, fault and remedy.
struct PackFaults {
  std::vector<std::string> reasons;
};

// `file` names the pack in messages. A pack whose examples do not come out as said does not load.
std::variant<Pack, PackFaults> load_pack(std::string_view toml, const std::string& file);

}  // namespace cifra
