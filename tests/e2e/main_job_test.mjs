// The whole job once, as a cadre does it: roster in, entries, goods, redemption, a reversal, the
// file to a colleague, both work apart, files exchanged in every order, everything back on reload.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { PLACES, Profile } from './support/browser.mjs';
import {
  addGoods, amountOf, award, csv, fill, fillCart, openRoster, receive, showHousehold, writing,
} from './support/desk.mjs';
import { shownBy, toldByTool } from './support/same_book.mjs';
import { beginVillage, exportForColleagues, fingerprint, goTo, importFile, joinVillage } from './support/village.mjs';

const ROSTER = csv('柳荫村名册.csv', `临溪镇柳荫村户籍名册
户号,姓名,与户主关系,村民小组
01-001,李桂芳,户主,1
01-001,王建国,配偶,1
01-002,赵文斌,户主,1
02-001,孙福来,户主,2
02-001,吴春兰,妻,2
`);

const sum = (rows, column) => rows.reduce((total, { cells }) => total + amountOf(cells[column]), 0);

async function enterRoster(screen) {
  await openRoster(screen, ROSTER);
  await screen.by('status', '新增 3 户 5 人，已有 0 户 0 人');
  await writing(screen, () => screen.press('button', '导入 5 人'));
  const { rows } = await screen.table('户册', 3);
  assert.deepEqual(rows.map(({ cells }) => [cells['户号'], cells['户主'], cells['组'], cells['人口']]), [
    ['01-001', '李桂芳', '1 组', '2'],
    ['02-001', '孙福来', '2 组', '2'],
    ['01-002', '赵文斌', '1 组', '1'],
  ]);

  const before = await fingerprint(screen);
  await openRoster(screen, ROSTER);
  await screen.by('status', '新增 0 户 0 人，已有 3 户 5 人');
  const importing = (await screen.widgets()).filter(({ role, label }) => role === 'button' && label.startsWith('导入 '));
  assert.deepEqual(importing, []);
  await screen.press('button', '不了');
  await screen.isGone('dialog', '导入名册');
  assert.equal(await fingerprint(screen), before);
}

async function carryOverFromPaper(screen) {
  await showHousehold(screen, '李桂芳');
  await screen.press('button', '纸质账册结转');
  await fill(screen, 'spinbutton', '分数', '40');
  await writing(screen, () => screen.press('button', '保存'));
}

/** Presses a number; gives the lines behind it, which must add up to it. What was redeemed left the accounts. */
async function linesBehind(screen, label, dialog, sign = 1) {
  const { value } = await screen.by('figure', label);
  await screen.press('figure', label);
  await screen.by('dialog', dialog);
  const { rows, rowCount, footer } = await screen.table('存折');
  assert.equal(rows.length, rowCount, 'every line is in view');
  assert.equal(sum(rows, '加减'), sign * amountOf(value), `${label} and the lines behind it`);
  assert.equal(amountOf(footer['加减']), sign * amountOf(value), `${label} and the foot of its lines`);
  await screen.key('Escape');
  await screen.isGone('dialog', dialog);
  return rows.map(({ cells }) => cells);
}

/** Gives what happened, newest first. The panel shows the first lines, the dialog behind 余额 has room for all. */
async function readPassbook(screen, balance) {
  await showHousehold(screen, '李桂芳');
  const { rows, rowCount } = await screen.table('存折');
  assert.equal(amountOf(rows[0].cells['余额']), balance, 'the newest line ends with the balance');
  assert.equal(amountOf((await screen.by('figure', '余额')).value), balance);
  const lines = await linesBehind(screen, '余额', '存折 李桂芳');
  assert.equal(lines.length, rowCount);
  return lines.map((line) => line['事由']);
}

async function readHome(screen, { gained, redeemed, balance }) {
  await goTo(screen, '首页');
  for (const [label, value] of [['已入账', gained], ['已兑换', redeemed], ['全村余额', balance]]) {
    assert.equal(amountOf((await screen.by('figure', label)).value), value, label);
    await linesBehind(screen, label, label, label === '已兑换' ? -1 : 1);
  }
}

async function reverseAnEntry(screen) {
  await showHousehold(screen, '李桂芳');
  await screen.openRow('存折', '义务打扫');
  await screen.by('dialog', '冲销这一笔？');
  await screen.press('button', '红字冲销');
  assert.equal((await screen.by('textbox', '为什么冲销')).description, '写上为什么冲销');
  await fill(screen, 'textbox', '为什么冲销', '记到别户去了');
  await writing(screen, () => screen.press('button', '红字冲销'));
  const reasons = await readPassbook(screen, 50);
  assert.equal(reasons.length, 4);
  assert.ok(reasons.some((reason) => reason.startsWith('红字冲销：义务打扫')));
}

