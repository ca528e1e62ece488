#include "core/pipeline/ingest.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <exception>
#include <set>
#include <thread>
#include <unordered_map>

#include "core/pipeline/bounded_queue.h"
#include "core/pipeline/file_work.h"
#include "core/pipeline/walk.h"

namespace cifra {
namespace {

constexpr size_t kDocumentsOfTransaction = 32;

// A file that was found, or a document whose facts other code made.
struct Task {
  const FoundFile* found = nullptr;
  int64_t document = 0;
  int64_t bytes = 0;
  bool for_sidecar = false;
};

struct Result {
  Outcome outcome;
  int64_t bytes = 0;
  std::exception_ptr error;  // ends the run
};

std::vector<Task> tasks_of(const Walk& walk, const Database& database, const IngestParts& parts) {
  std::vector<Task> tasks;
  Statement known = database.prepare("SELECT id, fingerprint, reading FROM documents");
  while (known.step()) {
    const bool stands = known.text(1) == parts.fingerprint && parts.reading_stands(known.text(2));
    if (!stands) tasks.push_back({nullptr, known.integer(0)});
  }
  const size_t renewed = tasks.size();
  for (const FoundFile& found : walk.files) tasks.push_back({&found, 0, found.place.size, false});
  // The longest first, so that no thread is left alone with it at the end.
  std::stable_sort(tasks.begin() + static_cast<std::ptrdiff_t>(renewed), tasks.end(),
                   [](const Task& a, const Task& b) { return a.bytes > b.bytes; });
  return tasks;
}

// The threads that read. Results come in any order.
class Workers {
 public:
  Workers(const IngestRequest& request, const IngestParts& parts, const std::vector<Task>& tasks)
      : request_(request), parts_(parts), tasks_(tasks), results_(request.jobs * 2) {
    running_ = std::max<size_t>(1, std::min(request.jobs, tasks.size()));
    for (size_t i = running_; i > 0; --i) threads_.emplace_back([this] { work(); });
  }
  ~Workers() {
    next_ = tasks_.size();
    results_.close();
    for (std::thread& thread : threads_) thread.join();
  }
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  BoundedQueue<Result>& results() { return results_; }

 private:
  void work() {
    try {
      FileWorker worker(request_, parts_, claims_);
      for (size_t i = next_++; i < tasks_.size(); i = next_++) {
        if (request_.stop && request_.stop()) break;
        const Task& task = tasks_[i];
        Result result{
            task.found ? worker.file(*task.found) : worker.renew(task.document, task.for_sidecar),
            task.bytes,
            {}};
        if (!results_.push(std::move(result))) break;
      }
    } catch (...) {
      results_.push({Skipped{}, 0, std::current_exception()});
    }
    if (--running_ == 0) results_.close();
  }

  const IngestRequest& request_;
  const IngestParts& parts_;
  const std::vector<Task>& tasks_;
  Claims claims_;
  std::atomic<size_t> next_ = 0, running_ = 0;
  BoundedQueue<Result> results_;
  std::vector<std::thread> threads_;
};

// Writes outcomes and counts them.
class Scribe {
 public:
  Scribe(Writer& writer, const Database& database, const std::string& fingerprint,
         RunReport& report)
      : writer_(writer), database_(database), fingerprint_(fingerprint), report_(report) {}

  void write(Outcome& outcome) {
    std::visit([this](auto& one) { write(one); }, outcome);
  }

  void fail(const Place& place, const std::string& reason) {
    writer_.put_failure(place, reason, fingerprint_);
    report_.failures.push_back({place.full_path(), reason});
    ++report_.counts.failed;
  }

  // Contents whose reading never ended, because the run's tasks did.
  void write_waiting() {
    for (auto& [hash, places] : waiting_) {
      for (Place& place : places) fail(place, "its content was not read; run this again");
    }
  }

