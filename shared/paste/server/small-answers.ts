import type { FactSaid } from '../output/told.ts';
import type { OutputForm } from '../output/output-form.ts';
import { learnt } from '../output/told.ts';
import type { PasteContext } from '../output/paste-context.ts';

/** Commands whose answer is one line: uname, getenforce, socketfilterfw, pfctl, fail2ban-client, docker ps. */
export const smallAnswers: OutputForm = {
  name: 'answer',
  needsTarget: true,
  read: ({ lines }, context) => {
    const told = lines.flatMap((line) => {
      const facts = answers.flatMap((answer) => answer(line, context) ?? []);
      return facts.map((fact) => learnt(fact, line.trim()));
    });
    return told.length === 0 ? null : told;
  },
};

type Answer = (line: string, context: PasteContext) => FactSaid | null;

const answers: readonly Answer[] = [readSystem, readSelinux, readMacFirewall, readPf, readBan, readContainer];

function readSystem(line: string): FactSaid | null {
  if (/^Linux \S{1,64} \d/u.test(line)) return { kind: 'system', system: 'linux' };
  if (/^Darwin \S{1,64} \d|^ProductName:\s+(?:macOS|Mac OS X)/u.test(line)) return { kind: 'system', system: 'macos' };
  return /^Microsoft Windows \[|^OS Name: +Microsoft Windows/u.test(line) ? { kind: 'system', system: 'windows' } : null;
}

function readSelinux(line: string): FactSaid | null {
  const state = /^(Enforcing|Permissive|Disabled)$/u.exec(line)?.[1];
  if (state !== undefined) return { kind: 'selinux', isEnforcing: state === 'Enforcing', hasDenied: false };
  return /avc: {1,2}denied/u.test(line) ? { kind: 'selinux', isEnforcing: !/permissive=1/u.test(line), hasDenied: true } : null;
}

function readMacFirewall(line: string): FactSaid | null {
  const state = /^Firewall is (enabled|disabled)\. \(State = \d\)/u.exec(line)?.[1];
  return state === undefined ? null : { kind: 'firewall', firewall: 'macos', isActive: state === 'enabled' };
}

function readPf(line: string): FactSaid | null {
  const state = /^Status: (Enabled|Disabled) for \d/u.exec(line)?.[1];
  return state === undefined ? null : { kind: 'firewall', firewall: 'pf', isActive: state === 'Enabled' };
}

function readBan(line: string, { client }: PasteContext): FactSaid | null {
  const [, listed] = /(?:`-|\|-)?\s*Banned IP list:(.*)$/u.exec(line) ?? [];
  return listed === undefined || client === null ? null : { kind: 'ban', isBanned: listed.trim().split(/\s+/u).includes(client) };
}

/** "0.0.0.0:8080->80/tcp, :::8080->80/tcp", "127.0.0.1:5432->5432/tcp", "6379/tcp". */
function readContainer(line: string, { target }: PasteContext): FactSaid | null {
  if (target === null) return null;
  const published = Array.from(line.matchAll(/(\S{1,60}):(\d{1,5})->\d{1,5}\/(tcp|udp)/gu)).find(
    ([, , port, transport]) => Number(port) === target.port && transport === target.transport,
  );
  if (published !== undefined)
    return { kind: 'container', published: /^(?:127\.|\[?::1)/u.test(published[1] ?? '') ? 'loopback' : 'everywhere' };
  const isInside = new RegExp(`(?:^|[\\s,])${target.port}/${target.transport}(?:$|[\\s,])`, 'u').test(line) && /\s{2,}/u.test(line);
  return isInside ? { kind: 'container', published: 'nowhere' } : null;
}
