import { createServer } from 'node:net';

// Listens on a free port of 127.0.0.1, prints it, and sends argv[2] bytes to whoever connects, as argv[3] says, as fast as they are taken:
// "lines" of 64 bytes, one "endless" line, or "bytes", each a packet of its own. Ends with its stdin.

const sizeBytes = Number(process.argv[2]);
const form = process.argv[3] ?? 'lines';
const CHUNK_BYTES = 65_536;
const chunk = Buffer.from(form === 'endless' ? 'x'.repeat(CHUNK_BYTES) : `${'x'.repeat(63)}\n`.repeat(CHUNK_BYTES / 64));
const bytes = Buffer.from('one byte a packet\n');

const server = createServer({ noDelay: true }, (socket) => {
  let left = sizeBytes;
  socket.on('error', () => undefined).resume();
  const send = (): void => {
    while (left > 0) {
      left -= chunk.length;
      if (!socket.write(chunk)) return;
    }
    socket.end();
  };
  const drip = (): void => {
    for (let count = 0; count < 200 && left > 0 && socket.writable; count += 1) {
      const place = left % bytes.length;
      left -= 1;
      socket.write(bytes.subarray(place, place + 1));
    }
    if (left <= 0 || !socket.writable) socket.end();
    else if (socket.writableLength > 100_000) socket.once('drain', drip);
    else setImmediate(drip);
  };
  if (form === 'bytes') drip();
  else send();
  socket.on('drain', form === 'bytes' ? () => undefined : send);
});
server.listen(0, '127.0.0.1', () => {
  const place = server.address();
  console.log(place === null || typeof place === 'string' ? 0 : place.port);
});
process.stdin.resume().on('end', () => process.exit());
