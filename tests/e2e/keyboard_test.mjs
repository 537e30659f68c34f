// The main job without any pointer: from an empty browser to the exported book with keys alone.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { withScreen } from './support/browser.mjs';
import { fieldLabels, fingerprint, isSaved, isSavedAfter } from './support/village.mjs';

/** More than any screen has to go through. */
const STOPS_MAX = 80;

/** Runs in the page before anything else: notes every event of a pointing device that comes in. */
function notePointer() {
  window.pointerEvents = [];
  const types = ['pointerdown', 'pointermove', 'pointerup', 'pointerover', 'pointerenter', 'mousedown', 'mousemove',
    'mouseup', 'mouseover', 'click', 'dblclick', 'auxclick', 'contextmenu', 'wheel', 'touchstart', 'touchmove', 'touchend'];
  for (const type of types) {
    // A download begins with a click that the page itself makes; nobody's finger did it.
    window.addEventListener(type, (event) => event.isTrusted && window.pointerEvents.push(type), { capture: true });
  }
}

/** A screen in front of somebody without a mouse: the test cannot reach for one by mistake. */
async function withKeyboard(run) {
  await withScreen('http', {}, async (screen) => {
    await screen.page.addInitScript(notePointer);
    await screen.page.reload();
    await screen.isReady();
    for (const device of ['mouse', 'touchscreen']) {
      screen.page[device] = new Proxy({}, {
        get(_, action) {
          throw new Error(`this test has no ${device} to ${String(action)} with`);
        },
      });
    }
    await run(screen);
    assert.deepEqual(await screen.page.evaluate(() => window.pointerEvents), []);
  });
}

async function focused(screen) {
  return (await screen.widgets()).find((widget) => widget.focused);
}

/** Tab by Tab until the keyboard is there, as somebody does who cannot see how far it is. */
async function tabTo(screen, role, label) {
  const met = [];
  for (let stops = 0; stops < STOPS_MAX; stops += 1) {
    const here = await focused(screen);
    if (here?.role === role && here.label === label) return;
    met.push(`${here?.role} ${here?.label}`);
    await screen.key('Tab');
  }
  assert.fail(`Tab never came to ${role} “${label}”, only to: ${met.join(', ')}`);
}

async function pressByKey(screen, role, label) {
  await tabTo(screen, role, label);
  await screen.key('Enter');
}

async function write(screen, label, letters, text, role = 'textbox') {
  await tabTo(screen, role, label);
  await screen.typeIme(letters, text);
  await screen.has(role, label, { value: text });
}

async function typeInto(screen, label, text, role = 'spinbutton') {
  await tabTo(screen, role, label);
  await screen.key('Control+a');
  await screen.type(text);
  await screen.has(role, label, { value: text });
}

async function savesByKey(screen) {
  const before = await fingerprint(screen);
  await screen.key('Control+Enter');
  await isSavedAfter(screen, before);
}

/** Types into the field that searches and takes the first find. */
async function pick(screen, label, typed) {
  await tabTo(screen, 'combobox', label);
  await screen.type(typed);
  await screen.has('combobox', label, { expanded: 'true' });
  await screen.key('Enter');
  await screen.has('combobox', label, { expanded: 'false' });
}

async function beginVillage(screen) {
  await write(screen, fieldLabels.village, 'liuyin', '柳荫村');
  await write(screen, fieldLabels.town, 'linxi', '临溪镇');
  await write(screen, fieldLabels.person, 'zhoumin', '周敏');
  await screen.key('Control+Enter');
  await isSaved(screen);
}

async function addHousehold(screen) {
  await screen.key('Alt+8');
  await pressByKey(screen, 'button', '登记新户');
  await screen.has('textbox', '户主姓名', { focused: true });
  await screen.typeIme('liguifang', '李桂芳');
  await savesByKey(screen);
  await screen.by('row', '李桂芳');
}

/** Four keys from anywhere: the letters typed in the list go to its search box, none is lost. */
async function findByInitials(screen) {
  await screen.key('Alt+1', 'Alt+8', 'l', 'g', 'f');
  await screen.has('searchbox', '姓名、户号、拼音', { value: 'lgf', focused: true });
  await screen.by('row', '李桂芳');
  await screen.key('Escape');
  await screen.has('searchbox', '姓名、户号、拼音', { value: '' });
}

/** 20 points from the paper book, so that there is something to hand out. */
async function carryOver(screen) {
  await pressByKey(screen, 'button', '纸质账册结转');
  await screen.has('spinbutton', '分数', { focused: true });
  await screen.type('20');
  await savesByKey(screen);
}

/** Gives the points of the entry, as the form showed them. */
async function award(screen) {
  await screen.key('Alt+1', 'F8');
  await screen.has('combobox', '户', { focused: true });
  await pick(screen, '户', 'lgf');
  await screen.has('combobox', '户', { value: '李桂芳户' });
  await pick(screen, '细则条目', 'B');
  const quantity = (await screen.widgets()).find(({ role, readonly }) => role === 'spinbutton' && !readonly);
  if (quantity !== undefined) await typeInto(screen, quantity.label, '2');
  await write(screen, '情况和证据', 'qingli', '清理水渠');
  const { value } = await screen.by('figure', '本笔');
  assert.match(value, /^\+\d+(\.\d+)?$/);
  await savesByKey(screen);
  await screen.has('combobox', '户', { value: '', focused: true });
  return Number(value);
}

