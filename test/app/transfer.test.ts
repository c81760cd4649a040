import { access, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { CallBridge, EventOf, RequestOf, StreamBridge, StreamName } from '../../shared/ipc/types.ts';
import { sampleCheck } from '../electron/store/sample-check.ts';
import { startScriptedServer } from '../support/scripted-server.ts';
import { startCanary, type Canary } from './support/canary.ts';
import { saveHistory } from './support/history.ts';
import { makeFolder, openApp, removeFolders, type RunningApp } from './support/open-app.ts';

declare global {
  interface Window {
    readonly bridge: CallBridge & StreamBridge;
  }
}

/** What a hidden window for printing was like, as the main process saw it. */
interface SeenWindow {
  readonly javascript: boolean | undefined;
  readonly sandbox: boolean | undefined;
  readonly isPersistent: boolean;
  readonly reachesNetwork: boolean;
}

describe('what goes in and out of the app', () => {
  let running: RunningApp;
  let canary: Canary;

  beforeAll(async () => {
    canary = await startCanary();
    const folder = await makeFolder();
    saveHistory(folder, [sampleCheck(), sampleCheck({ startedAtMs: 1_795_000_060_000 })]);
    running = await openApp({ folder });
  });
  afterAll(async () => {
    await running.close();
    await canary.close();
    await removeFolders();
  });

  /** Asks through the bridge as the page's own code does, and gives all that is told. */
  async function told<Name extends StreamName>(name: Name, request: RequestOf<Name>): Promise<readonly EventOf<Name>[]> {
    const messages = await running.page.evaluate(
      async ([stream, asked]) => {
        const events: unknown[] = [];
        await new Promise<void>((resolve, reject) => {
          const open = window.bridge[stream as 'exportChecks'] as unknown as (
            request: unknown,
            hear: (message: { kind: string; value?: unknown; fault?: unknown }) => void,
          ) => void;
          open(asked, (message) => {
            if (message.kind === 'event') events.push(message.value);
            else if (message.fault === null) resolve();
            else reject(new Error(String(message.fault)));
          });
        });
        return events;
      },
      [name, request] as const,
    );
    return messages as EventOf<Name>[];
  }

  /** Answers the system's dialogs with this path from now on. */
  async function answerDialogs(path: string): Promise<void> {
    await running.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => Promise.resolve({ canceled: false, filePath });
      dialog.showOpenDialog = async () => Promise.resolve({ canceled: false, filePaths: [filePath] });
    }, path);
  }

  it('prints a report as PDF in a window that runs no script and reaches nothing, and is gone afterwards', async () => {
    const path = join(running.folder, 'report.pdf');
    await answerDialogs(path);
    await running.app.evaluate(({ app }, url) => {
      app.once('browser-window-created', (_event, window) => {
        const { session } = window.webContents;
        const prefs = (
          window.webContents as unknown as { getLastWebPreferences: () => { javascript?: boolean; sandbox?: boolean } }
        ).getLastWebPreferences();
        // Its own session asks for what a page in it would ask for.
        const reaching = session.fetch(url).then(
          () => true,
          () => false,
        );
        (globalThis as { seen?: Promise<unknown> }).seen = reaching.then((reachesNetwork) => ({
          javascript: prefs.javascript,
          sandbox: prefs.sandbox,
          isPersistent: session.isPersistent(),
          reachesNetwork,
        }));
      });
    }, canary.url);
    const question = 'Why does <script>fetch("x")</script> not answer?';
    const events = await told('writeReport', { format: 'pdf', about: { kind: 'check', id: 2 }, question });
    const pdf = await readFile(path);
    expect(events.map(({ kind }) => kind)).toEqual(['choosing', 'counted', 'printing', 'written']);
    expect(events.at(-1)).toEqual({ kind: 'written', path, sizeBytes: pdf.length });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.subarray(-6).toString()).toContain('%%EOF');
    expect(pdf.length).toBeGreaterThan(5_000);
    const seen = (await running.app.evaluate(() => (globalThis as { seen?: Promise<unknown> }).seen)) as SeenWindow;
    expect(seen).toEqual({ javascript: false, sandbox: true, isPersistent: false, reachesNetwork: false });
    expect(canary.visits()).toEqual([]);
    await expect.poll(() => running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  const aboutOne = { format: 'pdf', about: { kind: 'check', id: 2 } } as const;
  const windowCount = (): Promise<number> => running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

  it.each(['did-start-loading', 'did-finish-load'] as const)(
    'says in one sentence that nothing was printed when the process for it crashes at %s, and leaves no window and no file',
    async (moment) => {
      const path = join(running.folder, `crashed-${moment}.pdf`);
      await answerDialogs(path);
      await running.app.evaluate(({ app }, when) => {
        app.once('browser-window-created', (_event, { webContents }) => {
          webContents.once(when as 'did-finish-load', () => webContents.forcefullyCrashRenderer());
        });
      }, moment);
      expect((await told('writeReport', aboutOne)).at(-1)).toEqual({ kind: 'not_printed', why: 'failed' });
      await expect.poll(windowCount).toBe(1);
      await expect(access(path)).rejects.toThrow('ENOENT');
    },
  );

  it('is stopped at once when the process that prints hangs, and ends that process', async () => {
    const path = join(running.folder, 'hung.pdf');
    await answerDialogs(path);
    await running.app.evaluate(({ app }) => {
      app.once('browser-window-created', (_event, { webContents }) => {
        webContents.once('did-navigate', () => {
          const pid = webContents.getOSProcessId();
          // 0 would be this whole group of processes.
          if (pid > 0) process.kill(pid, 'SIGSTOP');
          Object.assign(globalThis, { hungPid: pid });
        });
      });
    });
    const lastEvent = running.page.evaluate(
      (asked) =>
        new Promise<unknown>((resolve) => {
          let last: unknown = null;
          const stop = window.bridge.writeReport(asked, (message) => {
            if (message.kind === 'ended') return resolve(last);
            last = message.value;
            if (message.value.kind === 'printing') setTimeout(stop, 1_000);
          });
        }),
      aboutOne,
    );
    expect(await lastEvent).toEqual({ kind: 'stopped' });
    await expect.poll(windowCount).toBe(1);
    const pid = await running.app.evaluate(() => (globalThis as unknown as { hungPid: number }).hungPid);
    expect(pid).toBeGreaterThan(0);
    await expect
      .poll(
        () =>
          access(`/proc/${pid}`).then(
            () => 'there',
            () => 'gone',
          ),
        { timeout: 20_000 },
      )
      .toBe('gone');
    await expect(access(path)).rejects.toThrow('ENOENT');
  });

  it('copies a report to the clipboard', async () => {
    await told('copyReport', { about: { kind: 'checks', checks: { hostId: 1 } } });
    await expect.poll(() => running.app.evaluate(({ clipboard }) => clipboard.readText())).toMatch(/^# .*ftp\.example\.com/u);
  });

  it('exports checks, and imports them again in a thread of its own', async () => {
    const path = join(running.folder, 'out.jsonl');
    await answerDialogs(path);
    expect((await told('exportChecks', { format: 'json_lines', checks: { hostId: null } })).at(-1)).toMatchObject({ checkCount: 2 });
    const lines = await readFile(path, 'utf8');
    await writeFile(path, lines + lines.replaceAll('1795000060000', '1795000120000'));
    const preview = (await told('previewImport', null)).at(-1);
    if (preview?.kind !== 'preview') throw new Error(preview?.kind);
    expect(preview).toMatchObject({ name: 'out.jsonl', counts: { newCheckCount: 1, knownCheckCount: 3 } });
    expect((await told('applyImport', { token: preview.token })).at(-1)).toMatchObject({ kind: 'imported', counts: { newCheckCount: 1 } });
    const count = await running.page.evaluate(async () => window.bridge.countChecks({ hostId: 1, endpoint: null }));
    expect(count).toMatchObject({ value: { value: { all: 3 } } });
  });

  it('backs the history up and restores it while it is open', async () => {
    expect((await told('backUpHistory', { to: 'own_folder' })).at(-1)).toMatchObject({ kind: 'backed_up' });
    const listing = await running.page.evaluate(async () => window.bridge.listBackups(null));
    if (listing.kind !== 'answered' || listing.value.kind !== 'listed') throw new Error('Not listed.');
    const [backup] = listing.value.rows;
    const from = { kind: 'listed', name: backup!.name } as const;
    expect((await told('restoreHistory', { from })).at(-1)).toMatchObject({ kind: 'restored' });
    const count = await running.page.evaluate(async () => window.bridge.countChecks({ hostId: 1, endpoint: null }));
    expect(count).toMatchObject({ value: { value: { all: 3 } } });
  });

  it('watches until a change, shows it with a notice of the system, and its click says which endpoint to open', async () => {
    const server = await startScriptedServer({ behaviour: { kind: 'greet', text: 'SSH-2.0-OpenSSH_9.2\r\n' } });
    await running.app.evaluate(({ Notification }) => {
      Notification.isSupported = () => true;
      Notification.prototype.show = function show() {
        (globalThis as { notice?: unknown }).notice = { title: this.title, body: this.body, silent: this.silent };
        setTimeout(() => this.emit('click', {}), 50);
      };
    });
    const opened = running.page.evaluate(
      async () =>
        new Promise((resolve) => {
          const stop = window.bridge.followNotices(null, (message) => {
            if (message.kind !== 'event') return;
            resolve(message.value);
            stop();
          });
        }),
    );
    const target = { host: '127.0.0.1', port: server.port, transport: 'tcp' } as const;
    const options = { controlName: null, connectOnly: true };
    const watching = told('watchEndpoint', { target, options, intervalMs: 100, until: 'change', notice: 'with_sound' });
    await expect.poll(() => server.sessions().length).toBeGreaterThan(1);
    await server.close();
    const events = await watching;
    expect(events.find(({ kind }) => kind === 'changed')).toEqual({ kind: 'changed', from: 'succeeded', to: 'refused', notice: 'shown' });
    expect(events.at(-1)).toMatchObject({ kind: 'over', reason: 'changed' });
    expect(await opened).toMatchObject({ kind: 'opened', target, checkId: expect.any(Number) as number });
    await expect
      .poll(() => running.app.evaluate(() => (globalThis as { notice?: unknown }).notice))
      .toEqual({
        title: `127.0.0.1:${server.port}: Refused`,
        body: expect.stringContaining('Succeeded') as string,
        silent: false,
      });
    await expect.poll(() => running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFocused())).toBe(true);
  });
});
