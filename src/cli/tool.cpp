#include "cli/tool.h"

#include <chrono>
#include <ostream>
#include <string>

#include "app/sample/builder.h"
#include "base/check.h"
#include "base/crockford.h"
#include "cli/files.h"
#include "cli/inert_words.h"
#include "cli/options.h"
#include "cli/reading.h"
#include "journal/bundle.h"
#include "journal/inert.h"
#include "village/queries.h"

namespace jishan::cli {
namespace {

using journal::Json;

constexpr std::string_view program = "jishan";
constexpr std::string_view help_text = R"(NAME
    jishan - check, merge and show exported books of a village (*.jishan.json)

SYNOPSIS
    jishan verify FILE... [--json]
    jishan merge FILE... -o OUT [--personal all|none|AREA,...] [--json]
    jishan state FILE... [--json]
    jishan export FILE... -o OUT [--ndjson] [--personal all|none|AREA,...] [--json]
    jishan sample -o OUT [--households N] [--years Y] [--seed S] [--day YYYY-MM-DD] [--json]

COMMANDS
    verify   Reads the files as one book and says whether every event verifies, whether each
             file is whole, what waits for a missing event, what a person has to decide, and
             which lines have no effect and why (that alone is no fault: the status stays 0).
    merge    Writes the union of the files. The order of the files does not matter; merging
             writes no entry of its own.
    state    Prints the derived state as canonical JSON, then its digest and the fingerprint.
             Two books are the same when their fingerprints are.
    export   As merge; with --ndjson one event per line and nothing else, for other programs.
    sample   Makes a village to practise in. The same numbers and day give the same bytes.

OPTIONS
    -o OUT              Where to write; - is standard output. The file appears whole or not at all.
    --json              Result as one line of JSON.
    --personal AREAS    Whose names, phones and notes are written: all (default), none, or areas
                        such as hh,res. What is left out keeps its hash, so the book still verifies.
    --households N      1 to 100000 (220).   --years Y  1 to 30 (1).   --seed S  (1).
    --day DATE          The last day of the sample; today without it.

EXIT STATUS
    0 good   1 damage, something waiting; verify: also something to decide   2 wrong use
    3 cannot read or write
    4 the book of another village   5 written in a newer format
    Of several that apply the greatest. Results go to standard output, messages to standard error.
)";

class Tool {
 public:
  Tool(Options options, std::ostream& out, std::ostream& err)
      : m_options(std::move(options)), m_out(out), m_err(err) {}

  ExitCode run();

 private:
  ExitCode verify();
  ExitCode state();
  ExitCode write_union();
  ExitCode sample();
  Reading read();
  ExitCode write(const app::Book& book, std::string_view village_name);
  void complain(const Reading& reading);
  void list(const journal::InertReport& inert);
  [[nodiscard]] Json summary(const Reading& reading) const;

