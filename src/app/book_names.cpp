#include "app/book_names.h"

#include <algorithm>
#include <charconv>

namespace jishan::app {
namespace {

// Whether the store of `one` is to be preferred to that of `other`, of the same book.
bool is_better(const BookListing& one, const BookListing& other) {
  const bool is_saved = one.last > 0;
  if (is_saved != (other.last > 0)) return is_saved;
  const int generation = generation_of(one.book);
  const int others = generation_of(other.book);
  return is_saved ? generation > others : generation < others;
}

}  // namespace

std::string_view base_of(std::string_view book) {
  return book.substr(0, book.find('-'));
}

int generation_of(std::string_view book) {
  const std::size_t dash = book.find('-');
  if (dash == std::string_view::npos) return 1;
  int generation = 1;
  std::from_chars(book.data() + dash + 1, book.data() + book.size(), generation);
  return generation;
}

std::string next_generation(std::string_view book, const std::vector<std::string>& known) {
  int latest = generation_of(book);
  for (const std::string& other : known) {
    if (base_of(other) == base_of(book)) latest = std::max(latest, generation_of(other));
  }
  return std::string(base_of(book)) + "-" + std::to_string(latest + 1);
}

std::vector<BookListing> latest_of_each(const std::vector<BookListing>& listings) {
  std::vector<BookListing> latest;
  for (const BookListing& listing : listings) {
    const auto known = std::find_if(latest.begin(), latest.end(), [&](const BookListing& one) {
      return base_of(one.book) == base_of(listing.book);
    });
    if (known == latest.end()) {
      latest.push_back(listing);
    } else if (is_better(listing, *known)) {
      *known = listing;
    }
  }
  return latest;
}

std::string latest_of(std::string_view book, const std::vector<BookListing>& listings) {
  std::string latest(book);
  for (const BookListing& listing : listings) {
    if (base_of(listing.book) == base_of(book) &&
        generation_of(listing.book) > generation_of(latest)) {
      latest = listing.book;
    }
  }
  return latest;
}

}  // namespace jishan::app
