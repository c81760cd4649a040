/**
 * @typedef {object} Drawing
 * @property {number} sizePx
 * @property {Buffer} png
 */

/**
 * Drawings as one .ico, which Windows reads with a PNG inside since Vista (https://en.wikipedia.org/wiki/ICO_(file_format)).
 *
 * @param {readonly Drawing[]} drawings  up to 256 pixels
 * @returns {Buffer}
 */
export function ico(drawings) {
  const header = Buffer.alloc(6);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(drawings.length, 4);
  let offset = header.length + 16 * drawings.length;
  const entries = drawings.map(({ sizePx, png }) => {
    const entry = Buffer.alloc(16);
    // 0 stands for 256.
    entry.writeUInt8(sizePx % 256, 0);
    entry.writeUInt8(sizePx % 256, 1);
    entry.writeUInt16LE(1, 4);
    entry.writeUInt16LE(32, 6);
    entry.writeUInt32LE(png.length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += png.length;
    return entry;
  });
  return Buffer.concat([header, ...entries, ...drawings.map(({ png }) => png)]);
}

/** The kinds of entry that hold a PNG, by pixels; some sizes stand for one of half as many points as well. */
const icnsKinds = {
  16: ['icp4'],
  32: ['icp5', 'ic11'],
  64: ['ic12'],
  128: ['ic07'],
  256: ['ic08', 'ic13'],
  512: ['ic09', 'ic14'],
  1024: ['ic10'],
};

/**
 * Drawings as one .icns for macOS (https://en.wikipedia.org/wiki/Apple_Icon_Image_format).
 *
 * @param {readonly Drawing[]} drawings  of the sizes it knows
 * @returns {Buffer}
 */
export function icns(drawings) {
  const entries = drawings.flatMap(({ sizePx, png }) =>
    (icnsKinds[/** @type {keyof typeof icnsKinds} */ (sizePx)] ?? []).map((kind) => Buffer.concat([tag(kind, png.length), png])),
  );
  return Buffer.concat([tag('icns', Buffer.concat(entries).length), ...entries]);
}

/**
 * @param {string} kind  four letters
 * @param {number} sizeBytes  of what follows
 */
function tag(kind, sizeBytes) {
  const bytes = Buffer.alloc(8);
  bytes.write(kind, 'latin1');
  bytes.writeUInt32BE(sizeBytes + bytes.length, 4);
  return bytes;
}
