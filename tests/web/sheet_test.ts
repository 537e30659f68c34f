// The cells of an .xlsx file, and which of them were numbers.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { unpack } from '../../web/src/fields';
import { sheetRows } from '../../web/src/sheet';
// @ts-expect-error: a module of the end-to-end tests, in plain JavaScript
import { xlsx } from '../e2e/support/spreadsheets.mjs';

async function cellsOf(rows: unknown[][]): Promise<string[][]> {
  const { buffer } = xlsx('名册.xlsx', rows) as { buffer: Uint8Array<ArrayBuffer> };
  const packed = unpack(await sheetRows(new Blob([buffer])));
  return packed.map((row) => unpack(row).map((cell) => new TextDecoder().decode(cell)));
}

test('texts and numbers are told apart, numbers with all their digits', async () => {
  assert.deepEqual(
    await cellsOf([['姓名', '证号'], [' 李桂芳 ', { number: '123456198001011000' }], ['王建国', { number: '1.23456198001011E+17' }]]),
    [['t姓名', 't证号'], ['t 李桂芳 ', 'n123456198001011000'], ['t王建国', 'n1.23456198001011E+17']],
  );
});

test('dates are texts, blank cells are empty ones', async () => {
  assert.deepEqual(await cellsOf([['出生日期', '', '电话'], [{ date: 24871 }, '', '0'.repeat(11)]]), [
    ['t出生日期', 't', 't电话'],
    ['t1968-02-03', 't', 't00000000000'],
  ]);
});
