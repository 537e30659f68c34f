// What people really bring: broken files, somebody else's files, impossible numbers. Each gets a
// clear sentence with what to do, and the book stays as it was.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';

import { Profile } from './support/browser.mjs';
import { addGoods, csv, fill, openRoster, pick, showHousehold, writing } from './support/desk.mjs';
import {
  addHousehold, beginVillage, exportForColleagues, fingerprint, goTo, joinVillage, openFile,
} from './support/village.mjs';

const VILLAGE = '桃源村';
const PERSON = '周敏';
const ROSTER = csv('名册.csv', '户号,姓名,与户主关系\n1,李桂芳,户主\n1,王建国,配偶\n');

let profile;
let screen;
let folder;
let lines;  // of a colleague's file that holds more than the open book

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jishan-files-'));
  profile = await Profile.make();
  screen = await profile.open();
  await beginVillage(screen, { village: VILLAGE, person: PERSON });
  await openRoster(screen, ROSTER);
  await writing(screen, () => screen.press('button', '导入 2 人'));
  const old = await exportForColleagues(screen);
  for (const name of ['孙福来', '吴春兰', '赵文斌']) await addHousehold(screen, name);
  lines = (await readFile(await exportForColleagues(screen), 'utf8')).split('\n');
  await screen.press('button', PERSON);
  await screen.press('menuitem', '换一本账');
  await joinVillage(screen, old, { person: '陈志强', laptop: '三组电脑' });
});
after(async () => {
  await profile.discard();
  await rm(folder, { recursive: true });
});

const bookFile = (text, name = `${VILLAGE}-2026-11-01.jishan.json`) => ({
  name, mimeType: 'application/json', buffer: Buffer.isBuffer(text) ? text : Buffer.from(text, 'utf8'),
});
/** The file with one of its lines replaced. */
const withLine = (number, line) => lines.map((text, i) => (i === number ? line : text)).join('\n');
/** An event that is new to the open book: the last but one, before the line of the end. */
const newEvent = () => lines.length - 3;

async function unchangedBy(work) {
  const unchanged = await fingerprint(screen);
  await work();
  assert.equal(await fingerprint(screen), unchanged);
}

/** The file is refused as a whole, in these words. */
async function refuses(file, words) {
  await unchangedBy(async () => {
    await openFile(screen, file);
    await screen.by('alert', words);
  });
}

/** The good lines may be merged; nothing is written unless the person wants it. */
async function warnsOf(file, damagedLines) {
  await unchangedBy(async () => {
    await openFile(screen, file);
    await screen.by('status', '文件不完整，或被改过');
    if (damagedLines > 0) await screen.by('note', `${damagedLines} 行坏了，好的照样合并，缺的让同事再导出一份`);
    await screen.press('button', '不合并');
    await screen.isGone('button', '不合并');
  });
}

test('the file itself is good', async () => {
  await unchangedBy(async () => {
    await openFile(screen, bookFile(lines.join('\n')));
    await screen.by('status', '文件完整');
    await screen.by('button', '合并 6 条');  // three times a household and its head
    await screen.press('button', '不合并');
  });
});

test('a file that was cut off', async () => {
  const text = lines.join('\n');
  await warnsOf(bookFile(text.slice(0, text.length - 700)), 1);
  await refuses(bookFile(text.slice(0, 40)), '文件坏了，没有一条能用，让同事重新导出');
  await refuses(bookFile(''), '这不是积善簿导出的文件，换一个');
});

test('a file with one byte changed', async () => {
  const line = lines[newEvent()];
  const at = line.indexOf('"t":') + 6;
  const changed = line.slice(0, at) + ((Number(line[at]) + 1) % 10) + line.slice(at + 1);
  assert.notEqual(changed, line);
  await warnsOf(bookFile(withLine(newEvent(), changed)), 1);
  const [head, ...rest] = lines;
  await refuses(bookFile([head.replace('"fmt":"jishan"', '"fmt":"jishen"'), ...rest].join('\n')), '这不是积善簿导出的文件，换一个');
});

test('a file that is something else altogether', async () => {
  const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, i) => (i * 2654435761) >>> 24));
  await refuses(bookFile(bytes), '这不是积善簿导出的文件，换一个');
  await refuses(bookFile('['.repeat(200_000)), '这不是积善簿导出的文件，换一个');
  await refuses(bookFile('{"events":[1,2,3]}'), '这不是积善簿导出的文件，换一个');
});

test('lines that are nested too deep or say something twice', async () => {
  const line = lines[newEvent()];
  const deep = line.replace('"b":{', `"b":{"deep":${'['.repeat(5000)}${']'.repeat(5000)},`);
  await warnsOf(bookFile(withLine(newEvent(), deep)), 1);
  await warnsOf(bookFile(withLine(newEvent(), line.replace('"v":1', '"v":1,"v":1'))), 1);
  const [head, ...rest] = lines;
  await warnsOf(bookFile([head.replace('"ver":1', '"ver":1,"ver":1'), ...rest].join('\n')), 1);
});

test('the book of another village', async () => {
  const path = join(folder, '别村.jishan.json');
  const tool = process.env.JISHAN_TOOL ?? 'build/native/jishan';
  await promisify(execFile)(tool, ['sample', '--households', '3', '-o', path]);
  await refuses(path, '这是柳荫村的账册，没有导入，换本村的');
});

