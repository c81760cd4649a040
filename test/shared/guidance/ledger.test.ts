import { describe, expect, it } from 'vitest';

import { changeState, lastChangedAtMs, openChanges, recordEvent, type Ledger, type LedgerEvent } from '../../../shared/guidance/ledger.ts';

const opened = {
  cardId: 'firewalld_open',
  title: 'Open the port for 5 minutes',
  command: 'sudo firewall-cmd --zone=public --add-port=80/tcp --timeout=300',
  undo: 'sudo firewall-cmd --zone=public --remove-port=80/tcp',
  place: 'server',
  ranAtMs: 1_000,
  lastsMs: 300_000,
} as const;
const started = {
  ...opened,
  cardId: 'linux_start',
  title: 'Start the service',
  command: 'sudo systemctl start vsftpd',
  undo: 'sudo systemctl stop vsftpd',
  lastsMs: null,
};

function after(...events: readonly LedgerEvent[]): Ledger {
  return events.reduce<Ledger>(recordEvent, []);
}

describe('the ledger of changes', () => {
  it('keeps a change open until it is undone, and confirmed only after that', () => {
    const ran = after({ kind: 'ran', change: started });
    expect(openChanges(ran, 9_000_000)).toHaveLength(1);
    expect(recordEvent(ran, { kind: 'confirmed', id: 1, checkId: 7 })).toEqual(ran);
    const undone = recordEvent(ran, { kind: 'undone', id: 1, atMs: 5_000 });
    expect(openChanges(undone, 9_000_000)).toEqual([]);
    expect(changeState(undone[0]!, 9_000_000)).toEqual({ kind: 'undone', isConfirmed: false });
    const confirmed = recordEvent(undone, { kind: 'confirmed', id: 1, checkId: 7 });
    expect(changeState(confirmed[0]!, 9_000_000)).toEqual({ kind: 'undone', isConfirmed: true });
  });

  it('counts the time of a change that undoes itself, to its end', () => {
    const [change] = after({ kind: 'ran', change: opened });
    expect(changeState(change!, 109_000)).toEqual({ kind: 'running_out', leftMs: 192_000 });
    expect(changeState(change!, 301_000)).toEqual({ kind: 'ran_out' });
    expect(openChanges([change!], 300_999)).toHaveLength(1);
    expect(openChanges([change!], 301_000)).toEqual([]);
  });

  it('takes the same command run again as the same change with new time', () => {
    const ledger = after({ kind: 'ran', change: opened }, { kind: 'ran', change: { ...opened, ranAtMs: 200_000 } });
    expect(ledger).toHaveLength(1);
    expect(changeState(ledger[0]!, 301_000).kind).toBe('running_out');
  });

  it('takes it as another change once the first is undone', () => {
    const ledger = after({ kind: 'ran', change: started }, { kind: 'undone', id: 1, atMs: 2_000 }, { kind: 'ran', change: started });
    expect(ledger.map(({ id, undoneAtMs }) => [id, undoneAtMs])).toEqual([
      [1, 2_000],
      [2, null],
    ]);
  });

  it('does not let an undo be undone, nor what never was', () => {
    const ledger = after({ kind: 'ran', change: started }, { kind: 'undone', id: 1, atMs: 2_000 }, { kind: 'undone', id: 1, atMs: 3_000 });
    expect(ledger[0]!.undoneAtMs).toBe(2_000);
    expect(recordEvent(ledger, { kind: 'undone', id: 9, atMs: 4_000 })).toEqual(ledger);
  });

  it('knows when the server was last changed or changed back; this computer does not count', () => {
    expect(lastChangedAtMs([])).toBeNull();
    expect(lastChangedAtMs(after({ kind: 'ran', change: { ...started, place: 'here' } }))).toBeNull();
    expect(lastChangedAtMs(after({ kind: 'ran', change: started }, { kind: 'undone', id: 1, atMs: 8_000 }))).toBe(8_000);
  });
});
