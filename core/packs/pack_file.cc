// Reads a pack's TOML and holds every rule to its examples before the pack is used.

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <optional>

#include "core/grammar/recogniser.h"
#include "core/packs/pack.h"
#include "core/text/sentences.h"

namespace cifra {
namespace {

constexpr std::array<std::string_view, 4> kPackKeys = {"id", "version", "summary", "rule"};
constexpr std::array<std::string_view, 9> kRuleKeys = {
    "name", "pattern", "subject", "speaker", "nature", "confidence", "specificity", "yes", "no"};
constexpr std::array<std::string_view, 6> kNatures = {"",       "level",  "flow",
                                                      "change", "target", "forecast"};

bool is_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
  });
}

template <size_t kSize>
std::string joined(const std::array<std::string_view, kSize>& names) {
  std::string list;
  for (const std::string_view name : names) {
    if (!name.empty()) list += (list.empty() ? "" : ", ") + std::string(name);
  }
  return list;
}

class PackReader {
 public:
  explicit PackReader(std::string file) : file_(std::move(file)) {}

  std::variant<Pack, PackFaults> read(std::string_view toml) {
    try {
      const toml::table table = toml::parse(toml);
      read_pack(table);
    } catch (const toml::parse_error& error) {
      fault("line " + std::to_string(error.source().begin.line) + ": " +
            std::string(error.description()));
    }
    if (faults_.reasons.empty()) {
      for (const std::string& reason : pack_.compile()) fault(reason);
    }
    if (faults_.reasons.empty()) check_examples();
    if (!faults_.reasons.empty()) return std::move(faults_);
    return std::move(pack_);
  }

 private:
  void fault(const std::string& reason) { faults_.reasons.push_back(file_ + ": " + reason); }

  template <size_t kSize>
  void check_keys(const toml::table& table, const std::array<std::string_view, kSize>& known,
                  const std::string& place) {
    for (const auto& [key, value] : table) {
      if (std::find(known.begin(), known.end(), key.str()) == known.end()) {
        fault(place + "key `" + std::string(key.str()) + "` unknown; known: " + joined(known));
      }
    }
  }

  // A string, or a list of them.
  std::vector<std::string> strings(const toml::table& table, std::string_view key,
                                   const std::string& place) {
    std::vector<std::string> out;
    const toml::node* node = table.get(key);
    if (node == nullptr) return out;
    if (const auto one = node->value<std::string>()) return {*one};
    const toml::array* list = node->as_array();
    for (size_t i = 0; list != nullptr && i < list->size(); ++i) {
      if (const auto text = (*list)[i].value<std::string>()) {
        out.push_back(*text);
      } else {
        list = nullptr;
        break;
      }
    }
    if (list == nullptr)
      fault(place + "`" + std::string(key) + "` is no text and no list of texts");
    return out;
  }

  void read_pack(const toml::table& table) {
    check_keys(table, kPackKeys, "");
    pack_.id = table["id"].value_or(std::string());
    pack_.version = table["version"].value_or(std::string());
    pack_.summary = table["summary"].value_or(std::string());
    if (!is_name(pack_.id)) fault("`id` is missing or not made of lower case letters and hyphens");
    if (pack_.version.empty()) fault("`version` is missing: \"1.0.0\"");
    const toml::array* rules = table["rule"].as_array();
    if (rules == nullptr || rules->empty()) fault("there is no [[rule]]");
    for (size_t i = 0; rules != nullptr && i < rules->size(); ++i) {
      if (const toml::table* rule = (*rules)[i].as_table()) read_rule(*rule, i + 1);
    }
  }

  void read_rule(const toml::table& table, size_t number) {
    PackRule rule;
    rule.name = table["name"].value_or(std::string());
    if (!is_name(rule.name)) {
      fault("rule " + std::to_string(number) +
            ": `name` is missing or not made of lower case letters, digits, dots and hyphens");
      return;
    }
    const std::string place = "rule " + rule.name + ": ";
    if (std::ranges::find(pack_.rules, rule.name, &PackRule::name) != pack_.rules.end()) {
      fault(place + "there are two rules of this name; a fact says which made it: rename one");
    }
    check_keys(table, kRuleKeys, place);
    rule.patterns = strings(table, "pattern", place);
    rule.yes = strings(table, "yes", place);
    rule.no = strings(table, "no", place);
    rule.subject = table["subject"].value_or(std::string());
    rule.speaker = table["speaker"].value_or(std::string());
    rule.nature = table["nature"].value_or(std::string());
    rule.confidence = table["confidence"].value_or(1.0f);
    rule.specificity = table["specificity"].value_or(uint32_t{1});
    if (rule.patterns.empty()) fault(place + "`pattern` is missing");
    if (rule.yes.empty()) fault(place + "`yes` is missing: a sentence it must find something in");
    if (rule.no.empty()) fault(place + "`no` is missing: a sentence like it, where it must not");
    if (!(rule.confidence >= 0 && rule.confidence <= 1)) {
      fault(place + "`confidence` is not from 0 to 1");
    }
    if (std::find(kNatures.begin(), kNatures.end(), rule.nature) == kNatures.end()) {
      fault(place + "nature `" + rule.nature + "` unknown; known: " + joined(kNatures));
    }
    pack_.rules.push_back(std::move(rule));
  }

  bool finds(uint32_t rule, const std::string& example) const {
    const std::vector<Figure> figures = recognise(example);
    for (const Span sentence : sentences(example)) {
      std::vector<const Figure*> inside;
      for (const Figure& figure : figures) {
        if (sentence.contains(figure.span)) inside.push_back(&figure);
      }
      for (const PackMatch& match : pack_.matches(slotted(example, sentence, inside))) {
        if (match.rule == rule) return true;
      }
    }
    return false;
  }

  void check_examples() {
    for (uint32_t i = 0; i < pack_.rules.size(); ++i) {
      const PackRule& rule = pack_.rules[i];
      for (const std::string& example : rule.yes) {
        if (!finds(i, example)) fault("rule " + rule.name + ": finds nothing in yes: " + example);
      }
      for (const std::string& example : rule.no) {
        if (finds(i, example)) fault("rule " + rule.name + ": finds something in no: " + example);
      }
    }
  }

  std::string file_;
  Pack pack_;
  PackFaults faults_;
};

}  // namespace

std::variant<Pack, PackFaults> load_pack(std::string_view toml, const std::string& file) {
  return PackReader(file).read(toml);
}

}  // namespace cifra
