// The least an Electron app can be: one window with one input. CommonJS, because it starts first.
/* eslint-disable @typescript-eslint/no-require-imports -- see above */
const { app, BrowserWindow } = require('electron');
const { join } = require('node:path');

app.whenReady().then(() => new BrowserWindow({ width: 1440, height: 900 }).loadFile(join(__dirname, 'index.html')));
