// A plain DOM copy of what the canvas shows: one element for each widget, with its role, name,
// value, state and rectangle. Screen readers read it, tests find widgets by it. No pointer reaches
// it; a screen reader that activates an element moves the program's focus there, which also scrolls
// into view what is out of it.

import { MirrorTree, setOrRemove, TEXT_ROLES, widgetOf } from './mirror_tree';
import type { Row } from './mirror_tree';

/**
 * While frames follow each other the copy is this old at most; when they pause it is exact. A copy
 * costs as much as a frame or two; more seldom, a quick computer would end a long task untold.
 */
const OLDEST_MS = 500;
/** From the last notch of the wheel: what runs past is read by nobody, and each copy would hold other rows. */
const WHEEL_RESTS_MS = 250;

/** Field order of src/platform/web/mirror.cpp; the separators never occur in texts. */
const ROW = '\x1e';
const FIELD = '\x1f';

function parsed(text: string): Row {
  const [id = '', role = '', label = '', value = '', states = '', box = '', description = '', parent = ''] =
    text.split(FIELD);
  return { id, role, label, value, states, box: box.split(' ').map(Number), description, parent };
}

/** The page's own elements that the copy speaks through. */
export interface MirrorElements {
  root: HTMLElement;
  canvas: HTMLCanvasElement;
  /** Where everything is typed: it has the keyboard while a text field of the program has it. */
  typing: HTMLElement;
  /** Live regions: what is put there is read out, at the next pause or at once. */
  told: HTMLElement;
  warned: HTMLElement;
}

export class Mirror {
  private readonly tree: MirrorTree;
  private shownAtMs = -OLDEST_MS;
  private turnedAtMs = -WHEEL_RESTS_MS;
  private hasShown = false;
  /** The rows of the last copy by their text: most stay, and stay the same objects. */
  private rows = new Map<string, Row>();
  /** The error at each field that has one. */
  private errors = new Map<string, string>();

  constructor(
    private readonly on: MirrorElements,
    goToWidget: (id: number) => void,
  ) {
    this.tree = new MirrorTree(on.root);
    on.root.addEventListener('click', (event) => {
      const id = widgetOf(event.target);
      if (id !== undefined) goToWidget(id);
    });
    on.canvas.addEventListener('wheel', () => (this.turnedAtMs = performance.now()), { passive: true });
  }

  show(text: string, tableRows: number): void {
    const { root, canvas } = this.on;
    root.dataset['tableRows'] = String(tableRows);
    const rows = this.read(text);
    const fresh = this.tree.show(rows, canvas.getBoundingClientRect().width / canvas.width);
    this.tellFocus(rows.find(({ states }) => states.includes('f')));
    if (this.hasShown) this.tellNews(fresh, this.newErrors(rows));
    this.hasShown = true;
  }

  private read(text: string): Row[] {
    const before = this.rows;
    this.rows = new Map();
    if (text === '') return [];
    return text.split(ROW).map((one) => {
      const row = before.get(one) ?? parsed(one);
      this.rows.set(one, row);
      return row;
    });
  }

  /** Whether the program is to be asked for its table now. By time, not by frames: those of a
   * long task on a slow computer are far apart, and its progress is read here. */
  isDue(isIdle: boolean): boolean {
    const nowMs = performance.now();
    const isTurning = nowMs - this.turnedAtMs < WHEEL_RESTS_MS;
    if (!isIdle && (isTurning || nowMs - this.shownAtMs < OLDEST_MS)) return false;
    this.shownAtMs = nowMs;
    return true;
  }

  /** Something happened that is not drawn yet. */
  reportBusy(): void {
    this.on.root.dataset['idle'] = 'false';
  }

  /** After each frame. Tests wait for `idle` and `saving`, and count `frames`. */
  report(frames: number, isIdle: boolean, isSaving: boolean): void {
    const { dataset } = this.on.root;
    dataset['frames'] = String(frames);
    dataset['saving'] = String(isSaving);
    dataset['idle'] = String(isIdle);
  }

  /** Either the canvas or the text area has the browser's focus; both say which widget it is. */
  private tellFocus(row: Row | undefined): void {
    const { canvas, typing } = this.on;
    setOrRemove(canvas, 'aria-activedescendant', row === undefined ? '' : this.tree.elementId(row));
    if (row === undefined || !TEXT_ROLES.has(row.role)) return;
    typing.setAttribute('aria-label', row.label);
    setOrRemove(typing, 'aria-description', row.description);
    setOrRemove(typing, 'aria-invalid', row.states.includes('i') ? 'true' : '');
    setOrRemove(typing, 'aria-required', row.states.includes('q') ? 'true' : '');
  }

  /** What went wrong at a field since the last copy. */
  private newErrors(rows: readonly Row[]): string[] {
    const before = this.errors;
    const wrong = rows.filter(({ states }) => states.includes('i'));
    this.errors = new Map(wrong.map(({ id, description }) => [id, description]));
    return wrong
      .filter(({ id, description }) => before.get(id) !== description)
      .map(({ label, description }) => `${label}：${description}`);
  }

  private tellNews(fresh: readonly Row[], errors: readonly string[]): void {
    const labelsOf = (role: string): string[] =>
      fresh.filter((row) => row.role === role).map(({ label }) => label);
    const { told, warned } = this.on;
    const [news, warnings] = [labelsOf('status'), [...labelsOf('alert'), ...errors]];
    if (news.length > 0) told.textContent = news.join(' ');
    if (warnings.length > 0) warned.textContent = warnings.join(' ');
  }
}
