import { describe, expect, it } from 'vitest';

import type { Card } from '../../../shared/guidance/commands/card.ts';
import { cards } from '../../../shared/guidance/commands/cards.ts';
import { programs } from '../../../shared/guidance/commands/programs.ts';
import { slots, type SlotName, type SlotValues } from '../../../shared/guidance/commands/slot.ts';
import { slotValues, tagOf } from '../../../shared/guidance/commands/slot-values.ts';
import { command, fillTemplate, placeholderOf } from '../../../shared/guidance/commands/template.ts';
import { services } from '../../../shared/service/services.ts';
import { hostileValues } from '../../support/guidance/hostile-values.ts';
import { buildCheck, type BriefCheck } from '../../support/guidance/build-check.ts';

const all = Object.entries<Card>(cards);
const changing = all.filter(([, { effect }]) => effect !== 'reads');
const slotNames = Object.keys(slots) as readonly SlotName[];

/** One good value for each slot. */
const good: Required<SlotValues> = {
  ...{
    address: '203.0.113.96',
    host: 'web1.example.net',
    urlHost: 'web1.example.net',
    port: '80',
    transport: 'tcp',
    client: '198.51.100.17',
    gateway: '198.51.100.1',
  },
  ...{ newGateway: '198.51.100.2', savedGateway: '198.51.100.1', savedInterface: 'eth0', resolver: '9.9.9.9', interfaceName: 'eth0' },
  ...{
    interfaceIndex: '12',
    prefix: '203.0.113.0/24',
    routeGateway: '198.51.100.3',
    linkPrefix: '203.0.113.96/32',
    routeKind: 'blackhole',
    zone: 'public',
    unit: 'vsftpd',
    units: 'apache2 httpd nginx',
  },
  ...{ process: 'vsftpd', programPath: '/usr/sbin/vsftpd', logFile: '/var/log/vsftpd.log', wrapperName: 'vsftpd', jail: 'sshd' },
  listenFile: '/etc/vsftpd.conf',
  ...{ windowsService: 'W3SVC', launchService: 'system/com.openssh.sshd', quit: 'QUIT', iptables: 'iptables', familyFlag: '-4' },
  ...{ fullSize: '1472', macFamily: '-inet', macPing: 'ping', macTraceroute: 'traceroute' },
  ...{ hostBits: '32', scheme: 'http', startTls: 'smtp', tag: 'sonde-7f3a' },
};

describe('the places of a command', () => {
  it.each(slotNames)('%s takes its own kind of value', (name) => {
    expect(slots[name](good[name])).toBe(true);
  });

  it('take nothing of another kind', () => {
    expect(slots.interfaceName('aninterfacenamethatistoolong')).toBe(false);
    expect(slots.zone('Public')).toBe(false);
    expect(slots.unit('sshd.service')).toBe(false);
    expect(slots.tag('sonde-7F3A')).toBe(false);
    expect(slots.port('80-90')).toBe(false);
    expect(slots.address('web1.example.net')).toBe(false);
    expect(slots.prefix('203.0.113.0/33')).toBe(false);
  });

  it('are a hundred times attacked', () => {
    expect(hostileValues.length).toBeGreaterThanOrEqual(100);
    expect(new Set(hostileValues).size).toBe(hostileValues.length);
  });

  it.each(all)('of %s take none of a hundred hostile values', (_, card) => {
    const templates = card.effect === 'reads' ? [card.command] : [card.command, card.undo];
    for (const template of templates) {
      for (const name of new Set(template.slots)) {
        for (const hostile of hostileValues.filter((value) => isHostileFor(name, value))) {
          const filled = fillTemplate(template, { ...good, [name]: hostile });
          expect(filled.missing, `${name}: ${hostile}`).toEqual([name]);
          expect(filled.text).toBe(fillTemplate(template, { ...good, [name]: undefined }).text);
        }
      }
    }
  });

  it('hold no character a shell gives a meaning, whatever value is taken', () => {
    for (const name of slotNames) expect(good[name]).toMatch(/^[A-Za-z0-9._:/ -]+$/u);
    for (const { unit, process, path, logFile, listenFile, wrapperName, jail } of programs) {
      for (const value of [unit, process, path, logFile, listenFile, wrapperName, jail]) expect(value ?? '').toMatch(/^[A-Za-z0-9._/-]*$/u);
    }
  });
});

