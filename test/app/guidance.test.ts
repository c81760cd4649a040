import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer as createHttpsServer } from 'node:https';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { loadWords } from '../../shared/text/languages.ts';
import { makeCertificates, type Certificates, type Identity } from '../support/certificates.ts';
import { startScriptedServer } from '../support/scripted-server.ts';
import { axeViolations } from './support/axe.ts';
import { cutTexts } from './support/cut-texts.ts';
import { check, outcome } from './support/drive.ts';
import { foreignTexts } from './support/foreign-texts.ts';
import { goTo, likeliest, panelOf, questionOf } from './support/guide.ts';
import { makeFolder, openApp, removeFolders, type RunningApp } from './support/open-app.ts';
import { setSize, setTheme, takePicture } from './support/window.ts';

type Stop = () => Promise<void>;

const smtp = { kind: 'greet', text: '220 mail.example.org ESMTP Postfix (Debian)\r\n', reply: '221 2.0.0 Bye\r\n' } as const;

const pictures = join(process.env.SONDE_ARTEFACTS ?? 'test-results', 'screens');

const sizes = [
  [1440, 900],
  [1024, 700],
  [800, 700],
] as const;

/** For people to look at, beside those of the design. */
async function keepPicture(running: RunningApp, name: string): Promise<void> {
  for (const theme of ['dark', 'light'] as const) {
    await setTheme(running, theme);
    await writeFile(join(pictures, `guidance-${name}-${theme}.png`), await takePicture(running));
  }
}