test('a file of a newer version', async () => {
  const [head, ...rest] = lines;
  await refuses(bookFile([head.replace('"ver":1', '"ver":2'), ...rest].join('\n')), '这是新版本导出的，先换新版本');
  await refuses(bookFile([head.replace('"crit":[]', '"crit":["zipped"]'), ...rest].join('\n')), '这是新版本导出的，先换新版本');
});

test('files that are too large are refused before they are read', async () => {
  const sparse = async (name, size) => {
    const path = join(folder, name);
    const file = await open(path, 'w');
    await file.truncate(size);
    await file.close();
    return path;
  };
  await refuses(await sparse('大.jishan.json', 513 * 2 ** 20), '文件超过 512 MB，没有读，让同事重新导出');
  await unchangedBy(async () => {
    await openRoster(screen, await sparse('大.csv', 65 * 2 ** 20));
    await screen.by('alert', '文件超过 64 MB，没有读，分几个文件再选');
    await screen.press('button', '不了');
  });
});

test('exports of one day have names of their own', async () => {
  const names = [];
  for (let i = 0; i < 3; i += 1) names.push(basename(await exportForColleagues(screen)).replace(/^.*?-(?=桃)/, ''));
  assert.equal(new Set(names).size, 3, names.join(' '));
  for (const name of names) assert.match(name, /^桃源村-\d{4}-\d\d-\d\d(-\d{4}(-\d+)?)?\.jishan\.json$/);
});

/** Fills a field with each text, presses the button, and reads what stands below the field. */
async function refusesEach(role, label, button, cases) {
  for (const [text, words] of cases) {
    await unchangedBy(async () => {
      await fill(screen, role, label, text);
      await screen.press('button', button);
      const { description } = await screen.has(role, label, { invalid: true });
      assert.equal(description, words, `${label} ${text}`);
    });
  }
}

test('impossible amounts and days of an entry', async () => {
  await goTo(screen, '首页');
  await goTo(screen, '记分');
  await screen.press('button', '清空');
  await pick(screen, '户', 'lgf');
  await pick(screen, '细则条目', 'B08');
  await refusesEach('spinbutton', '数量', '保存，记下一笔', [
    ['0', '数量要大于 0'], ['-3', '数量要大于 0'], ['999999', '分太多了，看看数量'], ['99999999999', '分太多了，看看数量'], ['3,5', '写上数量'],
  ]);
  await fill(screen, 'spinbutton', '数量', '1');
  await refusesEach('textbox', '日期', '保存，记下一笔', [
    ['2099-1-1', '日期还没到，改成今天或以前'], ['2026-2-30', '没有这一天，改成 2026-3-8 这样'],
  ]);
});

test('a text of 10 kB is cut at 500 characters, and the field says so', async () => {
  await screen.press('textbox', '情况和证据');
  await screen.clipboard('帮邻居收稻子。'.repeat(500));
  await screen.key('Control+v');
  const { value } = await screen.has('textbox', '情况和证据', { description: '最多 500 个字，后面的没有录入' });
  assert.equal([...value].length, 500);
});

test('impossible opening balances', async () => {
  await showHousehold(screen, '李桂芳');
  await screen.press('button', '纸质账册结转');
  await refusesEach('spinbutton', '分数', '保存', [
    ['0', '写上几分'], ['99999999999', '分太多了，看看数量'], ['十分', '写上几分'],
  ]);
  await screen.press('button', '不了');
});

test('impossible goods and deliveries', async () => {
  await goTo(screen, '库存');
  await screen.press('button', '登记物品');
  await fill(screen, 'textbox', '品名', '香皂');
  await fill(screen, 'textbox', '单位', '块');
  await refusesEach('spinbutton', '分价', '保存物品', [
    ['0', '分价要大于 0'], ['-5', '分价要大于 0'], ['999999999999', '分价太大了，看看小数点'],
  ]);
  await fill(screen, 'spinbutton', '分价', '5');
  await refusesEach('spinbutton', '补货点', '保存物品', [['-1', '写 0 到 99999'], ['100000', '写 0 到 99999']]);
  await screen.press('button', '不了');

  await addGoods(screen, { name: '香皂', unit: '块', price: '5', reorder: '0', barcode: '' });
  await screen.pressRow('库存', '香皂');
  await screen.press('button', '进货');
  await refusesEach('spinbutton', '数量', '记下进货', [
    ['0', '数量要在 1 到 99999'], ['-2', '数量要在 1 到 99999'], ['100000', '数量要在 1 到 99999'],
  ]);
  await fill(screen, 'spinbutton', '数量', '3');
  await refusesEach('spinbutton', '花了多少钱', '记下进货', [['-1', '写成 128.50 这样'], ['一百', '写成 128.50 这样']]);
  await fill(screen, 'spinbutton', '花了多少钱', '9.9');
  await refusesEach('textbox', '日期', '记下进货', [
    ['2099-1-1', '日期还没到，改成今天或以前'], ['2990-1-1', '没有这一天，改成 2026-3-8 这样'],
  ]);
  await fill(screen, 'textbox', '日期', '2026-11-01');
  await refusesEach('textbox', '保质期到', '记下进货', [['2027-13-1', '没有这一天，改成 2026-3-8 这样']]);
  await screen.press('button', '不了');
});
