import { createServer } from 'node:net';

// A server that greets at once and goes when it is told to. Prints its port, and lives until its stdin ends.
const server = createServer((socket) => {
  socket.on('error', () => undefined);
  socket.write('220 bench.example FTP server ready.\r\n');
  socket.once('data', () => socket.end('221 Goodbye.\r\n'));
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' && address !== null ? address.port : 0}\n`);
});
process.stdin.on('end', () => process.exit()).resume();
