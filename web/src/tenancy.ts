// One window writes a book: who has it, how another one asks for it, and how it is taken from a window
// that does not answer. Holding the lock also keeps browsers from freezing the page. Where there are no
// locks the numbers of the records are the fence.

import { databaseName } from './database';
import { StoreError, Trouble } from './trouble';

const LOOK_MS = 1_000;
const ANSWER_WITHIN_MS = 5_000;
const ASKED = 'asked';

export interface TenancyListener {
  /** Another window asks for the book that this one has. */
  asked(book: string): void;
  /** It was taken by force. */
  lost(book: string): void;
}

interface Tenant {
  end(): void;
}

export class Tenancy {
  private tenant: Tenant | undefined;
  /** Counts what was asked for: a lock that comes for an earlier one is let go at once. */
  private turn = 0;

  constructor(private readonly listener: TenancyListener) {}

  /** Rejects where another window has the book. */
  async take(book: string): Promise<void> {
    this.end();
    if (navigator.locks === undefined) return;
    const name = databaseName(book);
    const patience = new AbortController();
    // A page that is just being left lets go within moments, and a slow computer is no other
    // window: only a lock that is seen held twice belongs to one.
    let seen = 0;
    const timer = setInterval(() => {
      void navigator.locks.query().then(({ held }) => {
        if (held?.some((lock) => lock.name === name) === true) seen += 1;
        if (seen === 2) patience.abort();
      });
    }, LOOK_MS);
    await this.hold(book, { signal: patience.signal }).finally(() => clearInterval(timer));
  }

  /** Asks the other window; by force when it does not answer, a window that hangs among others. */
  async takeOver(book: string): Promise<void> {
    this.end();
    if (navigator.locks === undefined) return;
    const channel = new BroadcastChannel(databaseName(book));
    channel.postMessage(ASKED);
    const { turn } = this;
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), ANSWER_WITHIN_MS);
    try {
      await this.hold(book, { signal: patience.signal });
    } catch {
      if (turn === this.turn) await this.hold(book, { steal: true });
    } finally {
      clearTimeout(timer);
      channel.close();
    }
  }

  end(): void {
    this.turn += 1;
    this.tenant?.end();
    this.tenant = undefined;
  }

  private hold(book: string, options: LockOptions): Promise<void> {
    const { turn } = this;
    return new Promise((resolve, reject) => {
      let tenant: Tenant | undefined;
      const held = async (): Promise<void> => {
        if (turn !== this.turn) {
          resolve();
          return;
        }
        const channel = new BroadcastChannel(databaseName(book));
        channel.onmessage = ({ data }) => {
          if (data === ASKED) this.listener.asked(book);
        };
        resolve();
        await new Promise<void>((end) => (tenant = this.tenant = { end }));
        channel.close();
      };
      navigator.locks.request(databaseName(book), options, held).catch(() => {
        // Before it was held: somebody else has it. Afterwards: it was stolen.
        reject(new StoreError(Trouble.elsewhere));
        if (tenant === undefined || tenant !== this.tenant) return;
        this.end();
        this.listener.lost(book);
      });
    });
  }
}
