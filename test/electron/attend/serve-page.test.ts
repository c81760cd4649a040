import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';

import { servePage } from '../../../electron/attend/serve-page.ts';

function serve(listen: () => Promise<void>): (url: string) => Promise<Response> {
  const served = servePage({ url: 'app://ui/index.html', files: ({ url }) => new Response(url), listen });
  return (url) => served({ url, method: 'GET' });
}

describe('a page that is served', () => {
  test('comes at once, and only then somebody begins to listen to it', async () => {
    let count = 0;
    const get = serve(() => {
      count += 1;
      return new Promise(() => undefined);
    });
    expect(await (await get('app://ui/index.html')).text()).toBe('app://ui/index.html');
    expect((await get('app://ui/index.html#ar-XB')).status).toBe(200);
    expect(count).toBe(0);
    await turn();
    expect(count).toBe(1);
  });

  test('runs nothing before somebody listens to it', async () => {
    const listening = Promise.withResolvers<undefined>();
    const get = serve(() => listening.promise);
    const came: string[] = [];
    const script = get('app://ui/assets/index-1.js').then(() => came.push('script'));
    await turn();
    expect(came).toEqual([]);
    listening.resolve(undefined);
    await script;
    expect(came).toEqual(['script']);
  });

  test('is listened to once, however often it is loaded', async () => {
    let count = 0;
    const get = serve(() => {
      count += 1;
      return Promise.resolve();
    });
    for (const url of ['app://ui/index.html', 'app://ui/assets/index-1.js', 'app://ui/index.html', 'app://ui/assets/index-1.js']) {
      await get(url);
      await turn();
    }
    expect(count).toBe(1);
  });
});
