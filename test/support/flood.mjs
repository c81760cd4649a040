// Listens on a free port of 127.0.0.1, prints it, and sends argv[2] bytes of lines to whoever connects, as fast as they are taken; then says how fast.
import { createServer } from 'node:net';

const size = Number(process.argv[2]);
const lineBytes = Number(process.argv[3] ?? 64);
const line = lineBytes === 0 ? 'x'.repeat(65_536) : `${'x'.repeat(lineBytes - 1)}\n`;
const chunk = Buffer.from(line.repeat(Math.ceil(65_536 / line.length)));
const server = createServer((socket) => {
  let left = size;
  const send = () => {
    while (left > 0) {
      left -= chunk.length;
      if (!socket.write(chunk)) return;
    }
    socket.end();
  };
  socket.on('drain', send).on('error', () => undefined);
  // Whoever talks to it hears that within the flood. A write after the end would destroy what is still on its way.
  socket.on('data', (bytes) => {
    if (!socket.writableEnded) socket.write(bytes);
  });
  send();
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
