import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { lineOf } from '../../../electron/logs/log-line.ts';
import { hiddenRuns } from '../../../shared/console/display.ts';

const codeFolder = '/home/ada/sonde';
const form = { atMs: Date.parse('2026-11-20T12:00:00.000Z'), codeFolder, isDetailed: false };

function bugLine(thrown: unknown, isDetailed = false): Record<string, unknown> {
  return JSON.parse(lineOf({ event: 'bug', where: 'main', thrown }, { ...form, isDetailed })) as Record<string, unknown>;
}

/** An error whose stack is that of our built code, as V8 writes it. */
function thrownAt(stack: readonly string[], message = 'x'): Error {
  const error = new TypeError(message);
  error.stack = `TypeError: ${message}\n${stack.map((frame) => `    at ${frame}`).join('\n')}`;
  return error;
}

describe('a line of the log', () => {
  it('is JSON with the moment, the level and the name of what happened', () => {
    const line = lineOf({ event: 'looked_for_update', result: 'newer', isAsked: true }, form);
    expect(line).toBe('{"at":"2026-11-20T12:00:00.000Z","level":"info","event":"looked_for_update","result":"newer","isAsked":true}');
  });

  it('has of an error its name, its code and where in our code it was', () => {
    const thrown = Object.assign(
      thrownAt([
        'async read (file:///home/ada/sonde/out/main/chunks/attend-Ab1_.js:12:5)',
        '/home/ada/sonde/out/main/main.js:3:1',
        'process.processTicksAndRejections (node:internal/process/task_queues:103:5)',
        'steal (/home/ada/elsewhere/module.js:1:1)',
        'Pdb.evil (file:///home/ada/sonde-other/out/x.js:1:1)',
      ]),
      { code: 'ENOSPC', path: '/home/ada/secret' },
    );
    expect(bugLine(thrown)).toMatchObject({
      level: 'error',
      event: 'bug',
      where: 'main',
      name: 'TypeError',
      code: 'ENOSPC',
      frames: [
        'async read (out/main/chunks/attend-Ab1_.js:12:5)',
        '(out/main/main.js:3:1)',
        'process.processTicksAndRejections (node:internal/process/task_queues:103:5)',
      ],
    });
  });

  it('has the places of our own code also where the folder has spaces, on Windows, and in the page', () => {
    const frames = (folder: string, frame: string): unknown =>
      (
        JSON.parse(lineOf({ event: 'bug', where: 'page', thrown: thrownAt([frame]) }, { ...form, codeFolder: folder })) as {
          frames: unknown;
        }
      ).frames;
    expect(frames('/opt/My Apps/Sonde', 'go (file:///opt/My%20Apps/Sonde/out/main/main.js:1:2)')).toEqual(['go (out/main/main.js:1:2)']);
    expect(frames('C:\\Program Files\\Sonde', 'go (file:///C:/Program%20Files/Sonde/out/main/main.js:1:2)')).toEqual([
      'go (out/main/main.js:1:2)',
    ]);
    expect(frames('C:\\Sonde', 'go (C:\\Sonde\\out\\main\\main.js:1:2)')).toEqual(['go (out/main/main.js:1:2)']);
    expect(frames(codeFolder, 'go (app://ui/assets/index-1.js:1:2)')).toEqual(['go (app://ui/assets/index-1.js:1:2)']);
  });

  it('has no place of a line that is longer than any of ours', () => {
    const frame = (folder: string): string => `go (/opt/${folder}/out/main/main.js:1:2)`;
    const framesIn = (folder: string): unknown => {
      const entry = { event: 'bug', where: 'page', thrown: thrownAt([frame(folder)]) } as const;
      return (JSON.parse(lineOf(entry, { ...form, codeFolder: `/opt/${folder}` })) as { readonly frames: unknown }).frames;
    };
    expect(framesIn('x'.repeat(500))).toEqual(['go (out/main/main.js:1:2)']);
    expect(framesIn('x'.repeat(1_000))).toEqual([]);
  });

  it('has a real stack of this file as places in the checkout', () => {
    const thrown = new Error('real');
    const line = lineOf(
      { event: 'bug', where: 'main', thrown },
      { ...form, codeFolder: `${import.meta.dirname}/../../..`.replace('/test/electron/logs/../../..', '/test') },
    );
    expect((JSON.parse(line) as { frames: string[] }).frames.join()).toContain('(electron/logs/log-line.test.ts:');
  });

  it('has the words of an error only where they are wanted, and never more than a few thousand characters', () => {
    const thrown = new Error('refused by host.example: 220 hello');
    expect(JSON.stringify(bugLine(thrown))).not.toContain('host.example');
    expect(bugLine(thrown, true)).toMatchObject({ message: 'refused by host.example: 220 hello' });
    expect(lineOf({ event: 'bug', where: 'main', thrown: new Error('x'.repeat(1e6)) }, { ...form, isDetailed: true }).length).toBeLessThan(
      5_000,
    );
  });

  it('is not led astray by words that look like a stack', () => {
    const forged = 'x\n    at leak (/home/ada/sonde/out/password-hunter2.js:1:1)';
    const changed = thrownAt(['go (/home/ada/sonde/out/main/main.js:1:2)'], forged);
    expect(bugLine(changed)).toMatchObject({ frames: ['go (out/main/main.js:1:2)'] });
    changed.message = 'another';
    expect(bugLine(changed)).toMatchObject({ frames: [] });
  });

  it.each([
    ['a text', 'no error', { name: 'string', code: null, frames: [] }],
    ['nothing', undefined, { name: 'undefined', code: null, frames: [] }],
    ['null', null, { name: 'object', code: null, frames: [] }],
    [
      'what throws when it is looked at',
      Object.defineProperty({}, 'name', {
        get: () => {
          throw new Error('no');
        },
      }),
      { name: 'object', code: null, frames: [] },
    ],
  ])('describes %s, too', (_what, thrown, described) => {
    expect(bugLine(thrown)).toMatchObject(described);
  });

  it('is one line that JSON reads back whole, whatever a server said', () => {
    const hostile = fc.oneof(
      fc.constant('220 hi\r\n{"level":"error","event":"bug"}\n'),
      fc.constant('\u2028\u2029\u0085\u202e\u2066\u200b\u007f\u009b\ud800'),
      fc.uint16Array({ maxLength: 200 }).map((units) => String.fromCharCode(...units)),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        const line = lineOf({ event: 'bug', where: 'main', thrown: new Error(text) }, { ...form, isDetailed: true });
        expect(line.split(/[\n\r\u0085\u2028\u2029]/u)).toHaveLength(1);
        expect(line.match(hiddenRuns)).toBeNull();
        expect(JSON.parse(line)).toMatchObject({ message: text.slice(0, 2_000) });
      }),
    );
  });
});
