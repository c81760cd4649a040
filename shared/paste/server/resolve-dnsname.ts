import { readHost } from '../../check/host-name.ts';
import { readAddress } from '../../check/ip-address.ts';
import type { OutputForm } from '../output/output-form.ts';
import { answered, unanswered, dnsMeasured, type DnsAnswer } from './dns-told.ts';

/** PowerShell's Resolve-DnsName: its table of records, or the error it writes instead. */
export const resolveDnsName: OutputForm = {
  name: 'Resolve-DnsName',
  needsTarget: false,
  read: ({ lines, command }, { target }) => {
    const isTable = lines.some((line) => /^Name +Type +TTL +Section/u.test(line));
    const failure = lines.flatMap((line) => /Resolve-DnsName ?: (\S{1,253}) : (.+)$/u.exec(line) ?? []);
    if (!isTable && failure.length === 0) return null;
    const server = /-Server (\S{1,60})/iu.exec(command ?? '')?.[1];
    const asked = server === undefined ? null : (readAddress(server)?.address ?? null);
    const rows = lines.flatMap((line) => readRow(line, asked));
    const name =
      failure[1] ?? /Resolve-DnsName (?:-Name )?([^\s-]\S{0,252})/iu.exec(command ?? '')?.[1] ?? rows[0]?.name ?? target?.host ?? '';
    const host = readHost(name);
    const answers = failure.length > 0 ? [unanswered(asked, kindOf(failure[2] ?? ''))] : merge(rows.map(({ answer }) => answer));
    return host.kind !== 'host' || answers.length === 0 ? [] : [dnsMeasured(host.host, answers)];
  },
};

function readRow(line: string, server: string | null): readonly { readonly name: string; readonly answer: DnsAnswer }[] {
  const [, name = '', recordKind, seconds, data = ''] =
    /^(\S{1,253}) +(A|AAAA|CNAME|MX|NS|PTR|TXT|SRV) +(\d{1,10}) +(?:Answer|Authority|Additional) +(.{1,500})$/u.exec(line) ?? [];
  if (recordKind === undefined) return [];
  return [
    { name, answer: { ...answered({ server, recordKind }, [readAddress(data)?.address ?? data]), timeToLiveSeconds: Number(seconds) } },
  ];
}

/** One entry a kind of record. */
function merge(answers: readonly DnsAnswer[]): readonly DnsAnswer[] {
  const byKind = new Map<string, DnsAnswer>();
  for (const answer of answers) {
    const before = byKind.get(answer.recordKind);
    byKind.set(answer.recordKind, before === undefined ? answer : { ...before, records: [...before.records, ...answer.records] });
  }
  return [...byKind.values()];
}

function kindOf(text: string): DnsAnswer['kind'] {
  if (/does not exist|non-existent/iu.test(text)) return 'nxdomain';
  if (/no records/iu.test(text)) return 'no_data';
  if (/server failure/iu.test(text)) return 'servfail';
  return /timeout|timed out/iu.test(text) ? 'timed_out' : /refused/iu.test(text) ? 'refused' : 'failed';
}
