import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openStore } from '../../electron/store/open.ts';
import { importLines } from '../../electron/store/checks/import-lines.ts';
import { closeStore } from '../../electron/store/store.ts';
import { displayNameSchema, tagSchema, TAGS_PER_HOST } from '../../shared/history/host-label.ts';
import type { CallBridge, StreamBridge } from '../../shared/ipc/types.ts';
import { readCheckLines } from '../../shared/report/read-check-lines.ts';
import { buildCheck } from '../support/guidance/build-check.ts';
import { startScriptedServer } from '../support/scripted-server.ts';
import { checkToEnd, omnibox } from './support/drive.ts';
import { hostileTexts } from './support/hostile-texts.ts';
import { makeFolder, openApp, removeFolders, type RunningApp } from './support/open-app.ts';

declare global {
  interface Window {
    readonly bridge: CallBridge & StreamBridge;
    /** Elements that were put into the page and are none of ours. */
    foreign: string[];
    broken: number;
  }
}

const host = '127.0.101.9';

let running: RunningApp;

/** So many texts stand in one field: every check that is looked at takes time. */
const TEXTS_IN_ONE = 6;

/** All texts, each with its number behind it, as they stand in the checks. */
const fields = Array.from({ length: Math.ceil(hostileTexts.length / TEXTS_IN_ONE) }, (_, check) =>
  hostileTexts
    .map((text, index) => `${text} #${index};`)
    .slice(check * TEXTS_IN_ONE, (check + 1) * TEXTS_IN_ONE)
    .join(' '),
);

/** The checks with the texts in every field that a server fills, and what a person could have noted of the host. */
function hostileFile(): string {
  const checks = fields.map((marked, index) => {
    const built = buildCheck({
      target: `${host}:443`,
      code: 'http_server_error',
      systemCode: marked,
      detail: marked,
      greeting: marked,
      product: marked,
      minutesBefore: index,
      tls: {
        cipher: marked,
        alpn: marked,
        serverName: marked,
        chain: [{ subject: `CN=${marked}`, issuer: `CN=${marked}, OU=${marked}`, names: [marked] }],
      },
      http: { status: 503, reason: marked, server: marked, location: marked },
    });
    return {
      ...built,
      resolution: {
        ...built.resolution,
        source: 'system',
        servers: [marked],
        control: { name: marked, resolved: true, systemCode: marked, durationMs: 1 },
      },
    };
  });
  const fits = (schema: typeof displayNameSchema, text: string): boolean => v.safeParse(schema, text).success;
  const known = {
    kind: 'host',
    version: 1,
    host,
    displayName: hostileTexts.find((text) => fits(displayNameSchema, text)) ?? null,
    isFavourite: true,
    tags: hostileTexts.filter((text) => fits(tagSchema, text)).slice(0, TAGS_PER_HOST),
    notes: hostileTexts
      .filter((text) => text.trim() !== '')
      .slice(0, 100)
      .map((text, index) => ({ text: `note ${text}`, writtenAtMs: index + 1, editedAtMs: null })),
  };
  return [known, ...checks].map((line) => JSON.stringify(line)).join('\n');
}

beforeAll(async () => {
  const folder = await makeFolder();
  const opening = openStore(folder);
  if (opening.kind === 'unusable') throw new Error(opening.problem.detail);
  const imported = importLines(opening.store, readCheckLines([Buffer.from(hostileFile())]), { vantage: null, isPreview: false });
  closeStore(opening.store);
  expect(imported).toMatchObject({ kind: 'taken' });
  running = await openApp({ folder });
  await running.page.evaluate(() => {
    Object.assign(window, { foreign: [], broken: 0 });
    document.addEventListener('securitypolicyviolation', () => (window.broken += 1));
    const ours = new Set(['LINK', 'STYLE']);
    // Every element that text would make if it were taken for markup.
    const never =
      'script, img, image, iframe, object, embed, audio, video, source, track, form, base, meta, marquee, template, math, animate, a[href], [onerror], [onload], [onclick], [ontoggle], [onfocus], [onbegin]';
    new MutationObserver((changes) => {
      const added = changes
        .flatMap(({ addedNodes }) => [...addedNodes])
        .filter((node) => node instanceof Element && !ours.has(node.tagName));
      const elements = (added as Element[]).flatMap((element) => [element, ...element.querySelectorAll('*')]);
      for (const element of elements.filter((one) => one.matches(never))) window.foreign.push(`<${element.tagName}> ${element.className}`);
    }).observe(document, { subtree: true, childList: true });
  });
});
afterAll(async () => {
  await running.close();
  await removeFolders();
});

interface Seen {
  /** Everything there is to read or to hear, with its tooltips, labels and fields. */
  readonly text: string;
  readonly title: string;
  readonly foreign: readonly string[];
  readonly broken: number;
  readonly isPwned: boolean;
}

