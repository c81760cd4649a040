import type { FailureCode } from '../../../shared/check/failure.ts';
import { addresses } from '../topology.ts';
import { SOON_MS, type Case } from './case.ts';

const { web, web6 } = addresses;
const works = { outcome: 'succeeded', code: null, withinMs: SOON_MS } as const;
const plain = { host: web, port: 80 } as const;

const pages: readonly Case[] = [
  {
    ...plain,
    name: 'a page that is down',
    url: `http://${web}/down`,
    outcome: 'rejected_by_service',
    code: 'http_server_error',
    withinMs: SOON_MS,
    shows: { http: { status: 503 } },
    oursIsBetterBecause: 'nc does not ask',
  },
  { ...works, ...plain, name: 'a page that takes no HEAD', url: `http://${web}/get-only`, shows: { http: { method: 'GET', status: 200 } } },
  {
    ...works,
    ...plain,
    name: 'a page that moved',
    url: `http://${web}/moved`,
    shows: { http: { status: 301, location: 'https://www.sonde.test/' } },
  },
  { ...works, ...plain, name: 'a page that is not there', url: `http://${web}/nowhere`, shows: { http: { status: 404 } } },
  { ...works, name: 'a page on a slow line', host: addresses.far, port: 80, notBeforeMs: 160, shows: { http: { status: 200 } } },
  {
    ...works,
    name: 'a page on a slow line that loses every third packet',
    host: addresses.far,
    port: 81,
    url: `http://${addresses.far}:81/`,
    // Lost packets are sent again after 1 s, 3 s, ...
    withinMs: 8_000 + SOON_MS,
    shows: { http: { status: 200 } },
  },
];

const https = { port: 443 } as const;

const trusted: readonly Case[] = [
  {
    ...works,
    ...https,
    name: 'a good certificate',
    host: 'www.sonde.test',
    shows: { tls: { serverName: 'www.sonde.test', problems: [] }, http: { status: 200 } },
  },
  { ...works, ...https, name: 'a good certificate for an address', host: web, shows: { tls: { serverName: null, problems: [] } } },
  { ...works, ...https, name: 'a good certificate for an IPv6 address', host: web6, shows: { tls: { problems: [] } } },
  {
    ...works,
    ...https,
    name: 'one address of a name, the name kept for TLS',
    host: 'expired.sonde.test',
    options: ['--address', web],
    shows: { addresses: [{ address: web }], tls: { serverName: 'expired.sonde.test', problems: [] } },
  },
  {
    ...works,
    ...https,
    name: 'a server that asks for a certificate in HTTP',
    host: 'wants-certificate.sonde.test',
    shows: { http: { status: 400 } },
  },
  {
    ...works,
    ...https,
    name: 'plain text where TLS is usual, when told so',
    host: addresses.plain443,
    options: ['--no-tls'],
    shows: { tls: null, http: { status: 200 } },
  },
];

const distrusted = (name: string, host: string, code: FailureCode): Case => ({
  ...https,
  name,
  host,
  outcome: 'tls_failed',
  code,
  withinMs: SOON_MS,
  oursIsBetterBecause: 'nc does not look at the certificate',
});

const untrusted: readonly Case[] = [
  distrusted('an expired certificate', 'expired.sonde.test', 'tls_expired'),
  distrusted('a certificate for another name', 'wrong-name.sonde.test', 'tls_wrong_name'),
  distrusted('a self-signed certificate', 'self-signed.sonde.test', 'tls_self_signed'),
  distrusted('a certificate that is not valid yet', 'not-yet-valid.sonde.test', 'tls_not_yet_valid'),
  distrusted('a chain without its intermediate', 'incomplete-chain.sonde.test', 'tls_unknown_authority'),
  distrusted('a server that knows only an old TLS', 'old-tls.sonde.test', 'tls_no_common_protocol'),
  distrusted('plain text where TLS is usual', addresses.plain443, 'tls_plain_text_answered'),
  distrusted('a server that leaves during the handshake', addresses.leavesWhenSpokenTo, 'tls_closed'),
  distrusted('a server that resets during the handshake', addresses.resetsWhenSpokenTo, 'tls_closed'),
  { ...distrusted('a server that wants a certificate', 'wants-certificate.sonde.test', 'tls_client_certificate_required'), port: 8_883 },
  {
    ...distrusted('a server that never shakes hands', addresses.mute, 'tls_timed_out'),
    options: ['--timeout', '2'],
    withinMs: 2_000 + SOON_MS,
  },
];

/** HTTP, and everything a certificate can be. */
export const webCases: readonly Case[] = [...pages, ...trusted, ...untrusted];
