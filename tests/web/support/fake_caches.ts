// A browser's cache storage in memory, and records to put there.

/** As much of the browser's as a shelf uses; `failing` lets a call of this name fail. */
export class FakeCaches {
  readonly caches = new Map<string, Map<string, Uint8Array>>();
  failing = '';

  async keys(): Promise<string[]> {
    return [...this.caches.keys()];
  }
  async has(name: string): Promise<boolean> {
    return this.caches.has(name);
  }
  async delete(name: string): Promise<boolean> {
    return this.caches.delete(name);
  }
  async open(name: string): Promise<object> {
    const held = this.caches.get(name) ?? new Map<string, Uint8Array>();
    this.caches.set(name, held);
    const fail = (call: string): void => {
      if (this.failing === call) throw new Error(`${call} fails`);
    };
    return {
      keys: async () => [...held.keys()].map((url) => ({ url })),
      match: async (address: string) => {
        const bytes = held.get(address);
        return bytes === undefined ? undefined : new Response(bytes as Uint8Array<ArrayBuffer>);
      },
      put: async (address: string, response: Response) => {
        fail('put');
        held.set(address, new Uint8Array(await response.arrayBuffer()));
      },
      delete: async (address: string) => {
        fail('delete');
        return held.delete(address);
      },
    };
  }

  get entries(): Map<string, Uint8Array> {
    const [only] = this.caches.values();
    return only ?? new Map<string, Uint8Array>();
  }
}

export function records(first: number, count: number, text = 'record'): Uint8Array[] {
  return Array.from({ length: count }, (_, i) => new TextEncoder().encode(`${text} ${first + i}`));
}

export function textsOf(first: number, count: number, text = 'record'): string[] {
  return Array.from({ length: count }, (_, i) => `${text} ${first + i}`);
}
