// Cuts the members and the events out of an exported file, byte by byte, so that a file of any
// size is read in bounded memory, however it was copied: one line per event, pretty-printed, keys
// in any order. It must not know what a member or an event says.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jishan::journal {

// Follows one JSON value by its grammar. Numbers, escapes and limits are the parser's business.
class ValueScanner {
 public:
  enum class Step {
    more,
    done,         // the byte was the value's last
    done_before,  // the value ended before the byte (numbers and words have no end of their own)
    error,
  };
  void start();
  Step step(char c);
  // How many bytes at the front are the inside of a text and change nothing: they need no step.
  [[nodiscard]] std::size_t plain_bytes(std::string_view bytes) const;

 private:
  enum class Expect {
    value,
    element_or_end,
    key_or_end,
    key,
    colon,
    comma_or_end,
    text,
    escape,
    word
  };
  Step after_value();
  Step begin_value(char c);

  Expect m_expect = Expect::value;
  bool m_is_key = false;     // the text being read is a key
  std::vector<char> m_open;  // the brackets that must close
};

class Splitter {
 public:
  class Listener {
   public:
    virtual ~Listener() = default;
    // A member of the document besides `events`; both as raw JSON text.
    virtual void on_member(std::string_view key, std::string_view value) = 0;
    virtual void on_events_begin() = 0;
    // An element of `events`; `line` counts from 1. False if it is no event: then what looks like
    // one within it is offered too.
    virtual bool on_event(std::string_view text, std::int64_t line) = 0;
    // A line of the file, without its comma, where an event may begin: true if it is one event,
    // which is then taken and not followed byte by byte.
    virtual bool on_line(std::string_view, std::int64_t) { return false; }
    virtual void on_damage(std::int64_t line, std::string_view reason) = 0;
  };

  // Longer values are damaged; they are passed over, not kept.
  static constexpr std::size_t value_bytes_max = 1024 * 1024;
  // An event that lacks its end reads on into the lines after it, which are then read again: of an
  // honest file some kilobytes. A file made of such lines alone must not cost more than this.
  static constexpr std::size_t read_again_bytes_max = 32 * value_bytes_max;

  explicit Splitter(Listener& listener) : m_listener(listener) {}
  void feed(std::string_view bytes);
  // The file ends here. True if the document was whole.
  bool finish();

 private:
  enum class State {
    before_document,
    key_or_end,
    key,
    colon,
    value,
    comma_or_end,
    element_or_end,  // of events, before the first one
    element,
    comma_or_events_end,
    lost,  // after damage: looking for a line that begins an event
    after_document,
  };

  // How many bytes at the front were taken because they are a line that is an event.
  std::size_t take_line(std::string_view bytes);
  void take_byte(char c);
  void take(char c);
  void take_structure(char c);
  void take_scanned(char c);
  void take_lost(char c);
  void begin_scanned(State state, char c);
  void keep(char c);
  void end_scanned();
  // The byte that does not fit is read again: it may itself be the first of a good line.
  void damage(std::string_view reason);
  // Gives what the broken event swallowed of the lines after its first one back to be read again.
  // False if there are none.
  bool give_back_lines();

  Listener& m_listener;
  State m_state = State::before_document;
  bool m_is_scanning = false;
  ValueScanner m_scanner;
  std::string m_text;  // of the value being scanned
  bool m_is_too_long = false;
  // What feed() has to read again before it goes on: the bytes just before its position, and
  // whether the byte at its position was not taken either.
  std::string m_given_back;
  bool m_is_byte_refused = false;
  std::size_t m_read_again_bytes = 0;
  std::int64_t m_start_line = 1;  // of the value being scanned
  std::string m_key;
  std::int64_t m_line = 1;
  std::int64_t m_indent = 0;                   // blanks at the beginning of this line
  bool m_is_line_blank = true;                 // nothing else in this line yet
  std::optional<std::int64_t> m_event_indent;  // of the first event that began a line
};

}  // namespace jishan::journal
