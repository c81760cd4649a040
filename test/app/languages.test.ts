import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { cutTexts } from './support/cut-texts.ts';
import { eachScreen } from './support/each-screen.ts';
import { foreignTexts } from './support/foreign-texts.ts';
import { removeFolders } from './support/open-app.ts';
import { makeScreenHistory, type ScreenHistory } from './support/screen-history.ts';
import { screens } from './support/screens-list.ts';
import { setSize, takePicture } from './support/window.ts';

const pictures = join(process.env.SONDE_ARTEFACTS ?? 'test-results', 'screens');

interface Language {
  readonly language: string;
  readonly says: string;
  readonly sizes: readonly (readonly [width: number, height: number])[];
}

/** Equally long, so every form of the window in one of them is enough: wide, between, and narrow. */
const languages: readonly Language[] = [
  {
    language: 'en-XA',
    says: 'longer than English',
    sizes: [
      [1440, 900],
      [800, 700],
    ],
  },
  {
    language: 'ar-XB',
    says: 'longer, and from right to left',
    sizes: [
      [1440, 900],
      [1024, 700],
    ],
  },
];

/** Those that show most of how a language fits. */
const pictured: ReadonlySet<string> = new Set(['first-run', 'host', 'compare', 'palette', 'settings']);

describe('another language', () => {
  let history: ScreenHistory;

  beforeAll(async () => {
    await mkdir(pictures, { recursive: true });
    history = await makeScreenHistory();
  });
  afterAll(async () => {
    await history.close();
    await removeFolders();
  });

  it.each(languages)('$language, $says: every word comes from the catalogue, and everything fits', { timeout: 600_000 }, async (tried) => {
    const { language, sizes } = tried;
    const faults: string[] = [];
    await eachScreen({
      screens,
      folder: history.folder,
      language,
      look: async ({ name }, { running, page, words }) => {
        await expect.poll(() => page.locator('html').getAttribute('dir')).toBe(words.direction);
        faults.push(...(await foreignTexts(page)).map((text) => `${name}: not from the catalogue: ${text}`));
        for (const [width, height] of sizes) {
          await setSize(running, width, height);
          faults.push(...(await cutTexts(page)).map((text) => `${name}, ${width}: ${text}`));
          if (pictured.has(name)) await writeFile(join(pictures, `language-${language}-${name}-${width}.png`), await takePicture(running));
        }
      },
    });
    expect(faults).toEqual([]);
  });
});