describe('a template', () => {
  it('shows what is not known in capitals, and names it', () => {
    expect(fillTemplate(command`route add default gw ${'newGateway'}`, {})).toEqual({
      text: 'route add default gw NEW_GATEWAY',
      missing: ['newGateway'],
    });
    expect(placeholderOf('client')).toBe('CLIENT');
  });

  it('keeps backslashes as they are written', () => {
    expect(fillTemplate(command`printf '\r\n'`, {}).text).toBe(String.raw`printf '\r\n'`);
  });
});

describe('every command that changes something', () => {
  it.each(changing)('%s has an undo that differs from it', (_, card) => {
    if (card.effect === 'reads') throw new Error('It only reads.');
    const [text, undo] = [fillTemplate(card.command, good), fillTemplate(card.undo, good)];
    expect(text.missing).toEqual([]);
    expect(undo.missing).toEqual([]);
    expect(undo.text).not.toBe(text.text);
  });

  it('is marked by a tag where it leaves a rule or a backup behind', () => {
    const leaving = changing.filter(([id]) => /^(?:ufw|nft|iptables|windows_netsh)_open$|^windows_open$|deny|resolv_conf_change/u.test(id));
    expect(leaving).toHaveLength(8);
    for (const [, { command: template }] of leaving) expect(template.slots).toContain('tag');
  });

  it('keeps the original when it is run twice, and when two ways are tried', () => {
    for (const id of ['linux_deny_comment_out', 'linux_resolv_conf_change', 'linux_listen_everywhere'] as const) {
      const { text } = fillTemplate(cards[id].command, good);
      const copy = /sudo cp -p \S+ (\S+)/u.exec(text)?.[1] ?? '';
      expect(text, id).toContain(`sudo test -e ${copy} || sudo cp -p `);
    }
    const copies = [cards.linux_deny_comment_out, cards.linux_deny_rename].map((card) => fillTemplate(card.undo, good).text);
    expect(copies).toEqual([
      'sudo mv /etc/hosts.deny.sonde-7f3a /etc/hosts.deny',
      'sudo mv /etc/hosts.deny.sonde-7f3a.old /etc/hosts.deny',
    ]);
  });

  it('expires by itself where the firewall can', () => {
    const { command: open, undo, effect, lastsMs } = cards.firewalld_open;
    expect(effect).toBe('changes_undoes_itself');
    expect(fillTemplate(open, good).text).toBe('sudo firewall-cmd --zone=public --add-port=80/tcp --timeout=300');
    expect(fillTemplate(undo, good).text).toBe('sudo firewall-cmd --zone=public --remove-port=80/tcp');
    expect(lastsMs).toBe(300_000);
  });

  it('finds the handle of an nftables rule by its mark', () => {
    expect(fillTemplate(cards.nft_open.command, good).text).toBe(
      `sudo nft -e -a insert rule inet filter input tcp dport 80 counter accept comment '"sonde-7f3a"'`,
    );
    expect(fillTemplate(cards.nft_open.undo, good).text).toContain(`sed -n 's/.*"sonde-7f3a".* handle //p'`);
  });

  it('starts and stops services by systemd, the old way, PowerShell and launchd', () => {
    const pair = (card: Extract<Card, { undo: unknown }>): readonly string[] => [
      fillTemplate(card.command, good).text,
      fillTemplate(card.undo, good).text,
    ];
    expect(pair(cards.linux_start)).toEqual(['sudo systemctl start vsftpd', 'sudo systemctl stop vsftpd']);
    expect(pair(cards.linux_start_old)).toEqual(['sudo service vsftpd start', 'sudo service vsftpd stop']);
    expect(pair(cards.windows_start)).toEqual(['Start-Service -Name W3SVC', 'Stop-Service -Name W3SVC']);
    expect(pair(cards.macos_start)).toEqual([
      'sudo launchctl kickstart system/com.openssh.sshd',
      'sudo launchctl kill SIGTERM system/com.openssh.sshd',
    ]);
  });
});

