// The cells of an .xlsx file as text, just as they stand in it: what they mean is the program's
// business. Numbers keep their digits and are told from texts, because an ID number that Excel
// held as a number has lost its end.

import { readSheet } from 'read-excel-file/universal';

import { pack } from './fields';
import { asBytes } from './seam';

/** A number with the digits of the file. */
class Digits {
  constructor(readonly text: string) {}
}

/** Begins with the letter of its kind, see src/platform/web/bridge.cpp. */
function packedCell(cell: unknown): Uint8Array {
  if (cell instanceof Digits) return asBytes(`n${cell.text}`);
  if (cell === null || cell === undefined) return asBytes('t');
  if (cell instanceof Date) return asBytes(`t${cell.toISOString().slice(0, 10)}`);
  return asBytes(`t${String(cell).normalize('NFC')}`);
}

/** Rows of cells, packed twice. */
export async function sheetRows(file: Blob): Promise<Uint8Array> {
  const rows = await readSheet(file, { trim: false, parseNumber: (text: string) => new Digits(text) });
  return pack(rows.map((row) => pack(row.map(packedCell))));
}
