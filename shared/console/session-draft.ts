import * as v from 'valibot';

import { hostSchema, portSchema, type Target } from '../check/target.ts';
import { serviceById, serviceOfPort } from '../service/find-service.ts';
import { defaultLineEnding } from './default-line-ending.ts';
import type { LineEnding } from './line-ending.ts';
import { sessionRequestSchema, type ChosenSession, type SessionRequest } from './session-request.ts';
import type { TelnetPolicy } from './telnet-policy.ts';
import type { TextEncoding } from './text-encoding.ts';

/** How a session is carried: UDP, or TCP with or without TLS. */
export type Carrier = 'tcp' | 'tls' | 'starttls' | 'udp';

/** A session as somebody fills it in: texts as they are typed. */
export interface SessionDraft {
  readonly host: string;
  readonly port: string;
  readonly carrier: Carrier;
  /** An id of shared/service; null where none is known. */
  readonly service: string | null;
  /** Empty: as the name resolves, and as the system chooses. */
  readonly address: string;
  readonly source: string;
  readonly timeoutSeconds: string;
  readonly telnet: TelnetPolicy;
  readonly lineEnding: LineEnding;
  readonly encoding: TextEncoding;
}

/** The parts of a draft a person types. */
export type DraftField = 'host' | 'port' | 'address' | 'source' | 'timeoutSeconds';

/** A draft as a session to open, or the first field that cannot be read. */
export type DraftReading =
  { readonly kind: 'read'; readonly session: ChosenSession } | { readonly kind: 'unreadable'; readonly field: DraftField };

/** What a session with an endpoint mostly is: the habits of its service. `hasTls` is what a check of it had; null goes by the port. */
export function draftFor(target: Target, service: string | null, hasTls: boolean | null): SessionDraft {
  const known = service === null ? serviceOfPort(target) : serviceById(service);
  const isTlsPort = known?.ports.some(({ port, tls }) => port === target.port && tls) ?? false;
  return {
    ...withService({ ...emptyDraft, host: target.host, port: String(target.port) }, known?.id ?? null),
    carrier: target.transport === 'udp' ? 'udp' : (hasTls ?? isTlsPort) ? 'tls' : 'tcp',
  };
}

/**
 * The draft with the habits of a service.
 *
 * Where none is known lines end in CR LF, as most protocols of lines have it, and the form shows that; in a terminal they end in LF, as nc does.
 */
export function withService(draft: SessionDraft, service: string | null): SessionDraft {
  const telnet = service === 'telnet' ? 'terminal' : service === 'ftp' ? 'refuse' : 'off';
  return { ...draft, service, telnet, lineEnding: service === null ? 'crlf' : defaultLineEnding(service) };
}

/** Nothing filled in. */
export const emptyDraft: SessionDraft = {
  ...{ host: '', port: '', carrier: 'tcp', service: null, address: '', source: '', timeoutSeconds: '5' },
  ...{ telnet: 'off', lineEnding: 'crlf', encoding: 'utf-8' },
};

/** The draft of a session that was held before. */
export function draftOf({ target, tls, service, address, source, timeoutMs, telnet, encoding }: SessionRequest): SessionDraft {
  const carrier = target.transport === 'udp' ? 'udp' : ({ on: 'tls', off: 'tcp', starttls: 'starttls' } as const)[tls];
  return {
    ...withService({ ...emptyDraft, host: target.host, port: String(target.port) }, service),
    ...{ carrier, address: address ?? '', source: source ?? '', timeoutSeconds: String(timeoutMs / 1_000), telnet, encoding },
  };
}

/** Reads a draft; nothing is looked up. */
export function readDraft(draft: SessionDraft): DraftReading {
  const host = v.safeParse(
    hostSchema,
    draft.host
      .trim()
      .toLowerCase()
      .replace(/^\[(.*)\]$/u, '$1')
      .replace(/\.$/u, ''),
  );
  if (!host.success) return { kind: 'unreadable', field: 'host' };
  const port = v.safeParse(portSchema, Number(draft.port.trim() || 'none'));
  if (!port.success) return { kind: 'unreadable', field: 'port' };
  for (const field of ['address', 'source'] as const)
    if (draft[field].trim() !== '' && !/^[\da-fA-F:.]+(?:%[\w.-]+)?$/u.test(draft[field].trim())) return { kind: 'unreadable', field };
  const chosen = v.safeParse(sessionRequestSchema, {
    target: { host: host.output, port: port.output, transport: draft.carrier === 'udp' ? 'udp' : 'tcp' },
    tls: ({ tcp: 'off', udp: 'off', tls: 'on', starttls: 'starttls' } as const)[draft.carrier],
    service: draft.service,
    address: draft.address.trim() || null,
    source: draft.source.trim() || null,
    timeoutMs: Math.round(Number(draft.timeoutSeconds.trim() || 'none') * 1_000),
    telnet: draft.telnet,
    encoding: draft.encoding,
  });
  return chosen.success ? { kind: 'read', session: chosen.output } : { kind: 'unreadable', field: 'timeoutSeconds' };
}
