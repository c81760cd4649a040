import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { links } from '../../shared/ipc/links.ts';
import { usualPreferences } from '../../shared/ipc/preferences.ts';
import { makeCertificates, type Certificates } from '../support/certificates.ts';
import { makeFeedKey, sampleRelease, signFeed } from '../support/release-feed.ts';
import { startFeedServer, type FeedServer } from './support/feed-server.ts';
import { chooseInMenu } from './support/menu.ts';
import { makeFolder, openApp, removeFolders, type RunningApp } from './support/open-app.ts';
import { buildFor } from './support/other-build.ts';
import { setSize, setTheme, takePicture } from './support/window.ts';

const pictures = join(process.env.SONDE_ARTEFACTS ?? 'test-results', 'screens');

/** Longer than the app waits with its own look after the start (create-care.ts); in milliseconds. */
const QUIET_MS = 7_000;

describe('looking for a new version', () => {
  const key = makeFeedKey();
  let certificates: Certificates;
  let feed: FeedServer;
  let checkout: string;
  let running: RunningApp;

  beforeAll(async () => {
    await mkdir(pictures, { recursive: true });
    certificates = await makeCertificates({ folder: await makeFolder(), names: ['feed.test'], addresses: ['127.0.105.1'] });
    feed = await startFeedServer(certificates.good);
    checkout = await buildFor({ address: feed.address, publicKey: key.publicKey });
    await open();
  });
  afterEach(() => expect(running.complaints).toEqual([]));
  afterAll(async () => {
    await running.close();
    await feed.close();
    await removeFolders();
  });

  const open = async (folder?: string, switches = [feed.trustSwitch]): Promise<RunningApp> => {
    running = await openApp({ checkout, switches, ...(folder === undefined ? {} : { folder }) });
    return running;
  };
  const answerWith = (body: Buffer): void => feed.behave((_request, response) => response.end(body));
  const dialog = (): Locator => running.page.getByRole('dialog', { name: 'Look for updates' });

  /** Looks as a person does, and gives the sentence. */
  async function look(): Promise<string> {
    await chooseInMenu(running, 'command-look_for_updates');
    const sentence = await dialog().locator('[data-update]').innerText();
    await expect.poll(() => dialog().evaluate((open) => open.contains(document.activeElement))).toBe(true);
    await running.page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    return sentence;
  }

  async function inBothThemes(name: string): Promise<void> {
    for (const theme of ['dark', 'light'] as const) {
      await setTheme(running, theme);
      await writeFile(join(pictures, `${name}-${theme}.png`), await takePicture(running));
    }
  }

  /** What the app hands to the browser, which is not opened. */
  async function catchLinks(): Promise<() => Promise<readonly string[]>> {
    await running.app.evaluate(({ shell }) => {
      const opened: string[] = [];
      shell.openExternal = (url) => {
        opened.push(url);
        return Promise.resolve();
      };
      Object.assign(globalThis, { opened });
    });
    return () => running.app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
  }

  it('is off until somebody turns it on, asks once when it is asked for, and only ever shows the way to the release page', async () => {
    const { page } = running;
    await setSize(running, 1440, 900);
    await page.keyboard.press('Control+,');
    const section = page.getByRole('region', { name: 'New versions' });
    const atStart = section.getByRole('switch', { name: 'Look for a new version when Sonde starts' });
    await expect.poll(() => atStart.isChecked()).toBe(false);
    await section.getByText('Not looked with this version yet').waitFor();
    await page.waitForTimeout(QUIET_MS);
    expect(feed.connectionCount()).toBe(0);

    answerWith(signFeed(sampleRelease(), key));
    const opened = await catchLinks();
    await section.getByRole('button', { name: 'Look now' }).click();
    await dialog().getByText('Sonde 7.2.0 is there.').waitFor();
    await inBothThemes('update-newer');
    expect(feed.requests().map(({ line }) => line)).toEqual(['GET /newest.json']);
    await dialog().getByRole('button', { name: 'Open the release page' }).click();
    await dialog().waitFor({ state: 'detached' });
    expect(await opened()).toEqual([links.releases]);
    await section.getByText(/^Looked on \d{4}-\d\d-\d\d .* Sonde 7\.2\.0 is there\.$/u).waitFor();
    await section.scrollIntoViewIfNeeded();
    await inBothThemes('settings-updates');
    expect(feed.requests()).toHaveLength(1);
  });

  it('tells of this computer the version of Sonde, and nothing else', async () => {
    answerWith(signFeed(sampleRelease(), key));
    await look();
    const { host, connection, ...headers } = feed.requests().at(-1)!.headers;
    expect(host).toMatch(/^127\.0\.105\.1:\d+$/u);
    expect(connection).toBe('keep-alive');
    expect(headers).toEqual({
      'user-agent': `Sonde/${await running.app.evaluate(({ app }) => app.getVersion())}`,
      accept: 'application/json',
      'accept-language': '*',
      // What Chromium says of itself whoever asks.
      'accept-encoding': expect.any(String) as string,
      'sec-fetch-dest': 'empty',
      'sec-fetch-mode': 'no-cors',
      'sec-fetch-site': 'none',
    });
  });

  it('believes nothing that is not signed, newer, fresh, small, and from its own address, and says why in one sentence', async () => {
    const version = await running.app.evaluate(({ app }) => app.getVersion());
    const answers: readonly (readonly [RegExp, () => void])[] = [
      [/is not signed by those who make Sonde/u, () => answerWith(signFeed(sampleRelease(), makeFeedKey()))],
      [/is no list of releases/u, () => answerWith(Buffer.from('<!doctype html><h1>Please log in to the Wi-Fi</h1>'))],
      [/names a version older than this one/u, () => answerWith(signFeed(sampleRelease({ version: '0.0.9' }), key))],
      [/is out of date/u, () => answerWith(signFeed(sampleRelease({ expiresAt: '2026-01-01T00:00:00.000Z' }), key))],
      [/has a date in the future/u, () => answerWith(signFeed(sampleRelease({}, Date.now() + 1e10), key))],
      [/far too large/u, () => feed.behave((_request, response) => endless(response))],
      [/could not be read \(HTTP 404\)/u, () => feed.behave((_request, response) => response.writeHead(404).end())],
      [/could not be read \(ERR_[A-Z_]+\)/u, () => feed.behave((request) => request.socket.destroy())],
      ...['http://127.0.105.1/newest.json', `${feed.address}?again`, 'file:///etc/passwd'].map(
        (location) =>
          [
            /pointed to another place, and that was not followed|ERR_UNSAFE_REDIRECT/u,
            () => feed.behave((_request, response) => response.writeHead(302, { Location: location }).end()),
          ] as const,
      ),
      [/^Sonde \S+ is the newest version\.$/u, () => answerWith(signFeed(sampleRelease({ version }), key))],
    ];
    for (const [sentence, behave] of answers) {
      const before = feed.requests().length;
      behave();
      expect(await look()).toMatch(sentence);
      expect(feed.requests()).toHaveLength(before + 1);
    }
    // Signed yesterday, and newer ones were seen since.
    const yesterday = Date.now() - 24 * 60 * 60 * 1_000;
    answerWith(signFeed(sampleRelease({}, yesterday), key));
    expect(await look()).toMatch(/older than one that was seen before/u);
  });

  it('stops when it is told to', async () => {
    const asked = Promise.withResolvers<undefined>();
    const gone = Promise.withResolvers<undefined>();
    feed.behave((request) => {
      asked.resolve(undefined);
      request.socket.once('close', () => gone.resolve(undefined));
    });
    await chooseInMenu(running, 'command-look_for_updates');
    await asked.promise;
    await writeFile(join(pictures, 'update-looking-light.png'), await takePicture(running));
    await dialog().getByRole('button', { name: 'Stop' }).click();
    await dialog().waitFor({ state: 'detached' });
    await gone.promise;
  });

  it('trusts no certificate that the system does not', async () => {
    await running.close();
    const before = feed.requests().length;
    await open(undefined, []);
    expect(await look()).toMatch(/could not be read \(ERR_CERT_[A-Z_]+\)/u);
    expect(feed.requests()).toHaveLength(before);
  });

  it('looks once after the start for whoever wants that, and says quietly what is new', async () => {
    const folder = await makeFolder();
    await writeFile(join(folder, 'preferences.json'), JSON.stringify({ ...usualPreferences, looksForUpdates: true }));
    answerWith(signFeed(sampleRelease(), key));
    const before = feed.requests().length;
    await running.close();
    const { page } = await open(folder);
    const opened = await catchLinks();
    const notice = page.locator('[data-notice]');
    await notice.getByText('Sonde 7.2.0 is there.').waitFor();
    await inBothThemes('update-notice');
    await notice.getByRole('button', { name: 'Open the release page' }).click();
    await expect.poll(opened).toEqual([links.releases]);
    expect(feed.requests()).toHaveLength(before + 1);
  });
});

/** Sends until nobody takes it any more. */
function endless(response: NodeJS.WritableStream & { readonly destroyed?: boolean }): void {
  const more = (): void => {
    while (response.destroyed !== true && response.write(Buffer.alloc(16_384, ' ')));
  };
  response.on('drain', more).on('error', () => undefined);
  more();
}
