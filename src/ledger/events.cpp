#include "ledger/events.h"

#include <utility>

namespace jishan::ledger {
namespace {

constexpr std::size_t hex_size = 64;
constexpr std::size_t line_digits_max = 6;

// Digits without a leading zero, so that one line has one name.
std::optional<int> line_number(std::string_view digits) {
  if (digits.empty() || digits.size() > line_digits_max) return std::nullopt;
  if (digits.size() > 1 && digits[0] == '0') return std::nullopt;
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

std::int64_t gen_of(journal::FieldReader& line) {
  return line.has("gen") ? line.integer("gen", 1, gen_max) : 1;
}

std::optional<Ref> ref_from_text(std::string_view text) {
  const std::optional<journal::Hash> h = journal::Hash::from_hex(text.substr(0, hex_size));
  if (!h) return std::nullopt;
  if (text.size() == hex_size) return Ref{*h, -1};
  if (text[hex_size] != ':') return std::nullopt;
  const std::optional<int> line = line_number(text.substr(hex_size + 1));
  if (!line) return std::nullopt;
  return Ref{*h, *line};
}

std::string ref_text(const journal::Hash& h, int line) {
  return line < 0 ? h.hex() : h.hex() + ":" + std::to_string(line);
}

std::optional<ReverseBody> reverse_from(const journal::Event& event, journal::InertList* inert) {
  journal::FieldReader read(event.body, journal::whole_event, inert);
  ReverseBody body;
  body.of = read.text("of", journal::is_not_empty);
  body.gen = gen_of(read);
  body.is_back = read.flag("back");
  body.why = read.text("why");
  return read.is_good() ? std::optional(std::move(body)) : std::nullopt;
}

journal::Json json_of(const ReverseBody& body) {
  journal::Json json;
  json.set("of", body.of);
  json.set("gen", body.gen);
  json.set("back", body.is_back ? 1 : 0);
  json.set("why", body.why);
  return json;
}

}  // namespace jishan::ledger
