// The work at the desk: roster, entries, goods, redemptions, as a person does them. Labels are those
// of the Chinese interface.
import { fingerprint, goTo, isSavedAfter } from './village.mjs';

/** “+1,240.5” or “−3” as a number; everything in the tests is far below where that loses anything. */
export function amountOf(text) {
  const amount = Number(text.replaceAll(',', '').replace('−', '-'));
  if (text === '' || Number.isNaN(amount)) throw new Error(`“${text}” is no amount`);
  return amount;
}

/** Replaces what a field holds. */
export async function fill(screen, role, label, text) {
  await screen.press(role, label);
  await screen.has(role, label, { focused: true });
  await screen.key('Control+a', 'Delete');
  await screen.has(role, label, { value: '' });
  await screen.commit(text);
  await screen.has(role, label, { value: text });
}

/** The letter z in a date field means yesterday. */
async function fillYesterday(screen, label) {
  await screen.press('textbox', label);
  await screen.key('Control+a', 'Delete', 'z');
  await screen.until('yesterday in words', (name) => window.findWidget('textbox', name).description.startsWith('昨天'), label);
}

/** Types into a picker and takes what it found first. */
export async function pick(screen, label, typed) {
  await screen.press('combobox', label);
  await screen.type(typed);
  await screen.until(`an option of ${label}`, () => window.mirrorWidgets().some(({ role }) => role === 'option'));
  await screen.key('Enter');
  await screen.until(`${label} to be chosen`, ([name, text]) => {
    const field = window.findWidget('combobox', name);
    return field && field.expanded === 'false' && field.value !== '' && field.value !== text;
  }, [label, typed]);
}

/** Opens a drop-down and clicks one of its choices. */
export async function choose(screen, label, choice) {
  await screen.press('combobox', label);
  await screen.press('option', choice);
  await screen.has('combobox', label, { value: choice });
}

/** Does something that writes, and waits until it is acknowledged. */
export async function writing(screen, work) {
  const before = await fingerprint(screen);
  await work();
  await isSavedAfter(screen, before);
}

/** Chooses a roster file (a path, or { name, mimeType, buffer }); the preview is then shown. */
export async function openRoster(screen, file) {
  await goTo(screen, '户册');
  const chooser = screen.page.waitForEvent('filechooser');
  await screen.press('button', '导入名册');
  await (await chooser).setFiles(file);
  await screen.by('dialog', '导入名册');
}

/** A text as a file of the given encoding, as a spreadsheet would save it. */
export function csv(name, text) {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(text, 'utf8') };
}

export async function award(screen, { household, rule, quantity, details, isYesterday }) {
  await goTo(screen, '记分');
  await screen.press('button', '清空');
  await pick(screen, '户', household);
  await pick(screen, '细则条目', rule);
  if (quantity !== undefined) await fill(screen, 'spinbutton', '数量', quantity);
  if (isYesterday) await fillYesterday(screen, '日期');
  if (details !== undefined) await fill(screen, 'textbox', '情况和证据', details);
  const { value } = await screen.by('figure', '本笔');
  await writing(screen, () => screen.press('button', '保存，记下一笔'));
  return amountOf(value);
}

/** Shows a household's page by clicking its head in the list. */
export async function showHousehold(screen, head) {
  await goTo(screen, '户册');
  await screen.pressRow('户册', head);
  await screen.by('heading', `${head}户`);
}

export async function addGoods(screen, { name, unit, price, reorder, barcode }) {
  await goTo(screen, '库存');
  await screen.press('button', '登记物品');
  await fill(screen, 'textbox', '品名', name);
  await fill(screen, 'textbox', '单位', unit);
  await fill(screen, 'spinbutton', '分价', price);
  await fill(screen, 'spinbutton', '补货点', reorder);
  await fill(screen, 'textbox', '条码', barcode);
  await writing(screen, () => screen.press('button', '保存物品'));
}

export async function receive(screen, { name, quantity, cost }) {
  await goTo(screen, '库存');
  await screen.pressRow('库存', name);
  await screen.press('button', '进货');
  await fill(screen, 'spinbutton', '数量', quantity);
  if (cost !== undefined) await fill(screen, 'spinbutton', '花了多少钱', cost);
  await writing(screen, () => screen.press('button', '记下进货'));
}

export async function fillCart(screen, { household, goods }) {
  await goTo(screen, '兑换');
  await pick(screen, '领取户', household);
  await screen.press('combobox', '加物品');
  await screen.type(goods);
  await screen.until('goods to choose from', () => window.mirrorWidgets().some(({ role }) => role === 'option'));
  await screen.key('Enter');
}
