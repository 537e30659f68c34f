// What a cadre does first: begins a village. Labels are those of the Chinese interface.

export const fieldLabels = { village: '村或社区', town: '乡镇或街道', person: '您的姓名', laptop: '电脑名' };

/** From the set-up screen to a new book, all by typing. */
export async function beginVillage(screen, { village = '柳荫村', person = '周敏' } = {}) {
  await screen.press('radio', '新建账册');
  await screen.enter(fieldLabels.village);
  await screen.typeIme('liuyin', village);
  await screen.enter(fieldLabels.town);
  await screen.typeIme('linxi', '临溪镇');
  await screen.enter(fieldLabels.person);
  await screen.typeIme('zhoumin', person);
  await screen.press('button', '建立账册');
  await isSaved(screen);
}

/** From set-up into the making of the sample village. */
export async function startSample(screen) {
  await screen.press('radio', '用示例村练习');
  const { x, y, w, h } = await screen.by('button', '开始练习');
  // No wait for stillness: the page draws on by itself from here.
  await screen.page.mouse.click(x + w / 2, y + h / 2);
  await screen.by('progressbar', '正在做示例村');
}

/** From set-up to the sample village: a year of work, which takes its time. */
export async function beginSample(screen) {
  await startSample(screen);
  await screen.patiently(300_000, async () => {
    await screen.by('menuitem', '首页');
    await isSaved(screen);
  });
}

/** The status bar says 已保存, and not of an earlier entry: nothing awaits its acknowledgement. */
export async function isSaved(screen) {
  await screen.until('已保存 in the status bar', () =>
    document.getElementById('mirror').dataset.saving === 'false' &&
    window.mirrorWidgets().some(({ role, label }) => role === 'status' && label.startsWith('已保存')));
}

export async function fingerprint(screen) {
  return screen.until('the fingerprint', () => {
    const shown = window.mirrorWidgets().find(({ label }) => label.startsWith('指纹 '));
    return shown?.label;
  });
}

/** Something was added to the book that had this fingerprint, and it is saved. */
export async function isSavedAfter(screen, before) {
  await screen.until('another fingerprint', (old) =>
    window.mirrorWidgets().some(({ label }) => label.startsWith('指纹 ') && label !== old), before);
  await isSaved(screen);
}

/** Goes to a screen of the rail. */
export async function goTo(screen, name) {
  await screen.press('menuitem', name);
  await screen.by('heading', name);
}

/** Opens the form for a new household and types the head's name. */
export async function fillHousehold(screen, name) {
  await screen.key('Alt+8');
  await screen.press('button', '登记新户');
  await screen.enter('户主姓名');
  await screen.commit(name);
  await screen.has('textbox', '户主姓名', { value: name });
}

/** Waits until the new household is acknowledged as saved. */
export async function addHousehold(screen, name) {
  const before = await fingerprint(screen);
  await fillHousehold(screen, name);
  await screen.key('Control+Enter');
  await isSavedAfter(screen, before);
}

/** How many households the list says there are. */
export async function householdCount(screen) {
  await screen.key('Alt+8');
  return screen.until('the number of households', () => {
    const told = window.mirrorWidgets().map(({ label, value, description }) => `${label} ${value} ${description}`.match(/([\d,]+) 户，[\d,]+ 人/));
    const found = told.find((match) => match !== null);
    if (found) return { count: Number(found[1].replaceAll(',', '')) };
    return window.mirrorWidgets().some(({ label }) => label === '还没有户') ? { count: 0 } : undefined;
  }).then(({ count }) => count);
}

/** Exports with names; gives the path of the file. */
export async function exportForColleagues(screen) {
  await goTo(screen, '数据');
  await screen.key('Control+e');
  const download = screen.page.waitForEvent('download');
  await screen.press('button', '导出给同事');
  const file = await download;
  // A browser keeps downloads under names of its own, the person sees the suggested one.
  const path = `${await file.path()}-${file.suggestedFilename()}`;
  await file.saveAs(path);
  return path;
}

/** Answers the file dialog that `ask` opens. */
export async function openFileWith(screen, path, ask) {
  const chooser = screen.page.waitForEvent('filechooser');
  await ask();
  await (await chooser).setFiles(path);
}

/** Chooses a colleague's file on the screen for it; a path, or { name, mimeType, buffer }. */
export async function openFile(screen, file) {
  await goTo(screen, '数据');
  await openFileWith(screen, file, () => screen.key('Control+o'));
}

/** Opens a colleague's file, sees what it would add, and merges it. Gives how much it added. */
export async function importFile(screen, file) {
  await openFile(screen, file);
  const { count } = await screen.until('what the file would add', () => {
    const labels = window.mirrorWidgets().filter(({ role }) => role === 'button').map(({ label }) => label);
    if (labels.includes('没有新的可合并')) return { count: 0 };
    const merge = labels.map((label) => /^合并 ([\d,]+) 条$/.exec(label)).find((match) => match !== null);
    return merge && { count: Number(merge[1].replaceAll(',', '')) };
  });
  const { footer } = await screen.table('导入');
  if (footer['要新增'].replaceAll(',', '') !== `+${count}`) throw new Error(`the table says ${footer['要新增']}`);
  const before = await fingerprint(screen);
  await screen.press('button', count === 0 ? '没有新的可合并' : `合并 ${count.toLocaleString('en')} 条`);
  if (count > 0) await isSavedAfter(screen, before);
  await screen.by('note', `合并好了，新增 ${count.toLocaleString('en')} 条`);
  return count;
}

/** From set-up to the book of a colleague's file. */
export async function joinVillage(screen, path, { person, laptop }) {
  await screen.press('radio', '加入已有账册');
  await openFileWith(screen, path, () => screen.press('button', '选账册文件'));
  await screen.enter(fieldLabels.person);
  await screen.commit(person);
  await screen.enter(fieldLabels.laptop);
  await screen.key('Control+a');
  await screen.commit(laptop);
  await screen.press('button', '加入这本账');
  await screen.by('menuitem', '首页');
  await isSaved(screen);
}
