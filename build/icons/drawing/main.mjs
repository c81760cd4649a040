// An app that draws: `electron build/icons/drawing` reads a list of { svg, sizePx } as JSON from the file that DRAWINGS names, and writes
// each as base64 of a PNG to stdout, a line each.
import { readFileSync } from 'node:fs';
import { app, BrowserWindow } from 'electron';

// Electron is ready only once this file has been read to its end.
void app.whenReady().then(async () => {
  const window = new BrowserWindow({ show: false, webPreferences: { offscreen: true } });
  await window.loadURL('data:text/html,<canvas></canvas>');
  for (const { svg, sizePx } of JSON.parse(readFileSync(process.env.DRAWINGS ?? '', 'utf8'))) {
    const address = JSON.stringify(`data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`);
    const url = await window.webContents.executeJavaScript(`(async () => {
    const image = new Image(${sizePx}, ${sizePx});
    image.src = ${address};
    await image.decode();
    const canvas = Object.assign(document.querySelector('canvas'), { width: ${sizePx}, height: ${sizePx} });
    canvas.getContext('2d').drawImage(image, 0, 0, ${sizePx}, ${sizePx});
    return canvas.toDataURL('image/png');
  })()`);
    await new Promise((resolve) => process.stdout.write(`${url.slice(url.indexOf(',') + 1)}\n`, resolve));
  }
  app.quit();
});
