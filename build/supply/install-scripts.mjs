/**
 * Packages that bring an install script, and why Sonde does not need it: .npmrc says `ignore-scripts`, so none ever runs.
 *
 * @type {Readonly<Record<string, string>>}
 */
export const scriptsNotRun = {
  'unrs-resolver': 'Fetches a binary that npm has left out; its binaries for every system are locked here.',
  'electron-winstaller': 'Copies a 7-Zip for the Squirrel installer of Windows, which Sonde does not make (it makes NSIS and portable).',
};
