import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { rootFolder } from '../../build/runtime.mjs';
import { contract } from '../../shared/ipc/contract.ts';
import type { Entry } from '../../shared/ipc/entry.ts';
import { MESSAGES_PER_SECOND } from '../../shared/ipc/flow.ts';
import { linkIds, links } from '../../shared/ipc/links.ts';
import type { CallBridge, StreamBridge } from '../../shared/ipc/types.ts';
import { repetitions } from '../support/hostile/random.ts';
import { startCanary, type Canary } from './support/canary.ts';
import { makeMalformed, type Malformed } from './support/malformed.ts';
import { openApp, removeFolders, type RunningApp } from './support/open-app.ts';

type Heard = Readonly<Record<string, number>>;

declare global {
  interface Window {
    readonly bridge: CallBridge & StreamBridge;
    /** Of raw-preload.cjs. */
    readonly raw: {
      readonly sayAll: (messages: readonly Malformed[]) => Promise<Heard>;
      readonly sayOdd: (names: readonly Pick<Malformed, 'name' | 'kind'>[], kinds: readonly string[]) => Promise<Heard>;
      readonly kinds: readonly string[];
    };
  }
}

/** `npm run soak` asks for a million. */
const messageCount = repetitions('SONDE_MALFORMED_MESSAGES', 10_000);
const seed = repetitions('SONDE_SEED', 20_261_120);
const BATCH = 2_000;

const names = Object.entries<Entry>(contract).map(([name, { kind }]) => ({ name, kind }));

let running: RunningApp;
let canary: Canary;
const uncaught: string[] = [];

beforeAll(async () => {
  canary = await startCanary();
  running = await openApp();
  running.app.process().stderr?.on('data', (text: Buffer) => uncaught.push(text.toString()));
  // Both beside each other from now on: the bridge of the app, and what somebody has who took over the page's process.
  await running.app.evaluate(
    ({ session }, filePath) => session.defaultSession.registerPreloadScript({ type: 'frame', filePath }),
    join(rootFolder, 'test', 'app', 'support', 'raw-preload.cjs'),
  );
  await running.page.reload();
  await running.page.locator('[data-omnibox]').waitFor();
});
afterAll(async () => {
  await running.close();
  await canary.close();
  await removeFolders();
});

