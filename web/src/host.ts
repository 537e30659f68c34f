// The page's side of the seam: builds its parts and answers what the program calls, one function
// for each line of web/bridge.js.

import { allBooks, listBook, putSetting, settings } from './books';
import { Clipboard } from './clipboard';
import { Copies } from './copies';
import { type Existing } from './database';
import { Display, watchContext, watchPreferences } from './display';
import { Files } from './files';
import { Frames } from './frames';
import { Glyphs } from './glyphs';
import { Keyboard } from './keyboard';
import { Mirror } from './mirror';
import { askToPersist } from './persist';
import { Pieces } from './pieces';
import { Pointer, showPointerShape } from './pointer';
import { type Exports, Seam } from './seam';
import { Store } from './store';
import { storeListener } from './store_listener';
import { CARET_INTS, TextArea } from './text_area';

function element<T extends HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no #${id}`);
  return found as T;
}

export class Host {
  private readonly canvas = element<HTMLCanvasElement>('canvas');
  private readonly seam: Seam;
  private readonly mirror: Mirror;
  private readonly frames: Frames;
  private readonly display: Display;
  private readonly textArea: TextArea;
  private readonly clipboard: Clipboard;
  private readonly store: Store;
  private readonly pieces: Pieces;
  private readonly copies: Copies;
  private readonly files: Files;
  private readonly glyphs: Glyphs;

  constructor(program: Exports, memory: () => Uint8Array) {
    const { canvas } = this;
    const seam = (this.seam = new Seam(program, memory));
    const elements = {
      root: element('mirror'), canvas, typing: element('typing'), told: element('told'), warned: element('warned'),
    };
    this.mirror = new Mirror(elements, (id) => {
      seam.program._jishan_widget_wanted(id);
      this.frames.request();
    });
    const frames = (this.frames = new Frames(seam, {
      requested: () => this.mirror.reportBusy(),
      refreshes: () => this.display.apply(),
      ran: () => this.textArea.follow(),
      shown: (isIdle) => {
        if (this.mirror.isDue(isIdle)) seam.program._jishan_mirror();
        this.mirror.report(this.frames.count, isIdle, this.isSaving);
      },
    }, () => this.isSaving));
    this.store = new Store(storeListener(seam, frames));
    this.pieces = new Pieces(storeListener(seam, frames));
    this.copies = new Copies(storeListener(seam, frames));
    this.glyphs = new Glyphs(seam);
    this.display = new Display(canvas, seam, () => frames.request());
    this.textArea = new TextArea(element('typing'), canvas, seam, frames);
    this.clipboard = new Clipboard(seam, frames, this.textArea);
    this.files = new Files(seam, frames, document.body);
    const keyboard = new Keyboard(seam, frames);
    new Pointer(canvas, this.display, keyboard, this.textArea, seam, frames);
    watchPreferences(seam, () => frames.request());
    watchContext(canvas, seam, frames);
    this.watchLeaving();
    askToPersist(() => this.store.isOpen);
  }

  async begin(): Promise<void> {
    for (const { book, name, mode, heads, last } of await allBooks()) {
      this.seam.program._jishan_book_listed(this.seam.putFields([book, name, mode, heads]), last);
    }
    for (const setting of settings()) {
      this.seam.program._jishan_setting_loaded(this.seam.putFields(setting));
    }
    this.seam.program._jishan_begin();
    element('opening').remove();
    this.frames.request();
  }

  /** The program has stopped on a bug and must not be called any more. */
  stop(): void {
    this.frames.stop();
    this.seam.stop();
  }

  private get isSaving(): boolean {
    return !this.store.isQuiet;
  }

