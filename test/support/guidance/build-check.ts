import * as v from 'valibot';

import { checkSchema, type Check } from '../../../shared/check/check.ts';
import type { AddressAttempt, Resolution } from '../../../shared/check/evidence.ts';
import { outcomeOfFailure, type FailureCode } from '../../../shared/check/failure.ts';
import { readAddress } from '../../../shared/check/ip-address.ts';
import { stages, type Stage } from '../../../shared/check/stage.ts';
import { serviceOfPort } from '../../../shared/service/find-service.ts';

/** A check in few words: what matters of it, everything else as a real check would have it. */
export interface BriefCheck {
  /** "web1.example.net:80", "[2001:db8::5]:443", "203.0.113.96:161/udp". */
  readonly target: string;
  readonly code?: FailureCode;
  readonly systemCode?: string | null;
  readonly elapsedMs?: number;
  readonly detail?: string;
  /** The address that was dialled, and from where; null when no address was known. */
  readonly address?: string | null;
  readonly localAddress?: string;
  /** More addresses of the name and what they met. */
  readonly otherAddresses?: Readonly<Record<string, FailureCode | 'succeeded'>>;
  readonly source?: Resolution['source'];
  readonly answers?: Resolution['answers'][number]['kind'];
  readonly controlResolves?: boolean;
  readonly greeting?: string;
  readonly product?: string;
  readonly tls?: Readonly<Record<string, unknown>>;
  readonly http?: Readonly<Record<string, unknown>>;
  readonly stagesMs?: Readonly<Partial<Record<Stage, number>>>;
  readonly vantage?: string;
  /** Minutes before the check the scenario is about. */
  readonly minutesBefore?: number;
  readonly id?: number;
}

/** When the check of every scenario is made: 20 Nov 2026, 12:00 UTC. */
export const CHECKED_AT_MS = Date.UTC(2026, 10, 20, 12);

/** The whole check; throws when it would be none. */
export function buildCheck(brief: BriefCheck): Check {
  const { host, port, transport } = readBriefTarget(brief.target);
  const code = brief.code ?? null;
  const address = brief.address === undefined ? (readAddress(host)?.address ?? '203.0.113.96') : brief.address;
  const stage = code === null ? null : stageOf(code, address);
  const attempts = attemptsOf(brief, { address, stage, code });
  const service = serviceOfPort({ port, transport });
  return v.parse(checkSchema, {
    version: 1,
    id: brief.id ?? null,
    target: { host, port, transport },
    vantage: brief.vantage ?? 'here',
    caseId: null,
    outcome: code === null ? 'succeeded' : outcomeOfFailure[code],
    failure: code === null || stage === null ? null : failureOf(brief, { address: stage === 'resolve' ? null : address, stage, code }),
    startedAtMs: CHECKED_AT_MS - (brief.minutesBefore ?? 0) * 60_000,
    durationMs: (brief.elapsedMs ?? 3) + 10,
    resolution: resolutionOf(brief, host, attempts),
    addresses: attempts,
    stages: stages.map((one) => ({
      stage: one,
      outcome: one === stage ? 'failed' : stage !== null && stages.indexOf(one) > stages.indexOf(stage) ? 'skipped' : 'passed',
      offsetMs: 0,
      durationMs: brief.stagesMs?.[one] ?? (one === stage ? (brief.elapsedMs ?? 3) : 3),
    })),
    service: service && {
      id: service.id,
      name: service.name,
      knownBy: brief.product === undefined ? 'port' : 'greeting',
      product: brief.product ?? null,
    },
    greeting:
      brief.greeting === undefined
        ? null
        : { text: brief.greeting, base64: '', sizeBytes: brief.greeting.length, truncated: false, firstByteMs: 2 },
    tls: brief.tls === undefined ? null : tlsOf(brief.tls, host),
    http: brief.http === undefined ? null : { ...plainHttp, ...brief.http },
  });
}

const plainHttp = { method: 'HEAD', path: '/', status: 200, reason: 'OK', server: null, location: null, durationMs: 20 };

