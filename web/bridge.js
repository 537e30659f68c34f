// Forwards from the program to the page, one line each and nothing else: see
// src/platform/web/host.h for what they mean and web/src/host.ts for what they do.
/* global JishanHost, Module, HEAPU8, UTF8ToString, mergeInto, LibraryManager */
mergeInto(LibraryManager.library, {
  jishan_host_start: function () { JishanHost.start(Module, function () { return HEAPU8; }); },
  jishan_host_random: function (at, size) { JishanHost.random(at, size); },
  jishan_host_crashed: function (at, size) { JishanHost.crashed(UTF8ToString(at, size)); },
  jishan_host_no_graphics: function () { JishanHost.noGraphics(); },
  jishan_host_takes_pixels: function () { return JishanHost.takesPixels(); },
  jishan_host_show_pixels: function (at, width, height) { JishanHost.showPixels(at, width, height); },

  jishan_host_font_metrics: function (em, weight, out) { JishanHost.fontMetrics(em, weight, out); },
  jishan_host_glyph: function (code, em, weight, out, pixels, size) { return JishanHost.glyph(code, em, weight, out, pixels, size); },

  jishan_host_caret: function (at) { JishanHost.caret(at); },
  jishan_host_pointer_shape: function (shape) { JishanHost.pointerShape(shape); },
  jishan_host_mirror: function (at, size, tableRows) { JishanHost.mirrorRows(at, size, tableRows); },
  jishan_host_copied: function (at, size) { JishanHost.copied(at, size); },
  jishan_host_copy: function (at, size) { JishanHost.copy(at, size); },

  jishan_host_store_open: function (at, size, how) { JishanHost.storeOpen(at, size, how); },
  jishan_host_store_take_over: function (at, size) { JishanHost.storeTakeOver(at, size); },
  jishan_host_store_close: function () { JishanHost.storeClose(); },
  jishan_host_store_read: function (first) { JishanHost.storeRead(first); },
  jishan_host_store_append: function (first, count, at, size) { JishanHost.storeAppend(first, count, at, size); },
  jishan_host_store_put_local: function (at, size) { JishanHost.storePutLocal(at, size); },
  jishan_host_store_list_book: function (at, size) { JishanHost.storeListBook(at, size); },
  jishan_host_store_drop: function (at, size) { JishanHost.storeDrop(at, size); },
  jishan_host_store_put_setting: function (at, size) { JishanHost.storePutSetting(at, size); },
  jishan_host_pieces_fetch: function (at, size) { JishanHost.piecesFetch(at, size); },
  jishan_host_pieces_put: function (at, size) { JishanHost.piecesPut(at, size); },
  jishan_host_pieces_clear: function (at, size) { JishanHost.piecesClear(at, size); },

  jishan_host_copies_find: function (at, size) { JishanHost.copiesFind(at, size); },
  jishan_host_copies_read: function (at, size) { JishanHost.copiesRead(at, size); },

  jishan_host_files_choose: function (kind) { JishanHost.filesChoose(kind); },
  jishan_host_files_read: function (file, high, low, size) { JishanHost.filesRead(file, high, low, size); },
  jishan_host_files_read_text: function (file, encoding) { JishanHost.filesReadText(file, encoding); },
  jishan_host_files_read_sheet: function (file) { JishanHost.filesReadSheet(file); },
  jishan_host_files_close: function (file) { JishanHost.filesClose(file); },
  jishan_host_save_begin: function (at, size) { JishanHost.saveBegin(at, size); },
  jishan_host_save_write: function (at, size) { JishanHost.saveWrite(at, size); },
  jishan_host_save_finish: function () { JishanHost.saveFinish(); },
});
