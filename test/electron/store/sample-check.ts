import type { Check } from '../../../shared/check/check.ts';

/** A finished check of an FTP server that greeted, changed as the test wants. */
export function sampleCheck(changes: Partial<Check> = {}): Check {
  return {
    version: 1,
    id: null,
    target: { host: 'ftp.example.com', port: 21, transport: 'tcp' },
    vantage: 'here',
    caseId: null,
    outcome: 'succeeded',
    failure: null,
    startedAtMs: 1_795_000_000_000,
    durationMs: 41.25,
    resolution: {
      source: 'system',
      addresses: [
        { address: '203.0.113.96', family: 4 },
        { address: '2001:db8::96', family: 6 },
      ],
      systemCode: null,
      servers: [],
      answers: [],
      control: null,
    },
    addresses: [
      attempt({ address: '203.0.113.96', family: 4, durationMs: 12.5 }),
      attempt({
        address: '2001:db8::96',
        family: 6,
        outcome: 'network_unreachable',
        code: 'network_unreachable',
        systemCode: 'ENETUNREACH',
      }),
    ],
    stages: [
      { stage: 'resolve', outcome: 'passed', offsetMs: 0, durationMs: 3 },
      { stage: 'connect', outcome: 'passed', offsetMs: 3, durationMs: 12.5 },
      { stage: 'handshake', outcome: 'skipped', offsetMs: 0, durationMs: 0 },
      { stage: 'greeting', outcome: 'passed', offsetMs: 15.5, durationMs: 20 },
      { stage: 'request', outcome: 'skipped', offsetMs: 0, durationMs: 0 },
    ],
    service: { id: 'ftp', name: 'FTP', knownBy: 'greeting', product: 'vsFTPd 3.0.3' },
    greeting: { text: '220 (vsFTPd 3.0.3)␍␊', base64: 'MjIwICh2c0ZUUGQgMy4wLjMpDQo=', sizeBytes: 20, truncated: false, firstByteMs: 20 },
    tls: null,
    http: null,
    ...changes,
  };
}

/** The same check of another endpoint. */
export function checkOf(host: string, port: number, changes: Partial<Check> = {}): Check {
  return sampleCheck({ target: { host, port, transport: 'tcp' }, ...changes });
}

/** One dialled address that was connected in 12.5 ms, changed as the test wants. */
export function attempt(changes: Partial<Check['addresses'][number]> = {}): Check['addresses'][number] {
  return {
    address: '203.0.113.96',
    family: 4,
    outcome: 'succeeded',
    code: null,
    systemCode: null,
    offsetMs: 3,
    durationMs: 12.5,
    localAddress: '192.0.2.10',
    ...changes,
  };
}

/** The outcome and failure of a refused check. */
export const refusal: Partial<Check> = {
  outcome: 'refused',
  failure: {
    code: 'connection_refused',
    operation: 'connect',
    address: '203.0.113.96',
    systemCode: 'ECONNREFUSED',
    elapsedMs: 2,
    detail: null,
  },
  addresses: [attempt({ outcome: 'refused', code: 'connection_refused', systemCode: 'ECONNREFUSED', durationMs: 2 })],
  service: null,
  greeting: null,
};
