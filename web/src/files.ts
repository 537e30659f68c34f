// Files the person gives to the program, read in slices, and files the program gives to the person.

import type { Frames } from './frames';
import type { Seam } from './seam';
import { sheetRows } from './sheet';

/** In the numbering of FileKind and TextEncoding in src/app/ports.h. */
const ACCEPTED = ['.json,application/json', '.csv,.txt,.tsv,.xlsx,.xls,.et'];
const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'];

/** Large numbers cross the seam in two parts. */
const PART = 2 ** 20;

/** A saved file stays reachable while the browser may still be writing it. */
const KEEP_MS = 60_000;

export class Files {
  private readonly files = new Map<number, File>();
  private next = 1;
  private saving: { name: string; parts: Uint8Array<ArrayBuffer>[] } | undefined;

  constructor(
    private readonly seam: Seam,
    private readonly frames: Frames,
    dropTarget: HTMLElement,
  ) {
    dropTarget.addEventListener('dragover', (event) => event.preventDefault());
    dropTarget.addEventListener('drop', (event) => {
      event.preventDefault();
      this.take(event.dataTransfer?.files[0]);
    });
  }

  choose(kind: number): void {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = ACCEPTED[kind] ?? '';
    input.addEventListener('change', () => this.take(input.files?.[0]));
    input.addEventListener('cancel', () => {
      this.seam.program._jishan_no_file_chosen();
      this.frames.request();
    });
    input.click();
  }

  read(file: number, offset: number, size: number): void {
    this.answer(file, async (blob) => {
      const bytes = await blob.slice(offset, offset + size).arrayBuffer();
      const length = this.seam.put(new Uint8Array(bytes));
      this.seam.program._jishan_file_slice(file, Math.floor(offset / PART), offset % PART, length);
    });
  }

  readText(file: number, encoding: number): void {
    this.answer(file, async (blob) => {
      const bytes = await blob.arrayBuffer();
      const label = ENCODINGS[encoding] ?? 'utf-8';
      let isDamaged = 0;
      let text: string;
      try {
        text = new TextDecoder(label, { fatal: true }).decode(bytes);
      } catch {
        isDamaged = 1;
        text = new TextDecoder(label).decode(bytes);
      }
      this.seam.program._jishan_file_text(file, isDamaged, this.seam.put(text.normalize('NFC')));
    });
  }

  readSheet(file: number): void {
    this.answer(file, async (blob) => {
      this.seam.program._jishan_file_sheet(file, this.seam.put(await sheetRows(blob)));
    });
  }

  close(file: number): void {
    this.files.delete(file);
  }

  beginSave(name: string): void {
    this.saving = { name, parts: [] };
  }

  writeSave(bytes: Uint8Array<ArrayBuffer>): void {
    this.saving?.parts.push(bytes);
  }

  finishSave(): void {
    if (this.saving !== undefined) saveFile(this.saving.name, this.saving.parts);
    this.saving = undefined;
  }

  /** One at a time: each is looked at before anything is done with it. */
  private take(file: File | undefined): void {
    if (file === undefined) return;
    const number = this.next;
    this.next += 1;
    this.files.set(number, file);
    const name = this.seam.put(file.name);
    const [high, low] = [Math.floor(file.size / PART), file.size % PART];
    this.seam.program._jishan_file_chosen(number, high, low, name);
    this.frames.request();
  }

  private answer(file: number, read: (blob: File) => Promise<void>): void {
    const blob = this.files.get(file);
    const done = blob === undefined ? Promise.reject(new Error('closed')) : read(blob);
    done
      .catch(() => this.seam.program._jishan_file_unreadable(file))
      .finally(() => this.frames.request());
  }
}

/** Puts a file into the person's downloads. */
export function saveFile(name: string, parts: BlobPart[]): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(parts, { type: 'application/octet-stream' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEEP_MS);
}
