/**
 * A Windows icon that holds PNGs, as Windows has read them since Vista: a directory, 16 bytes an entry,
 * and the pictures behind it.
 * @param {Map<number, Buffer>} pictures PNGs by their size in pixels
 * @param {readonly number[]} sizes at most 256
 */
export function ico(pictures, sizes) {
  const head = Buffer.alloc(6 + 16 * sizes.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(sizes.length, 4);
  let offset = head.length;
  for (const [i, size] of sizes.entries()) {
    const { length } = pictures.get(size);
    const entry = 6 + 16 * i;
    // 256 is written as nought.
    head.writeUInt8(size % 256, entry);
    head.writeUInt8(size % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(length, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    offset += length;
  }
  return Buffer.concat([head, ...sizes.map((size) => pictures.get(size))]);
}

/** The kinds of an Apple icon that hold PNGs, and the size of each; those with 1 at the end are for Retina. */
const KINDS = [
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
  ['ic11', 32],
  ['ic12', 64],
  ['ic13', 256],
  ['ic14', 512],
];

/**
 * An Apple icon: `icns`, the length of all, then kind, length and PNG for each size.
 * @param {Map<number, Buffer>} pictures PNGs by their size in pixels
 */
export function icns(pictures) {
  const block = (kind, bytes) => {
    const head = Buffer.alloc(8);
    head.write(kind, 'latin1');
    head.writeUInt32BE(8 + bytes.length, 4);
    return Buffer.concat([head, bytes]);
  };
  return block('icns', Buffer.concat(KINDS.map(([kind, size]) => block(kind, pictures.get(size)))));
}
