// Writes what spreadsheets write: an .xlsx file (a zip of XML), and GB 18030, for which Node has no
// encoder.
import { deflateRawSync } from 'node:zlib';

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ CRC_TABLE[(crc ^ byte) & 0xff];
  return (crc ^ 0xffffffff) >>> 0;
}

/** Little-endian numbers of so many bytes. */
function packed(...pairs) {
  return Buffer.concat(pairs.map(([size, value]) => {
    const part = Buffer.alloc(size);
    part.writeUIntLE(value, 0, size);
    return part;
  }));
}

/** @param {Record<string, string>} files */
function zip(files) {
  const parts = [];
  const entries = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const plain = Buffer.from(text, 'utf8');
    const bytes = deflateRawSync(plain);
    // Version 2.0, no flags, deflate, no date; then sum, sizes and the length of the name.
    const about = packed([2, 20], [2, 0], [2, 8], [4, 0], [4, crc32(plain)], [4, bytes.length], [4, plain.length], [2, name.length], [2, 0]);
    parts.push(packed([4, 0x04034b50]), about, Buffer.from(name), bytes);
    entries.push(packed([4, 0x02014b50], [2, 20]), about, packed([2, 0], [2, 0], [2, 0], [4, 0], [4, at]), Buffer.from(name));
    at += 4 + about.length + name.length + bytes.length;
  }
  const index = Buffer.concat(entries);
  const count = Object.keys(files).length;
  return Buffer.concat([...parts, index, packed([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, index.length], [4, at], [2, 0])]);
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function cellXml(cell, column, row) {
  if (cell === '') return '';
  const place = `${String.fromCharCode(65 + column)}${row + 1}`;
  if (typeof cell === 'string') return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  return `<c r="${place}" s="${cell.date === undefined ? 0 : 1}"><v>${cell.date ?? cell.number}</v></c>`;
}

/** Cells are texts, { number: '1.1E+17' } with its digits, or { date: days as a spreadsheet counts }. */
export function xlsx(name, rows, merged = []) {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packages = 'http://schemas.openxmlformats.org/package/2006';
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const sheetRows = rows.map((row, number) =>
    `<row r="${number + 1}">${row.map((cell, column) => cellXml(cell, column, number)).join('')}</row>`);
  const merges = merged.length === 0 ? '' : `<mergeCells>${merged.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`;
  const buffer = zip({
    '[Content_Types].xml': `${head}<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="户籍" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `${head}<worksheet xmlns="${main}"><sheetData>${sheetRows.join('')}</sheetData>${merges}</worksheet>`,
  });
  return { name, mimeType: 'application/octet-stream', buffer };
}

let twoByteCodes;

function gb18030Bytes(character) {
  const code = character.codePointAt(0);
  if (code < 0x80) return [code];
  if (code >= 0x10000) {
    const place = code - 0x10000;
    return [0x90 + Math.floor(place / 12600), 0x30 + (Math.floor(place / 1260) % 10), 0x81 + (Math.floor(place / 10) % 126), 0x30 + (place % 10)];
  }
  if (twoByteCodes === undefined) {
    twoByteCodes = new Map();
    const decoder = new TextDecoder('gb18030');
    for (let lead = 0x81; lead <= 0xfe; lead += 1) {
      for (let trail = 0x40; trail <= 0xfe; trail += 1) {
        if (trail !== 0x7f) twoByteCodes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
      }
    }
  }
  const bytes = twoByteCodes.get(character);
  if (bytes === undefined) throw new Error(`no two bytes for ${character}`);
  return bytes;
}

export function gb18030(text) {
  return Buffer.from([...text].flatMap(gb18030Bytes));
}
