#include "format/vectors.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <limits>

#include "journal/event.h"
#include "support/source_folder.h"

namespace jishan::format_vectors {
namespace {

using journal::Json;

// The file is deeper and longer than an event may be, and keeps the other rules of the subset.
constexpr journal::JsonLimits generous{journal::line_depth_max, std::numeric_limits<std::size_t>::max()};

const Json& vectors() {
  static const Json all = [] {
    std::ifstream file(testing::source_path("docs/format/vectors.json"), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    Result<Json> json = journal::parse_json(text, generous);
    EXPECT_TRUE(json.ok()) << json.error().detail;
    return json.ok() ? *json : Json();
  }();
  return all;
}

}  // namespace

const Json::Array& group(std::string_view name) {
  static const Json::Array none;
  const Json::Array* const found = vectors().array_at(name);
  EXPECT_TRUE(found != nullptr && !found->empty()) << name;
  return found == nullptr ? none : *found;
}

std::string text_at(const Json& vector, std::string_view key) {
  return std::string(vector.string_at(key).value_or(""));
}

std::vector<std::string> texts_at(const Json& vector, std::string_view key) {
  std::vector<std::string> texts;
  const Json::Array* const elements = vector.array_at(key);
  EXPECT_NE(elements, nullptr) << key;
  if (elements == nullptr) return texts;
  for (const Json& element : *elements) texts.push_back(*element.string());
  return texts;
}

}  // namespace jishan::format_vectors
