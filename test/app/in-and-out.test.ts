import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { startScriptedServer } from '../support/scripted-server.ts';
import { axeViolations } from './support/axe.ts';
import { hosts, rows } from './support/drive.ts';
import { repeatCheck } from './support/generated-past.ts';
import { makePast, saveHistory } from './support/history.ts';
import { chooseInMenu } from './support/menu.ts';
import { makeFolder, openApp, removeFolders, type RunningApp } from './support/open-app.ts';
import { setSize, setTheme, takePicture } from './support/window.ts';

const pictures = join(process.env.SONDE_ARTEFACTS ?? 'test-results', 'screens');

const HOST = '127.0.93.40';
const OTHER = '127.0.93.50';
const PORT = 2525;
const DAY_MINUTES = 24 * 60;

describe('taking checks out and in', () => {
  let running: RunningApp;
  let page: Page;
  let folder: string;

  /** A mail server that worked for a week and is refused now; another that was seen five months ago. */
  beforeAll(async () => {
    await mkdir(pictures, { recursive: true });
  });
  beforeEach(async () => {
    folder = await makeFolder();
    const server = await startScriptedServer({
      address: HOST,
      port: PORT,
      behaviour: { kind: 'greet', text: '220 mail.example.org ESMTP Postfix (Debian)\r\n', reply: '221 2.0.0 Bye\r\n' },
    });
    const [worked] = await makePast([{ host: HOST, port: PORT, agoMinutes: 0, options: { service: 'smtp' } }]);
    await server.close();
    const [fails] = await makePast([{ host: HOST, port: PORT, agoMinutes: 0 }]);
    const [old] = await makePast([{ host: OTHER, port: PORT, agoMinutes: 0 }]);
    saveHistory(folder, [
      ...repeatCheck({ ...worked!, target: { ...worked!.target, host: OTHER } }, { from: 150 * DAY_MINUTES, every: 60, count: 40 }),
      ...repeatCheck(old!, { from: 140 * DAY_MINUTES, every: 60, count: 2 }),
      ...repeatCheck(worked!, { from: 60, every: 120, count: 60 }),
      ...repeatCheck(fails!, { from: 3, every: 10, count: 5 }),
    ]);
    running = await openApp({ folder });
    ({ page } = running);
    await setSize(running, 1440, 900);
    await rows(page).first().waitFor();
  });
  afterEach(async () => {
    await running.close();
  });
  afterAll(removeFolders);

  /** Answers the system's dialogs with this path from now on; null closes them. */
  async function answerDialogs(path: string | null): Promise<void> {
    await running.app.evaluate(({ dialog }, filePath) => {
      const canceled = filePath === null;
      dialog.showSaveDialog = async () => Promise.resolve({ canceled, filePath: filePath ?? '' });
      dialog.showOpenDialog = async () => Promise.resolve({ canceled, filePaths: filePath === null ? [] : [filePath] });
    }, path);
  }

  async function picture(name: string): Promise<void> {
    for (const theme of ['dark', 'light'] as const) {
      await setTheme(running, theme);
      await writeFile(join(pictures, `${name}-${theme}.png`), await takePicture(running));
    }
  }

  function notice(): Locator {
    return page.locator('[data-notice]');
  }

  async function open(command: string, title: string): Promise<Locator> {
    await chooseInMenu(running, `command-${command}`);
    const dialog = page.getByRole('dialog', { name: title });
    await dialog.waitFor();
    return dialog;
  }

  it('exports what is chosen to a file, by the keyboard, and says its name and size', async () => {
    const path = join(folder, 'out.csv');
    await answerDialogs(path);
    await page.locator('[data-page]').focus();
    await page.keyboard.press('Control+e');
    const dialog = page.getByRole('dialog', { name: 'Export checks' });
    await dialog.waitFor();
    await picture('export');
    await expect.poll(() => axeViolations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Save as…' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => notice().innerText()).toMatch(/^65\schecks written to out\.csv \(\d+(?:\.\d)?\skB\)\./u);
    const lines = (await readFile(path, 'utf8')).trim().split('\n');
    expect(lines.length).toBe(66);
    await expect.poll(() => dialog.count()).toBe(0);
    expect(running.complaints).toEqual([]);
  });

  it('exports what the list shows, of a part of time, and without addresses and names', async () => {
    const path = join(folder, 'out.jsonl');
    await answerDialogs(path);
    await page.getByRole('button', { name: /^Failures/u }).click();
    await expect.poll(() => rows(page).count()).toBe(5);
    let dialog = await open('export', 'Export checks');
    await expect.poll(() => dialog.getByRole('radio', { name: 'What the list shows now' }).isChecked()).toBe(true);
    await dialog.getByRole('button', { name: 'JSON lines' }).click();
    await dialog.getByRole('checkbox', { name: 'Addresses' }).check();
    await dialog.getByRole('checkbox', { name: 'Host names' }).check();
    await dialog.getByRole('button', { name: 'Save as…' }).click();
    await expect.poll(() => notice().innerText()).toMatch(/^5\schecks written to out\.jsonl/u);
    const failures = (await readFile(path, 'utf8')).trim().split('\n');
    expect(failures.map((line) => (JSON.parse(line) as { outcome: string }).outcome)).toEqual(Array.from({ length: 5 }, () => 'refused'));

    dialog = await open('export', 'Export checks');
    await dialog.getByRole('radio', { name: 'All checks of all hosts' }).check();
    await dialog.getByRole('combobox').selectOption('hour');
    await dialog.getByRole('button', { name: 'Save as…' }).click();
    await expect.poll(() => notice().innerText()).toMatch(/^5\schecks/u);
  });

  it('says why a file could not be written, and stays where it is when the person chooses none', async () => {
    await answerDialogs(join(folder, 'no such folder', 'out.csv'));
    const dialog = await open('export', 'Export checks');
    await dialog.getByRole('button', { name: 'Save as…' }).click();
    await expect.poll(() => dialog.getByRole('alert').innerText()).toMatch(/out\.csv cannot be written: /u);
    await picture('export-failed');
    await expect.poll(() => axeViolations(page)).toEqual([]);
    await answerDialogs(null);
    await dialog.getByRole('button', { name: 'Save as…' }).click();
    await dialog.getByRole('button', { name: 'Save as…' }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => dialog.count()).toBe(0);
  });

  it('can be stopped while a file is chosen, and while it writes: then there is no file', async () => {
    await running.app.evaluate(({ dialog }) => {
      dialog.showSaveDialog = async () => new Promise(() => undefined);
    });
    let dialog = await open('export', 'Export checks');
    await dialog.getByRole('button', { name: 'Save as…' }).click();
    await dialog.getByText('Choose a file in the other window.').waitFor();
    await dialog.getByRole('button', { name: 'Stop' }).click();
    await dialog.getByRole('button', { name: 'Save as…' }).waitFor();
    await running.close();

    const path = join(folder, 'many.csv');
    const [check] = await makePast([{ host: HOST, port: PORT, agoMinutes: 0 }]);
    saveHistory(folder, repeatCheck(check!, { from: 200, every: 1, count: 90_000 }));
    running = await openApp({ folder });
    ({ page } = running);
    await rows(page).first().waitFor();
    await answerDialogs(path);
    await page.locator('[data-page]').focus();
    await page.keyboard.press('Control+e');
    dialog = page.getByRole('dialog', { name: 'Export checks' });
    await dialog.getByRole('button', { name: 'Save as…' }).click();
    await dialog.getByRole('progressbar').waitFor();
    await expect.poll(() => dialog.getByRole('status').innerText()).toMatch(/of 90\s065 written/u);
    await dialog.getByRole('button', { name: 'Stop' }).click();
    await expect.poll(() => dialog.getByRole('alert').innerText()).toBe('Stopped: nothing was changed.');
    await expect(stat(path)).rejects.toThrow('ENOENT');
  });

  it('shows what a report will say before it is written, without what is left out, and copies it', async () => {
    const dialog = await open('report', 'Write a report');
    const preview = dialog.getByRole('region', { name: 'What it will say' });
    await expect.poll(() => preview.innerText()).toContain(`${HOST}:${PORT}`);
    await dialog.getByRole('textbox', { name: 'Question' }).fill('Why does the mail server refuse?');
    await expect.poll(() => preview.innerText()).toMatch(/^# Why does the mail server refuse\?/u);
    await picture('report');
    await expect.poll(() => axeViolations(page)).toEqual([]);
    await dialog.getByRole('radio', { name: `All checks of ${HOST}, every port` }).check();
    await dialog.getByRole('checkbox', { name: 'Notes' }).check();
    await expect.poll(() => preview.innerText()).toContain('Left out');
    await dialog.getByRole('button', { name: 'Copy as Markdown' }).click();
    await expect.poll(() => notice().innerText()).toMatch(/^Report copied, \d/u);
    await expect.poll(() => running.app.evaluate(({ clipboard }) => clipboard.readText())).toMatch(/^# Why does the mail server refuse\?/u);
    expect(running.complaints).toEqual([]);
  });

  it.each([
    ['Markdown', 'report.md', '# '],
    ['Web page', 'report.html', '<!doctype html>'],
    ['PDF', 'report.pdf', '%PDF-'],
  ])('writes a report as %s', async (format, name, beginning) => {
    const path = join(folder, name);
    await answerDialogs(path);
    const dialog = await open('report', 'Write a report');
    await dialog.getByRole('button', { name: format, exact: true }).click();
    await dialog.getByRole('button', { name: 'Save as…' }).click();
    await expect.poll(() => notice().innerText()).toContain(`Report written to ${name} (`);
    expect((await readFile(path)).subarray(0, beginning.length).toString().toLowerCase()).toBe(beginning.toLowerCase());
    await writeFile(join(pictures, '..', name), await readFile(path));
    if (format !== 'Web page') return;
    const html = await readFile(path, 'utf8');
    const image = await running.app.evaluate(async ({ BrowserWindow }, file) => {
      const window = new BrowserWindow({ width: 900, height: 1_100, show: false, webPreferences: { offscreen: true } });
      // Nothing else holds it while it is waited for: it could be collected, and the answer with it.
      Object.assign(globalThis, { pictured: window });
      await window.loadFile(file);
      const shown = await window.webContents.capturePage();
      window.destroy();
      return shown.toPNG().toString('base64');
    }, path);
    await writeFile(join(pictures, 'report-html-light.png'), Buffer.from(image, 'base64'));
    expect(html).not.toMatch(/<script|src="http|href="http/u);
  });

  it('shows what a file would bring before it is taken in, and takes it in', async () => {
    const path = join(folder, 'from-anna.jsonl');
    await answerDialogs(path);
    let dialog = await open('export', 'Export checks');
    await dialog.getByRole('radio', { name: 'All checks of all hosts' }).check();
    await dialog.getByRole('button', { name: 'JSON lines' }).click();
    await dialog.getByRole('button', { name: 'Save as…' }).click();
    await notice().waitFor();
    const lines = await readFile(path, 'utf8');
    await writeFile(path, lines.replaceAll(OTHER, '127.0.93.60'));
    dialog = await open('import', 'Import checks');
    await dialog.getByText('from-anna.jsonl').waitFor();
    const said = await dialog.innerText();
    expect(said).toMatch(/42\schecks are new\./u);
    expect(said).toMatch(/1 new\./u);
    expect(said).toContain('65 are in the history already and left out.');
    await dialog.getByRole('textbox', { name: 'Made at' }).fill('Anna’s laptop');
    await picture('import');
    await expect.poll(() => axeViolations(page)).toEqual([]);
    await dialog.getByRole('button', { name: /^Import 42/u }).click();
    await expect.poll(() => notice().innerText()).toMatch(/^42\schecks of/u);
    await expect.poll(() => hosts(page).count()).toBe(3);
    dialog = await open('import', 'Import checks');
    await dialog.getByText('Everything in this file is in the history already.').waitFor();
    await expect.poll(() => dialog.getByRole('button', { name: /^Import/u }).count()).toBe(0);
    expect(running.complaints).toEqual([]);
  });

  it('says which line of a bad file is no check, and changes nothing', async () => {
    const path = join(folder, 'bad.jsonl');
    await writeFile(path, '{"kind":"nothing of ours"}\n');
    await answerDialogs(path);
    const dialog = await open('import', 'Import checks');
    await expect.poll(() => dialog.getByRole('alert').innerText()).toMatch(/^Line 1 is not a check of Sonde.*; nothing was imported\.$/u);
    await picture('import-bad');
    await expect.poll(() => axeViolations(page)).toEqual([]);
    await answerDialogs(null);
    await dialog.getByRole('button', { name: 'Choose another file' }).click();
    await expect.poll(() => dialog.count()).toBe(0);
    await expect.poll(() => hosts(page).count()).toBe(2);
  });

  it('makes a copy, restores it after a plain warning, and takes that back', async () => {
    const dialog = await open('back_up', 'Backups');
    await expect.poll(() => dialog.getByRole('status').innerText()).toMatch(/^Backed up to history-.*\.sqlite \(/u);
    await expect.poll(() => dialog.getByRole('listitem').count()).toBe(1);
    await picture('backups');
    await expect.poll(() => axeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');

    await page.locator('[data-page]').focus();
    await page.keyboard.press('r');
    await expect.poll(() => rows(page).count()).toBeGreaterThan(1);
    await expect.poll(() => page.locator('footer[data-pane]').innerText()).toContain('108 checks saved');
    await open('restore', 'Backups');
    await dialog.getByRole('button', { name: 'Restore', exact: true }).click();
    await expect.poll(() => dialog.innerText()).toContain('It replaces everything Sonde keeps now, 108\u00a0checks');
    await expect.poll(() => dialog.innerText()).toContain('What is there now is kept beside it');
    await picture('restore');
    await expect.poll(() => axeViolations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Replace the history' }).click();
    await expect.poll(() => notice().innerText()).toContain('The history was restored.');
    await expect.poll(() => page.locator('footer[data-pane]').innerText()).toContain('107 checks saved');
    await notice().getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => page.locator('footer[data-pane]').innerText()).toContain('108 checks saved');
    expect(running.complaints).toEqual([]);
  });

  it('copies the history to a file of the person, and refuses one that is no backup', async () => {
    const path = join(folder, 'mine.sqlite');
    await answerDialogs(path);
    const dialog = await open('restore', 'Backups');
    await dialog.getByRole('button', { name: 'Back up to a file…' }).click();
    await expect.poll(() => dialog.getByRole('status').innerText()).toContain('mine.sqlite');
    expect((await stat(path)).size).toBeGreaterThan(10_000);
    await writeFile(path, 'no database');
    await dialog.getByRole('button', { name: 'Restore from a file…' }).click();
    await dialog.getByRole('button', { name: 'Replace the history' }).click();
    await expect.poll(() => dialog.getByRole('alert').innerText()).toContain('mine.sqlite');
    await expect.poll(() => page.locator('footer[data-pane]').innerText()).toContain('107 checks saved');
  });

  it('removes old checks only when it is turned on, and shows first how many and which', async () => {
    await page.keyboard.press('Control+,');
    const section = page.getByRole('region', { name: 'Keeping' });
    await section.waitFor();
    await expect.poll(() => section.getByRole('switch').isChecked()).toBe(false);
    await section.getByRole('switch').click();
    await section.getByRole('textbox', { name: 'Failures, for days' }).fill('30');
    await expect.poll(() => section.getByRole('alert').innerText()).toContain('Failures are kept at least as long');
    await expect.poll(() => section.getByRole('button', { name: 'Show what would go' }).isDisabled()).toBe(true);
    await section.getByRole('textbox', { name: 'Failures, for days' }).fill('100');
    await section.getByRole('button', { name: 'Show what would go' }).click();
    await section.getByText('would go').waitFor();
    const said = await section.innerText();
    expect(said).toMatch(/40\schecks of 1\shost would go\.\s+39 that worked, 1 that did not\./u);
    expect(said).toMatch(/Made from \d{4}-\d\d-\d\d \d\d:\d\d:\d\d to /u);
    expect(said).toContain('67 would stay.');
    await section.getByRole('button', { name: /remove 40\schecks now/u }).scrollIntoViewIfNeeded();
    await picture('retention');
    await expect.poll(() => axeViolations(page)).toEqual([]);
    await section.getByRole('button', { name: /remove 40\schecks now/u }).click();
    await section.getByText('40\u00a0checks removed.').waitFor();
    await expect.poll(() => page.locator('footer[data-pane]').innerText()).toContain('67 checks saved');
    await page.reload();
    await rows(page).first().waitFor();
    await page.keyboard.press('Control+,');
    await expect.poll(() => section.getByRole('switch').isChecked()).toBe(true);
    await expect.poll(() => section.getByRole('textbox', { name: 'Failures, for days' }).inputValue()).toBe('100');
    await section.getByRole('switch').click();
    await expect.poll(() => notice().innerText()).toContain('Everything is kept from now on.');
    expect(running.complaints).toEqual([]);
  });

  it('removes nothing while the clock looks wrong, until the person says it is right', async () => {
    await running.close();
    const [check] = await makePast([{ host: HOST, port: PORT, agoMinutes: 0 }]);
    const lookAt = async (from: number): Promise<Locator> => {
      folder = await makeFolder();
      saveHistory(folder, repeatCheck(check!, { from, every: DAY_MINUTES, count: 30 }));
      running = await openApp({ folder });
      ({ page } = running);
      await rows(page).first().waitFor();
      await page.keyboard.press('Control+,');
      const section = page.getByRole('region', { name: 'Keeping' });
      await section.getByRole('switch').click();
      await section.getByRole('textbox', { name: 'Newest of each host' }).fill('10');
      await page.keyboard.press('Enter');
      await section.getByRole('alert').waitFor();
      return section;
    };
    let section = await lookAt(-60);
    await expect
      .poll(() => section.getByRole('alert').innerText())
      .toContain('lies in the future of this computer’s clock, so nothing is removed');
    await expect.poll(() => section.getByRole('button', { name: 'The clock is right' }).count()).toBe(0);
    await running.close();
    section = await lookAt(70 * DAY_MINUTES);
    await expect.poll(() => section.getByRole('alert').innerText()).toContain('more than 60 days old');
    await section.getByRole('button', { name: 'The clock is right' }).scrollIntoViewIfNeeded();
    await picture('retention-clock');
    await section.getByRole('button', { name: 'The clock is right' }).click();
    await section.getByText('20\u00a0checks of 1\u00a0host would go.').waitFor();
  });
});