  // Documents met in places that they were not read from.
  const std::set<int64_t>& in_several_places() const { return in_several_places_; }

  // What follows is no file of the run.
  void after_files() { after_files_ = true; }

 private:
  void write(Skipped& skipped) {
    if (!after_files_) ++report_.counts.skipped;
    if (!skipped.incomplete.empty()) {
      report_.warnings.push_back({skipped.place.full_path(), skipped.incomplete});
    }
  }

  void write(Aged& aged) {
    ++report_.aged;
    if (!aged.reason.empty()) report_.warnings.push_back({aged.path, aged.reason});
  }

  void write(Placed& placed) {
    if (const auto failure = failed_.find(placed.hash); failure != failed_.end()) {
      fail(placed.place, failure->second);
    } else if (const auto document = writer_.document_with_hash(placed.hash)) {
      put_place(placed.place, *document);
    } else {
      waiting_[placed.hash].push_back(std::move(placed.place));
    }
  }

  void put_place(const Place& place, int64_t document) {
    if (writer_.put_place(place, document)) ++report_.copied;
    in_several_places_.insert(document);
    ++report_.counts.skipped;
  }

  void write(Recorded& recorded) {
    const DocumentRecord& record = recorded.record;
    int64_t document = 0;
    database_.execute("SAVEPOINT document");
    try {
      document = writer_.put(record);
      if (!recorded.renewed) writer_.put_place(recorded.place, document);
    } catch (const StoreError& error) {
      if (error.cause() != StoreError::Cause::kRefused) throw;
      database_.execute("ROLLBACK TO document; RELEASE document");
      Failed failed{recorded.place, error.what(), record.hash};
      write(failed);
      return;
    }
    database_.execute("RELEASE document");
    ++(recorded.renewed ? report_.refreshed : report_.counts.documents);
    report_.counts.pages += static_cast<int64_t>(record.pages.size());
    report_.counts.facts += static_cast<int64_t>(record.facts.size());
    warn(recorded, record.warnings);
    const auto places = waiting_.extract(record.hash);
    if (places.empty()) return;
    for (const Place& place : places.mapped()) put_place(place, document);
  }

  // What of a document could not be read stands among the failures too.
  void warn(const Recorded& recorded, const std::vector<std::string>& warnings) {
    if (recorded.nowhere) return;
    const Place& place = recorded.place;
    std::string reason;
    for (const std::string& warning : warnings) {
      report_.warnings.push_back({place.full_path(), warning});
      reason += std::string(reason.empty() ? kNotWhole : "; ") + warning;
    }
    if (reason.empty()) {
      writer_.clear_failure(place.full_path());
    } else {
      writer_.put_failure(place, reason, fingerprint_);
    }
  }

  void write(Failed& failed) {
    fail(failed.place, failed.reason);
    if (failed.hash.empty()) return;
    failed_[failed.hash] = failed.reason;
    const auto places = waiting_.extract(failed.hash);
    if (places.empty()) return;
    for (const Place& place : places.mapped()) fail(place, failed.reason);
  }

