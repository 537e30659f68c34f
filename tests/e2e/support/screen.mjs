// What a person does with the page: finds things by role and name, as the mirror tells them, and
// uses real mouse and keyboard events at their place. Nothing here sleeps: every wait is for a state.
const PATIENCE_MS = 15_000;

function quoted(role, label) {
  return `${role} “${label}”`;
}

export class Screen {
  constructor(page) {
    this.page = page;
    this.errors = [];
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('pageerror', (error) => this.errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(message.text());
    });
  }

  async attach() {
    await this.page.addInitScript(installReader);
    this.protocol = await this.page.context().newCDPSession(this.page);
  }

  expectNoErrors() {
    if (this.errors.length > 0) throw new Error(`the page reported: ${this.errors.join('\n')}`);
  }

  /** The program has begun and drawn what it wanted to draw. */
  async isReady() {
    await this.until('the first frames', () => {
      const { frames, idle } = document.getElementById('mirror').dataset;
      return document.getElementById('panel') !== null || (Number(frames) > 0 && idle === 'true');
    });
  }

  /** Nothing more will be drawn by itself at once. */
  async isIdle() {
    await this.until('no frame to be due', () => {
      return document.getElementById('mirror').dataset.idle === 'true';
    });
  }

  async framesDrawn() {
    return this.page.evaluate(() => Number(document.getElementById('mirror').dataset.frames));
  }

  /** What takes longer than a person would wait for a screen. */
  async patiently(ms, wait) {
    this.page.setDefaultTimeout(ms);
    try {
      return await wait();
    } finally {
      this.page.setDefaultTimeout(PATIENCE_MS);
    }
  }

  /** Waits until the function, run in the page, gives something true; gives that. */
  async until(what, condition, argument) {
    try {
      const handle = await this.page.waitForFunction(condition, argument, { polling: 'raf' });
      return await handle.jsonValue();
    } catch (error) {
      throw new Error(`waited in vain for ${what}: ${error.message.split('\n')[0]}\n${await this.dump()}`);
    }
  }

  /** One widget: { role, label, value, focused, disabled, checked, …, x, y, w, h }. */
  async by(role, label) {
    return this.until(quoted(role, label), ([r, l]) => window.findWidget(r, l), [role, label]);
  }

  /** Waits until the widget satisfies the states given: value, focused, checked, disabled … */
  async has(role, label, states) {
    const what = `${quoted(role, label)} with ${JSON.stringify(states)}`;
    return this.until(what, ([r, l, wanted]) => {
      const widget = window.findWidget(r, l);
      const isThere = widget && Object.entries(wanted).every(([name, value]) => widget[name] === value);
      return isThere ? widget : undefined;
    }, [role, label, states]);
  }

  async isGone(role, label) {
    await this.until(`${quoted(role, label)} to go`, ([r, l]) => !window.findWidget(r, l), [role, label]);
  }

  async isShown(role, label) {
    return (await this.widgets()).some((widget) => widget.role === role && widget.label === label);
  }

  /** All widgets in the order of the screen. */
  async widgets() {
    return this.page.evaluate(() => window.mirrorWidgets());
  }

  /** What is scrolled away comes into view, as for a screen reader that goes there. */
  async inView(role, label) {
    const widget = await this.by(role, label);
    if (!widget.outOfView) return widget;
    await this.page.evaluate((id) => document.getElementById(id).click(), widget.id);
    return this.has(role, label, { outOfView: false });
  }

  /** The last table of this name that holds so many rows (any number, when not told): its rows and
   * its footer as { title of the column: text }. Only rows in view are there. */
  async table(label, rowCount) {
    return this.until(`table “${label}” with ${rowCount ?? 'some'} rows`, ([name, count]) => {
      const found = window.readTable(name);
      return found && (count === null || found.rowCount === count) ? found : undefined;
    }, [label, rowCount ?? null]);
  }

  /** Clicks the row that holds the text, in the last table of this name. */
  async pressRow(tableLabel, text) {
    const row = await this.until(`a row with ${text} in “${tableLabel}”`, ([name, wanted]) =>
      window.readTable(name)?.rows.find(({ cells }) => Object.values(cells).some((cell) => cell.includes(wanted)))?.place, [tableLabel, text]);
    await this.click(row);
  }

  async openRow(tableLabel, text) {
    await this.pressRow(tableLabel, text);
    await this.key('Enter');
  }

  async press(role, label) {
    await this.click(await this.inView(role, label));
  }

  /** A toast that covers the widget is pressed away first, as a person does who wants what is below. */
  async click({ id, x, y, w, h }) {
    const toast = await this.page.evaluate((covered) => window.toastOver(covered), id);
    if (toast) {
      await this.page.mouse.click(toast.x + 1, toast.y + 1);
      await this.isGone(toast.role, toast.label);
    }
    await this.page.mouse.click(x + w / 2, y + h / 2);
    await this.isIdle();
  }

  /** Clicks the field and waits until typing goes there. */
  async enter(label) {
    await this.press('textbox', label);
    await this.has('textbox', label, { focused: true });
    await this.until('the text area to be focused', () => document.activeElement?.id === 'typing');
  }

  async key(...keys) {
    await this.keys(...keys);
    await this.isIdle();
  }

  /** One key after another, as fast as they come: what they lead to is waited for elsewhere. */
  async keys(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Text without an input method, one key after another. */
  async type(text) {
    await this.page.keyboard.type(text);
    await this.isIdle();
  }

  /** What an input method shows while it composes; the caret is at its end. */
  async compose(text) {
    await this.preEdit(text);
    await this.isIdle();
  }

  async preEdit(text) {
    await this.pressInputMethodKey();
    await this.protocol.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  }

  /** The input method hands over the text, as one event. */
  async commit(text) {
    await this.insert(text);
    await this.isIdle();
  }

  async insert(text) {
    await this.pressInputMethodKey();
    await this.protocol.send('Input.insertText', { text });
  }

  /** Chinese as it is typed: letters composed one by one, then the chosen text. */
  async typeIme(letters, text) {
    for (let i = 1; i <= letters.length; i += 1) await this.compose(letters.slice(0, i));
    await this.commit(text);
  }

  /** A key that the input method keeps: the page sees number 229 and which key it was. */
  async pressInputMethodKey(code = '') {
    await this.protocol.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', windowsVirtualKeyCode: 229, key: 'Process', code });
  }

  async clipboard(text) {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    if (text === undefined) return this.page.evaluate(() => navigator.clipboard.readText());
    return this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  }

  /** The colours of the canvas inside a widget's place, as drawn. */
  async picture(role, label) {
    const { x, y, w, h } = await this.by(role, label);
    return this.page.screenshot({ clip: { x, y, width: Math.max(1, w), height: Math.max(1, h) } });
  }

  async dump() {
    const widgets = await this.widgets().catch(() => []);
    const lines = widgets.map(({ role, label, value, description, focused, x, y, w, h }) =>
      `  ${role} “${label}” ${value} (${description})${focused ? ' focused' : ''} at ${x},${y} ${w}×${h}`);
    return `The mirror holds ${widgets.length} widgets:\n${lines.join('\n')}\n${this.errors.join('\n')}`;
  }
}

