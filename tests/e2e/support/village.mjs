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

/** The status bar says 已保存, which only an acknowledgement can make it say. */
export async function isSaved(screen) {
  await screen.until('已保存 in the status bar', () =>
    window.mirrorWidgets().some(({ role, label }) => role === 'status' && label.startsWith('已保存')));
}

export async function fingerprint(screen) {
  return screen.until('the fingerprint', () => {
    const shown = window.mirrorWidgets().find(({ label }) => label.startsWith('指纹 '));
    return shown?.label;
  });
}

/** Goes to a screen of the rail. */
export async function goTo(screen, name) {
  await screen.press('menuitem', name);
  await screen.by('heading', name);
}
