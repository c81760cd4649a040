import { createServer } from 'node:net';

// Says as many bytes as its first word names to whoever comes, as fast as they are read. Prints its port, and lives until its stdin ends.
const sizeBytes = Number(process.argv[2]);
const chunk = Buffer.alloc(1 << 20, 'The quick brown fox jumps over the lazy dog.\r\n');
const server = createServer((socket) => {
  let leftBytes = sizeBytes;
  const fill = (): void => {
    while (leftBytes > 0 && socket.writable) {
      const piece = chunk.subarray(0, leftBytes);
      leftBytes -= piece.length;
      if (!socket.write(piece)) return;
    }
    socket.end();
  };
  socket.on('error', () => undefined).on('drain', fill);
  fill();
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' && address !== null ? address.port : 0}\n`);
});
process.stdin.on('end', () => process.exit()).resume();
