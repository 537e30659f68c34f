// What the program's sources name: labels of the fields that screens draw, in Chinese.
import { readdir, readFile } from 'node:fs/promises';

const UI = new URL('../../../src/ui/', import.meta.url);

async function read(folder, ending) {
  const names = (await readdir(new URL(folder, UI))).filter((name) => name.endsWith(ending));
  return Promise.all(names.map((name) => readFile(new URL(folder + name, UI), 'utf8')));
}

/** From the key of a text to its Chinese. */
async function texts() {
  const found = new Map();
  for (const text of await read('strings/texts/', '.inc')) {
    for (const [, key, chinese] of text.matchAll(/TEXT\((\w+),\s*"((?:[^"\\]|\\.)*)"/g)) found.set(key, chinese);
  }
  return found;
}

/** A call that draws a field, or what it is drawn from, up to the text of its label. */
const FIELD = /\b(?:(?:text_field|number_field|date_field|search_box|picker)\(\s*ui,|FieldSpec \w+\{)[^;]*?\.label = ui\.say\(([^)]*)\)/g;

/** The labels of all fields that are typed into, as the screens draw them. */
export async function labelsOfFields() {
  const chinese = await texts();
  const labels = new Set();
  for (const source of await read('screens/', '.cpp')) {
    for (const [, label] of source.matchAll(FIELD)) {
      for (const [, key] of label.matchAll(/Key::(\w+)/g)) labels.add(chinese.get(key) ?? key);
    }
  }
  return labels;
}
