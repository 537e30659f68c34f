// The village's own roster sheet into the book: Excel, CSV and the clipboard, with what real sheets
// bring along, problem by problem.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';

import { PLACES, Profile } from './support/browser.mjs';
import { csv, openRoster, writing } from './support/desk.mjs';
import { shownBy } from './support/same_book.mjs';
import { gb18030, xlsx } from './support/spreadsheets.mjs';
import { beginVillage, fingerprint, goTo, householdCount } from './support/village.mjs';

/** A number of an area that does not exist, with the check digit that belongs to it. */
function idNumber(born, sequence = '123') {
  const digits = `000000${born}${sequence}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return digits + '10X98765432'[sum % 11];
}

/** One that rightly ends with 000: only the kind of its cell shows that its end may be lost. */
function rightNumberWithZeros() {
  for (let day = 10; day <= 28; day += 1) {
    const found = [1, 3, 5, 7, 9].map((digit) => idNumber(`198001${day}`, `${digit}00`)).find((number) => number.endsWith('000'));
    if (found !== undefined) return found;
  }
  throw new Error('no such number');
}

const profiles = new Map();
const screens = new Map();
let screen;

before(async () => {
  for (const place of PLACES) {
    profiles.set(place, await Profile.make(place));
    screens.set(place, await profiles.get(place).open());
    await beginVillage(screens.get(place));
  }
  screen = screens.get('http');
});
afterEach(async () => {
  // A test that went wrong leaves its dialog open.
  if (await screen.isShown('dialog', '导入名册')) await screen.key('Escape');
});
after(async () => {
  await Promise.all([...profiles.values()].map((profile) => profile.discard()));
});

/** What the preview tells: the sentence with the figures, and the problems row by row. */
async function preview(from = screen) {
  const told = await from.until('the preview', () => window.mirrorWidgets().find(
    ({ role, label }) => role === 'status' && label.startsWith('新增 '))?.label);
  const hasProblems = await from.isShown('table', '问题');
  const { rows } = hasProblems ? await from.table('问题') : { rows: [] };
  return { told, problems: rows.map(({ cells }) => [Number(cells['行']), cells['问题'], cells['填的是']]) };
}

async function importShown(from = screen) {
  const { label } = await from.until('the button that imports', () => window.mirrorWidgets().find(
    (widget) => widget.role === 'button' && /^导入 \d+ 人$/.test(widget.label)));
  await writing(from, () => from.press('button', label));
}

async function leave() {
  await screen.press('button', '不了');
  await screen.isGone('dialog', '导入名册');
}

/** The people of a household that is clicked in the list. */
async function peopleOf(head, count, from = screen) {
  await from.pressRow('户册', head);
  const { rows } = await from.table(`成员 ${count} 人`, count);
  return rows.map(({ cells }) => [cells[`成员 ${count} 人`], cells['关系']]);
}

for (const place of PLACES) {
  test(`an Excel sheet with a title, notes, merged cells and a total (${place})`, async () => {
    const from = screens.get(place);
    const sheet = xlsx('户籍名册.xlsx', [
      ['临溪镇柳荫村户籍名册'],
      ['填表人：周敏', '', '', '2026年秋'],
      ['序号', '户号', '姓名*', '与户主\n关系', '公民身份号码', '出生日期', '联系电话', '村民小组'],
      ['', '（必填）', '（必填）'],
      [{ number: '1' }, '02-014', '李桂芳', '户主', idNumber('19680203', '124'), { date: 24871 }, { number: '10000000000' }, '2组'],
      [{ number: '2' }, '', '王建国', '夫', '', { date: 23844 }, '', ''],
      [{ number: '3' }, '', '王磊', '长子', '', '', '', ''],
      [{ number: '4' }, '05-002', '𠮷文斌', '户主', '', { date: 25569 }, '', { number: '5' }],
      ['合计', { number: '4' }],
      ['制表人：周敏'],
    ], ['A1:H1', 'B5:B7', 'H5:H7']);
    await openRoster(from, sheet);
    assert.deepEqual(await preview(from), { told: '新增 2 户 4 人，已有 0 户 0 人', problems: [] });
    await from.by('button', '导入 4 人');
    await importShown(from);
    assert.deepEqual(await peopleOf('李桂芳', 3, from), [['李桂芳', '户主'], ['王建国', '夫'], ['王磊', '长子']]);
    const { rows } = await from.table('户册', 2);
    assert.deepEqual(rows.map(({ cells }) => [cells['户号'], cells['户主'], cells['组']]), [
      ['05-002', '𠮷文斌', '5 组'],
      ['02-014', '李桂芳', '2 组'],
    ].sort((a, b) => (a[0] === rows[0].cells['户号'] ? -1 : 1)));

    const unchanged = await fingerprint(from);
    await openRoster(from, sheet);
    assert.equal((await preview(from)).told, '新增 0 户 0 人，已有 2 户 4 人');
    await from.key('Escape');
    await from.isGone('dialog', '导入名册');
    assert.equal(await fingerprint(from), unchanged);
    from.expectNoErrors();
  });
}

test('an ID number that Excel held as a number is refused, whatever it ends with', async () => {
  await openRoster(screen, xlsx('证号.xlsx', [
    ['户号', '姓名', '与户主关系', '身份证号'],
    ['06-001', '郑秀英', '户主', { number: rightNumberWithZeros() }],
    ['06-002', '冯国强', '户主', rightNumberWithZeros()],
    ['06-003', '褚德明', '户主', { number: '000000800101123' }],
  ]));
  const { told, problems } = await preview();
  assert.equal(told, '新增 2 户 2 人，已有 0 户 0 人');
  assert.deepEqual(problems.map(([row, problem]) => [row, problem]), [[2, '身份证号变成了小数，改成文本再导']]);
  await leave();
});

test('problems are told row by row', async () => {
  const headings = '户号,姓名,与户主关系,身份证号,性别,出生日期,电话,组';
  const told = async (...rows) => {
    await openRoster(screen, csv('问题.csv', [headings, ...rows].join('\r\n')));
    const shown = await preview();
    await leave();
    return [shown.told, ...shown.problems.map(([row, problem]) => `${row} ${problem}`)];
  };
  assert.deepEqual(await told(
    `07-001,卫国华,户主,${idNumber('19700101', '111')},男,,,7`,
    `07-001,蒋春花,妻,${idNumber('19700101', '111')},,,,7`,
    '07-002,沈宝林,户主,00000019700101111X,男,,,7',
    '07-003,韩大勇,户主,1.10105E+17,,,,7',
    '07-004,杨小妹,干姐妹的朋友,,,,,7',
    '07-005,朱永福,长子,,,,,7',
  ), [
    '新增 4 户 4 人，已有 0 户 0 人',
    '3 和第 2 行是同一个证号',
    '4 证号末位对不上',
    '5 身份证号变成了小数，改成文本再导',
    '6 关系看不懂',
    '6 这户没有户主，第一个人当户主',
    '7 这户没有户主，第一个人当户主',
  ]);
  assert.deepEqual(await told(
    '07-006,,户主,,,,,7',
    '07-007,秦少年,户主,,,2099-1-1,,7',
    '07-008,尤文清,户主,12345,,,,7',
    '07-009,许志远,户主,,男,2990-1-1,,7',
    '07-010,吕四海,户主,,,,没有,7',
    '07-011,张老三,户主,,,,,第七十八百组',
    '07-012,孔祥云,户主,,,,,7',
  ), [
    '新增 2 户 2 人，已有 0 户 0 人',
    '2 没有姓名',
    '3 出生日期还没到',
    '3 未满 14 岁，小心保管',
    '4 身份证号位数不对',
    '5 没有这个出生日期',
    '6 电话不像电话，没有导入',
    '7 组要写 1 到 99',
  ]);
});

test('birthdays in ID numbers are covered where a problem shows them', async () => {
  await openRoster(screen, csv('证号.csv', '户号,姓名,与户主关系,身份证号\n07-002,沈宝林,户主,00000019700101111X\n'));
  const { problems } = await preview();
  assert.deepEqual(problems, [[2, '证号末位对不上', '000*************1X']]);
  await leave();
});

test('a CSV in GB 18030, as Chinese spreadsheets save it', async () => {
  const text = '户主姓名;姓名;与户主关系;村民小组\r\n何秀兰;何秀兰;户主;3\r\n何秀兰;𠮷小龙;孙子;3\r\n';
  await openRoster(screen, { name: '三组.csv', mimeType: 'text/csv', buffer: gb18030(text) });
  assert.deepEqual(await preview(), { told: '新增 1 户 2 人，已有 0 户 0 人', problems: [] });
  await importShown();
  assert.deepEqual(await peopleOf('何秀兰', 2), [['何秀兰', '户主'], ['𠮷小龙', '孙子']]);
});

test('a text in UTF-16, as Excel saves Unicode text', async () => {
  const text = '﻿户号\t姓名\t关系\r\n08-001\t吕一丁\t户主\r\n08-001\t"施 ""小"" 妹"\t女儿\r\n';
  await openRoster(screen, { name: '八组.txt', mimeType: 'text/plain', buffer: Buffer.from(text, 'utf16le') });
  assert.equal((await preview()).told, '新增 1 户 2 人，已有 0 户 0 人');
  await leave();
});

test('a table that is pasted', async () => {
  await goTo(screen, '户册');
  await screen.pressRow('户册', '李桂芳');  // no text field has the keyboard
  await screen.clipboard('户号\t姓名\t与户主关系\n09-001\t张三丰\t户主\n09-001\t张翠山\t长子\n');
  await screen.key('Control+v');
  await screen.by('dialog', '导入名册');
  assert.equal((await preview()).told, '新增 1 户 2 人，已有 0 户 0 人');
  await importShown();
  await screen.press('searchbox', '姓名、户号、拼音');
  await screen.type('zsf');
  const { rows } = await screen.table('户册', 1);
  assert.equal(rows[0].cells['户主'], '张三丰');
  await screen.key('Control+a', 'Delete');
});

test('a file that is no roster is told apart in words', async () => {
  const told = async (name, buffer) => {
    const unchanged = await fingerprint(screen);
    await openRoster(screen, { name, mimeType: 'application/octet-stream', buffer });
    const { label } = await screen.until('what is wrong', () => window.mirrorWidgets().find(({ role }) => role === 'alert'));
    await leave();
    assert.equal(await fingerprint(screen), unchanged);
    return label;
  };
  assert.equal(await told('空.csv', Buffer.from('')), '表是空的');
  assert.equal(await told('没表头.csv', Buffer.from('1,张三,户主\n2,李四,户主\n')), '没找到表头，要有“姓名”一列');
  assert.equal(await told('缺列.csv', Buffer.from('姓名,电话\n张三,\n')), '缺“户号”或“户主”一列，分不出哪些人是一户');
  const oldExcel = Buffer.from('d0cf11e0a1b11ae10000000000', 'hex');
  assert.equal(await told('老表.xls', oldExcel), '老格式或加了密码的 Excel 读不了，另存为 .xlsx 再选');
  assert.equal(await told('照片.csv', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')), '这不是表格，选 Excel 或 CSV 文件');
  assert.equal(await told('坏了.xlsx', Buffer.from('504b0304140000000800', 'hex')), '这个文件读不出来，另存为 CSV 再试');
});

test('a large roster is in the book as a whole', async () => {
  const lines = ['户号,姓名,与户主关系,村民小组'];
  for (let i = 0; i < 2000; i += 1) {
    const number = String(i + 1).padStart(4, '0');
    lines.push(`九-${number},李${String.fromCharCode(0x4e00 + i)},户主,${(i % 9) + 1}`, `,王${number},配偶,`);
  }
  const already = await householdCount(screen);
  await openRoster(screen, csv('全镇.csv', lines.join('\n')));
  assert.equal((await preview()).told, '新增 2,000 户 4,000 人，已有 0 户 0 人');
  await writing(screen, () => screen.press('button', '导入 4,000 人'));
  assert.equal(await householdCount(screen), already + 2000);
  const whole = await shownBy(screen);
  await screen.page.reload();
  await screen.isReady();
  assert.deepEqual(await shownBy(screen), whole);
});
