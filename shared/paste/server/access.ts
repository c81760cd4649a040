import { programs } from '../../guidance/commands/programs.ts';
import { serviceOfPort } from '../../service/find-service.ts';
import type { OutputForm } from '../output/output-form.ts';
import type { PasteContext } from '../output/paste-context.ts';
import { learnt, type Told } from '../output/told.ts';
import { matchAddress } from './filter/packet.ts';

/**
 * TCP wrappers: lines of hosts.allow and hosts.deny (whole files, or found by grep with their names), and tcpdmatch.
 *
 * hosts.allow is asked first, the first line that matches counts, and no line means that the client may (hosts_access(5)). Lines that do
 * not say of which file they are are taken for hosts.deny, as in the advice that asks for them.
 */
export const hostsAccess: OutputForm = {
  name: 'hosts.deny',
  needsTarget: true,
  read: ({ lines, command }, context) => {
    const access = lines.findLast((line) => /^access: {2,}(?:granted|denied)$/u.test(line));
    if (access !== undefined) return [learnt({ kind: 'tcp_wrappers', verdict: access.endsWith('denied') ? 'denies' : 'allows' }, access)];
    const isAsked = /hosts\.(?:allow|deny)/u.test(command ?? '');
    if (!isAsked && !lines.some((line) => /hosts\.(?:allow|deny)/u.test(line) || bare.test(line))) return null;
    const rules = readRules(lines, /hosts\.allow/u.test(command ?? '') && !/hosts\.deny/u.test(command ?? ''));
    const rule = [...rules.filter(({ isAllow }) => isAllow), ...rules.filter(({ isAllow }) => !isAllow)].find((one) => isOf(one, context));
    return [decided(rule, lines[0] ?? command ?? '', isAsked)].flat();
  },
};

interface WrapperRule {
  readonly isAllow: boolean;
  readonly daemons: readonly string[];
  readonly clients: readonly string[];
  readonly line: string;
}

/** "vsftpd : ALL", "ALL: ALL": only programs that are known to use TCP wrappers, because many tables have words before a colon. */
const daemons = [...new Set(programs.flatMap(({ wrapperName }) => wrapperName ?? [])), 'ALL']
  .map((name) => name.replaceAll('.', String.raw`\.`))
  .join('|');
const bare = new RegExp(`^(?:${daemons})(?:[ ,]{1,3}[\\w.-]{1,40}){0,20} ?: ?\\S`, 'u');

function readRules(lines: readonly string[], isAllowFile: boolean): readonly WrapperRule[] {
  let isAllow = isAllowFile;
  return lines.flatMap((printed): readonly WrapperRule[] => {
    const file = /^(?:==> )?\S{0,100}hosts\.(allow|deny)(?: <==)?(?::(?:\d{1,6}:)?|$)/u.exec(printed);
    if (file !== null) isAllow = file[1] === 'allow';
    const line = printed.slice(file?.[0].length ?? 0).trim();
    const [, daemonText = '', clientText = ''] = /^([^#:]{1,300}) ?: ?((?:\[[^\]]{1,60}\]|[^:[\]]){1,500})/u.exec(line) ?? [];
    return clientText === '' ? [] : [{ isAllow, daemons: split(daemonText), clients: split(clientText), line: printed.trim() }];
  });
}

function split(text: string): readonly string[] {
  return text.split(/[\s,]+/u).filter((word) => word !== '');
}

function isOf({ daemons, clients }: WrapperRule, context: PasteContext): boolean {
  const names = wrapperNames(context);
  return daemons.some((daemon) => daemon === 'ALL' || names.includes(daemon.split('@')[0] ?? '')) && isOfClient(clients, context.client);
}

function wrapperNames({ target, programs: named }: PasteContext): readonly string[] {
  const service = target === null ? null : serviceOfPort(target);
  const known = programs
    .filter(({ services }) => service !== null && services.includes(service.id))
    .flatMap(({ wrapperName }) => wrapperName ?? []);
  return [...known, ...named];
}

/** An unknown client is taken for one that is meant: the line is in question because somebody was denied. */
function isOfClient(clients: readonly string[], client: string | null): boolean {
  const but = clients.indexOf('EXCEPT');
  const [listed, excepted] = but < 0 ? [clients, []] : [clients.slice(0, but), clients.slice(but + 1)];
  const holds = (pattern: string): boolean => pattern === 'ALL' || client === null || matchPattern(pattern, client);
  return listed.some(holds) && !(client !== null && excepted.some((pattern) => matchPattern(pattern, client)));
}

/** "198.51.100.", "198.51.100.0/255.255.255.0", "[2001:db8::]/32". A name cannot be matched here. */
function matchPattern(pattern: string, client: string): boolean {
  if (pattern.endsWith('.')) return client.startsWith(pattern);
  return matchAddress(client, pattern.replace(/[[\]]/gu, '')) === 'yes';
}

function decided(rule: WrapperRule | undefined, emptyLine: string, isAsked: boolean): readonly Told[] {
  if (rule === undefined) return isAsked || emptyLine !== '' ? [learnt({ kind: 'tcp_wrappers', verdict: 'no_rule' }, emptyLine)] : [];
  return [learnt({ kind: 'tcp_wrappers', verdict: rule.isAllow ? 'allows' : 'denies' }, rule.line)];
}
