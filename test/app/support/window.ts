import type { RunningApp } from './open-app.ts';

/** Gives the window this much room for its page, in screen pixels. */
export async function setSize({ app, page }: RunningApp, width: number, height: number): Promise<void> {
  await app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height), {
    width,
    height,
  });
  await page.waitForFunction((wanted) => Math.round(window.innerWidth * window.devicePixelRatio) === wanted, width);
}

/** Chooses a theme as the menu does. */
export async function setTheme({ app, page }: RunningApp, theme: 'light' | 'dark'): Promise<void> {
  await app.evaluate(({ nativeTheme }, chosen) => {
    nativeTheme.themeSource = chosen;
  }, theme);
  await page.waitForFunction((isDark) => matchMedia('(prefers-color-scheme: dark)').matches === isDark, theme === 'dark');
}

/** Zooms the page: 1 is as designed. */
export async function setZoom({ app, page }: RunningApp, factor: number): Promise<void> {
  const before = await page.evaluate(() => window.innerWidth);
  await app.evaluate(({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(wanted), factor);
  await page.waitForFunction((old) => window.innerWidth !== old, before);
}

/** What the window shows now, as a PNG in screen pixels, once nothing moves any more. */
export async function takePicture({ app, page }: RunningApp): Promise<Buffer> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    const moving = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    await Promise.allSettled(moving.map((animation) => animation.finished));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
  const base64 = await app.evaluate(async ({ BrowserWindow }) => {
    const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage();
    return image?.toPNG().toString('base64') ?? '';
  });
  return Buffer.from(base64, 'base64');
}
