/**
 * A folder of small files as one asar archive, the form in which Electron reads an app (https://github.com/electron/asar).
 *
 * 1. the number 4, then the size of the header in bytes, both 32-bit little endian (a Chromium Pickle holding one number);
 * 2. the header: the size of what follows, the length of the JSON, the JSON padded to four bytes (a Pickle holding one string);
 * 3. the files, one after the other, at the offsets that the JSON names.
 *
 * @param {Readonly<Record<string, string>>} files  text by name; no folders
 * @returns {Buffer}
 */
export function archive(files) {
  const contents = Object.entries(files).map(([name, text]) => ({ name, bytes: Buffer.from(text) }));
  /** @type {Record<string, { size: number, offset: string }>} */
  const entries = {};
  let offset = 0;
  for (const { name, bytes } of contents) {
    entries[name] = { size: bytes.length, offset: String(offset) };
    offset += bytes.length;
  }
  const header = stringPickle(JSON.stringify({ files: entries }));
  return Buffer.concat([numbers(4, header.length), header, ...contents.map(({ bytes }) => bytes)]);
}

/** @param {string} text */
function stringPickle(text) {
  const bytes = Buffer.from(text);
  const padded = Buffer.concat([bytes], Math.ceil(bytes.length / 4) * 4);
  return Buffer.concat([numbers(4 + padded.length, bytes.length), padded]);
}

/** @param {...number} values */
function numbers(...values) {
  return Buffer.from(Uint32Array.from(values).buffer);
}
