#include "journal/splitter.h"

#include <algorithm>
#include <utility>

namespace jishan::journal {
namespace {

// Deeper than anything that may be read; see line_depth_max.
constexpr std::size_t open_max = 72;

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool is_word_byte(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
         c == '+' || c == '.';
}

}  // namespace

void ValueScanner::start() {
  m_expect = Expect::value;
  m_is_key = false;
  m_open.clear();
}

ValueScanner::Step ValueScanner::after_value() {
  m_expect = Expect::comma_or_end;
  return m_open.empty() ? Step::done : Step::more;
}

ValueScanner::Step ValueScanner::begin_value(char c) {
  if (c == '"') {
    m_is_key = false;
    m_expect = Expect::text;
    return Step::more;
  }
  if (c == '{' || c == '[') {
    if (m_open.size() == open_max) return Step::error;
    m_open.push_back(c == '{' ? '}' : ']');
    m_expect = c == '{' ? Expect::key_or_end : Expect::element_or_end;
    return Step::more;
  }
  if (!is_word_byte(c)) return Step::error;
  m_expect = Expect::word;
  return Step::more;
}

ValueScanner::Step ValueScanner::step(char c) {
  if (m_expect == Expect::text) {
    if (static_cast<unsigned char>(c) < 0x20) return Step::error;
    if (c == '\\') m_expect = Expect::escape;
    if (c != '"') return Step::more;
    if (!m_is_key) return after_value();
    m_expect = Expect::colon;
    return Step::more;
  }
  if (m_expect == Expect::escape) {
    m_expect = Expect::text;
    return static_cast<unsigned char>(c) < 0x20 ? Step::error : Step::more;
  }
  if (m_expect == Expect::word) {
    if (is_word_byte(c)) return Step::more;
    if (after_value() == Step::done) return Step::done_before;
  }
  if (is_blank(c)) return Step::more;
  const bool closes = !m_open.empty() && c == m_open.back();
  switch (m_expect) {
    case Expect::key_or_end:
    case Expect::key:
      if (c == '"') {
        m_is_key = true;
        m_expect = Expect::text;
        return Step::more;
      }
      if (m_expect == Expect::key || !closes) return Step::error;
      m_open.pop_back();
      return after_value();
    case Expect::colon:
      if (c != ':') return Step::error;
      m_expect = Expect::value;
      return Step::more;
    case Expect::comma_or_end:
      if (closes) {
        m_open.pop_back();
        return after_value();
      }
      if (c != ',') return Step::error;
      m_expect = m_open.back() == '}' ? Expect::key : Expect::value;
      return Step::more;
    case Expect::element_or_end:
      if (!closes) return begin_value(c);
      m_open.pop_back();
      return after_value();
    case Expect::value:
    case Expect::text:
    case Expect::escape:
    case Expect::word:
      break;
  }
  return begin_value(c);
}

std::size_t ValueScanner::plain_bytes(std::string_view bytes) const {
  if (m_expect != Expect::text) return 0;
  const auto ends_run = [](char c) {
    return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20;
  };
  return static_cast<std::size_t>(std::find_if(bytes.begin(), bytes.end(), ends_run) -
                                  bytes.begin());
}

void Splitter::feed(std::string_view bytes) {
  std::string joined;  // what was given back of earlier slices, and the rest of this one
  std::size_t at = 0;
  while (at < bytes.size()) {
    if (const std::size_t line = take_line(bytes.substr(at)); line > 0) {
      at += line;
      continue;
    }
    // Most of a file stands between quotes, where no line ends and nothing begins.
    const std::size_t plain = m_is_scanning ? m_scanner.plain_bytes(bytes.substr(at)) : 0;
    const std::size_t room = m_is_too_long ? plain : value_bytes_max - m_text.size();
    if (const std::size_t run = std::min(plain, room); run > 0) {
      if (!m_is_too_long) m_text.append(bytes.substr(at, run));
      at += run;
      continue;
    }
    take_byte(bytes[at]);
    if (!m_is_byte_refused) ++at;
    m_is_byte_refused = false;
    if (m_given_back.empty()) continue;
    if (m_given_back.size() <= at) {
      at -= m_given_back.size();
    } else {
      joined = m_given_back + std::string(bytes.substr(at));
      bytes = joined;
      at = 0;
    }
    m_given_back.clear();
  }
}

// A file as this program writes it has one event in a line. A line that an event's own reader
// accepts is one JSON object to its last byte, so following its brackets would end there as well.
std::size_t Splitter::take_line(std::string_view bytes) {
  const bool may_begin = m_state == State::element || m_state == State::element_or_end;
  if (m_is_scanning || !may_begin || !m_is_line_blank || bytes.front() != '{') return 0;
  std::size_t size = bytes.find('\n');
  if (size == std::string_view::npos || size > value_bytes_max) return 0;
  if (bytes[size - 1] == ',') --size;
  if (!m_listener.on_line(bytes.substr(0, size), m_line)) return 0;
  if (!m_event_indent) m_event_indent = m_indent;
  m_is_line_blank = false;
  m_state = State::comma_or_events_end;
  return size;
}

void Splitter::take_byte(char c) {
  if (m_is_scanning) {
    take_scanned(c);
  } else {
    take(c);
  }
  if (m_is_byte_refused || !m_given_back.empty()) return;
  if (c == '\n') {
    ++m_line;
    m_indent = 0;
    m_is_line_blank = true;
  } else if (m_is_line_blank) {
    if (is_blank(c)) {
      ++m_indent;
    } else {
      m_is_line_blank = false;
    }
  }
}

void Splitter::keep(char c) {
  if (m_is_too_long) return;
  if (m_text.size() < value_bytes_max) {
    m_text.push_back(c);
    return;
  }
  m_is_too_long = true;
  if (m_state != State::element || !give_back_lines()) return;
  m_listener.on_damage(m_start_line, "longer than 1 MiB");
  m_is_scanning = false;
  m_is_byte_refused = true;
  m_state = State::lost;
}

void Splitter::take(char c) {
  if (m_state == State::lost) {
    take_lost(c);
  } else if (!is_blank(c)) {
    take_structure(c);
  }
}

void Splitter::take_structure(char c) {
  switch (m_state) {
    case State::before_document:
      if (c != '{') return damage("not a JSON object");
      m_state = State::key_or_end;
      return;
    case State::key_or_end:
      if (c == '}') {
        m_state = State::after_document;
        return;
      }
      [[fallthrough]];
    case State::key:
      if (c != '"') return damage("a key was expected");
      return begin_scanned(State::key, c);
    case State::colon:
      if (c != ':') return damage("a colon was expected");
      m_state = State::value;
      return;
    case State::value:
      if (m_key == "\"events\"" && c == '[') {
        m_state = State::element_or_end;
        m_listener.on_events_begin();
        return;
      }
      return begin_scanned(State::value, c);
    case State::comma_or_end:
      if (c != ',' && c != '}') return damage("a comma was expected");
      m_state = c == ',' ? State::key : State::after_document;
      return;
    case State::element_or_end:
      if (c == ']') {
        m_state = State::comma_or_end;
        return;
      }
      [[fallthrough]];
    case State::element:
      if (m_is_line_blank && c == '{' && !m_event_indent) m_event_indent = m_indent;
      return begin_scanned(State::element, c);
    case State::comma_or_events_end:
      if (c != ',' && c != ']') return damage("a comma between events was expected");
      m_state = c == ',' ? State::element : State::comma_or_end;
      return;
    case State::after_document:
      return damage("text after the end of the document");
    case State::lost:
      return;
  }
}

void Splitter::begin_scanned(State state, char c) {
  m_state = state;
  m_is_scanning = true;
  m_start_line = m_line;
  m_is_too_long = false;
  m_text.clear();
  m_scanner.start();
  take_scanned(c);
}

void Splitter::take_scanned(char c) {
  const ValueScanner::Step step = m_scanner.step(c);
  if (step == ValueScanner::Step::error) {
    m_is_scanning = false;
    return damage("broken JSON");
  }
  if (step != ValueScanner::Step::done_before) keep(c);
  if (step == ValueScanner::Step::more || m_is_byte_refused) return;
  m_is_scanning = false;
  end_scanned();
  if (step == ValueScanner::Step::done_before) take(c);
}

void Splitter::end_scanned() {
  if (m_is_too_long) m_listener.on_damage(m_start_line, "longer than 1 MiB");
  switch (m_state) {
    case State::key:
      m_key = m_text;
      m_state = State::colon;
      return;
    case State::value:
      if (!m_is_too_long) m_listener.on_member(m_key, m_text);
      m_state = State::comma_or_end;
      return;
    default:
      m_state = State::comma_or_events_end;
      // An event whose array was cut takes the events after it for elements and the end of the
      // file for its own.
      if (!m_is_too_long && !m_listener.on_event(m_text, m_start_line) && give_back_lines()) {
        m_state = State::lost;
      }
  }
}

void Splitter::damage(std::string_view reason) {
  const bool was_in_event = m_state == State::element;
  m_listener.on_damage(was_in_event ? m_start_line : m_line, reason);
  if (was_in_event && !m_is_too_long) give_back_lines();
  m_state = State::lost;
  m_is_byte_refused = true;
}

bool Splitter::give_back_lines() {
  const auto indent = static_cast<std::size_t>(m_event_indent.value_or(0));
  const std::size_t found = m_text.find("\n" + std::string(indent, ' ') + "{");
  if (found == std::string::npos) return false;
  const std::size_t first_line_bytes = found + 1;
  m_read_again_bytes += m_text.size() - first_line_bytes;
  if (m_read_again_bytes > read_again_bytes_max) return false;
  m_line = m_start_line + std::count(m_text.begin(),
                                     m_text.begin() + static_cast<std::ptrdiff_t>(first_line_bytes),
                                     '\n');
  m_indent = 0;
  m_is_line_blank = true;
  m_given_back = m_text.substr(first_line_bytes);
  return true;
}

void Splitter::take_lost(char c) {
  if (!m_is_line_blank) return;
  // Before the first event any indentation may be theirs.
  if (c == '{' && m_event_indent.value_or(m_indent) == m_indent) {
    m_event_indent = m_indent;
    begin_scanned(State::element, c);
  } else if (c == ']' && m_indent <= m_event_indent.value_or(0)) {
    m_state = State::comma_or_end;
  }
}

bool Splitter::finish() {
  while (m_is_scanning) {
    m_is_scanning = false;
    m_listener.on_damage(m_start_line, "the file ends inside");
    if (m_state != State::element || m_is_too_long || !give_back_lines()) break;
    m_state = State::lost;
    feed(std::exchange(m_given_back, {}));
  }
  return m_state == State::after_document;
}

}  // namespace jishan::journal