function readBriefTarget(text: string): Check['target'] {
  const [endpoint = '', transport = 'tcp'] = text.split('/');
  const [, bracketed, plain, port] = /^(?:\[(.+)\]|([^:]+)):(\d+)$/u.exec(endpoint) ?? [];
  return { host: bracketed ?? plain ?? '', port: Number(port), transport: transport === 'udp' ? 'udp' : 'tcp' };
}

interface Ended {
  readonly address: string | null;
  readonly stage: Stage | null;
  readonly code: FailureCode | null;
}

function stageOf(code: FailureCode, address: string | null): Stage {
  if (code.startsWith('dns_') || code === 'no_address_of_family' || address === null) return 'resolve';
  if (code.startsWith('tls_')) return 'handshake';
  if (['service_rejected', 'connection_closed', 'connection_reset', 'no_greeting'].includes(code)) return 'greeting';
  return ['http_server_error', 'reply_unreadable', 'no_reply', 'udp_silence'].includes(code) ? 'request' : 'connect';
}

function failureOf(brief: BriefCheck, { address, stage, code }: Ended) {
  return {
    code,
    operation: stage,
    address,
    systemCode: brief.systemCode ?? null,
    elapsedMs: brief.elapsedMs ?? 3,
    detail: brief.detail ?? brief.greeting ?? null,
  };
}

function attemptsOf(brief: BriefCheck, { address, stage, code }: Ended): readonly AddressAttempt[] {
  if (address === null || stage === 'resolve') return [];
  const localAddress = brief.localAddress ?? (address.includes(':') ? '2001:db8:1::17' : '198.51.100.17');
  const attempt = (one: string, met: FailureCode | null, durationMs: number): AddressAttempt => ({
    address: one,
    family: one.includes(':') ? 6 : 4,
    outcome: met === null ? 'succeeded' : outcomeOfFailure[met],
    code: met,
    systemCode: null,
    offsetMs: 0,
    durationMs,
    localAddress,
  });
  const main = attempt(
    address,
    stage === 'connect' ? code : null,
    stage === 'connect' ? (brief.elapsedMs ?? 3) : (brief.stagesMs?.connect ?? 3),
  );
  const others = Object.entries(brief.otherAddresses ?? {}).map(([one, met]) => attempt(one, met === 'succeeded' ? null : met, 3));
  return [main, ...others];
}

function resolutionOf(brief: BriefCheck, host: string, attempts: readonly AddressAttempt[]): Resolution {
  const isLiteral = readAddress(host) !== null;
  const failed = brief.code?.startsWith('dns_') === true;
  return {
    source: brief.source ?? (isLiteral ? 'literal' : 'system'),
    addresses: attempts.map(({ address, family }) => ({ address, family })),
    systemCode: failed ? (brief.systemCode ?? 'ENOTFOUND') : null,
    servers: failed ? ['10.20.4.1'] : [],
    answers: brief.answers === undefined ? [] : [{ family: 4, kind: brief.answers, systemCode: null, durationMs: 4 }],
    control:
      brief.controlResolves === undefined
        ? null
        : { name: 'example.com', resolved: brief.controlResolves, systemCode: brief.controlResolves ? null : 'EAI_AGAIN', durationMs: 9 },
  };
}

function tlsOf(tls: Readonly<Record<string, unknown>>, host: string) {
  const { problems = [], chain = [{}], ...rest } = tls as { problems?: readonly string[]; chain?: readonly object[] };
  const leaf = {
    subject: `CN=${host}`,
    issuer: 'CN=R11, O=Let’s Encrypt',
    names: [host],
    nameCount: 1,
    validFromMs: CHECKED_AT_MS - 30 * 86_400_000,
    validToMs: CHECKED_AT_MS + 60 * 86_400_000,
    serialNumber: '01',
    fingerprintSha256: 'AA',
  };
  return {
    ...{ version: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384', alpn: null, serverName: host },
    problems,
    chain: chain.map((one) => ({ ...leaf, ...one })),
    ...rest,
  };
}
