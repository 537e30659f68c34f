// What is shown when the program has stopped on a bug, or cannot start: plain page elements that
// need nothing of the program.

interface Choice {
  label: string;
  run: () => void;
}

function button({ label, run }: Choice, isPrimary: boolean): HTMLButtonElement {
  const element = document.createElement('button');
  element.textContent = label;
  element.className = isPrimary ? 'primary' : '';
  element.addEventListener('click', run);
  return element;
}

/** Replaces the canvas. The first choice is the primary one. */
export function showPanel(title: string, lines: string[], choices: Choice[], detail = ''): void {
  const panel = document.createElement('main');
  panel.id = 'panel';
  panel.setAttribute('role', 'alertdialog');
  panel.setAttribute('aria-label', title);
  const heading = document.createElement('h1');
  heading.textContent = title;
  panel.append(heading);
  for (const line of lines) {
    const paragraph = document.createElement('p');
    paragraph.textContent = line;
    panel.append(paragraph);
  }
  panel.append(...choices.map((choice, i) => button(choice, i === 0)));
  if (detail !== '') {
    const fold = document.createElement('details');
    const summary = document.createElement('summary');
    summary.textContent = '给开发人员看的';
    const text = document.createElement('pre');
    text.textContent = detail;
    fold.append(summary, text);
    panel.append(fold);
  }
  document.getElementById('panel')?.remove();
  document.body.classList.add('stopped');
  document.body.append(panel);
  panel.querySelector('button')?.focus();
}

const REOPEN: Choice = { label: '重新打开', run: () => location.reload() };

export function showCrash(detail: string, saveCopy: () => void): void {
  showPanel(
    '出了问题，已保存的账都在',
    ['最后一笔如果没有显示“已保存”，重新打开后看一眼，没有就再记一次。'],
    [{ label: '存一份到文件', run: saveCopy }, REOPEN],
    detail,
  );
}

export function showNoGraphics(saveCopy: () => void): void {
  showPanel(
    '这个浏览器画不出账簿',
    [
      '它不让网页画图。请换用新版的 Edge、Chrome 打开。',
      '已保存的账都在，可以先存一份到文件。',
    ],
    [REOPEN, { label: '存一份到文件', run: saveCopy }],
  );
}