/** Five presses of the confirming key, each let go, before the page shows what the first one did. */
async function confirmFiveTimes(screen) {
  await screen.page.evaluate(() => {
    window.presses = [];
    window.addEventListener('keydown', ({ key, repeat }) => {
      if (key === 'Enter') window.presses.push({ repeat, frames: document.getElementById('mirror').dataset.frames });
    }, { capture: true });
  });
  await screen.page.keyboard.down('Control');
  // The page is kept busy meanwhile, so that all the presses wait for it together.
  const busy = screen.page.evaluate(() => {
    for (const end = performance.now() + 400; performance.now() < end;);
  });
  const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, modifiers: 2 };
  const sent = [];
  for (let press = 0; press < 5; press += 1) {
    sent.push(screen.protocol.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter }));
    sent.push(screen.protocol.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter }));
  }
  await Promise.all([...sent, busy]);
  await screen.page.keyboard.up('Control');
  await screen.isIdle();
  const presses = await screen.page.evaluate(() => window.presses);
  assert.equal(presses.filter(({ repeat }) => !repeat).length, 5);
  const pictures = new Set(presses.map(({ frames }) => frames));
  assert.ok(pictures.size <= 2, `all five came before a second picture: ${[...pictures]}`);
}

async function handOutGoods(screen) {
  await addGoods(screen, { name: '大米 5kg', unit: '袋', price: '12.5', reorder: '2', barcode: '6900000000017' });
  await receive(screen, { name: '大米', quantity: '10', cost: '315.50' });
  assert.equal((await screen.by('figure', '账面')).value, '10');

  await fillCart(screen, { household: 'lgf', goods: 'dm*2' });
  await screen.has('spinbutton', '大米 5kg 的数量', { value: '2' });
  assert.equal((await screen.by('figure', '可兑积分')).value, '50');
  await linesBehind(screen, '余额', '存折 李桂芳');
  assert.equal((await screen.by('figure', '合计')).value, '25');
  await writing(screen, () => confirmFiveTimes(screen));
  await screen.has('note', '小票', { value: '25' });

  await screen.press('button', '今天的单子');
  const { rows } = await screen.table('最近的单子', 1);
  assert.deepEqual([rows[0].cells['物品'], rows[0].cells['分']], ['大米 5kg 2', '25']);
  await screen.key('Escape');
  await goTo(screen, '库存');
  assert.equal((await screen.by('figure', '账面')).value, '8');
}

async function takeGoodsBack(screen) {
  await goTo(screen, '兑换');
  await screen.press('button', '今天的单子');
  await screen.openRow('最近的单子', '大米');
  await fill(screen, 'textbox', '为什么冲销', '米袋破了，退回');
  await writing(screen, () => screen.press('button', '红字冲销'));
  await screen.key('Escape');
  await goTo(screen, '库存');
  assert.equal((await screen.by('figure', '账面')).value, '10');
  const { rows } = await screen.table('进出', 3);
  assert.equal(sum(rows, '数量'), 10);
  await readPassbook(screen, 50);
}

for (const place of PLACES) {
  test(`the main job (${place})`, async () => {
    const [profile, colleague] = [await Profile.make(place), await Profile.make(place)];
    try {
      const screen = await profile.open();
      await beginVillage(screen);
      await enterRoster(screen);
      assert.equal(await award(screen, { household: 'lgf', rule: 'C05', details: '帮孙福来家收稻子' }), 10);
      await carryOverFromPaper(screen);
      assert.equal(await award(screen, { household: 'lgf', rule: 'B08', quantity: '2', isYesterday: true }), 20);
      const reasons = await readPassbook(screen, 70);
      assert.deepEqual([...reasons].sort(), ['主动帮助有困难的住户', '义务打扫村部、广场等公共场所 2 次', '纸质账册结转'].sort());
      await reverseAnEntry(screen);
      await handOutGoods(screen);
      await readHome(screen, { gained: 10, redeemed: 25, balance: 25 });
      await takeGoodsBack(screen);

      const there = await colleague.open();
      await joinVillage(there, await exportForColleagues(screen), { person: '陈志强', laptop: '三组电脑' });
      assert.deepEqual(await shownBy(there), await shownBy(screen));
      await award(screen, { household: 'zwb', rule: 'C05' });
      await award(there, { household: 'lgf', rule: 'C05', details: '扶老人过河' });
      await fillCart(there, { household: 'lgf', goods: 'dm' });
      await writing(there, () => there.key('Control+Enter'));
      assert.notEqual(await fingerprint(there), await fingerprint(screen));
      const [ours, theirs] = [await exportForColleagues(screen), await exportForColleagues(there)];
      await importFile(there, ours);
      await importFile(screen, theirs);
      const same = await shownBy(screen);
      assert.deepEqual(await shownBy(there), same);
      assert.deepEqual(await toldByTool(ours, theirs), same);
      for (const laptop of [screen, there]) {
        assert.deepEqual(await toldByTool(await exportForColleagues(laptop)), same);
        await readPassbook(laptop, 47.5);
        await laptop.page.reload();
        await laptop.isReady();
        assert.deepEqual(await shownBy(laptop), same);
        await readPassbook(laptop, 47.5);
        laptop.expectNoErrors();
      }
    } finally {
      await Promise.all([profile.discard(), colleague.discard()]);
    }
  });
}