/** The household in view goes along with F8: the first field that is still empty has the keyboard. */
async function awardForTheHouseholdInView(screen) {
  await screen.key('Alt+8', 'F8');
  await screen.has('combobox', '户', { value: '李桂芳户' });
  await screen.has('combobox', '细则条目', { focused: true });
  await screen.key('Escape');
  await screen.has('combobox', '户', { value: '', focused: true });
}

/** The figure 可兑 opens the entries behind it, which add up to it. */
async function readPassbook(screen, expected) {
  await screen.key('Alt+8');
  await tabTo(screen, 'figure', '可兑');
  assert.equal(Number((await focused(screen)).value), expected);
  await screen.key('Enter');
  await screen.by('dialog', '存折 李桂芳');
  const widgets = await screen.widgets();
  const dialog = widgets.slice(widgets.findIndex(({ role }) => role === 'dialog'));
  const total = dialog.find(({ role, label }) => role === 'row' && label === '合计');
  const changes = { lines: 0, total: 0 };
  for (const { label, value, parent } of dialog.filter(({ role }) => role === 'cell')) {
    if (label === '加减') changes[parent === total.id ? 'total' : 'lines'] += Number(value.replace('−', '-'));
  }
  assert.deepEqual(changes, { lines: expected, total: expected });
  await screen.key('Escape');
  await screen.isGone('dialog', '存折 李桂芳');
  await screen.has('figure', '可兑', { focused: true });
}

async function stockTheShop(screen) {
  await screen.key('Alt+7');
  await pressByKey(screen, 'button', '登记物品');
  await screen.has('textbox', '品名', { focused: true });
  await screen.typeIme('xiangzao', '香皂');
  await write(screen, '单位', 'kuai', '块');
  await typeInto(screen, '分价', '5');
  await savesByKey(screen);
  await pressByKey(screen, 'button', '进货');
  await screen.has('spinbutton', '数量', { focused: true });
  await screen.type('9');
  await savesByKey(screen);
}

async function redeem(screen) {
  await screen.key('Alt+8', 'F9');
  await screen.has('combobox', '领取户', { value: '李桂芳户' });
  await screen.has('combobox', '加物品', { focused: true });
  await screen.type('xz*2');
  await screen.key('Enter');
  await screen.has('spinbutton', '香皂 的数量', { value: '2' });
  // From the goods into the cart and one more of them.
  await tabTo(screen, 'spinbutton', '香皂 的数量');
  await screen.key('+');
  await screen.has('spinbutton', '香皂 的数量', { value: '3' });
  await screen.key('-');
  await screen.has('figure', '合计', { value: '10' });
  await savesByKey(screen);
  await screen.has('note', '小票', { value: '10' });
}

async function exportBook(screen) {
  await screen.key('Control+e');
  const download = screen.page.waitForEvent('download');
  await screen.key('Control+Enter');
  return JSON.parse(await readFile(await (await download).path(), 'utf8'));
}

test('the main job from set-up to the exported file with keys alone', async () => {
  await withKeyboard(async (screen) => {
    await beginVillage(screen);
    await addHousehold(screen);
    await findByInitials(screen);
    await carryOver(screen);
    const awarded = await award(screen);
    await awardForTheHouseholdInView(screen);
    await readPassbook(screen, 20 + awarded);
    await stockTheShop(screen);
    await redeem(screen);
    await readPassbook(screen, 10 + awarded);
    const { fmt, events } = await exportBook(screen);
    assert.equal(fmt, 'jishan');
    const kinds = new Set(events.map(({ k }) => k));
    for (const kind of ['village.create', 'hh.set', 'pts.post', 'shop.redeem']) assert.ok(kinds.has(kind), kind);
  });
});

test('every screen is reached by its digit, the others by Tab', async () => {
  await withKeyboard(async (screen) => {
    await beginVillage(screen);
    const digits = { 1: '首页', 2: '记分', 3: '评分表', 6: '兑换', 7: '库存', 8: '户册', 9: '志愿', 0: '数据' };
    for (const [digit, name] of Object.entries(digits)) {
      await screen.key(`Alt+${digit}`);
      await screen.by('heading', name);
      assert.ok(await focused(screen), `nothing has the keyboard in ${name}`);
    }
    await pressByKey(screen, 'menuitem', '设置');
    await screen.by('heading', '设置');
    assert.ok(await focused(screen), 'nothing has the keyboard in 设置');
  });
});

test('the tour is taken by keys alone, and offered no more', async () => {
  await withKeyboard(async (screen) => {
    await beginVillage(screen);
    await pressByKey(screen, 'button', '第一次用，看一遍');
    for (const title of ['先看这里', '再有户册', '记分按 F8', '兑换按 F9', '存一份，再合并']) {
      await screen.by('dialog', title);
      await screen.key('Enter');
    }
    await screen.isGone('dialog', '存一份，再合并');
    await screen.page.reload();
    await screen.isReady();
    await screen.by('heading', '首页');
    assert.equal(await screen.isShown('button', '第一次用，看一遍'), false);
    await screen.key('F1');
    await screen.by('dialog', '帮助：首页');
    await pressByKey(screen, 'button', '看一遍怎么用');
    await screen.by('dialog', '先看这里');
    await screen.key('Escape');
    await screen.isGone('dialog', '先看这里');
  });
});
