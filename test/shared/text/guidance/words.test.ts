import { describe, expect, it } from 'vitest';

import { english } from '../../../../shared/text/english.ts';
import { englishGuidance } from '../../../../shared/text/guidance/english-guidance.ts';
import { findTerms } from '../../../../shared/text/guidance/find-terms.ts';
import { gatherSeen } from '../../../../shared/text/seen.ts';
import { buildCheck } from '../../../support/guidance/build-check.ts';
import { catalogueTexts } from '../../../support/guidance/guidance-texts.ts';

const seen = gatherSeen(buildCheck({ target: 'web1.example.net:80', code: 'connection_refused' }), english.units);
const texts = catalogueTexts(englishGuidance, seen);
const { glossary } = englishGuidance;

/** Words of the trade that a person on the telephone need not know: each has to be explained where it is used. */
const jargon = [
  ...['loopback', 'resolver', 'handshake', 'cipher', 'certificate', 'authority', 'chain', 'proxy', 'container', 'router', 'default route'],
  ...['hosts file', 'hosts.deny', 'hosts.allow', 'TCP wrappers', 'libwrap', 'fail2ban', 'packet filter', 'firewalld', 'ufw', 'nftables'],
  ...['iptables', 'stealth', 'zone', 'ping', 'trace', 'security group', 'systemd', 'sshd', 'interface', 'pf', 'telnet'],
];

/** Capitals that are not words of the trade: what a program prints or a person types, names, units. */
const printed = [
  ...['GET', 'HELP', 'LISTEN', 'LISTENING', 'UP', 'OK', 'ALL', 'FAILED', 'INCOMPLETE', 'REJECT', 'DROP', 'ID', 'IP', 'ACCEPT'],
  ...['MaxStartups', 'AllowUsers', 'DenyUsers', 'LocalPort', 'TcpTestSucceeded', 'TraceRoute', 'NextHop', 'HTTPEnable', 'HTTPSEnable'],
  ...['HELP', 'GNU', 'TV', 'Send-Q', 'Recv-Q', 'macOS', 'Wi-Fi'],
];

describe('the words of guidance', () => {
  it('explain every word of the trade they use', () => {
    const unexplained = jargon.filter((word) => {
      const isUsed = Object.values(texts).some((text) => hasWord(text, word));
      const isExplained = Object.keys(glossary).some((term) => term === word || term.startsWith(word));
      return isUsed && !isExplained;
    });
    expect(unexplained).toEqual([]);
  });

  it('explain every abbreviation they use', () => {
    const unexplained = Object.entries(texts).flatMap(([path, text]) =>
      [...text.matchAll(/(?<![\p{L}\p{N}.:/_-])\p{Lu}{2,}[\p{L}\p{N}]*/gu)]
        .map(([word]) => word)
        .filter((word) => !printed.includes(word) && glossary[word] === undefined)
        .map((word) => `${word} in ${path}`),
    );
    expect(unexplained).toEqual([]);
  });

  it('explain in the glossary with words that are plain, or explained themselves', () => {
    for (const [term, means] of Object.entries(glossary)) {
      expect(means, term).toMatch(/\.$/u);
      const abbreviations = [...means.matchAll(/(?<!\p{L})\p{Lu}{2,}\d*(?!\p{L})/gu)].map(([word]) => word);
      expect(
        abbreviations.filter((word) => glossary[word] === undefined && !printed.includes(word)),
        term,
      ).toEqual([]);
    }
  });

  it('hold no term that nothing uses', () => {
    const all = [...Object.values(texts), ...Object.values(glossary), ...reasonTexts()].join('\n');
    expect(Object.keys(glossary).filter((term) => !hasWord(all, term))).toEqual([]);
  });

  it('are whole sentences where they are sentences, without marks of excitement', () => {
    for (const [path, text] of Object.entries(texts)) {
      expect(text, path).not.toMatch(/[!]$|\s{2}|\.\.$|undefined|\[object/u);
      if (/\.(?:asks)$/u.test(path)) expect(text, path).toMatch(/\?$/u);
      if (/^inquiries\..*\.why$|^causes\..*\.(?:found|usual)$|^cards\..*\.(?:changes|risk)$|^(?:steps|findings|symptoms)\./u.test(path))
        expect(text, path).toMatch(/[.:]$/u);
    }
  });

  it('claim nothing for certain of a cause that is only weighed', () => {
    for (const [id, { usual }] of Object.entries(englishGuidance.causes)) {
      expect(usual, id).not.toMatch(/\b(?:certainly|definitely|surely|must be|always the)\b/iu);
    }
  });

  it('say of every change, before it can be copied, what it changes and what to mind', () => {
    for (const [id, words] of Object.entries(englishGuidance.cards)) {
      if ('changes' in words) {
        expect(words.changes.length, id).toBeGreaterThan(20);
        expect(words.risk.length, id).toBeGreaterThan(10);
      } else expect(words.expect.length, id).toBeGreaterThan(10);
    }
  });
});

describe('terms', () => {
  it('are found once each, in the order of their first use', () => {
    const terms = findTerms(['A VPN and a router.', 'Another VPN.', 'The default route.'], glossary).map(({ term }) => term);
    expect(terms).toEqual(['VPN', 'router', 'default route']);
  });

  it('are whole words', () => {
    expect(findTerms(['transport, supportive, shipping'], glossary)).toEqual([]);
  });
});

function hasWord(text: string, word: string): boolean {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}.-])${escaped}(?![\p{L}\p{N}])`, 'u').test(text);
}

/** Reasons need slots; their own texts stand in their source. */
function reasonTexts(): readonly string[] {
  return [...Object.values(englishGuidance.reasons), ...Object.values(englishGuidance.facts)].map(String);
}
