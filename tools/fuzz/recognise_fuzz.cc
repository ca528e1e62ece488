// Any bytes as a block: no crash, every span inside the text, figures in order and apart, values
// that read back. With clang it is a libFuzzer target; elsewhere it runs inputs of its own making,
// the same ones each time.
//
//     recognise_fuzz [RUNS]
//     cmake -B build/fuzz -DCMAKE_CXX_COMPILER=clang++ -DCIFRA_SANITIZE=fuzzer,address,undefined
//     cmake --build build/fuzz --target recognise_fuzz && build/fuzz/recognise_fuzz -max_len=400

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <string_view>

#include "core/grammar/recogniser.h"

namespace {

[[noreturn]] void fail(const char* what, std::string_view text) {
  std::fprintf(stderr, "recognise_fuzz: %s in the text:\n", what);
  std::fwrite(text.data(), 1, text.size(), stderr);
  std::abort();
}

void check_span(cifra::Span span, std::string_view text, const char* what) {
  if (span.begin > span.end || span.end > text.size()) fail(what, text);
}

void check(std::string_view text) {
  cifra::RecogniserOptions options;
  options.document_date = "2021-01-20";
  options.with_steps = text.size() % 2 == 0;
  uint32_t last = 0;
  for (const cifra::Figure& figure : cifra::recognise(text, options)) {
    check_span(figure.span, text, "a span outside the text");
    check_span(figure.unit_span, text, "a unit outside the text");
    check_span(figure.counted, figure.counted_in_lead ? options.lead : text,
               "a counted noun outside the text");
    check_span(figure.time_span, text, "a time outside the text");
    if (figure.span.empty()) fail("an empty figure", text);
    if (figure.span.begin < last) fail("figures out of order or overlapping", text);
    last = figure.span.end;
    const auto value = cifra::Value::parse(figure.value.to_string());
    if (!value || *value != figure.value) fail("a value that does not read back", text);
    if (figure.high && *figure.high < figure.value) fail("a range upside down", text);
    for (const cifra::Step& step : figure.steps) check_span(step.span, text, "a step outside");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  check({reinterpret_cast<const char*>(data), size});
  return 0;
}

#ifndef CIFRA_LIBFUZZER
namespace {

// Pieces that the grammar has rules for, to be put together at random.
constexpr std::string_view kPieces[] = {"1",
                                        "12",
                                        "1.234",
                                        "3,5",
                                        "0",
                                        "2021",
                                        "milioni",
                                        "mila",
                                        "miliardi",
                                        "mille",
                                        "cento",
                                        "venti",
                                        "uno",
                                        "un",
                                        "una",
                                        "e",
                                        "di",
                                        "euro",
                                        "€",
                                        "%",
                                        "per",
                                        "cento",
                                        "tra",
                                        "da",
                                        "a",
                                        "dal",
                                        "al",
                                        "su",
                                        "ogni",
                                        "-",
                                        "–",
                                        "/",
                                        ",",
                                        ".",
                                        ";",
                                        "(",
                                        ")",
                                        "\n",
                                        "\n\n",
                                        "km",
                                        "m",
                                        "²",
                                        "circa",
                                        "oltre",
                                        "più",
                                        "meno",
                                        "decine",
                                        "terzo",
                                        "terzi",
                                        "metà",
                                        "½",
                                        "doppio",
                                        "volte",
                                        "mezzo",
                                        "anni",
                                        "gennaio",
                                        "art",
                                        "n",
                                        "comma",
                                        "rispetto",
                                        "in",
                                        "nel",
                                        "entro",
                                        "Comuni",
                                        "persone",
                                        "di cui",
                                        "di queste",
                                        "'",
                                        "’",
                                        "\u00A0",
                                        "\u202F",
                                        "\u00AD",
                                        "\xFF",
                                        "\xE2\x82",
                                        "+",
                                        "x",
                                        "M€",
                                        "k€",
                                        "mln",
                                        "mld.",
                                        "°",
                                        "rispettivamente",
                                        "almeno",
                                        "fino",
                                        "ventiduemila",
                                        "quarant'",
                                        "trent",
                                        "5G",
                                        "12:30",
                                        "31",
                                        "/12/",
                                        "XIX",
                                        "1ª",
                                        "sono",
                                        "pari",
                                        "i",
                                        "le",
                                        "\r\n"};

std::string random_text(std::mt19937_64& random) {
  std::string text;
  const auto pieces = random() % 40;
  for (size_t i = 0; i < pieces; ++i) {
    if (random() % 50 == 0) {
      text += static_cast<char>(random() % 256);
      continue;
    }
    text += kPieces[random() % std::size(kPieces)];
    if (random() % 4 != 0) text += ' ';
  }
  return text;
}

}  // namespace

int main(int argc, char** argv) {
  const long runs = argc > 1 ? std::strtol(argv[1], nullptr, 10) : 100000;
  std::mt19937_64 random(5489);
  for (long i = 0; i < runs; ++i) check(random_text(random));
  std::printf("%ld texts, none broke the grammar\n", runs);
  return 0;
}
#endif
