#include "ledger/events.h"

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

std::optional<std::int64_t> gen_of(const journal::Json& line) {
  const journal::Json* member = line.find("gen");
  if (member == nullptr) return 1;
  const std::int64_t* value = member->integer();
  if (value == nullptr || *value < 1 || *value > gen_max) return std::nullopt;
  return *value;
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

std::optional<ReverseBody> reverse_from(const journal::Event& event) {
  const auto of = event.body.string_at("of");
  const auto gen = gen_of(event.body);
  const auto back = event.body.integer_at("back");
  const auto why = event.body.string_at("why");
  if (!of || of->empty() || !gen || !back || (*back != 0 && *back != 1) || !why) {
    return std::nullopt;
  }
  return ReverseBody{std::string(*of), *gen, *back == 1, std::string(*why)};
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
