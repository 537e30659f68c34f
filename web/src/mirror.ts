// A plain DOM copy of what the canvas shows: one element for each widget, with its role, name,
// value, state and rectangle. Screen readers read it, tests find widgets by it. No pointer reaches
// it; a screen reader that activates an element moves the program's focus there, which also scrolls
// into view what is out of it.

/** While frames follow each other the copy is this old at most; when they pause it is exact. */
const OLDEST_MS = 500;

/** Field order of src/platform/web/mirror.cpp; the separators never occur in texts. */
const ROW = '\x1e';
const FIELD = '\x1f';

/** Letter of a state to the attribute that says it. */
const STATES: readonly (readonly [letter: string, attribute: string])[] = [
  ['c', 'aria-checked'],
  ['d', 'aria-disabled'],
  ['e', 'aria-expanded'],
  ['i', 'aria-invalid'],
  ['o', 'aria-readonly'],
  ['q', 'aria-required'],
  ['s', 'aria-selected'],
  ['f', 'data-focused'],
  ['v', 'data-out-of-view'],
];

/** Before the widget's number in the id of its element. */
const ID_PREFIX = 'w';

interface Row {
  id: string;
  role: string;
  label: string;
  value: string;
  states: string;
  box: readonly number[];
  description: string;
  parent: string;
}

function parsed(text: string): Row[] {
  if (text === '') return [];
  return text.split(ROW).map((row) => {
    const fields = row.split(FIELD);
    const [id = '', role = '', label = '', value = '', states = '', box = ''] = fields;
    const [description = '', parent = ''] = fields.slice(6);
    return { id, role, label, value, states, box: box.split(' ').map(Number), description, parent };
  });
}

function set(element: HTMLElement, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

function setOrRemove(element: HTMLElement, name: string, value: string): void {
  if (value === '') element.removeAttribute(name);
  else set(element, name, value);
}

export class Mirror {
  private readonly nodes = new Map<string, HTMLElement>();
  private shownAtMs = -OLDEST_MS;

  constructor(
    private readonly root: HTMLElement,
    private readonly canvas: HTMLCanvasElement,
    goToWidget: (id: number) => void,
  ) {
    root.addEventListener('click', (event) => {
      const id = event.target instanceof Element ? event.target.id : '';
      if (id.startsWith(ID_PREFIX)) goToWidget(Number(id.slice(ID_PREFIX.length)));
    });
  }

  /** Only what changed touches the document. */
  show(text: string, tableRows: number): void {
    this.root.dataset['tableRows'] = String(tableRows);
    const cssPerPx = this.canvas.getBoundingClientRect().width / this.canvas.width;
    const gone = new Set(this.nodes.keys());
    let before: ChildNode | null = this.root.firstChild;
    for (const row of parsed(text)) {
      gone.delete(row.id);
      const node = this.node(row.id);
      this.describe(node, row, cssPerPx);
      if (node === before) before = node.nextSibling;
      else this.root.insertBefore(node, before);
    }
    for (const id of gone) {
      this.nodes.get(id)?.remove();
      this.nodes.delete(id);
    }
  }

  /** Whether the program is to be asked for its table now. By time, not by frames: those of a
   * long task on a slow computer are far apart, and its progress is read here. */
  isDue(isIdle: boolean): boolean {
    const nowMs = performance.now();
    if (!isIdle && nowMs - this.shownAtMs < OLDEST_MS) return false;
    this.shownAtMs = nowMs;
    return true;
  }

  /** Something happened that is not drawn yet. */
  reportBusy(): void {
    set(this.root, 'data-idle', 'false');
  }

  /** After each frame. Tests wait for `idle` and `saving`, and count `frames`. */
  report(frames: number, isIdle: boolean, isSaving: boolean): void {
    set(this.root, 'data-frames', String(frames));
    set(this.root, 'data-saving', String(isSaving));
    set(this.root, 'data-idle', String(isIdle));
  }

  private node(id: string): HTMLElement {
    let node = this.nodes.get(id);
    if (node === undefined) {
      node = document.createElement('div');
      node.id = ID_PREFIX + id;
      this.nodes.set(id, node);
    }
    return node;
  }

  private describe(node: HTMLElement, row: Row, cssPerPx: number): void {
    set(node, 'role', row.role);
    set(node, 'aria-label', row.label);
    setOrRemove(node, 'aria-description', row.description);
    setOrRemove(node, 'data-parent', row.parent);
    if (node.textContent !== row.value) node.textContent = row.value;
    for (const [letter, attribute] of STATES) {
      if (row.states.includes(letter)) set(node, attribute, 'true');
      else if (row.states.includes(letter.toUpperCase())) set(node, attribute, 'false');
      else node.removeAttribute(attribute);
    }
    ['x', 'y', 'w', 'h'].forEach((side, i) => {
      set(node, `data-${side}`, String(Math.round((row.box[i] ?? 0) * cssPerPx * 100) / 100));
    });
    if (row.states.includes('f')) set(this.canvas, 'aria-activedescendant', node.id);
  }
}
