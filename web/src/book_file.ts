// Writes the exported file (docs/format.md §6) from the lines that the store holds, for the moment
// when the program itself cannot. It checks nothing: whoever imports the file does.

interface Line {
  text: string;
  h: string;
  l: number;
  parents: string[];
  hasPersonal: boolean;
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** Undefined for a line that is no event: it stays in the store, a file cannot hold it. */
function read(text: string): Line | undefined {
  try {
    const event: unknown = JSON.parse(text);
    if (typeof event !== 'object' || event === null) return undefined;
    const { h, l, p, x } = event as Record<string, unknown>;
    if (typeof h !== 'string' || typeof l !== 'number') return undefined;
    return { text, h, l, parents: strings(p), hasPersonal: x !== undefined };
  } catch {
    return undefined;
  }
}

/** A line may have come twice, the second time with the personal part that the first one lacked. */
function onceEach(lines: readonly string[]): Line[] {
  const held = new Map<string, Line>();
  for (const text of lines) {
    const line = read(text);
    if (line !== undefined && (line.hasPersonal || !held.has(line.h))) held.set(line.h, line);
  }
  return [...held.values()].sort((a, b) => a.l - b.l || (a.h < b.h ? -1 : 1));
}

function hex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The whole file; `made` in minutes since 1970. */
export async function bookFile(name: string, lines: readonly string[], made: number): Promise<string> {
  const events = onceEach(lines);
  const parents = new Set(events.flatMap((event) => event.parents));
  const roots = events.filter((event) => event.parents.length === 0).map(({ h }) => h).sort();
  const header = {
    fmt: 'jishan',
    ver: 1,
    crit: [],
    app: 'jishan rescue',
    village: roots[0] ?? '',
    roots,
    name,
    from: '',
    made,
    personal: ['*'],
    n: events.length,
    heads: events.map(({ h }) => h).filter((h) => !parents.has(h)).sort(),
  };
  const text = events.map((event) => `${event.text}\n`).join('');
  const sha256 = hex(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  const end = JSON.stringify({ n: events.length, sha256 });
  const body = events.map((event) => event.text).join(',\n');
  return `${JSON.stringify(header).slice(0, -1)},"events":[\n${body}\n],"end":${end}}\n`;
}
