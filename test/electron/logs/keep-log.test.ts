import { appendFileSync, readFileSync } from 'node:fs';
import { onTestFinished, describe, expect, it, vi } from 'vitest';

import { reportBug } from '../../../electron/ipc/report-bug.ts';
import { keepLog } from '../../../electron/logs/keep-log.ts';
import { logChannel, tellLog } from '../../../electron/logs/log-entry.ts';
import { logPaths, logPlace, type LogPlace } from '../../../electron/logs/log-file.ts';
import { readBugs } from '../../../electron/logs/read-bugs.ts';
import { temporaryFolder } from '../store/open-for-test.ts';

function begin(isDetailed = false): { readonly place: LogPlace; readonly end: () => void; readonly text: () => string } {
  const place = logPlace(temporaryFolder());
  const end = keepLog({
    place,
    codeFolder: import.meta.dirname,
    isDetailed: () => isDetailed,
    now: () => Date.parse('2026-11-20T12:00:00Z'),
    tellLost: (error) => expect.unreachable(String(error)),
  });
  onTestFinished(end);
  return { place, end, text: () => readFileSync(logPaths(place)[0]!, 'utf8') };
}

describe('keeping a log', () => {
  it('writes what is told while it is kept, and nothing before or after', () => {
    tellLog({ event: 'suspended' });
    const { text, end } = begin();
    tellLog({ event: 'resumed' });
    end();
    tellLog({ event: 'ended' });
    expect(text()).toBe('{"at":"2026-11-20T12:00:00.000Z","level":"info","event":"resumed"}\n');
  });

  it('writes nothing that is not on the list of what is worth a line', () => {
    const { text } = begin();
    logChannel.publish({ event: 'typed', text: 'hunter2' });
    logChannel.publish({ event: 'ended', text: 'hunter2' });
    logChannel.publish('hunter2');
    tellLog({ event: 'ended' });
    expect(text()).not.toContain('hunter2');
  });

  it('has what reportBug is given, which the terminal gets with its words, where none of them acts', async () => {
    const { place } = begin();
    const terminal = vi.spyOn(console, 'error').mockReturnValue();
    onTestFinished(() => terminal.mockRestore());
    reportBug(new RangeError('host.example said \u001b]0;planted\u0007\u202e'));
    expect(terminal).toHaveBeenCalledWith(expect.stringMatching(/^RangeError: host\.example said ␛\]0;planted␇\\u\{202e\}\n {4}at /u));
    expect(await readBugs(place, 5)).toMatchObject([{ where: 'main', name: 'RangeError', code: null }]);
  });

  it('gives back the newest faults first, and leaves out lines that are not its own', async () => {
    const { place } = begin();
    for (const name of ['FirstError', 'SecondError', 'ThirdError'])
      tellLog({ event: 'bug', where: 'page', thrown: { name, message: '', stack: '' } });
    const forged = { at: '2026-11-20T12:00:00.000Z', event: 'bug', where: 'main', name: 'ForgedError', code: null };
    const [path] = logPaths(place);
    appendFileSync(path!, `${JSON.stringify({ ...forged, frames: ['at (/home/ada/notes.txt:1:1)'] })}\n`);
    appendFileSync(path!, `${JSON.stringify({ ...forged, name: 'host.example', frames: [] })}\n`);
    appendFileSync(path!, '{"at":"2026-11-20T12:00:00.000Z","event":"bu');
    expect((await readBugs(place, 2)).map(({ name }) => name)).toEqual(['ThirdError', 'SecondError']);
    expect(await readBugs({ ...place, folder: '/nowhere' }, 2)).toEqual([]);
  });
});