/** Runs in the page: gives tests the mirror as plain values. */
function installReader() {
  const boxOf = ({ dataset }) => {
    const [x, y, w, h] = dataset.box.split(' ').map(Number);
    return { x, y, w, h };
  };
  window.mirrorWidgets = () =>
    [...document.querySelectorAll('#mirror [id^=w]')].map((node) => ({
      id: node.id,
      parent: node.dataset.parent === undefined ? undefined : `w${node.dataset.parent}`,
      role: node.getAttribute('role'),
      label: node.dataset.label ?? node.getAttribute('aria-label') ?? '',
      // Those that hold other elements have their value beside them, a heading of a column none.
      value: node.dataset.value ?? (node.firstElementChild || node.getAttribute('role') === 'columnheader' ? '' : node.textContent),
      description: node.getAttribute('aria-description') ?? '',
      focused: node.getAttribute('data-focused') === 'true',
      disabled: node.getAttribute('aria-disabled') === 'true',
      invalid: node.getAttribute('aria-invalid') === 'true',
      readonly: node.getAttribute('aria-readonly') === 'true',
      checked: node.getAttribute('aria-checked'),
      selected: node.getAttribute('aria-selected') ?? (node.getAttribute('aria-current') === 'page' ? 'true' : null),
      expanded: node.getAttribute('aria-expanded'),
      outOfView: node.dataset.outOfView === 'true',
      ...boxOf(node),
    }));
  window.findWidget = (role, label) =>
    window.mirrorWidgets().find((widget) => widget.role === role && widget.label === label);
  window.toastOver = (id) => {
    const widgets = window.mirrorWidgets();
    const at = widgets.findIndex((widget) => widget.id === id);
    const [x, y] = [widgets[at].x + widgets[at].w / 2, widgets[at].y + widgets[at].h / 2];
    return widgets.slice(at + 1).find((over) => ['status', 'alert'].includes(over.role) &&
      over.x <= x && x <= over.x + over.w && over.y <= y && y <= over.y + over.h);
  };
  window.readTable = (label) => {
    const widgets = window.mirrorWidgets();
    const table = widgets.findLast((widget) => widget.role === 'table' && widget.label === label);
    if (table === undefined) return undefined;
    const read = (row) => ({
      place: { id: row.id, x: row.x, y: row.y, w: row.w, h: row.h },
      isSelected: row.selected === 'true',
      cells: Object.fromEntries(
        widgets.filter(({ role, parent }) => role === 'cell' && parent === row.id).map((cell) => [cell.label, cell.value])),
    });
    const rows = widgets.filter(({ role, parent }) => role === 'row' && parent === table.id);
    // Only what can be selected is a row of the table; the other one is its footer.
    const footer = rows.find(({ selected }) => selected === null);
    return {
      rowCount: Number(table.value),
      rows: rows.filter(({ selected }) => selected !== null).map(read),
      footer: footer && read(footer).cells,
    };
  };
}
