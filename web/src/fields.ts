// Several byte strings as one, for the seam: each with its length before it, as four bytes,
// lowest first. src/platform/web/fields.cpp does the same.

export function pack(fields: readonly Uint8Array[]): Uint8Array {
  const total = fields.reduce((sum, field) => sum + 4 + field.length, 0);
  const packed = new Uint8Array(total);
  const view = new DataView(packed.buffer);
  let at = 0;
  for (const field of fields) {
    view.setUint32(at, field.length, true);
    packed.set(field, at + 4);
    at += 4 + field.length;
  }
  return packed;
}

export function unpack(packed: Uint8Array): Uint8Array[] {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const fields: Uint8Array[] = [];
  let at = 0;
  while (at < packed.length) {
    const size = view.getUint32(at, true);
    fields.push(packed.slice(at + 4, at + 4 + size));
    at += 4 + size;
  }
  return fields;
}
