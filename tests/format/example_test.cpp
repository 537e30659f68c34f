// docs/format/example.jishan.json, the worked example of docs/format.md: the program reads the file
// that somebody else wrote by the document, and writes the same bytes again.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "app/book.h"
#include "format/vectors.h"
#include "journal/bundle.h"
#include "support/source_folder.h"

namespace jishan::app {
namespace {

std::string example_text() {
  std::ifstream file(testing::source_path("docs/format/example.jishan.json"), std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  EXPECT_FALSE(text.empty());
  return text;
}

TEST(Example, ComesBackToTheByte) {
  const std::string text = example_text();
  journal::BundleReader reader;
  reader.feed(text);
  Book book;
  book.journal().add(reader.take_events());
  const journal::BundleHeader header = reader.header();
  const journal::BundleEnd end = reader.finish();
  EXPECT_TRUE(end.is_complete) << end.incomplete_reason;
  EXPECT_EQ(end.damaged_count, 0);

  const journal::BundleLabel label{header.app, header.village_name, header.from,
                                   header.made_minutes};
  std::string written;
  journal::write_bundle(book.journal(), label, journal::PersonalAreas::all(),
                        [&](std::string_view part) { written += part; });
  EXPECT_EQ(written, text);
}

TEST(Example, GivesTheStateThatTheDocumentPrints) {
  journal::BundleReader reader;
  reader.feed(example_text());
  Book book;
  book.journal().add(reader.take_events());
  const journal::Json& vector = format_vectors::group("states").back();
  ASSERT_NE(vector.find("people"), nullptr);
  const journal::Json state = book.journal().state();
  EXPECT_EQ(state.find("books")->canonical(), vector.find("books")->canonical());
  EXPECT_EQ(state.find("people")->canonical(), vector.find("people")->canonical());
  EXPECT_EQ(book.journal().people_digest(), format_vectors::text_at(vector, "people_digest"));
}

}  // namespace
}  // namespace jishan::app
