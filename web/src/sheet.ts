// The cells of an .xlsx file as text, just as they stand in it: what they mean is the program's
// business. Numbers keep their digits, so that an ID number that Excel has shortened shows.

import { readSheet } from 'read-excel-file/universal';

import { pack } from './fields';
import { asBytes } from './seam';

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell).normalize('NFC');
}

/** Rows of cells, packed twice. */
export async function sheetRows(file: Blob): Promise<Uint8Array> {
  const rows = await readSheet(file, { trim: false, parseNumber: (digits: string) => digits });
  return pack(rows.map((row) => pack(row.map((cell) => asBytes(textOf(cell))))));
}
