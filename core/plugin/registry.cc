#include "core/plugin/registry.h"

#include <algorithm>
#include <fstream>
#include <system_error>
#include <utility>

#include "core/plugin/reading_sink.h"
#include "core/plugin/registry_impl.h"

namespace cifra {
namespace {

constexpr size_t kHeadSize = 4096;
constexpr const char* kPackExtension = ".toml";
constexpr const char* kPackInterface = "cifra.pack/1";

std::string lower_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

std::vector<std::string> split_list(std::string_view list) {
  std::vector<std::string> parts;
  while (!list.empty()) {
    const size_t comma = std::min(list.find(','), list.size());
    std::string_view part = list.substr(0, comma);
    list.remove_prefix(std::min(comma + 1, list.size()));
    while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
    while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
    if (!part.empty()) parts.push_back(lower_case(std::string(part)));
  }
  return parts;
}

bool claims(const PluginInfo& plugin, const std::filesystem::path& file) {
  const std::string extension = lower_case(file.extension().string());
  return !extension.empty() && std::find(plugin.extensions.begin(), plugin.extensions.end(),
                                         extension) != plugin.extensions.end();
}

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

// The files to load of a folder, by name; the path itself where it is a file.
std::vector<std::filesystem::path> libraries_in(const std::filesystem::path& folder) {
  std::error_code ignored;
  if (std::filesystem::is_regular_file(folder, ignored)) return {folder};
  std::vector<std::filesystem::path> files;
  std::filesystem::directory_iterator entries(folder, ignored), end;
  while (!ignored && entries != end) {
    const std::filesystem::path extension = entries->path().extension();
    if (extension == ".so" || extension == kPackExtension) files.push_back(entries->path());
    entries.increment(ignored);
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

Registry::Registry(const std::vector<std::filesystem::path>& folders)
    : impl_(std::make_unique<Impl>()) {
  std::vector<std::filesystem::path> seen;
  for (const std::filesystem::path& folder : folders) {
    for (const std::filesystem::path& file : libraries_in(folder)) {
      std::error_code error;
      std::filesystem::path real = std::filesystem::canonical(file, error);
      if (error) real = file;
      if (std::find(seen.begin(), seen.end(), real) != seen.end()) continue;
      seen.push_back(real);
      impl_->load(real);
    }
  }
}

// Instances are left to the end of the program: a thread may still be inside one.
Registry::~Registry() = default;

void Registry::Impl::load(const std::filesystem::path& file) {
  if (file.extension() == kPackExtension) return load_pack_file(file);
  auto result = load_plugin(file);
  if (const auto* failure = std::get_if<LoadFailure>(&result)) {
    problems.push_back({file, failure->reason});
    return;
  }
  Member member;
  member.library = std::move(std::get<std::unique_ptr<LoadedPlugin>>(result));
  member.content_hash = short_hash(bytes_of(file));
  const cifra_plugin_entry& entry = *member.library->entry;
  PluginInfo info{entry.id, entry.version, entry.summary, file, {}, {}};
  if (member.library->reader != nullptr) {
    info.interfaces.emplace_back(CIFRA_READER_1);
    info.extensions = split_list(member.library->reader->extensions);
  }
  if (member.library->extractor != nullptr) info.interfaces.emplace_back(CIFRA_EXTRACTOR_1);
  add(std::move(info), std::move(member));
}

void Registry::Impl::load_pack_file(const std::filesystem::path& file) {
  const std::string toml = bytes_of(file);
  auto result = load_pack(toml, file.filename().string());
  if (const auto* faults = std::get_if<PackFaults>(&result)) {
    for (const std::string& reason : faults->reasons) problems.push_back({file, reason});
    return;
  }
  Member member;
  member.pack = std::make_unique<const Pack>(std::move(std::get<Pack>(result)));
  member.content_hash = short_hash(toml);
  PluginInfo info{
      member.pack->id, member.pack->version, member.pack->summary, file, {kPackInterface}, {}};
  add(std::move(info), std::move(member));
}

bool Registry::Impl::add(PluginInfo info, Member member) {
  const auto twin = std::find_if(plugins.begin(), plugins.end(),
                                 [&](const PluginInfo& other) { return other.id == info.id; });
  if (twin != plugins.end()) {
    problems.push_back({info.path, "there are two plugins `" + info.id + "`: version " +
                                       twin->version + " from " + twin->path.string() +
                                       " is used, version " + info.version + " is not"});
    return false;
  }
  plugins.push_back(std::move(info));
  members.push_back(std::move(member));
  return true;
}

std::optional<size_t> Registry::Impl::surest_reader(const std::filesystem::path& file,
                                                    std::string_view head, bool claiming,
                                                    const Asked& asked) const {
  const std::string name = file.filename().string();
  std::optional<size_t> best;
  uint32_t best_score = 0;
  for (size_t i = 0; i < members.size(); ++i) {
    const cifra_reader_1* reader = members[i].reader();
    if (reader == nullptr || (claiming && !claims(plugins[i], file))) continue;
    if (asked) asked(plugins[i]);
    const uint32_t score = reader->sniff(pass(head), pass(name));
    if (score <= best_score) continue;
    best = i;
    best_score = score;
  }
  return best;
}

const std::vector<PluginInfo>& Registry::plugins() const { return impl_->plugins; }
const std::vector<PluginProblem>& Registry::problems() const { return impl_->problems; }

const PluginInfo& Registry::own_code() {
  static const PluginInfo kOwn{"Cifra", "", "", {}, {}, {}};
  return kOwn;
}

std::vector<std::string> Registry::readers() const {
  std::vector<std::string> names;
  for (size_t i = 0; i < impl_->members.size(); ++i) {
    if (impl_->members[i].reader() != nullptr) names.push_back(impl_->reader_name(i));
  }
  return names;
}

std::string Registry::Impl::reader_name(size_t index) const {
  const PluginInfo& plugin = plugins[index];
  return plugin.id + ' ' + plugin.version + ' ' + members[index].content_hash;
}

std::string Registry::extractor_fingerprint() const {
  std::vector<std::string> parts;
  for (size_t i = 0; i < impl_->members.size(); ++i) {
    if (!impl_->members[i].makes_facts()) continue;
    const PluginInfo& plugin = impl_->plugins[i];
    parts.push_back(plugin.id + ' ' + plugin.version + ' ' + impl_->members[i].content_hash);
  }
  std::sort(parts.begin(), parts.end());
  std::string line;
  for (const std::string& part : parts) line += (line.empty() ? "" : "; ") + part;
  return line;
}

bool Registry::reads(const std::filesystem::path& file) const {
  return std::any_of(impl_->plugins.begin(), impl_->plugins.end(),
                     [&](const PluginInfo& plugin) { return claims(plugin, file); });
}

std::variant<Reading, ReadFailure> Registry::read(const std::filesystem::path& file,
                                                  std::string_view bytes, uint64_t output_limit,
                                                  const Asked& asked) const {
  const std::string name = file.filename().string();
  const std::string_view head = bytes.substr(0, kHeadSize);
  const bool claimed = reads(file);
  const std::optional<size_t> best = impl_->surest_reader(file, head, claimed, asked);
  if (!best && claimed) {
    std::string reason =
        "it is named " + file.extension().string() + ", but its content is something else";
    if (const auto other = impl_->surest_reader(file, head, false, asked)) {
      reason += "; " + impl_->plugins[*other].id + " would read it under another name";
    }
    return ReadFailure{reason};
  }
  if (!best) return ReadFailure{"no reader knows this kind of file"};

  LoadedPlugin& plugin = *impl_->members[*best].library;
  const std::string who = impl_->plugins[*best].id + ' ' + impl_->plugins[*best].version;
  if (asked) asked(impl_->plugins[*best]);
  PluginReason reason;
  void* instance = plugin.take_instance(reason);
  if (instance == nullptr) return ReadFailure{who + " did not start: " + reason.reason, true};
  ReadingSink sink(output_limit);
  const cifra_reader_sink table = sink.table();
  const cifra_error error = reason.error();
  const cifra_status status =
      plugin.reader->read(instance, pass(bytes), pass(name), &table, &error);
  plugin.give_back(instance);

  if (status == CIFRA_OK) sink.finish();
  if (!sink.fault().empty()) return ReadFailure{who + ": " + sink.fault(), true};
  if (status != CIFRA_OK && reason.reason.empty()) {
    return ReadFailure{who + " failed without a reason", true};
  }
  if (status != CIFRA_OK) return ReadFailure{reason.reason};
  if (asked) asked(own_code());
  Reading reading = sink.take();
  reading.metadata.reader = impl_->reader_name(*best);
  const std::vector<std::string> media_types = split_list(plugin.reader->media_types);
  if (!media_types.empty()) reading.metadata.media_type = media_types.front();
  return reading;
}

}  // namespace cifra
