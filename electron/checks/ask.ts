import type { Socket } from 'node:net';

import type { Service } from '../../shared/service/service.ts';
import { askHttp } from '../probes/http.ts';
import { askService } from '../probes/question.ts';
import type { Conversation, Heard } from './converse.ts';
import { wantsTls } from './secure.ts';

type Asking = Conversation & { readonly service: Service };

/** The request stage: one HTTP request, or the service's own harmless question. */
export function ask(asking: Asking, signal: AbortSignal): Promise<Heard> {
  return asking.service.speaksHttp ? askOverHttp(asking, signal) : askInItsWords(asking, signal);
}

async function askOverHttp(asking: Asking, signal: AbortSignal): Promise<Heard> {
  const { socket, address, target, options, service, log } = asking;
  const timeoutMs = log.limitMs(options.timeoutMs);
  const usualPort = wantsTls(asking) ? 443 : 80;
  const { http, failure } = await log.run({ stage: 'request', limitMs: timeoutMs, address }, () =>
    askHttp(
      {
        socket,
        reopen: () => openAgain(asking, signal),
        host: target.host,
        port: target.port,
        isDefaultPort: target.port === usualPort,
        path: options.path,
        timeoutMs,
      },
      signal,
    ),
  );
  if (http === null) return { failure };
  return { http, failure, service: { id: service.id, name: service.name, knownBy: 'reply', product: http.server } };
}

async function askInItsWords({ socket, address, options, service, log }: Asking, signal: AbortSignal): Promise<Heard> {
  const probe = service.probe.tcp;
  if (probe === null) return { failure: null };
  const timeoutMs = log.limitMs(options.timeoutMs);
  const { isRecognised, product, failure } = await log.run({ stage: 'request', limitMs: timeoutMs, address }, () =>
    askService({ socket, probe, timeoutMs }, signal),
  );
  return isRecognised ? { failure, service: { id: service.id, name: service.name, knownBy: 'reply', product } } : { failure };
}

/** The same connection once more, TLS included; null when it cannot be made, or not be trusted. */
async function openAgain(asking: Asking, signal: AbortSignal): Promise<Socket | null> {
  const { address, target, options, dial, log } = asking;
  const dialled = await dial({ address, port: target.port, source: options.source, timeoutMs: log.limitMs(options.timeoutMs) }, signal);
  if (dialled.kind === 'not_connected') return null;
  if (!wantsTls(asking)) return dialled.socket;
  const { shakeHands } = await import('../probes/handshake.ts');
  const shaken = await shakeHands(
    { socket: dialled.socket, host: target.host, alpn: asking.service.alpn, timeoutMs: log.limitMs(options.timeoutMs) },
    signal,
  );
  if (shaken.kind === 'agreed' && shaken.cause === null) return shaken.socket;
  dialled.socket.destroy();
  return null;
}