describe('the closed list of programs', () => {
  it('offers only services Sonde knows, each program under one id', () => {
    const known = services.map(({ id }) => id);
    for (const program of programs) expect(known).toEqual(expect.arrayContaining([...program.services]));
    expect(new Set(programs.map(({ id }) => id)).size).toBe(programs.length);
  });
});

describe('the values guidance fills in', () => {
  it('name the program by what it says, else leave it open', () => {
    expect(valuesOf({ target: '203.0.113.96:21', greeting: '220 (vsFTPd 3.0.3)', product: 'vsFTPd 3.0.3' })).toMatchObject({
      unit: 'vsftpd',
      units: 'vsftpd',
      programPath: '/usr/sbin/vsftpd',
    });
    const unknown = valuesOf({ target: '203.0.113.96:80', code: 'connection_refused' });
    expect(unknown.unit).toBeUndefined();
    expect(unknown.units).toBe('apache2 httpd nginx caddy lighttpd');
  });

  it('use the tools of the address’s family', () => {
    expect(valuesOf({ target: '[2001:db8::5]:80', code: 'connection_refused' })).toMatchObject({
      iptables: 'ip6tables',
      familyFlag: '-6',
      hostBits: '128',
    });
  });

  it('write an IPv6 address in brackets where a port follows it, and between quotes', () => {
    const values = valuesOf({ target: '[2001:db8::5]:443', code: 'tls_expired' });
    expect(fillTemplate(cards.linux_curl.command, values).text).toBe("curl -sv -o /dev/null --max-time 15 'https://[2001:db8::5]:443/'");
    expect(fillTemplate(cards.windows_curl.command, values).text).toBe('curl.exe -sv -o NUL --max-time 15 "https://[2001:db8::5]:443/"');
    for (const [id, card] of all.filter(([, { host }]) => host !== 'name')) {
      const { text } = fillTemplate(card.command, values);
      if (text.includes('[2001')) expect(text, id).toMatch(/(['"])[^'"]*\[2001:db8::5\]:443[^'"]*\1/u);
      expect(text.replaceAll('[2001:db8::5]:443', ''), id).not.toContain('2001:db8::5:443');
    }
  });

  it('know the client’s address only where nobody translates it', () => {
    const refused = { target: '203.0.113.96:22', code: 'connection_refused' } as const;
    expect(valuesOf({ ...refused, localAddress: '198.51.100.17' }).client).toBe('198.51.100.17');
    expect(valuesOf({ ...refused, localAddress: '192.168.1.20' }).client).toBeUndefined();
  });

  it('never take words of the server', () => {
    const values = valuesOf({ target: '203.0.113.96:21', greeting: '220 $(reboot)', product: 'vsFTPd; reboot' });
    expect(Object.values(values).join(' ')).not.toContain('reboot');
  });

  it('mark changes of one endpoint the same way each time, of another differently', () => {
    expect(tag('web1.example.net:80')).toMatch(/^sonde-[0-9a-f]{4}$/u);
    expect(tag('web1.example.net:80')).toBe(tag('web1.example.net:80'));
    expect(tag('web1.example.net:80')).not.toBe(tag('web1.example.net:81'));
  });
});

/** An address in brackets is good in one place, which stands between quotes. */
function isHostileFor(name: SlotName, value: string): boolean {
  return name !== 'urlHost' || value !== '[::1]';
}

function evidence(brief: BriefCheck) {
  return { check: buildCheck(brief), checks: [], measurements: [], facts: [], here: 'linux' as const, changedAtMs: null, typed: {} };
}

function valuesOf(brief: BriefCheck): SlotValues {
  return slotValues(evidence(brief));
}

function tag(target: string): string {
  return tagOf(evidence({ target }));
}
