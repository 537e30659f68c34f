// What is shown when the program has stopped on a bug, or cannot start: plain page elements that
// need nothing of the program. In the language that was chosen for the interface.

import { settings } from './books';

interface Words {
  crashed: string;
  crashedText: string;
  noGraphics: string;
  noGraphicsText: string;
  copiesAreHere: string;
  save: string;
  saving: string;
  saved: (files: number) => string;
  notSaved: string;
  reopen: string;
  detail: string;
  copy: string;
  copied: string;
  notCopied: string;
}

const CHINESE: Words = {
  crashed: '出了问题，已保存的账都在',
  crashedText: '最后一笔如果没有显示“已保存”，重新打开后看一眼，没有就再记一次。',
  noGraphics: '这个浏览器画不出账簿',
  noGraphicsText: '它不让网页画图。请换用新版的 Edge、Chrome 打开。',
  copiesAreHere: '已保存的账都在，可以先存一份到文件。',
  save: '存一份到文件',
  saving: '正在存……',
  saved: (files) => (files === 0 ? '这台电脑上还没有账可存' : `存好了，${files} 本账，在下载文件夹里`),
  notSaved: '没存出来，账还在这台电脑上。重新打开再导出，打不开就把下面的字发给开发人员。',
  reopen: '重新打开',
  detail: '给开发人员看的',
  copy: '复制这些字',
  copied: '复制好了，可以粘贴到微信里',
  notCopied: '复制不了，选中下面的字按 Ctrl+C',
};

const ENGLISH: Words = {
  crashed: 'Something went wrong; what was saved is safe',
  crashedText: 'If the last entry was not shown as saved, look for it after opening again, and enter it once more if it is missing.',
  noGraphics: 'This browser cannot draw the book',
  noGraphicsText: 'It lets no page draw. Open the book with a newer Edge or Chrome.',
  copiesAreHere: 'Everything that was saved is here, and a copy can be saved to a file first.',
  save: 'Save a copy to a file',
  saving: 'Saving…',
  saved: (files) => (files === 0 ? 'No book on this computer holds an entry yet' : `Saved ${files} book(s) to the downloads folder`),
  notSaved: 'No file could be made; the book is still on this computer. Open again and export, or send the text below to a developer.',
  reopen: 'Open again',
  detail: 'For a developer',
  copy: 'Copy this text',
  copied: 'Copied, it can be pasted into a message',
  notCopied: 'Not copied: select the text below and press Ctrl+C',
};

interface Choice {
  label: string;
  run: () => void;
}

interface Panel {
  title: string;
  lines: string[];
  choices: Choice[];  // the first is the primary one
  detail?: string;
}

/** Gives how many files were made. */
export type Rescue = () => Promise<number>;

function words(): Words {
  const isEnglish = settings().some(([key, value]) => key === 'language' && value === 'en');
  return isEnglish ? ENGLISH : CHINESE;
}

function element<K extends keyof HTMLElementTagNameMap>(tag: K, text = ''): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

function button({ label, run }: Choice): HTMLButtonElement {
  const made = element('button', label);
  made.type = 'button';
  made.addEventListener('click', run);
  return made;
}

/** What came of the last button that was pressed. */
function tell(text: string): void {
  const told = document.querySelector('#panel [role=status]');
  if (told !== null) told.textContent = text;
}

function copyDetail(text: HTMLElement): void {
  const said = words();
  getSelection()?.selectAllChildren(text);
  Promise.resolve()
    .then(() => navigator.clipboard.writeText(text.textContent ?? ''))
    .then(() => tell(said.copied))
    // Pages opened from a file may have no clipboard; the old way asks nobody.
    .catch(() => tell(document.execCommand('copy') ? said.copied : said.notCopied));
}

function folded(detail: string): HTMLElement {
  const fold = element('details');
  const text = element('pre', detail);
  text.tabIndex = 0;
  const copy = button({ label: words().copy, run: () => copyDetail(text) });
  fold.append(element('summary', words().detail), copy, text);
  return fold;
}

/** Keys and clipboard belong to the panel's own elements again: the page's listeners, which stand
 * further in, took nearly every key for the program. */
function takeKeysBack(): void {
  for (const type of ['keydown', 'keyup', 'copy', 'cut', 'paste']) {
    window.addEventListener(type, (event) => event.stopImmediatePropagation(), { capture: true });
  }
}

/** Replaces the canvas. */
function show({ title, lines, choices, detail }: Panel): void {
  const place = element('main');
  place.id = 'panel';
  const panel = element('div');
  place.append(panel);
  panel.setAttribute('role', 'alertdialog');
  panel.setAttribute('aria-label', title);
  const told = element('p');
  told.setAttribute('role', 'status');
  const buttons = choices.map(button);
  buttons[0]?.classList.add('primary');
  panel.append(element('h1', title), ...lines.map((line) => element('p', line)), ...buttons, told);
  if (detail !== undefined) panel.append(folded(detail));
  takeKeysBack();
  document.getElementById('panel')?.remove();
  document.body.classList.add('stopped');
  document.body.append(place);
  buttons[0]?.focus();
}

function saving(rescue: Rescue): Choice {
  const said = words();
  const run = (): void => {
    tell(said.saving);
    rescue().then(
      (files) => tell(said.saved(files)),
      (error: unknown) => {
        console.error(error);
        tell(said.notSaved);
      },
    );
  };
  return { label: said.save, run };
}

function reopening(): Choice {
  return { label: words().reopen, run: () => location.reload() };
}

/** What a developer needs to know besides: no name, no entry, nothing of the book. */
function circumstances(): string {
  const place = location.protocol === 'file:' ? 'file' : 'http';
  return `${new Date().toISOString()}\n${place}, ${innerWidth}×${innerHeight} @ ${devicePixelRatio}\n${navigator.userAgent}`;
}

export function showCrash(detail: string, rescue: Rescue): void {
  const said = words();
  show({
    title: said.crashed,
    lines: [said.crashedText],
    choices: [saving(rescue), reopening()],
    detail: `${detail}\n\n${circumstances()}`,
  });
}

export function showNoGraphics(rescue: Rescue): void {
  const said = words();
  show({
    title: said.noGraphics,
    lines: [said.noGraphicsText, said.copiesAreHere],
    choices: [reopening(), saving(rescue)],
  });
}
