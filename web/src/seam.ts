// The one seam, seen from the page: calls into the program, and bytes out of and into its memory.
// Nothing else touches the program.

import { pack, unpack } from './fields';

/** The exports of src/platform/web/bridge.cpp. */
export interface Exports {
  _jishan_inbox(size: number): number;
  _jishan_begin(): void;
  _jishan_frame(): number;
  _jishan_picture(): void;
  _jishan_mirror(): void;
  _jishan_input_waits(): number;
  _jishan_leaves_the_page(direction: number): number;
  _jishan_resized(widthPx: number, heightPx: number, pixelRatioPermille: number): void;
  _jishan_preferences(moreContrast: number, reducedMotion: number): void;
  _jishan_graphics(what: number): void;
  _jishan_pointer_moved(x: number, y: number, byTouch: number): void;
  _jishan_pointer_left(): void;
  _jishan_pointer_button(button: number, isDown: number): void;
  _jishan_wheel(rightHundredths: number, downHundredths: number): void;
  _jishan_key(codeSize: number, isDown: number): void;
  _jishan_modifiers(ctrl: number, shift: number, alt: number, meta: number): void;
  _jishan_typed(size: number): void;
  _jishan_pasted(size: number): void;
  _jishan_copy_chord(isCut: number): void;
  _jishan_focused(isFocused: number): void;
  _jishan_widget_wanted(id: number): void;
  _jishan_leaving_soon(): void;
  _jishan_handover_asked(size: number): void;
  _jishan_book_listed(size: number, last: number): void;
  _jishan_setting_loaded(size: number): void;
  _jishan_local_loaded(size: number): void;
  _jishan_record_loaded(number: number, size: number): void;
  _jishan_book_found(size: number, last: number): void;
  _jishan_piece_fetched(size: number): void;
  _jishan_piece_put(size: number, isKept: number): void;
  _jishan_copies_found(size: number): void;
  _jishan_copy_loaded(size: number): void;
  _jishan_book_opened(size: number, last: number): void;
  _jishan_book_not_opened(size: number, trouble: number): void;
  _jishan_book_dropped(size: number): void;
  _jishan_saved(last: number): void;
  _jishan_not_saved(first: number, trouble: number): void;
  _jishan_local_not_saved(size: number, trouble: number): void;
  _jishan_file_chosen(file: number, sizeHigh: number, sizeLow: number, nameSize: number): void;
  _jishan_no_file_chosen(): void;
  _jishan_file_slice(file: number, offsetHigh: number, offsetLow: number, size: number): void;
  _jishan_file_text(file: number, isDamaged: number, size: number): void;
  _jishan_file_sheet(file: number, size: number): void;
  _jishan_file_unreadable(file: number): void;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class Seam {
  /** `memory` gives the current view: it changes when the program's memory grows. */
  constructor(
    public program: Exports,
    private readonly memory: () => Uint8Array,
  ) {}

  /** From here on calls do nothing: a program that stopped on a bug must not run on. */
  stop(): void {
    this.program = new Proxy(this.program, { get: () => () => 0 });
  }

  /** The bytes themselves, good until the program runs again. */
  view(at: number, size: number): Uint8ClampedArray<ArrayBuffer> {
    return new Uint8ClampedArray(this.memory().buffer as ArrayBuffer, at, size);
  }

  /** A copy of bytes in the program's memory. */
  bytes(at: number, size: number): Uint8Array<ArrayBuffer> {
    return this.memory().slice(at, at + size);
  }

  text(at: number, size: number): string {
    return decoder.decode(this.bytes(at, size));
  }

  fields(at: number, size: number): Uint8Array[] {
    return unpack(this.bytes(at, size));
  }

  texts(at: number, size: number): string[] {
    return this.fields(at, size).map((field) => decoder.decode(field));
  }

  ints(at: number, count: number): Int32Array {
    return new Int32Array(this.bytes(at, count * 4).buffer);
  }

  write(at: number, bytes: Uint8Array): void {
    this.memory().set(bytes, at);
  }

  writeInts(at: number, values: readonly number[]): void {
    this.write(at, new Uint8Array(Int32Array.from(values).buffer));
  }

  /** Puts the bytes where the next export reads them; gives their number. */
  put(bytes: Uint8Array | string): number {
    const raw = typeof bytes === 'string' ? encoder.encode(bytes) : bytes;
    this.write(this.program._jishan_inbox(raw.length), raw);
    return raw.length;
  }

  putFields(fields: readonly (Uint8Array | string)[]): number {
    return this.put(pack(fields.map(asBytes)));
  }
}

export function asBytes(field: Uint8Array | string): Uint8Array {
  return typeof field === 'string' ? encoder.encode(field) : field;
}
