/* eslint-disable no-template-curly-in-string -- macros that electron-builder fills in */
/** The library of SQLite for the system that is packed; the other seven stay out. A library cannot be loaded out of an archive. */
export const nativeLibraries = ['node_modules/better-sqlite3/prebuilds/*.node'];

/**
 * What goes into the archive, as electron-builder reads it: the last pattern that matches a file decides.
 *
 * The build has every package in it but better-sqlite3, so nothing else of node_modules is shipped: no sources, typings, tests or documents.
 */
export const packedFiles = [
  'package.json',
  'out/**',
  '!**/*.map',
  // Compiled by the Node of this checkout, for it alone.
  '!out/main/command-line/compiled',
  '!node_modules',
  'node_modules/better-sqlite3/{package.json,lib/**/*.js}',
  'node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node',
];
