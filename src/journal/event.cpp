#include "journal/event.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "base/check.h"

namespace jishan::journal {
namespace {

// 0 to 15, or not_hex.
constexpr std::uint8_t not_hex = 0x80;
constexpr std::array<std::uint8_t, 256> hex_digits = [] {
  std::array<std::uint8_t, 256> digits{};
  digits.fill(not_hex);
  for (std::uint8_t i = 0; i < 10; ++i) digits[static_cast<std::size_t>('0' + i)] = i;
  for (std::uint8_t i = 10; i < 16; ++i) digits[static_cast<std::size_t>('a' + i - 10)] = i;
  return digits;
}();

std::uint8_t hex_digit(char c) {
  return hex_digits[static_cast<unsigned char>(c)];
}

void append_string_member(std::string& text, std::string_view key, std::string_view value) {
  text += ",\"";
  text += key;
  text += "\":\"";
  text += value;
  text += '"';
}

void append_integer_member(std::string& text, std::string_view key, std::int64_t value) {
  text += ",\"";
  text += key;
  text += "\":";
  text += std::to_string(value);
}

enum class Name { written, left_out };

// The known members in the order of their keys. Kinds, ids and dates need no escapes by their form.
std::string known_members(const Event& event, const EventTexts& texts, Name name,
                          PersonalPart personal) {
  std::string text;
  text.reserve(texts.body.size() + texts.personal.size() + 320 + event.parents.size() * 67);
  text += "\"b\":";
  text += texts.body;
  if (event.is_critical) text += ",\"c\":1";
  append_string_member(text, "d", event.date);
  if (name == Name::written) append_string_member(text, "h", event.h.hex());
  append_string_member(text, "k", event.kind);
  append_integer_member(text, "l", event.lamport);
  append_string_member(text, "o", event.operator_id);
  text += ",\"p\":[";
  for (std::size_t i = 0; i < event.parents.size(); ++i) {
    text += i == 0 ? "\"" : ",\"";
    text += event.parents[i].hex();
    text += '"';
  }
  text += ']';
  append_integer_member(text, "s", event.sequence);
  append_integer_member(text, "t", event.minutes);
  append_integer_member(text, "v", event.version);
  append_string_member(text, "w", event.writer);
  if (personal == PersonalPart::kept && !texts.personal.empty()) {
    text += ",\"x\":";
    text += texts.personal;
  } else if (event.personal_hash) {
    append_string_member(text, "xh", event.personal_hash->hex());
  }
  return text;
}

// Unknown keys have to be sorted in among the known ones; this is rare, so it may be slow.
std::string with_unknown_keys(const std::string& known, std::string_view unknown_keys) {
  const JsonLimits generous{line_depth_max, std::numeric_limits<std::size_t>::max()};
  Result<Json> all = parse_json("{" + known + "}", generous);
  Result<Json> unknown = parse_json(unknown_keys, generous);
  CHECK(all.ok() && unknown.ok());
  for (auto& [key, value] : *unknown->object()) all->set(key, std::move(value));
  return all->canonical();
}

std::string assembled(const Event& event, const EventTexts& texts, Name name,
                      PersonalPart personal) {
  const std::string known = known_members(event, texts, name, personal);
  if (!texts.unknown_keys.empty()) return with_unknown_keys(known, texts.unknown_keys);
  return "{" + known + "}";
}

std::string assembled(const Event& event, Name name, PersonalPart personal) {
  const std::string body = event.body.canonical();
  const bool writes_personal = event.personal && personal == PersonalPart::kept;
  const std::string x = writes_personal ? event.personal->canonical() : std::string();
  const std::string unknown =
      event.unknown_keys.object()->empty() ? std::string() : event.unknown_keys.canonical();
  return assembled(event, EventTexts{body, x, unknown}, name, personal);
}

}  // namespace

std::optional<Hash> Hash::from_hex(std::string_view text) {
  Hash hash;
  if (text.size() != hash.bytes.size() * 2) return std::nullopt;
  for (std::size_t i = 0; i < hash.bytes.size(); ++i) {
    const std::uint8_t high = hex_digit(text[2 * i]);
    const std::uint8_t low = hex_digit(text[2 * i + 1]);
    if (((high | low) & not_hex) != 0) return std::nullopt;
    hash.bytes[i] = static_cast<std::uint8_t>(high << 4 | low);
  }
  return hash;
}

Hash Hash::from_bytes(std::span<const std::uint8_t> bytes) {
  Hash hash;
  CHECK(bytes.size() == hash.bytes.size());
  std::copy(bytes.begin(), bytes.end(), hash.bytes.begin());
  return hash;
}

void set_personal_text(Draft& draft, std::string_view key, std::string text) {
  if (text.empty()) return;
  if (!draft.personal) draft.personal.emplace();
  draft.personal->set(std::string(key), std::move(text));
}

std::string personal_text(const Event& event, std::string_view key) {
  if (!event.personal) return {};
  return std::string(event.personal->string_at(key).value_or(std::string_view()));
}

Hash hash_of_personal(std::string_view canonical_personal) {
  return Hash{Sha256().update(personal_tag).update(canonical_personal).finish()};
}

std::string hashed_text_of(const Event& event) {
  return assembled(event, Name::left_out, PersonalPart::stripped);
}

Hash hash_of_event(const Event& event) {
  return Hash{Sha256().update(event_tag).update(hashed_text_of(event)).finish()};
}

std::string line_of(const Event& event, PersonalPart personal) {
  return assembled(event, Name::written, personal);
}

std::string line_of(const Event& header, const EventTexts& texts, PersonalPart personal) {
  return assembled(header, texts, Name::written, personal);
}

}  // namespace jishan::journal
