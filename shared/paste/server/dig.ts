import { readHost } from '../../check/host-name.ts';
import { readAddress } from '../../check/ip-address.ts';
import { makeVisible } from '../../console/display.ts';
import type { OutputForm } from '../output/output-form.ts';
import { answered, unanswered, addressAnswers, dnsMeasured, type DnsAnswer } from './dns-told.ts';

/** dig, whole or +short, with every kind of record. */
export const dig: OutputForm = {
  name: 'dig',
  needsTarget: false,
  read: ({ lines, program, command }, { target }) => {
    if (program !== 'dig' && !lines.some((line) => /^; <<>> DiG |^;; ->>HEADER<<-/u.test(line))) return null;
    const banner = lines.find((line) => line.startsWith('; <<>> DiG')) ?? command ?? '';
    const name = questionIn(lines) ?? nameIn(banner) ?? target?.host ?? null;
    const answers = readAnswers(lines, /@(\S{1,60})/u.exec(banner)?.[1] ?? null);
    return name === null || answers.length === 0 ? [] : [dnsMeasured(name, answers)];
  },
};

const statuses = new Map<string, DnsAnswer['kind']>([
  ['NXDOMAIN', 'nxdomain'],
  ['SERVFAIL', 'servfail'],
  ['REFUSED', 'refused'],
]);

function readAnswers(lines: readonly string[], asked: string | null): readonly DnsAnswer[] {
  const server =
    lines.flatMap((line) => /^;; SERVER: ([0-9a-f.:]{2,45})#/iu.exec(line)?.[1] ?? [])[0] ??
    (asked === null ? null : (readAddress(asked)?.address ?? null));
  const durationMs = Number(lines.flatMap((line) => /^;; Query time: (\d{1,9}) msec/u.exec(line)?.[1] ?? [])[0] ?? 0);
  const lost = lines.find((line) => /no servers could be reached|timed out/u.test(line));
  const status = lines.flatMap((line) => /status: ([A-Z]{3,12}),/u.exec(line)?.[1] ?? [])[0];
  if (status === undefined)
    return lost === undefined
      ? readShort(lines, server)
      : [unanswered(server ?? lostServer(lines), /refused/u.test(lines.join(' ')) ? 'refused' : 'timed_out')];
  const kind = recordKindIn(lines);
  const records = readRecords(lines).map((answer) => ({ ...answer, server, durationMs }));
  const isAnswered = records.some(({ recordKind }) => recordKind === kind);
  if (status === 'NOERROR') return isAnswered ? records : [...records, { ...unanswered(server, 'no_data', kind), durationMs }];
  return [{ ...unanswered(server, statuses.get(status) ?? 'failed', kind), durationMs }];
}

function lostServer(lines: readonly string[]): string | null {
  return lines.flatMap((line) => /error to ([0-9a-f.:]{2,45})#/iu.exec(line)?.[1] ?? [])[0] ?? null;
}

/** +short prints the data alone; only addresses can be told from names there. */
function readShort(lines: readonly string[], server: string | null): readonly DnsAnswer[] {
  return addressAnswers(
    server,
    lines.flatMap((line) => readAddress(line.trim())?.address ?? []),
  );
}

/** The records of the answer section, one entry a kind, with the shortest time to live. */
function readRecords(lines: readonly string[]): readonly DnsAnswer[] {
  const from = lines.findIndex((line) => line.startsWith(';; ANSWER SECTION'));
  const byKind = new Map<string, DnsAnswer>();
  for (const line of from < 0 ? [] : lines.slice(from + 1)) {
    if (line.startsWith(';')) break;
    const [, secondsText, recordKind, text = ''] = /^\S{1,255}\s+(\d{1,10})\s+IN\s+([A-Z0-9]{1,12})\s+(.{1,1000})$/u.exec(line) ?? [];
    if (recordKind === undefined) continue;
    const before = byKind.get(recordKind);
    const seconds = Math.min(Number(secondsText), before?.timeToLiveSeconds ?? Number.MAX_SAFE_INTEGER);
    byKind.set(recordKind, {
      ...answered({ server: null, recordKind }, [...(before?.records ?? []), makeVisible(text)]),
      timeToLiveSeconds: seconds,
    });
  }
  return [...byKind.values()];
}

function recordKindIn(lines: readonly string[]): string {
  return lines.flatMap((line) => /^;\S{1,255}\s+IN\s+([A-Z0-9]{1,12})$/u.exec(line)?.[1] ?? [])[0] ?? 'A';
}

function questionIn(lines: readonly string[]): string | null {
  return hostOf(lines.flatMap((line) => /^;(\S{1,255}?)\.?\s+IN\s+[A-Z0-9]{1,12}$/u.exec(line)?.[1] ?? [])[0] ?? '');
}

function nameIn(banner: string): string | null {
  const words = banner
    .replace(/^; <<>> DiG \S+ <<>>/u, 'dig')
    .split(/\s+/u)
    .slice(1);
  return (
    words
      .filter((word) => !/^[@+-]/u.test(word) && !/^[A-Z]{1,6}$/u.test(word))
      .map(hostOf)
      .find((host) => host?.includes('.') === true) ?? null
  );
}

function hostOf(text: string): string | null {
  const found = readHost(text);
  return found.kind === 'host' ? found.host : null;
}
