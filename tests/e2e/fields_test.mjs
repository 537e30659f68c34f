// Every field that is typed into takes Chinese from an input method and pastes and copies it: the
// test walks the mirror of every screen and dialog, and at the end compares the labels it met with
// those that the sources name, so that a field added later is either walked or fails the test.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { withScreen } from './support/browser.mjs';
import { labelsOfFields } from './support/source_texts.mjs';
import { addHousehold, beginVillage, fingerprint, isSavedAfter } from './support/village.mjs';

/** Roles of what may be typed into. */
const FIELD_ROLES = new Set(['textbox', 'searchbox', 'spinbutton', 'combobox']);

/** One chooses from these, nothing is typed: the same role in ARIA as a field that searches. */
const CHOICES = new Set(['做事的人', '组', '职务', '队伍', '在村情况', '与户主关系', '进哪个队', '做什么', '按哪条给分']);

/**
 * Numbers, dates and codes: Chinese stays as typed until it is corrected, but full-width digits
 * become plain ones when the field is left. All spin buttons are numbers too.
 */
const DIGITS = new Map([
  ['日期', ['２０２６－９－８', '2026-09-08']],
  ['从哪天起用', ['２０２６－９－８', '2026-09-08']],
  ['从哪天', ['２０２６－９－８', '2026-09-08']],
  ['到哪天', ['２０２６－９－８', '2026-09-08']],
  ['保质期到', ['２０３６－９－８', '2036-9-8']],
  ['几点开始', ['８：３０', '8:30']],
  ['身份证号', ['３３０', '330']],
  ['电话', ['１３８', '138']],
  ['条码', ['６９０１', '6901']],
  ['编号', ['Ｂ０２', 'B02']],
]);
const NUMBER = ['１２', '12'];

const metLabels = new Set();

/** What is typed into here, each once by its name; under a dialog nothing takes any typing. */
async function fieldsShown(screen) {
  const all = await screen.widgets();
  const dialog = all.findIndex(({ role }) => role === 'dialog');
  const fields = all.slice(Math.max(0, dialog)).filter(({ role, label, value, disabled, readonly }) => {
    if (!FIELD_ROLES.has(role) || disabled || readonly) return false;
    if (role !== 'combobox') return true;
    // What was chosen stands in the place of the search field; that one is met where it is empty.
    return !CHOICES.has(label) && value === '';
  });
  return [...new Map(fields.map((field) => [`${field.role} ${field.label}`, field])).values()];
}

/** The last of several steps has come through. Each is sent at once: nobody waits between two keys. */
async function holds(screen, role, label, value) {
  await screen.has(role, label, { value, focused: true });
}

async function empty(screen, role, label) {
  await screen.keys('Control+a', 'Backspace');
  await holds(screen, role, label, '');
}

async function composes(screen, role, label) {
  for (const letters of ['l', 'li', 'liu']) await screen.preEdit(letters);
  for (const key of ['Backspace', 'Enter', 'ArrowLeft', 'ArrowDown']) await screen.pressInputMethodKey(key);
  await screen.isIdle();
  await holds(screen, role, label, '');
  await screen.insert('柳');
  await holds(screen, role, label, '柳');
  await screen.insert('，');
  await holds(screen, role, label, '柳，');
}

async function copiesAndPastes(screen, role, label) {
  await screen.keys('Control+a', 'Control+c', 'Backspace', 'Control+v', 'Control+v');
  await holds(screen, role, label, '柳，柳，');
}

async function foldsDigits(screen, role, label, [typed, kept]) {
  await screen.insert(typed);
  await holds(screen, role, label, typed);
  await screen.keys('Tab');
  await screen.has(role, label, { value: kept, focused: false });
  await screen.press(role, label);
  await screen.has(role, label, { focused: true });
}

/** Types into each field that is shown and not `done` in the same form; gives their labels. */
async function walk(screen, place, done = new Set()) {
  const fields = (await fieldsShown(screen)).filter(({ label }) => !done.has(label));
  for (const { role, label } of fields) {
    await screen.press(role, label);
    await screen.has(role, label, { focused: true });
    await screen.until(`typing to go to “${label}” of ${place}`, () => document.activeElement?.id === 'typing');
    await empty(screen, role, label);
    await composes(screen, role, label);
    await copiesAndPastes(screen, role, label);
    await empty(screen, role, label);
    const digits = role === 'spinbutton' ? NUMBER : DIGITS.get(label);
    if (digits !== undefined) {
      await foldsDigits(screen, role, label, digits);
      await empty(screen, role, label);
    }
    // A list of finds would lie over the next field.
    if ((await screen.by(role, label)).expanded === 'true') await screen.key('Escape');
    metLabels.add(label);
    done.add(label);
  }
  return fields.map(({ label }) => label);
}