  Options m_options;
  std::ostream& m_out;
  std::ostream& m_err;
  app::Book m_book;
};

Reading Tool::read() {
  Reading reading = read_books(m_options.files, m_book);
  complain(reading);
  return reading;
}

void Tool::complain(const Reading& reading) {
  for (const FileReport& file : reading.files) {
    if (file.refusal) {
      m_err << program << ": " << file.path << ": " << file.refusal->detail << "\n";
      continue;
    }
    for (const journal::BundleDamage& damage : file.end.damaged) {
      m_err << file.path;
      if (damage.line > 0) m_err << ":" << damage.line;  // 0: in the header
      m_err << ": damaged: " << damage.reason << "\n";
    }
    if (!file.end.is_complete) {
      m_err << file.path << ": incomplete or changed: " << file.end.incomplete_reason << "\n";
    }
  }
  for (const journal::MissingEvent& missing : m_book.journal().missing()) {
    m_err << program << ": missing: ";
    if (!missing.writer.empty()) m_err << missing.writer << " " << missing.sequence << ", ";
    m_err << missing.h.hex() << "\n";
  }
  if (reading.refused > 0) m_err << program << ": refused events: " << reading.refused << "\n";
  if (reading.foreign > 0) {
    m_err << program << ": events of another village: " << reading.foreign << "\n";
  }
}

void Tool::list(const journal::InertReport& inert) {
  for (const journal::InertLine& line : inert.lines) {
    m_err << "inert: " << ref_of(line) << " " << line.kind << " " << causes_of(line) << ": "
          << advice_on(line) << "\n";
  }
  const std::int64_t more = inert.count - static_cast<std::int64_t>(inert.lines.size());
  if (more > 0) m_err << program << ": inert and not listed: " << more << "\n";
}

Date today_in_china() {
  constexpr int offset_minutes = 480;
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return civil_date(std::chrono::duration_cast<std::chrono::minutes>(now).count(), offset_minutes);
}

Json hashes(const std::vector<journal::Hash>& list) {
  Json::Array texts;
  for (const journal::Hash& h : list) texts.emplace_back(h.hex());
  return Json(std::move(texts));
}

Json file_summary(const FileReport& file) {
  Json result;
  result.set("file", Json(file.path)).set("name", Json(file.header.village_name));
  result.set("roots", hashes(file.header.roots)).set("events", Json(file.end.events_read));
  result.set("complete", Json(file.end.is_complete ? 1 : 0));
  result.set("damaged_count", Json(file.end.damaged_count));
  Json damaged{Json::Array()};
  for (const journal::BundleDamage& damage : file.end.damaged) {
    damaged.push_back(Json(Json::Object{{"line", Json(damage.line)}, {"reason", Json(damage.reason)}}));
  }
  result.set("damaged", std::move(damaged));
  if (file.refusal) result.set("refusal", Json(file.refusal->detail));
  return result;
}

Json Tool::summary(const Reading& reading) const {
  const journal::Journal& journal = m_book.journal();
  Json files{Json::Array()};
  for (const FileReport& file : reading.files) files.push_back(file_summary(file));
  Json missing{Json::Array()};
  for (const journal::MissingEvent& one : journal.missing()) {
    missing.push_back(Json(Json::Object{{"h", Json(one.h.hex())},
                                        {"writer", Json(one.writer)},
                                        {"sequence", Json(one.sequence)}}));
  }
  Json result;
  result.set("files", std::move(files)).set("missing", std::move(missing));
  result.set("fingerprint", Json(journal.fingerprint())).set("heads", hashes(journal.heads()));
  result.set("roots", hashes(journal.roots())).set("events", Json(journal.event_count()));
  result.set("waiting", Json(journal.waiting_count()));
  result.set("without_personal", Json(journal.without_personal_count()));
  result.set("refused", Json(reading.refused)).set("foreign", Json(reading.foreign));
  result.set("digest", Json(journal.state_digest()));
  result.set("people_digest", Json(journal.people_digest()));
  return result;
}

ExitCode Tool::verify() {
  const Reading reading = read();
  ExitCode code = reading.exit_code;
  const Json state = m_book.journal().state();
  const Json* const books = state.find("books");
  const Json::Array* const todos = books->array_at("todo");
  const std::int64_t todo_count = todos == nullptr ? 0 : static_cast<std::int64_t>(todos->size());
  if (todo_count > 0) code = worse_of(code, ExitCode::found);
  const journal::InertReport inert = journal::inert_lines(m_book.journal());
  list(inert);
  if (m_options.is_json) {
    Json result = summary(reading);
    Json inert_lines{Json::Array()};
    for (const journal::InertLine& line : inert.lines) inert_lines.push_back(json_of(line));
    result.set("inert", std::move(inert_lines)).set("inert_count", Json(inert.count));
    result.set("todo", todos == nullptr ? Json(Json::Array()) : Json(*todos));
    result.set("exit", Json(static_cast<int>(code)));
    m_out << result.canonical() << "\n";
    return code;
  }
  for (const FileReport& file : reading.files) {
    if (file.refusal) continue;
    m_out << file.path << ": " << file.header.village_name << ", " << file.end.events_read
          << " events, " << (file.end.is_complete ? "complete" : "incomplete") << "\n";
  }
  if (m_book.journal().is_empty()) return code;
  m_out << "events " << m_book.journal().event_count() << ", waiting "
        << m_book.journal().waiting_count() << ", to decide " << todo_count << ", inert "
        << inert.count << "\n"
        << "fingerprint " << in_groups_of_four(m_book.journal().fingerprint()) << "\n";
  return code;
}

ExitCode Tool::state() {
  const Reading reading = read();
  if (m_book.journal().is_empty()) return worse_of(reading.exit_code, ExitCode::found);
  const journal::Journal& journal = m_book.journal();
  if (m_options.is_json) {
    Json result = summary(reading);
    result.set("state", journal.state()).set("exit", Json(static_cast<int>(reading.exit_code)));
    m_out << result.canonical() << "\n";
  } else {
    m_out << journal.state().canonical() << "\n"
          << "digest " << journal.state_digest() << "\n"
          << "people " << journal.people_digest() << "\n"
          << "fingerprint " << journal.fingerprint() << "\n";
  }
  return reading.exit_code;
}

ExitCode Tool::write(const app::Book& book, std::string_view village_name) {
  const journal::PersonalAreas personal = journal::PersonalAreas::only(m_options.personal);
  FileWriter file(m_options.out);
  const journal::Sink sink = [&](std::string_view bytes) { file.write(bytes); };
  if (m_options.is_ndjson) {
    journal::write_ndjson(book.journal(), personal, sink);
  } else {
    // The same files give the same bytes: the clock is that of the newest entry.
    const journal::BundleLabel label{"jishan", std::string(village_name), "",
                                     book.journal().newest_minutes().value_or(0)};
    journal::write_bundle(book.journal(), label, personal, sink);
  }
  const Done written = file.finish();
  if (written.ok()) return ExitCode::good;
  m_err << program << ": " << written.error().detail << "\n";
  return ExitCode::files;
}

ExitCode Tool::write_union() {
  const Reading reading = read();
  ExitCode code = reading.exit_code;
  if (code > ExitCode::found || m_book.journal().is_empty()) {
    return worse_of(code, ExitCode::found);
  }
  code = worse_of(code, write(m_book, reading.files[0].header.village_name));
  if (m_options.is_json && m_options.out != "-") {
    Json result = summary(reading);
    m_out << result.set("exit", Json(static_cast<int>(code))).canonical() << "\n";
  }
  return code;
}

ExitCode Tool::sample() {
  app::SampleRequest request;
  request.households = m_options.households;
  request.years = m_options.years;
  request.seed = m_options.seed;
  request.last_day = m_options.last_day.value_or(today_in_china());
  if (!app::can_be_made(request)) {
    m_err << program << ": a sample cannot begin before " << app::sample_first_year << "\n";
    return ExitCode::usage;
  }
  app::SampleBuilder builder(request);
  while (builder.step()) {
  }
  m_book.journal().add(builder.events());
  const ExitCode code = write(m_book, village::settings(m_book.database()).name);
  if (m_options.is_json && m_options.out != "-") {
    Json result = summary({});
    m_out << result.set("exit", Json(static_cast<int>(code))).canonical() << "\n";
  }
  return code;
}

ExitCode Tool::run() {
  switch (m_options.verb) {
    case Verb::help:
      m_out << help_text;
      return ExitCode::good;
    case Verb::version:
      m_out << program << " (format " << journal::bundle_version << ")\n";
      return ExitCode::good;
    case Verb::verify:
      return verify();
    case Verb::state:
      return state();
    case Verb::merge:
    case Verb::export_lines:
      return write_union();
    case Verb::sample:
      return sample();
  }
  CHECK(false);  // every verb returns above
  return ExitCode::usage;
}

}  // namespace

int run_tool(std::span<const std::string_view> arguments, std::ostream& out, std::ostream& err) {
  Result<Options> options = options_from(arguments);
  if (!options.ok()) {
    err << program << ": " << options.error().detail << "\nTry `" << program << " --help`.\n";
    return static_cast<int>(ExitCode::usage);
  }
  const ExitCode code = Tool(std::move(*options), out, err).run();
  if (!out.flush()) {
    err << program << ": cannot write the result\n";
    return static_cast<int>(worse_of(code, ExitCode::files));
  }
  return static_cast<int>(code);
}

}  // namespace jishan::cli
