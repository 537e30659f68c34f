// Names with characters of all extensions, and with the code points that old input methods and old
// spreadsheets use for some of them: one person has one name, however it came into the book.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { withScreen } from './support/browser.mjs';
import { csv, openRoster, writing } from './support/desk.mjs';
import { gb18030 } from './support/spreadsheets.mjs';
import { beginVillage, fieldLabels, fillHousehold, goTo } from './support/village.mjs';

const { village } = fieldLabels;

/** One of each block from Ext A to Ext H: U+3402, 20089, 2A700, 2B740, 2B820, 2CEB0, 30000, 31350. */
const RARE = '㐂𠂉𪜀𫝀𫠠𬺰𰀀𱍐';
/** Code points for private use as GBK gave them out, and what they stand for today. */
const PRIVATE = { '\uE863': '䶮', '\uE815': '⺁', '\uE816': '𠂇', '\uE855': '𤇾' };

test('they arrive typed and pasted as they are, and each is one character', async () => {
  await withScreen('http', {}, async (screen) => {
    await screen.enter(village);
    await screen.commit(RARE);
    await screen.has('textbox', village, { value: RARE });
    await screen.key('Control+a');
    await screen.clipboard(`${RARE}\uE863\uE815`);
    await screen.key('Control+v');
    await screen.has('textbox', village, { value: `${RARE}䶮⺁` });
    for (let left = [...RARE].length + 2; left > 0; left -= 1) {
      const { value } = await screen.by('textbox', village);
      assert.equal([...value].length, left);
      await screen.key('Backspace');
    }
    await screen.has('textbox', village, { value: '' });
    for (const [old, character] of Object.entries(PRIVATE)) {
      await screen.commit(old);
      await screen.has('textbox', village, { value: character });
      await screen.key('Backspace');
    }
    await screen.compose('yan');
    await screen.commit('\uE863');
    await screen.has('textbox', village, { value: '䶮' });
  });
});

async function findsOnly(screen, typed, head, by) {
  await screen.press('searchbox', '姓名、户号、拼音');
  await screen.key('Control+a');
  await by(typed);
  await screen.has('table', '户册', { value: '1' });
  await screen.by('row', head);
  await screen.key('Escape');
  await screen.has('searchbox', '姓名、户号、拼音', { value: '' });
}

test('a name is one name: typed, pasted and imported, and found by each of its spellings', async () => {
  await withScreen('http', {}, async (screen) => {
    const typed = (text) => screen.commit(text);
    const pasted = async (text) => {
      await screen.clipboard(text);
      await screen.key('Control+v');
    };
    await beginVillage(screen);
    for (const [begin, end, name] of [['刘', '\uE863', '刘䶮'], ['陈', '𬱖', '陈𬱖']]) {
      await fillHousehold(screen, begin);
      await screen.commit(end);
      await screen.has('textbox', '户主姓名', { value: name });
      await writing(screen, () => screen.key('Control+Enter'));
    }
    // A sheet of Unicode with a private code point, one of GB 18030, and a table that is copied.
    await openRoster(screen, csv('名册.csv', '户号,姓名,与户主关系\n02-001,王\uE816文,户主\n02-001,王𱍐,长子\n'));
    await writing(screen, () => screen.press('button', '导入 2 人'));
    const old = gb18030('户号,姓名,与户主关系\n03-001,赵𠮷,户主\n');
    await openRoster(screen, { name: '老表.csv', mimeType: 'text/csv', buffer: old });
    await writing(screen, () => screen.press('button', '导入 1 人'));
    await screen.pressRow('户册', '赵𠮷');
    await screen.clipboard('户号\t姓名\t与户主关系\n04-001\t孙\uE863\t户主\n');
    await screen.key('Control+v');
    await screen.by('dialog', '导入名册');
    await writing(screen, () => screen.press('button', '导入 1 人'));

    await goTo(screen, '户册');
    const { rows } = await screen.table('户册', 5);
    const heads = rows.map(({ cells }) => cells['户主']).sort();
    assert.deepEqual(heads, ['刘䶮', '陈𬱖', '王𠂇文', '赵𠮷', '孙䶮'].sort());
    for (const [text, head] of [['刘\uE863', '刘䶮'], ['刘䶮', '刘䶮'], ['𬱖', '陈𬱖'], ['\uE816', '王𠂇文'], ['𱍐', '王𠂇文'], ['赵𠮷', '赵𠮷'], ['孙䶮', '孙䶮']]) {
      await findsOnly(screen, text, head, typed);
      await findsOnly(screen, text, head, pasted);
    }
    // The same person in another spelling is known, not new.
    await openRoster(screen, csv('又一次.csv', '户号,姓名,与户主关系\n02-001,王𠂇文,户主\n02-001,王𱍐,长子\n'));
    await screen.by('status', '新增 0 户 0 人，已有 1 户 2 人');
    await screen.key('Escape');
    // In the picker of an entry and in the finder too.
    await screen.key('F8');
    await screen.press('button', '清空');
    await screen.press('combobox', '户');
    await screen.commit('\uE863');
    await screen.until('both to be offered', () =>
      ['刘䶮', '孙䶮'].every((name) => window.mirrorWidgets().some(({ role, label }) => role === 'option' && label.includes(name))));
    await screen.key('Escape', 'Control+k');
    await screen.by('dialog', '找户、找人、找功能');
    await screen.commit('𬱖');
    await screen.until('the household to be found', () =>
      window.mirrorWidgets().some(({ role, label }) => role === 'option' && label.includes('陈𬱖')));
  });
});
