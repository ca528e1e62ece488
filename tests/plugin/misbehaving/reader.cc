// A reader of .bad files that does what the file says: one line, the name of a misbehaviour.

#include <unistd.h>

#include <cifra_plugin.hpp>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <string>
#include <vector>

namespace {

using namespace cifra::plugin;

constexpr float kNan = std::numeric_limits<float>::quiet_NaN();

[[noreturn]] void hang() {
  while (true) pause();
}

void one_word(Sink& sink, const Word& word) {
  sink.page(100, 100);
  sink.word(word);
}

struct Misbehaviour {
  std::string_view name;
  void (*run)(Sink& sink);
};

const Misbehaviour kMisbehaviours[] = {
    {"behaves", [](Sink& sink) { sink.verbatim("Sono 12 i comuni."); }},
    {"prints",
     [](Sink& sink) {
       std::puts("not the protocol");
       std::fflush(stdout);
       static_cast<void>(std::getchar());
       sink.verbatim("Sono 12 i comuni.");
     }},
    {"throws", [](Sink&) { throw std::runtime_error("the page tree is broken"); }},
    {"throws a number", [](Sink&) { throw 7; }},
    {"segfaults", [](Sink&) { std::raise(SIGSEGV); }},
    {"aborts", [](Sink&) { std::abort(); }},
    {"exits", [](Sink&) { std::_Exit(3); }},
    {"hangs", [](Sink&) { hang(); }},
    {"hangs after words",
     [](Sink& sink) {
       one_word(sink, {.text = "12"});
       hang();
     }},
    {"allocates with new",
     [](Sink&) {
       std::vector<std::string> hoard;
       while (true) hoard.emplace_back(1 << 20, 'x');
     }},
    {"allocates with malloc",
     [](Sink&) {
       while (true) std::memset(std::malloc(1 << 20), 1, 1 << 20);
     }},
    {"floods with words",
     [](Sink& sink) {
       sink.page(100, 100);
       while (true) sink.word({.text = "12"});
     }},
    {"floods with blocks",
     [](Sink& sink) {
       while (true) sink.block(CIFRA_PARAGRAPH, 0, "");
     }},
    {"floods with warnings",
     [](Sink& sink) {
       while (true) sink.warning("one more sentence that nobody asked for");
     }},
    {"says nothing", [](Sink&) {}},
    {"word before page", [](Sink& sink) { sink.word({.text = "12"}); }},
    {"page of no size", [](Sink& sink) { sink.page(0, kNan); }},
    {"box of no number",
     [](Sink& sink) {
       one_word(sink, {.text = "12", .box = {kNan, 0, 1, 1}});
     }},
    {"too few edges",
     [](Sink& sink) {
       const float edges[] = {0, 1};
       one_word(sink, {.text = "12", .edges = edges});
     }},
    {"tilted", [](Sink& sink) { one_word(sink, {.text = "12", .rotation = 45}); }},
    {"not utf-8", [](Sink& sink) { one_word(sink, {.text = "citt\xE0"}); }},
    {"mixes ways",
     [](Sink& sink) {
       one_word(sink, {.text = "12"});
       sink.block(CIFRA_PARAGRAPH, 0, "12");
     }},
    {"verbatim twice",
     [](Sink& sink) {
       sink.verbatim("12");
       sink.verbatim("12");
     }},
    {"text without block", [](Sink& sink) { sink.text("12"); }},
    {"leaves block open", [](Sink& sink) { sink.begin_block(CIFRA_PARAGRAPH); }},
    {"ends twice",
     [](Sink& sink) {
       sink.block(CIFRA_PARAGRAPH, 0, "12");
       sink.end_block();
     }},
    {"unknown role", [](Sink& sink) { sink.block(77, 0, "12"); }},
    {"cell far away",
     [](Sink& sink) {
       sink.begin_table("");
       sink.cell({.row = 4'000'000'000u}, "12");
     }},
    {"cell over nothing",
     [](Sink& sink) {
       sink.begin_table("");
       sink.cell({.column_span = 0}, "12");
     }},
};

class Misbehaving : public Reader {
 public:
  static constexpr const char* kMediaTypes = "application/x-bad";
  static constexpr const char* kExtensions = ".bad";
  static uint32_t sniff(std::string_view head, std::string_view) {
    if (head == "segfaults when asked") std::raise(SIGSEGV);
    return 50;
  }
  void read(std::string_view bytes, std::string_view, Sink& sink) override {
    for (const Misbehaviour& misbehaviour : kMisbehaviours) {
      if (misbehaviour.name == bytes) return misbehaviour.run(sink);
    }
    throw Failure("no such misbehaviour");
  }
};

}  // namespace

CIFRA_PLUGIN("misbehaving-reader", "0.1.0", "Does what the file says", Misbehaving)