  Writer& writer_;
  const Database& database_;
  const std::string& fingerprint_;
  RunReport& report_;
  std::unordered_map<std::string, std::vector<Place>> waiting_;
  std::unordered_map<std::string, std::string> failed_;
  std::set<int64_t> in_several_places_;
  bool after_files_ = false;
};

// Takes results as they come and writes what is there in one transaction.
void write_all(BoundedQueue<Result>& results, Scribe& scribe, const Database& database,
               IngestProgress progress, RunReport& report, const IngestRequest& request) {
  for (auto result = results.pop(); result; result = results.pop()) {
    Transaction transaction(database);
    for (size_t count = 0; result; ++count) {
      if (result->error) std::rethrow_exception(result->error);
      scribe.write(result->outcome);
      ++progress.files;
      progress.bytes += result->bytes;
      --report.left;
      if (count + 1 == kDocumentsOfTransaction) break;
      result = results.pop_if_any();
    }
    transaction.commit();
    progress.facts = report.counts.facts;
    progress.failed = report.counts.failed;
    if (request.progress) request.progress(progress);
  }
}

// Where else the documents of this run lie may be gone, and the sidecar of a copy may be the one
// that speaks.
void look_at_copies(Scribe& scribe, Writer& writer, const Database& database,
                    const IngestRequest& request, const IngestParts& parts, RunReport& report) {
  std::set<int64_t> documents = scribe.in_several_places();
  // After runs that never ended nobody knows what they met.
  Statement read = database.prepare(
      "SELECT d.id FROM documents d JOIN locations l ON l.document = d.id WHERE d.run = ?1 OR "
      "EXISTS (SELECT 1 FROM runs WHERE id < ?1 AND finished_at IS NULL AND id > coalesce((SELECT "
      "max(id) FROM runs WHERE finished_at IS NOT NULL), 0)) "
      "GROUP BY d.id HAVING count(*) > 1");
  read.bind(1, writer.run());
  while (read.step()) documents.insert(read.integer(0));
  read.reset();
  std::vector<Task> tasks;
  for (const int64_t document : documents) tasks.push_back({nullptr, document, 0, true});
  if (tasks.empty()) return;
  {
    Transaction transaction(database);
    for (const Task& task : tasks) writer.mark_missing(task.document);
    transaction.commit();
  }
  scribe.after_files();
  report.left += static_cast<int64_t>(tasks.size());
  IngestRequest silent = request;
  silent.progress = nullptr;
  Workers workers(silent, parts, tasks);
  write_all(workers.results(), scribe, database, {}, report, silent);
}

RunStart start_of(const IngestRequest& request, const IngestParts& parts) {
  RunStart start{utc_time(request.now()), request.program, parts.fingerprint, {}};
  for (const auto& path : request.paths) start.paths.push_back(path.string());
  return start;
}

}  // namespace

RunReport ingest(const IngestRequest& request, const IngestParts& parts) {
  RunReport report;
  const Database database(request.store, Database::Mode::kCreate);
  Writer writer(database);
  Scribe scribe(writer, database, parts.fingerprint, report);

  const Walk found = walk(request.paths, parts.reads);
  report.others = found.others;
  const std::vector<Task> tasks = tasks_of(found, database, parts);
  {
    Transaction transaction(database);
    writer.begin_run(start_of(request, parts));
    for (const PluginVersion& plugin : parts.plugins) writer.know_plugin(plugin);
    for (const WalkProblem& problem : found.problems) scribe.fail(problem.place, problem.reason);
    transaction.commit();
  }
  {
    IngestProgress progress;
    progress.files_of = tasks.size();
    for (const Task& task : tasks) progress.bytes_of += task.bytes;
    report.left = static_cast<int64_t>(tasks.size());
    Workers workers(request, parts, tasks);
    write_all(workers.results(), scribe, database, progress, report, request);
  }
  if (report.left > 0) return report;  // the run was stopped and stays unfinished
  look_at_copies(scribe, writer, database, request, parts, report);
  if (report.left > 0) return report;
  Transaction transaction(database);
  scribe.write_waiting();
  for (const std::string& root : found.roots) report.gone += writer.mark_missing(root);
  writer.end_run(utc_time(request.now()), report.counts);
  transaction.commit();
  return report;
}

std::string utc_time(int64_t nanoseconds) {
  using namespace std::chrono;
  const sys_seconds time{seconds(nanoseconds / 1'000'000'000)};
  const auto day = floor<days>(time);
  const year_month_day date{day};
  const hh_mm_ss clock{time - day};
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02uT%02d:%02d:%02dZ",
                static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()), static_cast<int>(clock.hours().count()),
                static_cast<int>(clock.minutes().count()),
                static_cast<int>(clock.seconds().count()));
  return buffer;
}

}  // namespace cifra
