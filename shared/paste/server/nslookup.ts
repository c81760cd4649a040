import { readHost } from '../../check/host-name.ts';
import { firstAddress } from '../output/first-address.ts';
import type { OutputForm } from '../output/output-form.ts';
import { unanswered, addressAnswers, dnsMeasured, type DnsAnswer } from './dns-told.ts';

/** nslookup of BIND, BusyBox, macOS and Windows (whose words differ by language, not their order), and `host`. */
export const nslookup: OutputForm = {
  name: 'nslookup',
  needsTarget: false,
  read: ({ lines, program, command }, { target }) => {
    const isKnown = program === 'nslookup' || program === 'host' || lines.some((line) => shape.test(line));
    if (!isKnown) return null;
    const name = nameIn(lines) ?? askedIn(command) ?? target?.host ?? null;
    const answers = readAnswers(lines);
    return name === null || answers.length === 0 ? [] : [dnsMeasured(name, answers)];
  },
};

const shape =
  /^\*\*\*? .{0,120}\b(?:can't find|Non-existent domain|Can't find)|^Server:\s{1,20}\S+$|^;; no servers could be reached|^;; connection timed out; no servers|^\S{1,253} has (?:IPv6 )?address |^Host \S{1,253} not found: /u;

const failures: readonly { readonly pattern: RegExp; readonly kind: DnsAnswer['kind'] }[] = [
  { pattern: /NXDOMAIN|Non-existent domain/u, kind: 'nxdomain' },
  { pattern: /SERVFAIL|Server failed/u, kind: 'servfail' },
  { pattern: /REFUSED|Query refused|connection refused|Connection refused/u, kind: 'refused' },
  { pattern: /No answer|No (?:internal )?type|has no \S{1,10} record|^Non-authoritative answer:$/u, kind: 'no_data' },
  { pattern: /timed[ -]out|no servers could be reached|No response from server/u, kind: 'timed_out' },
];

function readAnswers(lines: readonly string[]): readonly DnsAnswer[] {
  const cut = lines.findIndex((line, index) => index > 0 && line.trim() === '');
  const head = cut < 0 ? [] : lines.slice(0, cut);
  const server =
    head
      .map((line) => firstAddress(line.replace(/#\d{1,5}$|(?<=\d\.\d{1,3}\.\d{1,3}\.\d{1,3}):\d{1,5}$/u, '')))
      .find((found) => found !== null) ?? null;
  const body = cut < 0 ? lines : lines.slice(cut);
  const addresses = [...new Set(body.filter((line) => !/^[;*]|^nslookup: /u.test(line)).flatMap((line) => firstAddress(line) ?? []))];
  if (addresses.length > 0) return addressAnswers(server, addresses);
  const failed = lines.flatMap(
    (line) =>
      failures.find(({ pattern }) => pattern.test(line) && /^[;*]|not found|^nslookup: |^DNS request|has no|^Non-auth/u.test(line)) ?? [],
  )[0];
  return failed === undefined ? [] : [unanswered(server ?? serverOf(lines), failed.kind)];
}

/** ";; communications error to 203.0.113.56#53: timed out". */
function serverOf(lines: readonly string[]): string | null {
  const said = lines.map((line) => /(?:error to|write to|reply from) '?([0-9a-f.:]{2,45}?)'?(?:#\d{1,5})?(?:: |$)/iu.exec(line)?.[1]);
  return said.find((found) => found !== undefined) ?? null;
}

function nameIn(lines: readonly string[]): string | null {
  const found = lines
    .map((line) =>
      /^Name:\s{1,20}(\S{1,253}?)\.?$|can't find (\S{1,253}?): |^(\S{1,253}) (?:has (?:IPv6 )?address|is an alias for) |^Host (\S{1,253}) not found|^(\S{1,253})\tcanonical name = /u.exec(
        line,
      ),
    )
    .find((match) => match !== null);
  return hostOf(found?.slice(1).find((word) => word !== undefined) ?? '');
}

function askedIn(command: string | null): string | null {
  const words = (command ?? '').split(/\s+/u).slice(1);
  return words.map(hostOf).find((host) => host?.includes('.') === true) ?? null;
}

function hostOf(text: string): string | null {
  const found = readHost(text);
  return found.kind === 'host' ? found.host : null;
}