function look(): Promise<Seen> {
  return running.page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
    const attributes = [...document.querySelectorAll('body *')].flatMap((element) => [...element.attributes].map(({ value }) => value));
    const text = [document.body.textContent, ...attributes].join('\n');
    // A lone surrogate would not survive the way to the test.
    return {
      text: text.isWellFormed()
        ? text
        : `\u0001 not well-formed: ${text
            .toWellFormed()
            .slice(Math.max(0, text.toWellFormed().indexOf('\ufffd') - 60))
            .slice(0, 120)}`,
      title: document.title,
      foreign: window.foreign,
      broken: window.broken,
      isPwned: 'pwned' in window,
    };
  });
}

/** Controls but the line's end and the tabulator, what turns or hides, lone surrogates; what joins in the app's own words (a soft hyphen, a word joiner) is not among it. */
const hidden =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2061-\u206f\ufeff\ufff9-\ufffb\p{Cs}\p{Noncharacter_Code_Point}\u{e0000}-\u{e0fff}]/u;

function expectHarmless({ text, title, foreign, broken, isPwned }: Seen, homeTitle: string): void {
  const found = hidden.exec(text);
  expect(found === null ? '' : JSON.stringify(text.slice(Math.max(0, found.index - 40), found.index + 120))).toBe('');
  expect({ title, foreign, broken, isPwned }).toEqual({ title: homeTitle, foreign: [], broken: 0, isPwned: false });
}

describe('hostile texts', () => {
  it(`stay text in every field of a check, all ${hostileTexts.length} of them`, async () => {
    expect(hostileTexts.length).toBeGreaterThanOrEqual(200);
    const { page } = running;
    await page.locator('[data-host]').first().click();
    await page.locator('[data-check]').first().click();
    await page.locator('[data-check][aria-selected=true]').waitFor();
    const { title } = await look();
    const shown = new Set<number>();
    for (let press = 0; press < fields.length; press += 1) {
      const seen = await look();
      expectHarmless(seen, title);
      for (const [, index] of seen.text.matchAll(/ #(\d+);/gu)) shown.add(Number(index));
      await page.keyboard.press('j');
    }
    expect([...hostileTexts.keys()].filter((index) => !shown.has(index))).toEqual([]);
    expect(running.complaints).toEqual([]);
  });

  it('stay text in tags, notes and names', async () => {
    const { text, title } = await look();
    expectHarmless(await look(), title);
    expect(text).toContain('<script>window.pwned=1</script>');
  });

  it('stay text where they are typed', async () => {
    const { title } = await look();
    for (const text of hostileTexts) {
      await omnibox(running.page).fill(text.replaceAll(/[\r\n]/gu, ' '));
      const seen = await running.page.evaluate(() => ({
        text: [...document.querySelectorAll('[data-omnibox] ~ *, [role=listbox], [role=alert], [role=status]')]
          .map((element) => element.textContent)
          .join('\n'),
        title: document.title,
        foreign: window.foreign,
        broken: window.broken,
        isPwned: 'pwned' in window,
      }));
      expectHarmless(seen, title);
    }
    await omnibox(running.page).fill('');
  });

  it('stay text when what a command printed is pasted', async () => {
    const answers = await running.page.evaluate(async (texts) => {
      const all: string[] = [];
      for (const text of texts) {
        const pasted = `$ nc -vz 127.0.101.8 80\nnc: connect to 127.0.101.8 port 80 (tcp) failed: Connection refused ${text}\n${text}`;
        all.push(JSON.stringify(await window.bridge.readPasted({ text: pasted, vantage: 'a printer', place: null })));
      }
      return all;
    }, hostileTexts);
    for (const answer of answers) {
      expect(answer).toContain('"answered"');
      // JSON writes controls as \u001b: read back, none may be left but the line's end.
      expect(hidden.exec(JSON.stringify(JSON.parse(answer)).replaceAll(/\\u00[01][\da-f]/gu, '\u0001'))).toBeNull();
    }
  });

  it('stay text when a server says them', async () => {
    const greeting = hostileTexts.filter((text) => text.length < 200).join('\r\n');
    const greeter = await startScriptedServer({
      behaviour: { kind: 'greet', text: Buffer.from(greeting).toString('latin1') },
      address: '127.0.101.3',
    });
    const words = hostileTexts.filter((text) => !/[\r\n\0]/u.test(text) && text.length < 200 && text.isWellFormed());
    const head = `HTTP/1.1 503 ${words[0] ?? ''}\r\nServer: ${Buffer.from(words.slice(0, 40).join(' ')).toString('latin1')}\r\nConnection: close\r\n\r\n`;
    const web = await startScriptedServer({
      behaviour: { kind: 'leave_when_spoken_to', text: head, by: 'fin' },
      address: '127.0.101.4',
      port: 8_080,
    });
    for (const server of [greeter, web]) {
      const endpoint = `${server.address}:${server.port}`;
      await checkToEnd(running.page, endpoint);
      const seen = await look();
      expectHarmless(seen, `${endpoint} – Sonde`);
      expect(seen.text).toContain('<script>window.pwned=1</script>');
    }
    await greeter.close();
    await web.close();
  });
});