  private watchLeaving(): void {
    const leave = (): void => {
      this.seam.program._jishan_leaving_soon();
      this.frames.takeIn();
    };
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) leave();
      else this.frames.request();
    });
    window.addEventListener('beforeunload', (event) => {
      if (this.isSaving) event.preventDefault();
    });
  }

  // From here on: what the program calls, in the order of src/platform/web/host.h.

  random(at: number, size: number): void {
    this.seam.write(at, crypto.getRandomValues(new Uint8Array(size)));
  }

  takesPixels(): number {
    return Number(this.display.takesPixels());
  }

  showPixels(at: number, width: number, height: number): void {
    this.display.showPixels(this.seam.view(at, 4 * width * height), width);
  }

  fontMetrics(emPx: number, weight: number, out: number): void {
    this.glyphs.metrics(emPx, weight, out);
  }

  glyph(codePoint: number, em: number, weight: number, out: number, pixels: number, size: number): number {
    return this.glyphs.glyph(codePoint, em, weight, out, pixels, size);
  }

  caret(at: number): void {
    this.textArea.take(this.seam.ints(at, CARET_INTS));
  }

  pointerShape(shape: number): void {
    showPointerShape(this.canvas, shape);
  }

  mirrorRows(at: number, size: number, tableRows: number): void {
    this.mirror.show(this.seam.text(at, size), tableRows);
  }

  copied(at: number, size: number): void {
    this.clipboard.take(this.seam.text(at, size));
  }

  copy(at: number, size: number): void {
    this.clipboard.write(this.seam.text(at, size));
  }

  storeOpen(at: number, size: number, how: Existing): void {
    void this.store.open(this.seam.text(at, size), how);
  }

  storeTakeOver(at: number, size: number): void {
    void this.store.takeOver(this.seam.text(at, size));
  }

  storeClose(): void {
    this.store.release();
  }

  storeRead(first: number): void {
    void this.store.read(first);
  }

  storeAppend(first: number, count: number, at: number, size: number): void {
    const fields = this.seam.fields(at, size);
    void this.store.append({ first, records: fields.slice(0, count), local: pairs(fields.slice(count)) });
  }

  storePutLocal(at: number, size: number): void {
    for (const [key, value] of pairs(this.seam.fields(at, size))) void this.store.putLocal(key, value);
  }

  storeListBook(at: number, size: number): void {
    const [book = '', name = '', mode = '', heads = '', last = '0'] = this.seam.texts(at, size);
    listBook({ book, name, mode, heads, last: Number(last) });
  }

  storeDrop(at: number, size: number): void {
    const book = this.seam.text(at, size);
    this.pieces.drop(book);
    void this.store.drop(book);
  }

  storePutSetting(at: number, size: number): void {
    const [key = '', value = ''] = this.seam.texts(at, size);
    putSetting(key, value);
  }

  piecesFetch(at: number, size: number): void {
    const [book = '', ...names] = this.seam.texts(at, size);
    void this.pieces.fetch(book, names);
  }

  piecesPut(at: number, size: number): void {
    const [book = NOTHING, name = NOTHING, bytes = NOTHING] = this.seam.fields(at, size);
    this.pieces.put(decoder.decode(book), decoder.decode(name), bytes);
  }

  piecesClear(at: number, size: number): void {
    const [book = '', place = ''] = this.seam.texts(at, size);
    this.pieces.clear(book, place);
  }

  copiesFind(at: number, size: number): void {
    void this.copies.find(this.seam.text(at, size));
  }

  copiesRead(at: number, size: number): void {
    const [book = '', place = ''] = this.seam.texts(at, size);
    void this.copies.read(book, place);
  }

  filesChoose(kind: number): void {
    this.files.choose(kind);
  }

  filesRead(file: number, offsetHigh: number, offsetLow: number, size: number): void {
    this.files.read(file, offsetHigh * 2 ** 20 + offsetLow, size);
  }

  filesReadText(file: number, encoding: number): void {
    this.files.readText(file, encoding);
  }

  filesReadSheet(file: number): void {
    this.files.readSheet(file);
  }

  filesClose(file: number): void {
    this.files.close(file);
  }

  saveBegin(at: number, size: number): void {
    this.files.beginSave(this.seam.text(at, size));
  }

  saveWrite(at: number, size: number): void {
    this.files.writeSave(this.seam.bytes(at, size));
  }

  saveFinish(): void {
    this.files.finishSave();
  }
}

const decoder = new TextDecoder();
const NOTHING = new Uint8Array();

function pairs(fields: Uint8Array[]): [string, Uint8Array][] {
  const found: [string, Uint8Array][] = [];
  for (let i = 0; i + 1 < fields.length; i += 2) found.push([decoder.decode(fields[i]), fields[i + 1]!]);
  return found;
}
