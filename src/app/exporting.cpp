#include "app/exporting.h"

#include <utility>

#include "app/app.h"
#include "app/recovery.h"
#include "journal/bundle.h"
#include "village/queries.h"

namespace jishan::app {
namespace {

// Bounds what is held at once; the file goes to the person in parts.
constexpr std::int64_t events_per_part = 2000;

std::string time_of_day(UtcMinutes now, int offset_minutes) {
  constexpr std::int64_t day_minutes = 24 * 60;
  const std::int64_t local = ((now + offset_minutes) % day_minutes + day_minutes) % day_minutes;
  const auto two_digits = [](std::int64_t value) {
    return (value < 10 ? "0" : "") + std::to_string(value);
  };
  return two_digits(local / 60) + two_digits(local % 60);
}

// Characters that Windows does not allow in file names, and dots that would hide the ending.
std::string as_file_name(std::string_view name) {
  constexpr std::string_view forbidden = "\\/:*?\"<>|.";
  std::string allowed;
  for (const char c : name) {
    if (static_cast<unsigned char>(c) >= 0x20 && forbidden.find(c) == std::string_view::npos) {
      allowed += c;
    }
  }
  return allowed.empty() ? "jishan" : allowed;
}

}  // namespace

namespace {

std::string file_name_of(App& app, Book& book) {
  const auto settings = village::settings(book.database());
  const UtcMinutes now = app.ports().clock.now_minutes();
  const std::string base =
      as_file_name(settings.name) + "-" + civil_date(now, settings.offset_minutes).iso();
  std::string name = base + ".jishan.json";
  const std::string with_time = base + "-" + time_of_day(now, settings.offset_minutes);
  for (int copy = 1; app.was_exported(name); ++copy) {
    name = with_time + (copy == 1 ? "" : "-" + std::to_string(copy)) + ".jishan.json";
  }
  return name;
}

// Gives the name of the file.
std::string write_file(App& app, Book& book, std::string from, journal::PersonalPart personal) {
  const journal::BundleLabel label{
      .app = "jishan " + std::string(version),
      .village_name = village::settings(book.database()).name,
      .from = std::move(from),
      .made_minutes = app.ports().clock.now_minutes(),
  };
  const auto areas = personal == journal::PersonalPart::kept ? journal::PersonalAreas::all()
                                                             : journal::PersonalAreas::none();
  std::string name = file_name_of(app, book);
  Files& files = app.ports().files;
  files.begin_save(name);
  journal::BundleWriter writer(book.journal(), label, areas);
  const journal::Sink sink = [&](std::string_view bytes) { files.write_save(bytes); };
  while (writer.write_some(sink, events_per_part)) {
  }
  files.finish_save();
  return name;
}

}  // namespace

std::string export_file_name(App& app) {
  return file_name_of(app, app.book());
}

void export_book(App& app, journal::PersonalPart personal) {
  app.on_exported(write_file(app, app.book(), app.session().writer().str(), personal), personal);
}

void export_recovered(App& app) {
  write_file(app, app.recovery().joined(), {}, journal::PersonalPart::kept);
}

}  // namespace jishan::app
