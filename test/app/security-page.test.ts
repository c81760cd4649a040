import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startCanary, type Canary } from './support/canary.ts';
import { openApp, removeFolders, type RunningApp } from './support/open-app.ts';
import { violationsOf, type Attempt } from './support/violations.ts';

declare global {
  interface Window {
    readonly trustedTypes: { readonly createPolicy: (name: string, rules: { readonly createHTML: (text: string) => string }) => unknown };
  }
}

let running: RunningApp;
let canary: Canary;

beforeAll(async () => {
  canary = await startCanary();
  running = await openApp();
});
afterAll(async () => {
  await running.close();
  await canary.close();
  await removeFolders();
});

const TEXT_IS_NO_CODE = 'require-trusted-types-for';

/** Each breaks the directive once, and nothing else. */
const code: readonly (readonly [string, string, Attempt])[] = [
  [
    'an inline script',
    TEXT_IS_NO_CODE,
    () => {
      const script = document.createElement('script');
      script.append('window.pwned = 1');
      document.body.append(script);
    },
  ],
  ['an onclick attribute', TEXT_IS_NO_CODE, () => document.createElement('button').setAttribute('onclick', 'window.pwned = 1')],
  [
    'a javascript: address',
    'script-src-elem',
    () => Object.assign(document.body.appendChild(document.createElement('a')), { href: 'javascript:window.pwned=1' }).click(),
  ],
  // eslint-disable-next-line no-eval -- this is what the page must refuse
  ['eval', TEXT_IS_NO_CODE, () => (0, eval)('window.pwned = 1') as unknown],
  // eslint-disable-next-line no-new-func -- this is what the page must refuse
  ['new Function', TEXT_IS_NO_CODE, () => new Function('window.pwned = 1')() as unknown],
  ['a timer with a text', TEXT_IS_NO_CODE, () => setTimeout('window.pwned = 1', 0)],
  ['a data: script', TEXT_IS_NO_CODE, () => (document.createElement('script').src = 'data:text/javascript,window.pwned=1')],
  ['a data: module', 'script-src-elem', `() => void import('data:text/javascript,window.pwned=1').catch(() => undefined)`],
  ['a blob: worker', TEXT_IS_NO_CODE, () => new Worker(URL.createObjectURL(new Blob(['self.pwned = 1'])))],
  ['a service worker', TEXT_IS_NO_CODE, () => navigator.serviceWorker.register('assets/worker.js')],
  // eslint-disable-next-line no-restricted-properties -- this is what the page must refuse
  ['markup from text', TEXT_IS_NO_CODE, () => (document.createElement('div').innerHTML = '<b>x</b>')],
  // eslint-disable-next-line no-restricted-properties -- this is what the page must refuse
  ['markup written into the page', TEXT_IS_NO_CODE, () => document.write('<b>x</b>')],
  ['a page within, from text', TEXT_IS_NO_CODE, () => (document.createElement('iframe').srcdoc = '<script>parent.pwned=1</script>')],
  [
    'a policy that trusts text',
    'trusted-types',
    () => window.trustedTypes.createPolicy('anything', { createHTML: (text: string) => text }),
  ],
  ['a style attribute', 'style-src-attr', () => document.createElement('div').setAttribute('style', 'color: red')],
  [
    'a style element',
    'style-src-elem',
    () => {
      const style = document.createElement('style');
      style.append('body { color: red }');
      document.head.append(style);
    },
  ],
  [
    'a base for addresses',
    'base-uri',
    ({ url }) => Object.assign(document.head.appendChild(document.createElement('base')), { href: url }),
  ],
];

