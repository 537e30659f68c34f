// Passes on what the store answers, and asks for a frame that takes it in.

import type { CopyListener } from './copies';
import type { Frames } from './frames';
import type { Seam } from './seam';
import type { PieceListener } from './pieces';
import type { StoreListener } from './store';

export function storeListener(seam: Seam, frames: Frames): StoreListener & PieceListener & CopyListener {
  return {
    recordsLoaded(first, records) {
      records.forEach((record, i) => seam.program._jishan_record_loaded(first + i, seam.put(record)));
      frames.request();
    },
    localLoaded(key, value) {
      seam.program._jishan_local_loaded(seam.putFields([key, value]));
    },
    found(book, last) {
      seam.program._jishan_book_found(seam.put(book), last);
      frames.request();
    },
    opened(book, last) {
      seam.program._jishan_book_opened(seam.put(book), last);
      frames.request();
    },
    notOpened(book, trouble) {
      seam.program._jishan_book_not_opened(seam.put(book), trouble);
      frames.request();
    },
    handoverAsked(book) {
      seam.program._jishan_handover_asked(seam.put(book));
      frames.request();
    },
    dropped(book) {
      seam.program._jishan_book_dropped(seam.put(book));
      frames.request();
    },
    saved(last) {
      seam.program._jishan_saved(last);
      frames.answered();
    },
    notSaved(first, trouble) {
      seam.program._jishan_not_saved(first, trouble);
      frames.answered();
    },
    pieceFetched(book, name, bytes) {
      seam.program._jishan_piece_fetched(seam.putFields([book, name, bytes]));
      frames.request();
    },
    piecePut(book, name, isKept) {
      seam.program._jishan_piece_put(seam.putFields([book, name]), Number(isKept));
      frames.request();
    },
    copiesFound(book, places) {
      seam.program._jishan_copies_found(seam.putFields([book, ...places]));
      frames.request();
    },
    copyLoaded(book, place, records, { isLast, isWhole }) {
      const flags = [isLast, isWhole].map((flag) => String(Number(flag)));
      seam.program._jishan_copy_loaded(seam.putFields([book, place, ...flags, ...records]));
      frames.request();
    },
    localNotSaved(key, trouble) {
      seam.program._jishan_local_not_saved(seam.put(key), trouble);
      frames.request();
    },
  };
}
