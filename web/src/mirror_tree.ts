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
const HOLDERS: ReadonlySet<string> = new Set(['dialog', 'grid', 'group', 'row', 'table']);

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

/** What an element says: compared as objects, for the same row is not described twice. */
interface Node {
  element: HTMLElement;
  row: Row | undefined;
}

export class MirrorTree {
  private readonly nodes = new Map<string, Node>();
  private readonly homes = new Map<string, HTMLElement>();
  /** Fields whose list is open. */
  private tied = new Set<HTMLElement>();
  private cssPerPx = 1;

  constructor(private readonly root: HTMLElement) {}

  /** Only what changed touches the document. Gives the rows that were not there before. */
  show(rows: readonly Row[], cssPerPx: number): Row[] {
    const fresh = rows.filter(({ id }) => !this.nodes.has(id));
    // First, for what is gone would push all that stays out of its place.
    this.keepOnly(new Set(rows.map(({ id }) => id)));
    const isRescaled = cssPerPx !== this.cssPerPx;
    this.cssPerPx = cssPerPx;
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
      const { element } = node;
      if (node.row !== row || isRescaled) this.describe(element, row);
      node.row = row;
      if (row.role === 'heading') set(element, 'aria-level', (headings += 1) === 1 ? '1' : '2');
      const holder = this.nodes.get(row.parent);
      const parent = holder !== undefined && HOLDERS.has(holder.row?.role ?? '') ? holder.element : this.root;
      const homeRole = HOMES.get(row.role);
      if (homeRole === undefined || parent.getAttribute('role') === homeRole) {
        put(element, parent);
        continue;
      }
      const home = this.home(homeRole, row.parent);
      if (homeRole === 'listbox') listsOf.set(row.parent, home);
      if (!used.has(home)) put(home, parent);
      put(element, home);
    }
    this.tieLists(listsOf);
    for (const [name, home] of this.homes) {
      if (used.has(home)) continue;
      home.remove();
      this.homes.delete(name);
    }
    return fresh;
  }

  elementId(row: Row): string {
    return ID_PREFIX + row.id;
  }

  private keepOnly(ids: ReadonlySet<string>): void {
    for (const [id, { element }] of this.nodes) {
      if (ids.has(id)) continue;
      element.remove();
      this.nodes.delete(id);
    }
  }

  private node(id: string): Node {
    let node = this.nodes.get(id);
    if (node === undefined) {
      node = { element: document.createElement('div'), row: undefined };
      node.element.id = ID_PREFIX + id;
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

  /** The lists that are open, each below its field. */
  private tieLists(listsOf: ReadonlyMap<string, HTMLElement>): void {
    const before = this.tied;
    this.tied = new Set();
    for (const [field, list] of listsOf) {
      const owner = this.nodes.get(field)?.element;
      if (owner === undefined) continue;
      setOrRemove(list, 'aria-label', owner.getAttribute('aria-label') ?? '');
      set(owner, 'aria-controls', list.id);
      this.tied.add(owner);
    }
    for (const owner of before) if (!this.tied.has(owner)) owner.removeAttribute('aria-controls');
  }

  private describe(node: HTMLElement, row: Row): void {
    set(node, 'role', row.role);
    const isToldByText = TOLD_BY_TEXT.has(row.role);
    // A cell that is typed into is told with what it holds: its name alone would hide that.
    const isCell = row.role === 'gridcell';
    const told = isCell ? `${row.label} ${row.value}`.trim() : row.label;
    setOrRemove(node, 'aria-label', isToldByText ? '' : told);
    setOrRemove(node, 'data-label', isToldByText || isCell ? row.label : '');
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
    // Left, top, width and height: one attribute, for what is scrolled gets all of them anew.
    set(node, 'data-box', row.box.map((side) => Math.round(side * this.cssPerPx * 100) / 100).join(' '));
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
