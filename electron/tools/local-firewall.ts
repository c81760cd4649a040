import { readFile } from 'node:fs/promises';

import type { Finding } from '../../shared/guidance/measurement.ts';
import { readNftFiltering } from '../../shared/paste/server/filter/nft-filtering.ts';
import { askingTools, type Ask } from './tool-answer.ts';

type FirewallFinding = Extract<Finding, { readonly kind: 'local_firewall' }>;

/** Whether this computer filters, and whether it filters what goes out, as far as it tells without privileges. Reads only. Never rejects. */
export async function readLocalFirewall(signal: AbortSignal): Promise<Finding> {
  const ask = askingTools(signal);
  switch (process.platform) {
    case 'win32':
      return readOnWindows(ask);
    case 'darwin':
      return readOnMac(ask);
    default:
      return readOnLinux(ask);
  }
}

/** 1. The kernel's rules, which only root may read. 2. What the front ends say of themselves. */
async function readOnLinux(ask: Ask): Promise<FirewallFinding> {
  const rules = process.getuid?.() === 0 ? await ask('nft', 'list', 'ruleset') : null;
  if (rules?.kind === 'lines') {
    const { filtersIncoming, filtersOutgoing } = readNftFiltering(rules.lines);
    return { kind: 'local_firewall', isActive: filtersIncoming || filtersOutgoing, filtersOutgoing };
  }
  const settings = await readFile('/etc/ufw/ufw.conf', 'utf8').catch(() => '');
  const state = await ask('firewall-cmd', '--state');
  const isActive = /^ENABLED=yes$/imu.test(settings) || (state.kind === 'lines' && state.lines.includes('running'));
  return { kind: 'local_firewall', isActive: isActive ? true : null, filtersOutgoing: null };
}

/** The application firewall looks at what comes in alone; pf is read by root alone. */
async function readOnMac(ask: Ask): Promise<FirewallFinding> {
  const answer = await ask('socketfilterfw', '--getglobalstate');
  const said = answer.kind === 'lines' ? answer.lines.find((line) => /State = \d/u.test(line)) : undefined;
  return { kind: 'local_firewall', isActive: said === undefined ? null : !/State = 0/u.test(said), filtersOutgoing: null };
}

const policies = String.raw`HKLM\SYSTEM\CurrentControlSet\Services\SharedAccess\Parameters\FirewallPolicy`;

/** From the registry, because netsh answers in the language of Windows. */
async function readOnWindows(ask: Ask): Promise<FirewallFinding> {
  const answers = await Promise.all(
    ['DomainProfile', 'StandardProfile', 'PublicProfile'].map((profile) => ask('REG', 'query', `${policies}\\${profile}`)),
  );
  const lines = answers.flatMap((answer) => (answer.kind === 'lines' ? answer.lines : []));
  if (lines.length === 0) return { kind: 'local_firewall', isActive: null, filtersOutgoing: null };
  const holds = (name: string): boolean => lines.some((line) => new RegExp(`^\\s*${name}\\s+REG_DWORD\\s+0x1$`, 'u').test(line));
  return { kind: 'local_firewall', isActive: holds('EnableFirewall'), filtersOutgoing: holds('DefaultOutboundAction') };
}