/** What the policy says of each; null where it says nothing and the page is held by something else. */
const waysOut: readonly (readonly [string, string | null, Attempt])[] = [
  ['a request', 'connect-src', ({ url }) => void fetch(url).catch(() => undefined)],
  ['a request nobody reads', 'connect-src', ({ url }) => void fetch(url, { mode: 'no-cors', keepalive: true }).catch(() => undefined)],
  [
    'an old kind of request',
    'connect-src',
    ({ url }) => {
      const request = new XMLHttpRequest();
      request.open('GET', url);
      request.send();
    },
  ],
  ['a beacon', 'connect-src', ({ url }) => navigator.sendBeacon(url, 'text')],
  ['events of a server', 'connect-src', ({ url }) => new EventSource(url)],
  ['a WebSocket', 'connect-src', ({ endpoint }) => new WebSocket(`ws://${endpoint}/`)],
  ['WebTransport', 'connect-src', ({ endpoint }) => void new WebTransport(`https://${endpoint}/`).closed.catch(() => undefined)],
  ['a picture', 'img-src', ({ url }) => (new Image().src = url)],
  [
    'a favicon',
    'img-src',
    ({ url }) => Object.assign(document.head.appendChild(document.createElement('link')), { rel: 'icon', href: url }),
  ],
  ['a sound', 'media-src', ({ url }) => (new Audio().src = url)],
  ['a font', 'font-src', ({ url }) => void new FontFace('elsewhere', `url(${url})`).load().catch(() => undefined)],
  ['a script', 'script-src-elem', `({ url }) => void import(url).catch(() => undefined)`],
  ['a worker', TEXT_IS_NO_CODE, ({ url }) => new Worker(url)],
  [
    'a style sheet',
    'style-src-elem',
    ({ url }) => document.head.appendChild(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url })),
  ],
  ['a style sheet made by a script', 'img-src', ({ url }) => (document.body.style.backgroundImage = `url(${url})`)],
  [
    'a style sheet within one',
    null,
    ({ url }) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`@import url(${url});`);
      document.adoptedStyleSheets = [sheet];
    },
  ],
  ['a page within', 'frame-src', ({ url }) => document.body.append(Object.assign(document.createElement('iframe'), { src: url }))],
  ['an object', TEXT_IS_NO_CODE, ({ url }) => (document.createElement('object').data = url)],
  [
    'a form',
    'form-action',
    ({ url }) => document.body.appendChild(Object.assign(document.createElement('form'), { action: url })).requestSubmit(),
  ],
  [
    'a form that is posted',
    'form-action',
    ({ url }) => document.body.appendChild(Object.assign(document.createElement('form'), { action: url, method: 'post' })).requestSubmit(),
  ],
  ...['prefetch', 'preload', 'modulepreload', 'prerender', 'preconnect', 'dns-prefetch', 'manifest'].map(
    (rel) =>
      [
        `a link to ${rel}`,
        { prefetch: 'default-src', preload: 'img-src', modulepreload: 'script-src-elem' }[rel] ?? null,
        `({ url }) => document.head.append(Object.assign(document.createElement('link'), { rel: '${rel}', as: '${rel === 'preload' ? 'image' : ''}', href: url + '${rel}' }))`,
      ] as const,
  ),
  [
    'rules to load what comes next',
    TEXT_IS_NO_CODE,
    ({ url }) => {
      const rules = Object.assign(document.createElement('script'), { type: 'speculationrules' });
      rules.append(JSON.stringify({ prefetch: [{ source: 'list', urls: [url] }] }));
      document.head.append(rules);
    },
  ],
  ...['stun', 'turn'].flatMap((scheme) =>
    (scheme === 'stun' ? ['udp'] : ['udp', 'tcp']).map(
      (transport) =>
        [
          `WebRTC by ${scheme.toUpperCase()} over ${transport.toUpperCase()}`,
          null,
          `({ endpoint }) => {
            const urls = '${scheme}:' + endpoint + '${scheme === 'turn' ? `?transport=${transport}` : ''}';
            const call = new RTCPeerConnection({ iceServers: [{ urls, username: 'a', credential: 'b' }] });
            call.createDataChannel('a');
            void call.createOffer().then((offer) => call.setLocalDescription(offer));
          }`,
        ] as const,
    ),
  ),
];

describe('code and markup that are not in the built files', () => {
  it.each(code)('%s breaks the policy once, and does nothing', async (_name, directive, attempt) => {
    expect(await violationsOf(running.page, attempt, canary)).toEqual([directive]);
    expect(await running.page.evaluate(() => 'pwned' in window)).toBe(false);
  });
});

it('a broken policy is among the complaints of the page, which no other test of the window takes', async () => {
  const complained = running.complaints.length;
  await violationsOf(running.page, () => document.createElement('div').setAttribute('style', 'color: red'), canary);
  await expect.poll(() => running.complaints.slice(complained)).toEqual([expect.stringContaining('Content Security Policy')]);
});

describe('a way out of the page', () => {
  it.each(waysOut)('%s leads nowhere', async (_name, directive, attempt) => {
    expect(await violationsOf(running.page, attempt, canary)).toEqual(directive === null ? [] : [directive]);
    expect(canary.visits()).toEqual([]);
  });

  it('is not there for anyone', async () => {
    // WebRTC gathers its candidates, and a browser prefetches, when they have time.
    await running.page.waitForTimeout(3_000);
    expect(canary.visits()).toEqual([]);
  });
});
