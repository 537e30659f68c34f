// The small books of docs/format/vectors.json: the program derives the figures that the document
// gives them, whatever the order in which the events come.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "app/book.h"
#include "format/vectors.h"
#include "journal/event.h"

namespace jishan::app {
namespace {

using format_vectors::group;
using format_vectors::text_at;
using format_vectors::texts_at;

std::vector<journal::Event> events_of(const std::vector<std::string>& lines) {
  std::vector<journal::Event> events;
  for (const std::string& line : lines) {
    Result<journal::Event> event = journal::event_from_line(line);
    EXPECT_TRUE(event.ok()) << line;
    if (event.ok()) events.push_back(std::move(*event));
  }
  return events;
}

void expect_figures(const Book& book, const journal::Json& vector, std::string_view how) {
  const journal::Json state = book.journal().state();
  EXPECT_EQ(state.find("books")->canonical(), vector.find("books")->canonical())
      << text_at(vector, "name") << ", " << how;
  EXPECT_EQ(book.journal().state_digest(), text_at(vector, "digest"))
      << text_at(vector, "name") << ", " << how;
}

TEST(StateVectors, AllAtOnce) {
  for (const journal::Json& vector : group("states")) {
    Book book;
    book.journal().add(events_of(texts_at(vector, "lines")));
    EXPECT_EQ(book.journal().waiting_count(), 0) << text_at(vector, "name");
    expect_figures(book, vector, "all at once");
    book.journal().rebuild();
    expect_figures(book, vector, "rebuilt");
  }
}

TEST(StateVectors, OneByOneForwardsAndBackwards) {
  for (const journal::Json& vector : group("states")) {
    std::vector<std::string> lines = texts_at(vector, "lines");
    for (const std::string_view how : {"forwards", "backwards"}) {
      Book book;
      for (const journal::Event& event : events_of(lines)) {
        book.journal().add(std::vector<journal::Event>{event});
      }
      expect_figures(book, vector, how);
      std::reverse(lines.begin(), lines.end());
    }
  }
}

TEST(StateVectors, WithoutPersonalParts) {
  for (const journal::Json& vector : group("states")) {
    std::vector<std::string> lines = texts_at(vector, "lines");
    for (std::string& line : lines) {
      line = journal::line_of(*journal::event_from_line(line), journal::PersonalPart::stripped);
    }
    Book book;
    book.journal().add(events_of(lines));
    expect_figures(book, vector, "stripped");
  }
}

}  // namespace
}  // namespace jishan::app
