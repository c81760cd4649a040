import { describe, expect, it } from 'vitest';

import type { Evidence } from '../../../shared/guidance/evidence.ts';
import { rankCauses } from '../../../shared/guidance/rank.ts';
import type { ServerFact } from '../../../shared/guidance/server-fact.ts';
import { refused } from '../../../shared/guidance/trees/refused.ts';
import { unreachable } from '../../../shared/guidance/trees/unreachable.ts';
import { describeReasons } from '../../../shared/text/guidance/describe-reason.ts';
import { englishGuidance } from '../../../shared/text/guidance/english-guidance.ts';
import { guidanceFormat } from '../../../shared/text/guidance/guidance-format.ts';
import { english } from '../../../shared/text/english.ts';
import { gatherSeen } from '../../../shared/text/seen.ts';
import { buildCheck, CHECKED_AT_MS, type BriefCheck } from '../../support/guidance/build-check.ts';

const target = 'web1.example.net:80';
const ssh = { target: 'web1.example.net:22', minutesBefore: 3, stagesMs: { connect: 8.4 } } as const;

describe('the ranking of causes', () => {
  it('puts a stopped service before a firewall when another port connects, and says why', () => {
    const evidence = about({ target, code: 'connection_refused', elapsedMs: 2 }, [ssh]);
    const ranked = rankCauses(refused, evidence, null);
    const [first] = ranked;
    expect(first).toMatchObject({ cause: 'service_stopped', likelihood: 'likely' });
    expect(say(first?.because ?? [], evidence)).toContain('Port 22 of the same host connected in 8.4\u00a0ms.');
    const firewall = ranked.find(({ cause }) => cause === 'server_firewall_rejects');
    expect(firewall?.likelihood).not.toBe('likely');
    expect(firewall?.share).toBeLessThan(first?.share ?? 0);
  });

  it('calls nothing shown without a line or an answer that shows it', () => {
    for (const [tree, code] of [
      [refused, 'connection_refused'],
      [unreachable, 'host_unreachable'],
    ] as const) {
      for (const elapsedMs of [0.1, 3, 1_030, 3_060]) {
        const likelihoods = rankCauses(tree, about({ target, code, elapsedMs }, [ssh]), null).map(({ likelihood }) => likelihood);
        expect(likelihoods).not.toContain('shown');
      }
    }
  });

  it('calls shown what a pasted line shows, and takes the line as the reason', () => {
    const line = 'LISTEN 0 511 127.0.0.1:80 0.0.0.0:*';
    const facts: readonly ServerFact[] = [{ kind: 'listening', scope: 'loopback', source: 'pasted', line, atMs: CHECKED_AT_MS }];
    const [first] = rankCauses(refused, { ...about({ target, code: 'connection_refused' }), facts: [...facts] }, null);
    expect(first).toMatchObject({ cause: 'listens_on_loopback', likelihood: 'shown' });
    expect(first?.because[0]?.source).toMatchObject({ kind: 'fact', learnt: 'pasted', line });
  });

  it('lets time weigh over IPv4 and decide nothing: slow speaks for a host that is off, quick for a firewall', () => {
    const order = (elapsedMs: number): readonly string[] =>
      rankCauses(unreachable, about({ target, code: 'host_unreachable', elapsedMs }), null).map(({ cause }) => cause);
    expect(order(3_060)[0]).toBe('host_off');
    expect(order(3)[0]).toBe('server_firewall_rejects');
    const both = rankCauses(unreachable, about({ target, code: 'host_unreachable', elapsedMs: 3 }), null);
    expect(both.find(({ cause }) => cause === 'host_off')?.likelihood).not.toBe('shown');
  });

  it('does not read a second over IPv6 as either', () => {
    const v6 = about({ target, code: 'host_unreachable', elapsedMs: 1_030, address: '2001:db8::5' });
    const kinds = rankCauses(unreachable, v6, null).flatMap(({ because }) => because.map(({ kind }) => kind));
    expect(kinds).not.toContain('answered_quickly');
    expect(kinds).not.toContain('unreachable_after_waiting');
  });

  it('adds the shares of all causes to one', () => {
    const ranked = rankCauses(
      { ...refused, causes: { service_stopped: 3, wrong_port: 1 } },
      about({ target, code: 'connection_refused' }),
      null,
    );
    expect(ranked.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
  });
});

function about(check: BriefCheck, others: readonly BriefCheck[] = []): Evidence {
  return {
    check: buildCheck(check),
    checks: others.map(buildCheck),
    measurements: [],
    facts: [],
    here: 'linux',
    changedAtMs: null,
    typed: {},
  };
}

function say(because: Parameters<typeof describeReasons>[0], { check }: Evidence): readonly string[] {
  const context = { seen: gatherSeen(check, english.units), guidance: englishGuidance, format: guidanceFormat(check.startedAtMs, english) };
  return describeReasons(because, context).map(({ text }) => text);
}
