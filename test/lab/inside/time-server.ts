import { createSocket } from 'node:dgram';

/** Run inside a lab machine with the address to listen on: answers every NTP client (RFC 5905 section 7.3, server mode). */
const SECONDS_FROM_1900_TO_1970 = 2_208_988_800;
const PACKET_BYTES = 48;

const server = createSocket('udp4', (request, { port, address }) => {
  if (request.length < PACKET_BYTES) return;
  const version = ((request[0] ?? 0) >> 3) & 7;
  const reply = Buffer.alloc(PACKET_BYTES);
  reply[0] = (version << 3) | 4;
  reply[1] = 2;
  request.copy(reply, 24, 40, 48);
  const seconds = Math.floor(Date.now() / 1_000) + SECONDS_FROM_1900_TO_1970;
  for (const place of [16, 32, 40]) reply.writeUInt32BE(seconds, place);
  server.send(reply, port, address);
});
server.bind(123, process.argv[2]);