describe('guidance in the window', () => {
  let certificates: Certificates;
  let running: RunningApp;
  let page: Page;
  let stops: Stop[] = [];

  beforeAll(async () => {
    await mkdir(pictures, { recursive: true });
    certificates = await makeCertificates({ folder: await makeFolder(), names: ['localhost'], addresses: ['127.0.94.30'] });
  });
  beforeEach(async () => {
    running = await openApp({ environment: { NODE_EXTRA_CA_CERTS: certificates.authorityPath } });
    ({ page } = running);
    await setSize(running, 1440, 900);
  });
  afterEach(async () => {
    // A test that failed half-way leaves something to be undone: nobody is there to answer what the app would ask.
    await running.app.evaluate(({ dialog }) => {
      dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false });
    });
    await running.close();
    await Promise.all(stops.map((stop) => stop()));
    stops = [];
    expect(running.complaints).toEqual([]);
  });
  afterAll(removeFolders);

  async function serve(address: string, port: number, behaviour: Parameters<typeof startScriptedServer>[0]['behaviour']): Promise<Stop> {
    const server = await startScriptedServer({ address, port, behaviour });
    stops.push(server.close);
    return server.close;
  }

  async function serveTls(address: string, port: number, identity: Identity): Promise<Stop> {
    const server = createHttpsServer(
      { key: await readFile(identity.keyPath), cert: await readFile(identity.chainPath) },
      (_request, response) => response.writeHead(200, { Server: 'nginx/1.22.1', 'Content-Length': '0' }).end(),
    );
    server.listen(port, address);
    await once(server, 'listening');
    const stop = async (): Promise<void> => {
      if (!server.listening) return;
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    };
    stops.push(stop);
    return stop;
  }

  async function typeTarget(target: string): Promise<string> {
    await page.keyboard.type(target);
    await page.keyboard.press('Enter');
    return outcome(page);
  }

  async function turnsTo(headline: RegExp): Promise<void> {
    await page.getByRole('region', { name: 'Outcome' }).getByRole('heading', { name: headline }).waitFor();
  }

  async function press(key: string, question: string): Promise<void> {
    await page.keyboard.press(key);
    await expect.poll(() => questionOf(page)).toBe(question);
  }

  async function recheck(): Promise<void> {
    await page.keyboard.press('F6');
    await page.locator('[data-page]').focus();
    await page.keyboard.press('r');
  }

  describe('leads from check to green by keyboard alone', () => {
    it('when the service was stopped: it is started, the change stands in the ledger, and its undo is checked', async () => {
      expect(await typeTarget('127.0.94.10:9876')).toMatch(/^Refused/u);
      await expect.poll(() => questionOf(page)).toBe('right_port');
      await expect.poll(() => likeliest(page)).toContain('service_stopped');
      await press('1', 'listening');
      await press('m', 'service_state');
      await press('3', 'start_log');
      await page.keyboard.press('4');
      await expect.poll(() => page.locator('[data-question]').count()).toBe(0);
      await expect.poll(async () => (await likeliest(page))[0]).toBe('service_stopped');

      await goTo(page, '[data-step="start_service"] [data-slot="unit"]');
      await page.keyboard.type('not a service; rm');
      await page.keyboard.press('Enter');
      await panelOf(page).getByRole('alert').waitFor();
      await page.keyboard.press('Control+a');
      await page.keyboard.type('postgresql');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator('[data-card="linux_start"] pre').innerText()).toBe('$ sudo systemctl start postgresql');
      await keepPicture(running, 'found');
      await goTo(page, '[data-card="linux_start"] footer button');
      const stop = await serve('127.0.94.10', 9876, { kind: 'mute' });
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator('[data-changes-count]').getAttribute('data-changes-count')).toBe('1');

      await recheck();
      await turnsTo(/^Succeeded/u);

      await keepPicture(running, 'undo');
      await goTo(page, '[data-undo-here] .acts button:last-child');
      await stop();
      await page.keyboard.press('Enter');
      await turnsTo(/^Refused/u);
      await expect.poll(() => page.locator('[data-changes-count]').count()).toBe(0);
      await page.getByRole('button', { name: 'Case' }).focus();
      await page.keyboard.press('Enter');
      await expect
        .poll(() => page.locator('[data-timeline] [data-entry]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-entry'))))
        .toEqual(['checked', 'answered', 'measured', 'answered', 'answered', 'ran', 'checked', 'undone', 'checked', 'undo_confirmed']);
    });

    it('when it listens on another address only', async () => {
      const stop = await serve('127.0.94.21', 8022, smtp);
      expect(await typeTarget('127.0.94.20:8022')).toMatch(/^Refused/u);
      await expect.poll(() => questionOf(page)).toBe('right_port');
      await press('1', 'listening');
      await page.keyboard.press('m');
      await expect.poll(() => page.locator('[data-question]').count()).toBe(0);
      await expect.poll(() => likeliest(page)).toContain('listens_on_loopback');
      await page.locator('[data-step="listen_everywhere"]').waitFor();
      await stop();
      await serve('127.0.94.20', 8022, smtp);
      await page.keyboard.press('r');
      await turnsTo(/^Succeeded/u);
    });

    it('when the certificate has expired', async () => {
      const stop = await serveTls('127.0.94.30', 8443, certificates.expired);
      expect(await typeTarget('https://127.0.94.30:8443/')).toMatch(/^TLS failed/u);
      await page.locator('[data-finding]').waitFor();
      await expect.poll(() => likeliest(page)).toContain('certificate_ended');
      await expect.poll(() => page.locator('[data-question]').count()).toBe(0);
      await page.locator('[data-step="renew_certificate"]').waitFor();
      await stop();
      await serveTls('127.0.94.30', 8443, certificates.good);
      await page.keyboard.press('r');
      await turnsTo(/^Succeeded/u);
    });

    it('when the service connects and stays silent, with a question taken back on the way', async () => {
      const stop = await serve('127.0.94.40', 2525, { kind: 'mute' });
      expect(await typeTarget('smtp://127.0.94.40:2525')).toMatch(/^No answer/u);
      await expect.poll(() => questionOf(page)).toBe('answers_for_all');
      await goTo(page, '[data-question="answers_for_all"] .acts button:last-child');
      await press('Enter', 'dialogue');
      await press('3', 'service_state');
      await press('4', 'fault_log');
      await press('Backspace', 'service_state');
      await press('4', 'fault_log');
      await page.keyboard.press('2');
      await expect.poll(() => page.locator('[data-question]').count()).toBe(0);
      await expect.poll(async () => (await likeliest(page))[0]).toBe('service_hangs');
      await stop();
      await serve('127.0.94.40', 2525, smtp);
      await page.keyboard.press('r');
      await turnsTo(/^Succeeded/u);
    });
  });

  it('takes what the server printed as the answer, with the line that says so, and says why when it understands nothing', async () => {
    await check(page, '127.0.94.11:5432');
    await outcome(page);
    await panelOf(page).locator('[data-answer="yes"]').click();
    await panelOf(page).getByRole('button', { name: 'Not now' }).click();
    await expect.poll(() => page.locator('[data-answers]').count()).toBe(1);
    await paste('nobody prints this');
    await expect.poll(() => page.locator('[data-paste-read]').getAttribute('data-paste-read')).toBe('not_read');
    await expect.poll(() => page.locator('[data-paste-read]').innerText()).toMatch(/not recognised/u);
    await paste('LISTEN 0 200 127.0.0.1:5432 0.0.0.0:* users:(("postgres",pid=812,fd=6))');
    await expect.poll(() => page.locator('[data-question]').count()).toBe(0);
    await expect.poll(() => page.locator('[data-paste-read] code').first().innerText()).toContain('127.0.0.1:5432');
    await expect.poll(async () => (await likeliest(page))[0]).toBe('listens_on_loopback');
  });

  it('keeps what a customer sees as a check from their place, beside ours, and not as the last outcome of the host', async () => {
    await serve('127.0.94.12', 2525, smtp);
    await check(page, '127.0.94.12:2525');
    await expect.poll(() => outcome(page)).toMatch(/^Succeeded/u);
    await page.keyboard.press('Control+Shift+V');
    await page
      .locator('[data-added-result]')
      .fill('$ nc -vz 127.0.94.12 2525\nnc: connect to 127.0.94.12 port 2525 (tcp) failed: Connection timed out');
    await page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click();
    await expect.poll(() => page.locator('[data-paste-read] b').innerText()).toBe('Timed out');
    await keepPicture(running, 'added');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('[data-places] tr').allInnerTexts()).toHaveLength(2);
    await expect.poll(() => outcome(page)).toMatch(/^Succeeded/u);
    await expect.poll(() => page.getByRole('grid', { name: 'Checks' }).locator('[data-check]').count()).toBe(2);
    const host = page.locator('[data-host]', { hasText: '127.0.94.12' });
    await expect.poll(() => host.innerText()).not.toMatch(/Timed out/u);
    await expect.poll(() => host.locator('use').first().getAttribute('href')).toBe('#outcome-succeeded');
  });

  it('offers to read several lines that are pasted into the omnibox as a result', async () => {
    await running.app.evaluate(({ clipboard }) =>
      clipboard.writeText('$ nc -vz 127.0.94.13 80\nnc: connect to 127.0.94.13 port 80 (tcp) failed: Connection refused'),
    );
    await page.locator('[data-omnibox]').focus();
    await page.keyboard.press('Control+v');
    await page.getByRole('button', { name: 'Read them as a result' }).click();
    await expect.poll(() => page.locator('[data-added-result]').inputValue()).toContain('Connection refused');
  });

  it('reminds of what is to be undone when a case is closed, and resumes a closed case', async () => {
    await check(page, '127.0.94.14:5432');
    await outcome(page);
    await panelOf(page).locator('[data-answer="yes"]').click();
    await page.locator('[data-question="listening"]').waitFor();
    await panelOf(page).getByRole('button', { name: 'I ran it' }).first().click();
    await expect.poll(() => page.locator('[data-changes-count]').count()).toBe(1);
    await panelOf(page).getByRole('button', { name: 'Case', exact: true }).click();
    await page.getByRole('textbox', { name: 'Title of the case' }).fill('Till software in Leeds');
    await page.getByRole('textbox', { name: 'Title of the case' }).press('Enter');
    await page.locator('[data-page]').focus();
    await page.keyboard.press('n');
    await page.keyboard.type('Nothing was deployed today.');
    await page.keyboard.press('Control+Enter');
    await page.locator('[data-entry="noted"]', { hasText: 'Nothing was deployed today.' }).waitFor();
    await panelOf(page).getByRole('button', { name: 'Close the case' }).click();
    const reminder = page.getByRole('dialog');
    await expect.poll(() => reminder.innerText()).toContain('sudo systemctl stop postgresql');
    await keepPicture(running, 'closing');
    await reminder.getByRole('button', { name: 'Close anyway' }).click();
    await panelOf(page).getByRole('button', { name: 'Resume' }).first().click();
    await panelOf(page).getByRole('button', { name: 'Close the case' }).waitFor();
    await page.keyboard.press('Control+u');
    await expect.poll(() => page.locator('[data-changes]').innerText()).toContain('127.0.94.14:5432');
    await keepPicture(running, 'changes');
    await page.getByRole('dialog').getByRole('button', { name: 'I undid it, check' }).click();
    await expect.poll(() => page.locator('[data-changes-count]').count()).toBe(0);
    await expect.poll(() => page.locator('[data-entry="undo_confirmed"]').count()).toBe(1);
    await keepPicture(running, 'case');
  });

  it('measures on demand with progress and a table, and stands closed after a restart when it was closed', async () => {
    await serve('127.0.94.15', 2525, smtp);
    await check(page, '127.0.94.15:2525');
    await outcome(page);
    await panelOf(page).getByRole('button', { name: 'Measure' }).click();
    await page.getByRole('menuitem', { name: 'Connect several times' }).click();
    await page.locator('[data-measured-kind="tcp_ping"]').waitFor();
    await expect.poll(() => page.locator('[data-measured-kind="tcp_ping"] table tr').count()).toBeGreaterThan(1);
    await page.keyboard.press('Control+g');
    await expect.poll(() => panelOf(page).count()).toBe(0);
    await page.reload();
    await page.locator('[data-check]').first().waitFor();
    await expect.poll(() => panelOf(page).count()).toBe(0);
  });

  it('is one line with its command in a small window, and opens over the page', async () => {
    await check(page, '127.0.94.16:5432');
    await outcome(page);
    await setSize(running, 1024, 700);
    const line = page.locator('[data-guidance-line]');
    await expect.poll(() => line.innerText()).toContain('Is 5432 the right port?');
    await page.keyboard.press('2');
    await expect.poll(() => line.locator('b').innerText()).not.toContain('right port');
    await keepPicture(running, 'line');
    await page.keyboard.press('Control+g');
    await panelOf(page).waitFor();
    await keepPicture(running, 'over');
    await page.keyboard.press('Escape');
    await expect.poll(() => panelOf(page).count()).toBe(0);
  });

  async function paste(text: string): Promise<void> {
    await running.app.evaluate(({ clipboard }, written) => clipboard.writeText(written), text);
    await page.locator('[data-page]').focus();
    await page.keyboard.press('Control+v');
  }
});

