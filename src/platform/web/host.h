// What the program calls in the page: web/bridge.js forwards each to web/src/host.ts, one to one.
// Only ints, pointers and UTF-8 bytes cross; the page copies what it keeps before it returns.
#pragma once

#include <cstdint>
#include <string_view>

extern "C" {

// Starts the page's side; it lists books and settings and then calls jishan_begin.
void jishan_host_start();
void jishan_host_random(std::uint8_t* bytes, int size);
// Shows the crash panel; the program does not run on afterwards.
void jishan_host_crashed(const char* text, int size);
// Shows why nothing can be drawn.
void jishan_host_no_graphics();
// Whether the canvas takes pictures from memory. To be asked only when it has given no graphics,
// as the first thing that a canvas is asked for is all that it ever gives.
int jishan_host_takes_pixels();
// Rows from the top, four bytes a pixel: red, green, blue, alpha.
void jishan_host_show_pixels(const std::uint32_t* pixels, int width, int height);

// out: how far the ink of 国 goes above and below the baseline, in whole pixels.
void jishan_host_font_metrics(int em_px, int weight, std::int32_t* out);
// out: advance, left, top (from the baseline, down), width, height. Alpha bytes go to `pixels`,
// row by row. Answers 0 where no font has the character and a box with its number was drawn,
// 1 for a character without ink, 2 for a drawn one.
int jishan_host_glyph(int code_point, int em_px, int weight, std::int32_t* out,
                      std::uint8_t* pixels, int pixels_size);

void jishan_host_caret(const std::int32_t* caret);
void jishan_host_pointer_shape(int shape);
// table_rows: the most rows that the tables of one frame submitted since the last call, for tests.
void jishan_host_mirror(const char* rows, int size, int table_rows);
void jishan_host_copied(const char* text, int size);
void jishan_host_copy(const char* text, int size);

// how: 0 one that is there, 1 a new one, 2 a new one in files of its own.
void jishan_host_store_open(const char* book, int size, int how);
void jishan_host_store_take_over(const char* book, int size);
void jishan_host_store_close();
void jishan_host_store_read(int first);
void jishan_host_store_append(int first, int record_count, const char* packed, int size);
void jishan_host_store_put_local(const char* packed, int size);
void jishan_host_store_list_book(const char* packed, int size);
void jishan_host_store_drop(const char* book, int size);
void jishan_host_store_put_setting(const char* packed, int size);
// Packed: the book and then the names; the book, the name and the bytes; the book and the place.
void jishan_host_pieces_fetch(const char* packed, int size);
void jishan_host_pieces_put(const char* packed, int size);
void jishan_host_pieces_clear(const char* packed, int size);

// Packed: the book and the place.
void jishan_host_copies_find(const char* book, int size);
void jishan_host_copies_read(const char* packed, int size);

void jishan_host_files_choose(int kind);
void jishan_host_files_read(int file, int offset_high, int offset_low, int size);
void jishan_host_files_read_text(int file, int encoding);
void jishan_host_files_read_sheet(int file);
void jishan_host_files_close(int file);
void jishan_host_save_begin(const char* name, int size);
void jishan_host_save_write(const char* bytes, int size);
void jishan_host_save_finish();

}  // extern "C"