/** Memory of the main process in bytes, after everything that can go has gone. */
async function settledBytes(): Promise<number> {
  return running.app.evaluate(async () => {
    const { setFlagsFromString } = process.getBuiltinModule('node:v8');
    setFlagsFromString('--expose-gc');
    const collect = process.getBuiltinModule('node:vm').runInNewContext('gc') as () => void;
    for (let time = 0; time < 3; time += 1) {
      collect();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return process.memoryUsage.rss();
  });
}

async function sayInBatches(messages: readonly Malformed[]): Promise<Heard> {
  const all: Record<string, number> = {};
  for (let first = 0; first < messages.length; first += BATCH) {
    const heard = await running.page.evaluate((batch) => window.raw.sayAll(batch), messages.slice(first, first + BATCH));
    for (const [answer, count] of Object.entries(heard)) all[answer] = (all[answer] ?? 0) + count;
  }
  return all;
}

/** The main process as it was: alive, with no field on every object, the history readable, and nothing thrown. */
async function expectUnharmed(): Promise<void> {
  expect(await running.app.evaluate(() => [Object.keys(Object.prototype), 'polluted' in {}])).toEqual([[], false]);
  expect(await running.page.evaluate(() => window.bridge.listHosts({ limit: 1 }))).toMatchObject({ kind: 'answered', value: { rows: [] } });
  expect(uncaught.join('')).not.toMatch(/Error|Unhandled|rejection/u);
}

describe('messages that the contract does not know', () => {
  it(`are refused, ${messageCount} that nearly fit, and leave nothing behind (seed ${seed})`, async () => {
    await sayInBatches(makeMalformed(1_000, seed + 1));
    const before = await settledBytes();
    let heard: Record<string, number> = {};
    for (let done = 0; done < messageCount; done += 10_000) {
      const count = Math.min(10_000, messageCount - done);
      const each = await sayInBatches(makeMalformed(count, seed + done));
      heard = Object.fromEntries(
        [...new Set([...Object.keys(heard), ...Object.keys(each)])].map((key) => [key, (heard[key] ?? 0) + (each[key] ?? 0)]),
      );
    }
    expect(heard).toEqual({ invalid_request: messageCount });
    await expectUnharmed();
    await expect.poll(async () => (await settledBytes()) - before).toBeLessThan(30 * 1_048_576);
  }, 1_800_000);

  it('are refused, those that no JSON can say, under every name', async () => {
    const before = await settledBytes();
    const large = ['list', 'text', 'bytes', 'huge'];
    // Nothing at all is what some are asked with.
    const small = (await running.page.evaluate(() => window.raw.kinds)).filter((kind) => kind !== 'undefined' && !large.includes(kind));
    for (const kind of small) {
      const heard = await running.page.evaluate(([all, one]) => window.raw.sayOdd(all, [one]), [names, kind] as const);
      expect(
        Object.keys(heard).filter((answer) => answer !== 'invalid_request' && !answer.startsWith('threw ')),
        kind,
      ).toEqual([]);
    }
    const some = [...names.filter(({ kind }) => kind === 'call').slice(0, 2), ...names.filter(({ kind }) => kind === 'stream').slice(0, 1)];
    for (const kind of large) {
      const heard = await running.page.evaluate(([few, one]) => window.raw.sayOdd(few, [one]), [some, kind] as const);
      expect(heard, kind).toEqual({ invalid_request: some.length });
    }
    await expectUnharmed();
    await expect.poll(async () => (await settledBytes()) - before).toBeLessThan(30 * 1_048_576);
  });

  it('are refused through the bridge, too', async () => {
    const messages = makeMalformed(1_000, seed + 7);
    const heard = await running.page.evaluate(async (all) => {
      const bridge = window.bridge as unknown as Record<
        string,
        (request: unknown, onMessage?: (message: { readonly fault?: string }) => void) => Promise<{ readonly fault?: string }>
      >;
      const faults = new Set<string>();
      for (const { name, kind, payload } of all)
        faults.add(
          kind === 'call'
            ? ((await bridge[name]!(payload)).fault ?? 'answered')
            : await new Promise<string>((resolve) => void bridge[name]!(payload, ({ fault }) => resolve(fault ?? 'answered'))),
        );
      for (const payload of [Symbol('a'), () => 1, window, document.body, new Map(), 1n]) {
        const answer = await Promise.resolve()
          .then(() => bridge['openLink']!(payload))
          .then(
            ({ fault }) => fault ?? 'answered',
            () => 'not carried',
          );
        faults.add(answer);
      }
      return [...faults].toSorted();
    }, messages);
    expect(heard).not.toContain('answered');
    expect(heard).toContain('invalid_request');
    await expectUnharmed();
  });

  it('are not heard under names that nobody gave', async () => {
    const heard = await sayInBatches(
      ['constructor', '__proto__', 'toString', 'listHosts ', 'LISTHOSTS', ''].map((name) => ({ name, kind: 'call', payload: null })),
    );
    expect(Object.keys(heard).every((answer) => answer.startsWith('threw '))).toBe(true);
  });
});

describe('a window gone wild', () => {
  it('is told that main is busy, and is heard again a second later', async () => {
    const flood = Array.from({ length: MESSAGES_PER_SECOND * 3 }, (): Malformed => ({ name: 'readFolder', kind: 'call', payload: null }));
    const heard = await running.page.evaluate((all) => window.raw.sayAll(all), flood);
    expect(Object.keys(heard).toSorted()).toEqual(['answered', 'busy']);
    expect(heard['answered']).toBeGreaterThanOrEqual(MESSAGES_PER_SECOND);
    // Others are heard all the while.
    expect(await running.page.evaluate(() => window.bridge.listHosts({ limit: 1 }))).toMatchObject({ kind: 'answered' });
    await expect.poll(() => running.page.evaluate(async () => (await window.bridge.readFolder(null)).kind)).toBe('answered');
  });
});

describe('who asks', () => {
  it('is our page in our window, or is answered by nobody, under any name', async () => {
    const preload = join(rootFolder, 'out', 'preload', 'preload.cjs');
    const places = [canary.url, 'app://ui/index.html', 'about:blank'];
    const answers = await running.app.evaluate(
      async ({ BrowserWindow }, given) => {
        const ask = `(async () => {
          const kinds = ${JSON.stringify(given.kinds)};
          const faults = await Promise.all(Object.entries(window.bridge).map(([name, named]) => kinds[name] === 'call'
            ? named(null).then((answer) => answer.fault)
            : new Promise((resolve) => { named(null, (message) => resolve(message.fault)); })));
          return [faults.length, ...new Set(faults)];
        })()`;
        const all: unknown[] = [];
        for (const place of given.places) {
          // The session of the page reaches no web at all.
          const elsewhere = place.startsWith('http') ? { partition: 'stranger' } : {};
          const stranger = new BrowserWindow({ show: false, webPreferences: { preload: given.preload, sandbox: true, ...elsewhere } });
          await stranger.loadURL(place).catch(() => undefined);
          all.push(await stranger.webContents.executeJavaScript(ask));
          stranger.destroy();
        }
        return all;
      },
      { places, preload, kinds: Object.fromEntries(names.map(({ name, kind }) => [name, kind])) },
    );
    expect(answers).toEqual(places.map(() => [names.length, 'not_trusted']));
    expect(await running.page.evaluate(() => window.bridge.listHosts({ limit: 1 }))).toMatchObject({ kind: 'answered' });
  });
});

describe('a page outside', () => {
  const hostile = [
    ...[
      'file:///etc/passwd',
      'smb://127.0.101.2/a',
      String.raw`\\127.0.101.2\a`,
      'ms-msdt:/id PCWDiagnostic',
      'search-ms:query=a',
      'vscode://a',
    ],
    ...[
      'javascript:alert(1)',
      'data:text/html,a',
      'https:evil',
      'https://a@b',
      'https://sonde.example',
      'https://sonde.example/releases',
      'HTTPS%3a',
    ],
    ...[
      'releases\r\n',
      ' releases',
      'releases ',
      'Releases',
      'RELEASES',
      'releases\u0000',
      'releases/../issues',
      'releases?a',
      'releases#a',
    ],
    ...[
      '\u202esesaeler',
      '\u0441releases',
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      '',
      '.',
      '..',
      '/',
      '*',
      'undefined',
      'null',
    ],
    ...[
      'http://127.0.101.2',
      'ftp://127.0.101.2',
      'mailto:a@example.test',
      'steam://run/1',
      'shell:startup',
      'ldap://127.0.101.2',
      'a'.repeat(5_000),
    ],
  ];

  it(`is opened by its name from the list, and by none of ${hostile.length} other texts`, async () => {
    await running.app.evaluate(({ shell }) => {
      const opened: string[] = [];
      Object.assign(globalThis, { opened });
      shell.openExternal = (url) => {
        opened.push(url);
        return Promise.resolve();
      };
    });
    expect(hostile.length).toBeGreaterThanOrEqual(40);
    const answers = await running.page.evaluate((texts) => {
      const open = window.bridge.openLink as unknown as (request: unknown) => Promise<{ readonly fault?: string }>;
      return Promise.all(
        texts.flatMap((link) => [{ link }, { link: [link] }, link]).map((request) => open(request).then(({ fault }) => fault)),
      );
    }, hostile);
    expect(new Set(answers)).toEqual(new Set(['invalid_request']));
    expect(await running.app.evaluate(() => (globalThis as unknown as { readonly opened: readonly string[] }).opened)).toEqual([]);

    for (const link of linkIds)
      expect(await running.page.evaluate((id) => window.bridge.openLink({ link: id }), link)).toEqual({
        kind: 'answered',
        value: 'opened',
      });
    const opened = await running.app.evaluate(() => (globalThis as unknown as { readonly opened: readonly string[] }).opened);
    expect(opened).toEqual(linkIds.map((link) => links[link]));
    expect(opened.every((url) => new URL(url).protocol === 'https:' && new URL(url).username === '')).toBe(true);
  });
});
