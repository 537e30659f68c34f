// What the world outside reports: storage, files, pasted text. The platform queues these and the
// program takes them, in order, at the start of a frame. Nothing here knows browser or village.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "base/sheet.h"

namespace jishan::app {

// The durable records of a book are numbered 1, 2, 3 … without gaps.
using RecordNumber = std::int64_t;
// Names a file the person chose or dropped, until Files::close.
using FileNumber = std::int32_t;

enum class StoreTrouble {
  no_room,       // the disk or the browser's share of it is full
  elsewhere,     // another window has this book open, or has written since
  wiped,         // the list of books knows records that the store no longer has
  closed,        // the store broke off, or was closed from outside
  no_answer,     // nothing came back in time: saved or not, nobody knows yet
  newer,         // written by a newer version of the program
  forbidden,     // this browser keeps nothing (private window, blocked storage)
  older,         // fewer records than were saved: the list of books or a copy knows more
  damaged,       // some of the records cannot be read
};

// A part of the records of the book that is being opened, in order from `first`.
struct RecordsLoaded {
  RecordNumber first = 1;
  std::vector<std::string> records;
};
// The book is there and nobody else has it open; its records were not read yet. `last` is the
// number of the last one. Local records can be read from now.
struct BookFound {
  std::string book;
  RecordNumber last = 0;
};
// All records were handed over; `last` is 0 for a new book.
struct BookOpened {
  std::string book;
  RecordNumber last = 0;
};
struct BookNotOpened {
  std::string book;
  StoreTrouble trouble{};
};
struct BookDropped {
  std::string book;
};
// Everything up to and including `last` is on the disk.
struct RecordsSaved {
  RecordNumber last = 0;
};
// The records from `first` on are not known to be on the disk. The same numbers and bytes may be
// appended again: what did arrive is recognised.
struct RecordsNotSaved {
  RecordNumber first = 0;
  StoreTrouble trouble{};
};
struct LocalNotSaved {
  std::string key;
  StoreTrouble trouble{};
};
struct PieceFetched {
  std::string book;
  std::string name;
  std::string bytes;  // empty where there is none
};
struct PiecePut {
  std::string book;
  std::string name;
  bool is_kept = false;  // as far as the browser says; it may vanish all the same
};

// Where records of this book were found, its own store among them.
struct CopiesFound {
  std::string book;
  std::vector<std::string> places;
};
// A part of what one place holds, in order.
struct CopyLoaded {
  std::string book;
  std::string place;
  std::vector<std::string> records;
  bool is_last = false;
  bool is_whole = true;  // false: something in between or behind could not be read
};

struct FileChosen {
  FileNumber file = 0;
  std::string name;
  std::int64_t size_bytes = 0;  // known before anything is read
};
// The person closed the file dialog without choosing.
struct NoFileChosen {};
struct FileSlice {
  FileNumber file = 0;
  std::int64_t offset_bytes = 0;
  std::string bytes;  // shorter than asked for only at the end of the file
};
struct FileText {
  FileNumber file = 0;
  std::string text;          // UTF-8, normalised to NFC, without byte order mark
  bool is_damaged = false;   // some bytes mean nothing in this encoding
};
// The first sheet of an .xlsx file. Numbers come with the digits that stand in the file, dates as
// the text YYYY-MM-DD.
struct FileSheet {
  FileNumber file = 0;
  Sheet sheet;
};
struct FileUnreadable {
  FileNumber file = 0;
};

// Pasted while no text field has the focus: a table from a spreadsheet, usually.
struct TextPasted {
  std::string text;
};
// Another window of this browser asks to go on with the open book.
struct HandoverAsked {
  std::string book;
};
// The page is about to be hidden or closed: write what is still only in memory.
struct LeavingSoon {};

using Happening = std::variant<RecordsLoaded, BookFound, BookOpened, BookNotOpened, BookDropped,
                               RecordsSaved, RecordsNotSaved, LocalNotSaved, PieceFetched, PiecePut,
                               CopiesFound, CopyLoaded, FileChosen, NoFileChosen, FileSlice, FileText, FileSheet,
                               FileUnreadable, TextPasted, HandoverAsked, LeavingSoon>;

}  // namespace jishan::app
