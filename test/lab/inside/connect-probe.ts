import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';

/**
 * Run inside a lab machine: dials every endpoint given on standard input (JSON) with nothing but Node, and prints what the
 * system says. The yardstick the check engine is measured against.
 */
interface Endpoint {
  readonly address: string;
  readonly port: number;
}

const timeoutMs = 6_000;

async function probe({ address, port }: Endpoint): Promise<{ readonly code: string | null; readonly durationMs: number }> {
  const startedAtMs = performance.now();
  const socket = connect({ host: address, port, autoSelectFamily: false });
  const code = await new Promise<string | null>((resolve) => {
    socket.setTimeout(timeoutMs, () => {
      resolve(null);
    });
    socket.on('connect', () => {
      resolve('connected');
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code ?? error.message);
    });
  });
  socket.destroy();
  return { code, durationMs: performance.now() - startedAtMs };
}

let input = '';
for await (const text of process.stdin.setEncoding('utf8')) input += String(text);
const endpoints = JSON.parse(input) as readonly Endpoint[];
process.stdout.write(JSON.stringify(await Promise.all(endpoints.map(probe))));