describe('guidance in another language and for everybody', () => {
  afterAll(removeFolders);

  it.each(['en-XA', 'ar-XB'])(
    '%s: every word comes from the catalogue, everything fits, and axe finds nothing',
    { timeout: 300_000 },
    async (language) => {
      const running = await openApp({ environment: { SONDE_LANGUAGE: language } });
      const { page } = running;
      const words = await loadWords(language);
      const faults: string[] = [];
      const look = async (name: string): Promise<void> => {
        faults.push(...(await foreignTexts(page)).map((text) => `${name}: not from the catalogue: ${text}`));
        for (const [width, height] of sizes) {
          await setSize(running, width, height);
          faults.push(...(await cutTexts(page)).map((text) => `${name}, ${String(width)}: ${text}`));
          await writeFile(join(pictures, `guidance-${name}-${language}-${String(width)}.png`), await takePicture(running));
        }
        await setSize(running, 1440, 900);
        faults.push(...(await axeViolations(page)).map((violation) => `${name}: ${violation}`));
      };
      await setSize(running, 1440, 900);
      await page.keyboard.type('127.0.94.17:5432');
      await page.keyboard.press('Enter');
      await page.locator('[data-answers]').waitFor();
      await look('question');
      await page.keyboard.press('1');
      await page.locator('[data-question="listening"]').waitFor();
      await page.keyboard.press('m');
      await page.locator('[data-question="service_state"]').waitFor();
      await look('cards');
      await page.keyboard.press('Control+Shift+V');
      await page
        .locator('[data-added-result]')
        .fill('$ nc -vz 127.0.94.17 5432\nnc: connect to 127.0.94.17 port 5432 (tcp) failed: Connection timed out');
      await page.locator('[data-added-result]').press('Control+Enter');
      await page.locator('[data-paste-read]').waitFor();
      await look('pasted');
      await page.keyboard.press('Escape');
      await page.locator('[data-guidance]').getByRole('button', { name: words.guide.tabs.case, exact: true }).click();
      await page.locator('[data-timeline]').waitFor();
      await look('timeline');
      await page.keyboard.press('Control+u');
      await page.locator('dialog h2').waitFor();
      await look('no-changes');
      await running.close();
      expect(faults).toEqual([]);
    },
  );
});