/** A dialog: walked and closed again. */
async function walkDialog(screen, title) {
  await screen.by('dialog', title);
  assert.ok((await walk(screen, title)).length > 0, `no field in ${title}`);
  await screen.key('Escape');
  await screen.isGone('dialog', title);
}

async function saves(screen) {
  const before = await fingerprint(screen);
  await screen.key('Control+Enter');
  await isSavedAfter(screen, before);
}

async function fill(screen, label, text, role = 'textbox') {
  await screen.press(role, label);
  await screen.has(role, label, { focused: true });
  await screen.commit(text);
}

const walks = {
  async 'set-up'(screen) {
    const done = new Set();
    for (const source of ['加入已有账册', '用示例村练习', '新建账册']) {
      await screen.press('radio', source);
      await walk(screen, source, done);
    }
  },

  async 'the screens of the rail'(screen) {
    const names = (await screen.widgets()).filter(({ role }) => role === 'menuitem').map(({ label }) => label);
    assert.ok(names.length >= 8, `the rail names ${names}`);
    for (const name of names) {
      await screen.press('menuitem', name);
      await screen.by('heading', name);
      await walk(screen, name);
    }
    await screen.key('Control+k');
    await screen.by('dialog', '找户、找人、找功能');
    await walk(screen, 'Ctrl+K');
  },

  async 'the forms of the roster'(screen) {
    await screen.press('menuitem', '户册');
    await screen.press('button', '登记新户');
    await walkDialog(screen, '登记新户');
    await screen.press('button', '修改');
    await walkDialog(screen, '修改 李桂芳户');
    await screen.press('button', '加一个人');
    await walkDialog(screen, '李桂芳户加一个人');
    await screen.press('button', '纸质账册结转');
    await walkDialog(screen, '李桂芳户　纸质账册结转');
    await screen.press('button', '纸质账册结转');
    await fill(screen, '分数', '50', 'spinbutton');
    await saves(screen);
    await screen.press('row', '纸质账册结转');
    await screen.key('Enter');
    await walkDialog(screen, '冲销这一笔？');
  },

  async 'the forms of the shop'(screen) {
    await screen.press('menuitem', '库存');
    await screen.press('button', '登记物品');
    await walkDialog(screen, '登记物品');
    await screen.press('button', '登记物品');
    await fill(screen, '品名', '香皂');
    await fill(screen, '单位', '块');
    await fill(screen, '分价', '5', 'spinbutton');
    await saves(screen);
    await screen.press('button', '进货');
    await walkDialog(screen, '进货：香皂');
    await screen.press('menuitem', '户册');
    await screen.key('F9');
    await screen.press('radio', '代领');
    assert.ok((await walk(screen, '代领')).includes('代领人'));
  },

  async 'the forms of the volunteers'(screen) {
    await screen.press('menuitem', '志愿');
    await screen.press('button', '新建队伍');
    await walkDialog(screen, '新建队伍');
    await screen.press('button', '登记志愿者');
    await walkDialog(screen, '登记志愿者');
    await screen.press('button', '登记志愿者');
    await fill(screen, '谁', '李桂芳', 'combobox');
    await screen.key('Enter');
    await saves(screen);
    await screen.press('button', '记服务');
    await walkDialog(screen, '记服务：李桂芳');
    await screen.press('combobox', '看哪段时间');
    await screen.press('option', '自己定日期');
    await walkDialog(screen, '看哪几天');
  },

  async 'the settings'(screen) {
    await screen.press('menuitem', '设置');
    for (const section of ['本村', '操作员', '显示', '账册']) {
      await screen.press('row', section);
      await walk(screen, section);
    }
    await screen.press('row', '细则');
    const done = new Set();
    for (const type of ['固定分', '区间', '按数量']) {
      await screen.press('radio', type);
      await walk(screen, type, done);
    }
  },

  async 'the choice of who sits here'(screen) {
    await screen.press('button', '周敏');
    await screen.press('menuitem', '换人操作');
    assert.ok((await walk(screen, '换人操作')).includes('您的姓名'));
  },
};

test('every field takes Chinese, pastes and copies', async (t) => {
  await withScreen('http', {}, async (screen) => {
    for (const [name, run] of Object.entries(walks)) {
      await t.test(name, () => run(screen));
      if (name === 'set-up') {
        await screen.page.reload();
        await screen.isReady();
        await beginVillage(screen);
        await addHousehold(screen, '李桂芳');
      }
    }
  });
  const missed = [...(await labelsOfFields())].filter((label) => !metLabels.has(label));
  assert.deepEqual(missed, [], 'fields of the sources that no walk met');
});
