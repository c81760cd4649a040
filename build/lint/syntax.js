/**
 * @typedef {object} SyntaxBan
 * @property {string} selector  esquery
 * @property {string} message  what to do instead
 */

/** Everywhere. @type {readonly SyntaxBan[]} */
const everywhere = [
  { selector: 'ExportDefaultDeclaration', message: 'Name the export: it then has one name everywhere.' },
  { selector: 'ExportAllDeclaration', message: 'No barrel files: import from the file itself, so that who imports whom stays visible.' },
  {
    selector: 'ExportNamedDeclaration[source]',
    message: 'No barrel files: import from the file itself, so that who imports whom stays visible.',
  },
  { selector: 'TSEnumDeclaration', message: 'Use a union of string literals: Node runs these files as they are.' },
  { selector: 'TSModuleDeclaration[declare!=true]', message: 'Use a file as the module: Node runs these files as they are.' },
  { selector: 'TSParameterProperty', message: 'Declare the field and assign it: Node runs these files as they are.' },
  { selector: 'Decorator', message: 'No decorators: Node runs these files as they are.' },
  {
    selector:
      ':matches(ClassDeclaration, FunctionDeclaration, TSTypeAliasDeclaration, TSInterfaceDeclaration) > Identifier.id[name=/(Manager|Helper|Utils?|Info|Data)$/]',
    message: 'Name it by what it is: Manager, Helper, Util, Info and Data fit everything and say nothing.',
  },
  {
    selector: ':matches(TSInterfaceDeclaration, TSTypeAliasDeclaration) > Identifier.id[name=/^I[A-Z][a-z]|Type$/]',
    message: 'No I in front and no Type behind: a type is named as the thing it describes.',
  },
];

/** In what is shipped, not in tests and build scripts. @type {readonly SyntaxBan[]} */
const inTheApp = [
  {
    selector: ':matches(Program, Program > ExportNamedDeclaration) > VariableDeclaration[kind="let"]',
    message: 'No state in a module: it is shared by all who import it and no test can reset it. Keep it in what main.ts builds.',
  },
];

/** A package that is loaded on demand goes by the same rules, but no-restricted-imports sees only static imports. @type {SyntaxBan} */
const hiddenImport = {
  selector: 'ImportExpression > Literal[value=/^(electron|better-sqlite3)(\\u002F|$)/]',
  message: 'Import it statically, in the part that may know it (build/lint/packages.js); load that part on demand.',
};

/** Ways out of the window, or into it, that no part of the app has use for. @type {SyntaxBan} */
const doorway = {
  selector:
    'MemberExpression[property.name=/^(openExternal|openPath|setAsDefaultProtocolClient|executeJavaScript|executeJavaScriptInIsolatedWorld|registerPreloadScript)$/]',
  message: 'What opens a page outside is electron/ipc/desktop/open-link.ts; nobody registers with the system or runs code in a page.',
};

/** @type {SyntaxBan} */
const popUp = {
  selector: 'CallExpression > MemberExpression[object.name=/^(window|globalThis)$/][property.name=/^(open|fetch)$/]',
  message: 'The page opens and fetches nothing. A page outside is opened with the call openLink (shared/ipc/links.ts).',
};

/** @type {SyntaxBan} */
const bridge = {
  selector: 'MemberExpression[object.name=/^(window|globalThis)$/][property.name="bridge"]',
  message: 'Only renderer/bridge.ts touches window.bridge.',
};

/** A static style attribute breaks the content security policy; `style:name={...}` sets it through the DOM and does not. @type {SyntaxBan} */
const styleAttribute = {
  selector: 'SvelteAttribute[key.name="style"]',
  message: 'The content security policy forbids style attributes: use a class, or the directive style:name={value}.',
};

/** @type {SyntaxBan} */
const onlyOne = {
  selector: 'CallExpression > MemberExpression[object.name=/^(it|test|describe)$/][property.name="only"]',
  message: 'This would leave every other test out.',
};

/** What a window shows now may be what it showed before: a read of it is repeated until it is as expected. What must never be shown (`not`) is read at once. @type {SyntaxBan} */
const readOnce = {
  selector:
    'MemberExpression[property.name!="not"] > CallExpression.object[callee.name="expect"] AwaitExpression > CallExpression > MemberExpression.callee[property.name=/^(innerText|textContent|allInnerTexts|count|inputValue|isVisible|isChecked|isDisabled|isEnabled|getAttribute)$/]',
  message: 'The window may not have drawn it yet: await expect.poll(() => locator.innerText()).toBe(...)',
};

/** What may not be written where. A file takes the last entry that it matches. */
export const syntaxBans = [
  { files: ['shared/**', 'electron/**'], bans: [...everywhere, ...inTheApp, hiddenImport, doorway] },
  { files: ['electron/ipc/desktop/open-link.ts'], bans: [...everywhere, ...inTheApp, hiddenImport] },
  { files: ['electron/store/**'], bans: [...everywhere, ...inTheApp, doorway] },
  { files: ['renderer/**'], bans: [...everywhere, ...inTheApp, hiddenImport, bridge, popUp, styleAttribute] },
  { files: ['renderer/bridge.ts'], bans: [...everywhere, ...inTheApp, hiddenImport, popUp] },
  { files: ['test/**'], bans: [...everywhere, onlyOne] },
  { files: ['test/{app,package}/**'], bans: [...everywhere, onlyOne, readOnce] },
];
