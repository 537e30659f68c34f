// The document's elements for the program's table of widgets: nested as WAI-ARIA wants them, with
// the text where screen readers look for it. It knows rows, not where they come from or when.

/** A widget as the program tells of it. */
export interface Row {
  id: string;
  role: string;
  label: string;
  value: string;
  states: string;
  /** x, y, width, height in pixels of the canvas. */
  box: readonly number[];
  description: string;
  parent: string;
}

/** Before the widget's number in the id of its element. */
const ID_PREFIX = 'w';
const HOME_PREFIX = 'of-';

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

/** Roles that mean something only inside another one, for which the canvas has no widget. */
const HOMES: ReadonlyMap<string, string> = new Map([
  ['columnheader', 'row'],
  ['menuitem', 'menubar'],
  ['option', 'listbox'],
  ['tab', 'tablist'],
]);

/** Roles that hold other elements; what they have of a value stands in an attribute. */
const HOLDERS: ReadonlySet<string> = new Set(['dialog', 'group', 'row', 'table']);

/** Roles that are told by their text alone: what the column is called is said by its head. */
const TOLD_BY_TEXT: ReadonlySet<string> = new Set(['cell', 'columnheader']);

export const TEXT_ROLES: ReadonlySet<string> = new Set(['combobox', 'searchbox', 'spinbutton', 'textbox']);

function set(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

export function setOrRemove(element: Element, name: string, value: string): void {
  if (value === '') element.removeAttribute(name);
  else set(element, name, value);
}

/** The number of the widget that an element, or what is inside it, stands for. */
export function widgetOf(target: EventTarget | null): number | undefined {
  const element = target instanceof Element ? target.closest(`[id^="${ID_PREFIX}"]`) : null;
  return element === null ? undefined : Number(element.id.slice(ID_PREFIX.length));
}

export class MirrorTree {
  private readonly nodes = new Map<string, HTMLElement>();
  private readonly homes = new Map<string, HTMLElement>();

  constructor(private readonly root: HTMLElement) {}

  /** Only what changed touches the document. Gives the rows that were not there before. */
  show(rows: readonly Row[], cssPerPx: number): Row[] {
    const fresh = rows.filter(({ id }) => !this.nodes.has(id));
    const used = new Set<HTMLElement>();
    const last = new Map<HTMLElement, HTMLElement>();
    const listsOf = new Map<string, HTMLElement>();
    let headings = 0;
    const put = (node: HTMLElement, into: HTMLElement): void => {
      used.add(node);
      const before = last.get(into);
      const place = before === undefined ? into.firstChild : before.nextSibling;
      if (node !== place) into.insertBefore(node, place);
      last.set(into, node);
    };
    for (const row of rows) {
      const node = this.node(row.id);
      this.describe(node, row, cssPerPx);
      if (row.role === 'heading') set(node, 'aria-level', (headings += 1) === 1 ? '1' : '2');
      const holder = this.nodes.get(row.parent);
      const parent = holder !== undefined && HOLDERS.has(holder.getAttribute('role') ?? '') ? holder : this.root;
      const homeRole = HOMES.get(row.role);
      if (homeRole === undefined || parent.getAttribute('role') === homeRole) {
        put(node, parent);
        continue;
      }
      const home = this.home(homeRole, row.parent);
      if (homeRole === 'listbox') listsOf.set(row.parent, home);
      if (!used.has(home)) put(home, parent);
      put(node, home);
    }
    for (const [field, list] of listsOf) this.tieList(field, list);
    for (const kept of [this.nodes, this.homes]) {
      for (const [name, node] of kept) {
        if (used.has(node)) continue;
        node.remove();
        kept.delete(name);
      }
    }
    return fresh;
  }

  elementId(row: Row): string {
    return ID_PREFIX + row.id;
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

  private home(role: string, parent: string): HTMLElement {
    const name = `${role} ${parent}`;
    let home = this.homes.get(name);
    if (home === undefined) {
      home = document.createElement('div');
      home.setAttribute('role', role);
      home.id = HOME_PREFIX + name.replace(' ', '');
      this.homes.set(name, home);
    }
    return home;
  }

  /** The list that is open below a field. */
  private tieList(field: string, list: HTMLElement): void {
    const owner = this.nodes.get(field);
    if (owner === undefined) return;
    setOrRemove(list, 'aria-label', owner.getAttribute('aria-label') ?? '');
    set(owner, 'aria-controls', list.id);
  }

  private describe(node: HTMLElement, row: Row, cssPerPx: number): void {
    set(node, 'role', row.role);
    node.removeAttribute('aria-controls');
    const isToldByText = TOLD_BY_TEXT.has(row.role);
    setOrRemove(node, 'aria-label', isToldByText ? '' : row.label);
    setOrRemove(node, 'data-label', isToldByText ? row.label : '');
    setOrRemove(node, 'aria-description', row.description);
    setOrRemove(node, 'aria-sort', row.role === 'columnheader' ? row.value : '');
    setOrRemove(node, 'data-parent', row.parent);
    if (HOLDERS.has(row.role)) {
      setOrRemove(node, 'data-value', row.value);
    } else {
      const text = row.role === 'columnheader' ? row.label : row.value;
      if (node.textContent !== text) node.textContent = text;
    }
    // It was told when it came (Mirror); as a live region of its own it would be told twice.
    if (row.role === 'status' || row.role === 'alert') set(node, 'aria-live', 'off');
    this.state(node, row);
    ['x', 'y', 'w', 'h'].forEach((side, i) => {
      set(node, `data-${side}`, String(Math.round((row.box[i] ?? 0) * cssPerPx * 100) / 100));
    });
  }

  private state(node: HTMLElement, row: Row): void {
    for (const [letter, attribute] of STATES) {
      if (row.states.includes(letter)) set(node, attribute, 'true');
      else if (row.states.includes(letter.toUpperCase())) set(node, attribute, 'false');
      else node.removeAttribute(attribute);
    }
    if (row.role !== 'menuitem') return;
    // The item of the navigation that is shown: WAI-ARIA has a word of its own for it.
    node.removeAttribute('aria-selected');
    setOrRemove(node, 'aria-current', row.states.includes('s') ? 'page' : '');
  }
}
