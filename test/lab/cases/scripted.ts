import { unknownPort } from '../servers/scripted.ts';
import { addresses } from '../topology.ts';
import { SOON_MS, type Case } from './case.ts';

const { mute, leaving, resetting, endless, dripping, hesitant, leavesWhenSpokenTo, resetsWhenSpokenTo } = addresses;
const works = { outcome: 'succeeded', code: null, withinMs: SOON_MS } as const;
const unseen = { withinMs: SOON_MS, oursIsBetterBecause: 'nc -z does not wait for a word' } as const;
const closed = { ...unseen, outcome: 'closed_early', code: 'connection_closed' } as const;
const reset = { ...unseen, outcome: 'closed_early', code: 'connection_reset', systemCode: 'ECONNRESET' } as const;
const silent = { ...unseen, outcome: 'no_answer' } as const;

// A greeting may take 7 s: the server may look the client's name up first.
const LOOKUP_MS = 7_000;

/** Servers that do what real ones do only on a bad day. */
export const scriptedCases: readonly Case[] = [
  { ...silent, name: 'a mute FTP server', host: mute, port: 21, code: 'no_greeting', withinMs: LOOKUP_MS + SOON_MS },
  { ...silent, name: 'a mute HTTP server', host: mute, port: 80, options: ['--timeout', '2'], code: 'no_reply', withinMs: 2_000 + SOON_MS },
  { ...silent, name: 'a mute Redis', host: mute, port: 6379, options: ['--timeout', '2'], code: 'no_reply', withinMs: 2_000 + SOON_MS },
  { ...works, name: 'a mute server nobody knows', host: mute, port: unknownPort },
  { ...closed, name: 'an FTP server that closes at once', host: leaving, port: 21 },
  { ...closed, name: 'an SSH server that closes at once', host: leaving, port: 22 },
  { ...closed, name: 'an unknown server that closes at once', host: leaving, port: unknownPort },
  { ...reset, name: 'an FTP server that resets before a word', host: resetting, port: 21 },
  { ...reset, name: 'an unknown server that resets before a word', host: resetting, port: unknownPort },
  { ...closed, name: 'an HTTP server that closes when spoken to', host: leavesWhenSpokenTo, port: 80 },
  { ...reset, name: 'an HTTP server that resets when spoken to', host: resetsWhenSpokenTo, port: 80 },
  { ...works, name: 'an FTP greeting without end', host: endless, port: 21 },
  { ...works, name: 'a banner without end from a server nobody knows', host: endless, port: unknownPort },
  { ...silent, name: 'an FTP greeting of one byte a second', host: dripping, port: 21, code: 'no_greeting', withinMs: LOOKUP_MS + SOON_MS },
  {
    ...works,
    name: 'an FTP server that hesitates',
    host: hesitant,
    port: 21,
    notBeforeMs: 900,
    shows: { service: { id: 'ftp', knownBy: 'greeting' } },
  },
  // Any line may come before the identification of SSH (RFC 4253 section 4.2), so one alone is no greeting yet.
  { ...silent, name: 'something else on the port of SSH', host: hesitant, port: 22, code: 'no_greeting', withinMs: LOOKUP_MS + SOON_MS },
  { ...unseen, name: 'a mail server that says no', host: hesitant, port: 25, outcome: 'rejected_by_service', code: 'service_rejected' },
];
