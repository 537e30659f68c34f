#include "ui/strings/exchange_texts.h"

namespace jishan::ui {

std::string_view en_text(ExchangeKey key) {
  switch (key) {
    case ExchangeKey::subtitle: return "Swap books with colleagues, no network needed";
    case ExchangeKey::import_title: return "Import";
    case ExchangeKey::another_file: return "Other file";
    case ExchangeKey::no_file_title: return "No file chosen yet";
    case ExchangeKey::no_file_first: return "A colleague's file is called like Village-2026-09-18.jishan.json";
    case ExchangeKey::no_file_second: return "Choose it or drop it here. A dry run comes first";
    case ExchangeKey::choose_file: return "Choose a colleague's file";
    case ExchangeKey::of_this_village: return "This village's book";
    case ExchangeKey::from_laptop: return "From {0}, {1}";
    case ExchangeKey::from_unknown: return "Exported {0}";
    case ExchangeKey::file_complete: return "File complete";
    case ExchangeKey::file_incomplete: return "File incomplete or edited";
    case ExchangeKey::nothing_missing: return "Nothing missing";
    case ExchangeKey::missing_of: return "Missing: {0} no. {1}";
    case ExchangeKey::missing_unknown: return "{0} records wait for missing ones";
    case ExchangeKey::column_content: return "Content";
    case ExchangeKey::column_in_file: return "In file";
    case ExchangeKey::column_known: return "Known here";
    case ExchangeKey::column_added: return "New";
    case ExchangeKey::total: return "Total";
    case ExchangeKey::area_roster: return "Households and people";
    case ExchangeKey::area_points: return "Points and rules";
    case ExchangeKey::area_shop: return "Redemptions";
    case ExchangeKey::area_stock: return "Stock";
    case ExchangeKey::area_volunteers: return "Volunteer service";
    case ExchangeKey::area_village: return "Village, operators, laptops";
    case ExchangeKey::area_unknown: return "From a newer version, kept";
    case ExchangeKey::dry_run_note:
      return "Dry run, nothing written. Merging only adds; it never changes what is here.";
    case ExchangeKey::nothing_new_note: return "Everything in this file is here already.";
    case ExchangeKey::damaged_note:
      return "Line {0} and others, {1} in all, are damaged and left out. {2} good records can be merged; ask for a new export.";
    case ExchangeKey::filled_in_note: return "Names missing in {0} records will be filled in.";
    case ExchangeKey::refused_entries_note:
      return "{0} records contradict the book and were not taken. Ask for a new export.";
    case ExchangeKey::stopped_note: return "Stopped. What was merged is complete; import again at any time.";
    case ExchangeKey::finished_note:
      return "Merged, {0} new records. Export once more for your colleague and both fingerprints agree.";
    case ExchangeKey::reading: return "Checking the file";
    case ExchangeKey::writing: return "Merging";
    case ExchangeKey::task_progress: return "{0} / {1} MB";
    case ExchangeKey::reading_promise: return "Only checking, nothing is written";
    case ExchangeKey::writing_promise: return "Stopping leaves correct books";
    case ExchangeKey::refused_unreadable: return "The file cannot be read. Copy it to the desktop and choose it again.";
    case ExchangeKey::refused_too_large: return "Over 512 MB, not read. Ask your colleague for a new export.";
    case ExchangeKey::refused_not_a_book: return "Not a book file, not imported. Choose a file ending in .jishan.json.";
    case ExchangeKey::refused_other_village: return "Book of another village, not imported. Choose a file of this village.";
    case ExchangeKey::refused_other_village_named:
      return "Book of {0}, not imported. Choose a file of this village.";
    case ExchangeKey::refused_newer_format: return "Written by a newer version. Update this program first.";
    case ExchangeKey::refused_wrong_mode: return "The sample and a real book never mix. Not imported.";
    case ExchangeKey::refused_nothing_usable: return "Not one good record in the file. Ask for a new export.";
    case ExchangeKey::laptops_title: return "Laptops in this book";
    case ExchangeKey::column_laptop: return "Laptop";
    case ExchangeKey::column_entries: return "Up to entry";
    case ExchangeKey::this_one: return "this one";
    case ExchangeKey::same_fingerprint_hint: return "Equal fingerprints mean equal books";
    case ExchangeKey::fingerprint: return "Fingerprint";
    case ExchangeKey::export_colleague: return "Export for colleagues";
    case ExchangeKey::export_township: return "Export for the township, without names";
    case ExchangeKey::export_hint_colleague: return "With names. Send it by stick or chat; once imported the books agree";
    case ExchangeKey::export_hint_township: return "Ids, points and dates only: can be verified, names no one";
    case ExchangeKey::waiting_note: return "{0} records wait for missing ones and do not count yet. Ask that laptop for an export.";
    case ExchangeKey::without_names_note: return "{0} records lack names. Importing a file with names fills them in.";
    case ExchangeKey::bar_idle: return "An export is the whole book";
    case ExchangeKey::bar_ready: return "Merging can be stopped; the books stay correct";
    case ExchangeKey::bar_writing: return "Writing, it will take a moment";
    case ExchangeKey::merge_entries: return "Merge {0} records";
    case ExchangeKey::do_not_merge: return "Do not merge";
    case ExchangeKey::close_file: return "Got it";
  }
  return {};
}

}  // namespace jishan::ui
