/**
 * The part of the Internet Printing Protocol that asking a print service takes: RFC 8010 (encoding) and RFC 8011
 * (operations, attributes). Pure: bytes in, bytes out.
 */

/** Operations of RFC 8011, 5.4.15, and of CUPS (cups.org/doc/spec-ipp.html). */
export const OPERATION = {
  getJobAttributes: 0x0009,
  getPrinterAttributes: 0x000b,
  cupsGetDefault: 0x4001,
  cupsGetPrinters: 0x4002,
} as const;

export const NOT_FOUND = 0x0406;

/** Value tags of RFC 8010, 3.5.2. */
const TAG = {
  operation: 0x01,
  end: 0x03,
  unsupported: 0x05,
  integer: 0x21,
  boolean: 0x22,
  enum: 0x23,
  beginCollection: 0x34,
  endCollection: 0x37,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  language: 0x48,
} as const;

/** Below this a byte begins a group of attributes, from here on an attribute. */
const FIRST_VALUE_TAG = 0x10;

/** One attribute of a request: texts are of the named tag, numbers are integers. */
export interface Asked {
  name: string;
  tag: 'uri' | 'keyword' | 'name' | 'integer';
  values: ReadonlyArray<string | number>;
}

/** What an attribute may hold here; collections, ranges and dates are left out. */
export type IppValue = string | number | boolean;

export interface IppAnswer {
  /** Below 0x0100 all went well. */
  status: number;
  /** A printer or a job each. */
  groups: ReadonlyArray<ReadonlyMap<string, readonly IppValue[]>>;
}

/** A request of IPP 2.0 without a document; the charset and language of every request come by themselves. */
export function encodeRequest(operation: number, id: number, asked: readonly Asked[]): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt16BE(0x0200, 0);
  head.writeUInt16BE(operation, 2);
  head.writeUInt32BE(id, 4);
  return Buffer.concat([
    head,
    Buffer.of(TAG.operation),
    attribute(TAG.charset, 'attributes-charset', ['utf-8']),
    attribute(TAG.language, 'attributes-natural-language', ['en']),
    ...asked.map(({ tag, name, values }) => attribute(TAG[tag], name, values)),
    Buffer.of(TAG.end),
  ]);
}

function attribute(tag: number, name: string, values: ReadonlyArray<string | number>): Buffer {
  // Further values of an attribute come with an empty name.
  const pieces = values.map((value, at) => {
    const bytes = typeof value === 'number' ? fourBytes(value) : Buffer.from(value, 'utf8');
    return [Buffer.of(tag), counted(Buffer.from(at === 0 ? name : '', 'utf8')), counted(bytes)];
  });
  return Buffer.concat(pieces.flat());
}

function counted(bytes: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

function fourBytes(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

/** Reads an answer. Throws a RangeError where it ends in the middle of something. */
export function decodeAnswer(bytes: Buffer): IppAnswer {
  const status = bytes.readUInt16BE(2);
  const groups: Array<Map<string, IppValue[]>> = [];
  let group: Map<string, IppValue[]> | undefined;
  let values: IppValue[] = [];
  let depth = 0;
  let at = 8;
  const piece = () => {
    const length = bytes.readUInt16BE(at);
    const from = at + 2;
    if (from + length > bytes.length) throw new RangeError('the answer ends too early');
    at = from + length;
    return bytes.subarray(from, at);
  };
  for (;;) {
    const tag = bytes.readUInt8(at);
    at += 1;
    if (tag === TAG.end) return { status, groups };
    if (tag < FIRST_VALUE_TAG) {
      group = undefined;
      if (tag !== TAG.operation && tag !== TAG.unsupported) groups.push((group = new Map()));
      continue;
    }
    const name = piece().toString('utf8');
    const value = piece();
    if (tag === TAG.endCollection) depth -= 1;
    else if (depth === 0) {
      if (name !== '') group?.set(name, (values = []));
      const read = valueOf(tag, value);
      if (read !== undefined) values.push(read);
    }
    if (tag === TAG.beginCollection) depth += 1;
  }
}

function valueOf(tag: number, value: Buffer): IppValue | undefined {
  if (tag === TAG.integer || tag === TAG.enum) return value.readInt32BE(0);
  if (tag === TAG.boolean) return value.readUInt8(0) !== 0;
  // 0x40 to 0x4f are texts; 0x35 and 0x36 carry a language before the text.
  if (tag >= 0x40 && tag < 0x50) return value.toString('utf8');
  if (tag === 0x35 || tag === 0x36) {
    const skipped = 2 + value.readUInt16BE(0);
    return value.subarray(skipped + 2, skipped + 2 + value.readUInt16BE(skipped)).toString('utf8');
  }
  return undefined;
}
