// The sample village in the page: made with a progress that can be stopped, the same bytes as the
// tool makes, marked as a sample everywhere, and thrown away in one click.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { withScreen } from './support/browser.mjs';
import { beginSample, exportForColleagues, goTo, startSample } from './support/village.mjs';

const TOOL = process.env.JISHAN_TOOL ?? fileURLToPath(new URL('../../build/native/jishan', import.meta.url));
const MARK = '示例，不是真账';

/** What the tool makes for the same day. */
async function madeByTool(day) {
  const folder = await mkdtemp(join(tmpdir(), 'jishan-sample-'));
  try {
    const file = join(folder, 'sample.jishan.json');
    await promisify(execFile)(TOOL, ['sample', '-o', file, '--day', day]);
    return await readFile(file, 'utf8');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The lines of the events, as they stand in a file. */
const eventLines = (file) => file.split('\n').filter((line) => line.startsWith('{"b":')).map((line) => line.replace(/,$/, ''));

const describedAs = async (screen, role, label) => (await screen.by(role, label)).description;

/** 2026-03-08 from 2026年3月8日 星期日. */
async function villageDay(screen) {
  await goTo(screen, '首页');
  const [, year, month, day] = (await describedAs(screen, 'heading', '首页')).match(/(\d+)年(\d+)月(\d+)日/);
  return [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
}

test('the sample village is the same as the tool’s, marked on every screen, and gone in one click', async () => {
  await withScreen('http', {}, async (screen) => {
    await beginSample(screen);

    const rail = (await screen.widgets()).filter(({ role }) => role === 'menuitem').map(({ label }) => label);
    assert.equal(rail.length, 9);
    for (const name of rail) {
      await goTo(screen, name);
      await screen.by('note', MARK);
    }
    await goTo(screen, '户册');
    assert.equal(await describedAs(screen, 'heading', '户册'), '220 户，887 人');
    await goTo(screen, '库存');
    assert.equal(await describedAs(screen, 'heading', '库存'), '24 种物品');
    await goTo(screen, '志愿');
    assert.match(await describedAs(screen, 'heading', '志愿'), /^60 人，/);
    await goTo(screen, '数据');
    assert.equal((await screen.by('table', '其他电脑')).value, '3');
    await goTo(screen, '首页');
    await screen.by('note', '今天没有要处理的');

    const day = await villageDay(screen);
    const exported = eventLines(await readFile(await exportForColleagues(screen), 'utf8'));
    const expected = eventLines(await madeByTool(day));
    assert.ok(expected.length > 5_000, `${expected.length} events`);
    assert.deepEqual(exported.sort(), expected.sort());

    // Who sits here is remembered, and the practice goes on after a reload.
    await screen.page.reload();
    await screen.isReady();
    await screen.by('menuitem', '首页');
    await screen.by('note', MARK);
    await screen.by('status', '本机：练习电脑');

    await screen.press('button', '扔掉示例村');
    await screen.by('heading', '建立账册');
    await screen.has('radio', '新建账册', { checked: 'true' });
    const left = await screen.page.evaluate(async () => ({
      listed: Object.keys(JSON.parse(localStorage.getItem('jishan:books') ?? '{}')),
      kept: (await indexedDB.databases()).map(({ name }) => name),
    }));
    assert.deepEqual(left, { listed: [], kept: [] });
  });
});

test('making the sample shows how far it is, and stopping it leaves nothing', async () => {
  await withScreen('http', {}, async (screen) => {
    await startSample(screen);
    const dayShown = (than) =>
      screen.until(`a day after ${than}`, (before) => {
        const bar = window.findWidget('progressbar', '正在做示例村');
        const day = Number(bar?.value.match(/^第 (\d+) 天，共 367 天$/)?.[1] ?? 0);
        return day > before ? day : undefined;
      }, than);
    // Drawn again and again while it works.
    const first = await dayShown(0);
    await dayShown(await dayShown(first));
    await screen.page.keyboard.press('Escape');
    await screen.isGone('progressbar', '正在做示例村');
    await screen.has('radio', '用示例村练习', { checked: 'true' });
    await screen.by('button', '开始练习');
    assert.equal(await screen.page.evaluate(() => localStorage.getItem('jishan:books') ?? '{}'), '{}');
  });
});
