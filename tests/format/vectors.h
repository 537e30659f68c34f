// docs/format/vectors.json as values. It must not know what a vector means.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "journal/json.h"

namespace jishan::format_vectors {

// The vectors of one group. An empty one fails the test.
const journal::Json::Array& group(std::string_view name);
std::string text_at(const journal::Json& vector, std::string_view key);
std::vector<std::string> texts_at(const journal::Json& vector, std::string_view key);

}  // namespace jishan::format_vectors
