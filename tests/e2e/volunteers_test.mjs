// Volunteers: who is registered, in which team, what they did, and what it comes to for a person and
// a team in any period.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { withScreen } from './support/browser.mjs';
import { choose, csv, fill, openRoster, pick, writing } from './support/desk.mjs';
import { beginVillage, fingerprint, goTo } from './support/village.mjs';

const ROSTER = csv('名册.csv', '户号,姓名,与户主关系\n1,李桂芳,户主\n1,王建国,配偶\n2,赵文斌,户主\n');

async function register(screen, { typed, name, team }) {
  await screen.press('button', '登记志愿者');
  await pick(screen, '谁', typed);
  await screen.has('combobox', '谁', { value: name });
  if (team !== undefined) await choose(screen, '进哪个队', team);
  await writing(screen, () => screen.press('button', '登记'));
  await screen.isGone('dialog', '登记志愿者');
}

async function record(screen, { name, hours, day, kind, served, rule }) {
  await screen.pressRow('志愿', name);
  await screen.press('button', '记服务');
  await fill(screen, 'spinbutton', '小时', hours);
  if (day !== undefined) await fill(screen, 'textbox', '日期', day);
  if (kind !== undefined) await choose(screen, '做什么', kind);
  if (served !== undefined) await fill(screen, 'spinbutton', '服务了几人', served);
  if (rule !== undefined) await choose(screen, '按哪条给分', rule);
  await writing(screen, () => screen.press('button', '记下服务'));
}

/** [name, hours, times, people served, points] of everybody shown, and the footer's figures. */
async function figures(screen) {
  const { rows, footer } = await screen.table('志愿');
  const of = (cells) => [cells['小时'], cells['次数'], cells['服务人次'], cells['分']];
  return { people: Object.fromEntries(rows.map(({ cells }) => [cells['姓名'], of(cells)])), sum: of(footer) };
}

test('hours and points of a person and a team, for any period', async () => {
  await withScreen('http', {}, async (screen) => {
    await beginVillage(screen);
    await openRoster(screen, ROSTER);
    await writing(screen, () => screen.press('button', '导入 3 人'));

    await goTo(screen, '志愿');
    await screen.press('button', '新建队伍');
    await fill(screen, 'textbox', '队名', '巾帼队');
    await writing(screen, () => screen.press('button', '保存队伍'));
    await register(screen, { typed: 'lgf', name: '李桂芳', team: '巾帼队' });
    await register(screen, { typed: 'wjg', name: '王建国' });

    const { label: rule } = await (async () => {
      await screen.pressRow('志愿', '李桂芳');
      await screen.press('button', '记服务');
      await screen.press('combobox', '按哪条给分');
      const option = await screen.until('the rule for hours', () => window.mirrorWidgets().find(
        ({ role, label: text }) => role === 'option' && text.startsWith('B02')));
      await screen.key('Escape', 'Escape');
      await screen.until('the form to go', () => !window.mirrorWidgets().some(({ role }) => role === 'dialog'));
      return option;
    })();
    await record(screen, { name: '李桂芳', hours: '2.5', kind: '关爱老人', served: '4', rule });
    await record(screen, { name: '王建国', hours: '1' });
    await record(screen, { name: '李桂芳', hours: '3', day: '2024-05-18', kind: '环境整治' });

    assert.deepEqual(await figures(screen), {
      people: { 李桂芳: ['2.5', '1', '4', '2.5'], 王建国: ['1.0', '1', '0', '0'] },
      sum: ['3.5', '2', '4', '2.5'],
    });
    await choose(screen, '队伍', '巾帼队');
    assert.deepEqual(await figures(screen), {
      people: { 李桂芳: ['2.5', '1', '4', '2.5'] },
      sum: ['2.5', '1', '4', '2.5'],
    });

    await choose(screen, '看哪段时间', '从头到现在');
    assert.deepEqual((await figures(screen)).sum, ['5.5', '2', '4', '2.5']);
    const { rows, footer } = await screen.table('服务记录', 2);
    assert.deepEqual(rows.map(({ cells }) => [cells['做什么'], cells['小时']]), [['关爱老人', '2.5'], ['环境整治', '3.0']]);
    assert.equal(footer['小时'], '5.5');

    await screen.press('combobox', '看哪段时间');
    await screen.press('option', '自己定日期');
    await fill(screen, 'textbox', '从哪天', '2024-05-18');
    await fill(screen, 'textbox', '到哪天', '2024-05-17');
    await screen.press('button', '看这几天');
    await screen.has('textbox', '到哪天', { invalid: true, description: '比开始那天早，换一天' });
    await fill(screen, 'textbox', '到哪天', '2024-05-18');
    await screen.press('button', '看这几天');
    await screen.has('combobox', '看哪段时间', { value: '2024-05-18 到 2024-05-18' });
    assert.deepEqual((await figures(screen)).sum, ['3.0', '1', '0', '0']);

    // Taken back: the hours are gone, the record stays in the book in red.
    const before = await fingerprint(screen);
    await screen.openRow('服务记录', '环境整治');
    await writing(screen, () => screen.press('button', '撤掉这一条'));
    assert.deepEqual((await figures(screen)).sum, ['0.0', '0', '0', '0']);
    assert.notEqual(await fingerprint(screen), before);
  });
});
