/**
 * Who may import whom: a folder, and what it may import besides itself and packages. What is not named may not be imported. The rule of the
 * folder above holds as well. test/house/zones.test.ts plants a crossing in every zone.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const allowedImports = {
  shared: [],
  'shared/check': ['shared/service'],
  // Bytes of a server become visible text in one place only.
  'shared/service': ['shared/check', 'shared/console/display.ts'],
  'shared/console': ['shared/check', 'shared/service'],
  'shared/history': ['shared/check', 'shared/service'],
  // What is pasted becomes evidence: its shapes, and the names of programs that lists of processes are searched for.
  'shared/paste': [
    ...['shared/check', 'shared/service', 'shared/console'],
    ...['measurement.ts', 'server-fact.ts', 'commands'].map((name) => `shared/guidance/${name}`),
  ],
  'shared/guidance': ['shared/check', 'shared/service', 'shared/console', 'shared/history'],
  'shared/text': [
    ...['shared/check', 'shared/service', 'shared/console', 'shared/history', 'shared/paste', 'shared/guidance'],
    ...['shared/ipc/window-commands.ts', 'shared/ipc/preferences.ts', 'shared/updates'],
  ],
  'shared/report': ['shared'],
  'shared/ipc': ['shared'],
  'shared/updates': ['shared/ipc/links.ts'],
  'shared/diagnostics': ['shared'],

  electron: ['shared', 'package.json'],
  'electron/probes': ['shared'],
  'electron/checks': ['shared', 'electron/probes', 'electron/watch-life.ts'],
  'electron/console': ['shared', 'electron/probes'],
  'electron/watch': ['shared', 'electron/checks'],
  'electron/tools': ['shared', 'electron/probes'],
  'electron/store': ['shared'],
  'electron/transfer': ['shared', 'electron/store', 'electron/watch-life.ts'],
  'electron/cases': ['shared', 'electron/store'],
  'electron/updates': ['shared', 'electron/kept-file.ts'],
  'electron/logs': ['shared'],
  'electron/diagnostics': ['shared', 'electron/store', 'electron/logs'],
  // The command line looks for no new version and keeps no log.
  'electron/ipc': ['shared', ...workers(), 'electron/updates', 'electron/logs', 'electron/diagnostics'],
  'electron/cli': ['shared', 'package.json', ...workers()],

  renderer: ['shared'],
  'renderer/style': [],
  'renderer/parts': ['shared', 'renderer/context.ts'],
  'renderer/state': ['shared', 'renderer/context.ts', 'renderer/bridge.ts'],
  'renderer/views': ['shared', 'renderer/context.ts', 'renderer/parts', 'renderer/state'],

  // Whoever signs a release feed reads it back with the app's own code.
  build: ['package.json', 'electron/updates'],
};

/** The parts of electron/ that do the work, for those that offer it to a person. */
function workers() {
  return ['probes', 'checks', 'console', 'watch', 'tools', 'store', 'transfer', 'cases'].map((folder) => `electron/${folder}`);
}

/** The same as zones of import-x/no-restricted-paths, relative to the checkout. */
export const importZones = Object.entries(allowedImports).map(([folder, others]) => ({
  target: `./${folder}`,
  from: '.',
  except: [folder, ...others, 'node_modules'].map((path) => `./${path}`),
  message: `${folder}/ may import ${others.length === 0 ? 'only itself' : `itself and ${others.join(', ')}`} (see CONTRIBUTING.md).`,
}));
