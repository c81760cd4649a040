import importX, { createNodeResolver } from 'eslint-plugin-import-x';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import typescript from 'typescript-eslint';
import { packageBans } from './build/lint/packages.js';
import { syntaxBans } from './build/lint/syntax.js';
import { importZones } from './build/lint/zones.js';

const root = import.meta.dirname;
const app = ['shared/**/*.{ts,svelte}', 'electron/**/*.ts', 'renderer/**/*.{ts,svelte}'];
const tests = ['test/**/*.{ts,mjs}'];

/** Where a message of the contract gets its type back, after its schema has spoken. */
const schemaEdges = ['electron/preload.ts', 'electron/ipc/*.ts', 'renderer/bridge.ts'];

/** Ways to put text into the page as HTML, or to open what a server named. */
const dangerousProperties = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe', 'parseHTMLUnsafe', 'openPath'].map(
  (property) => ({
    property,
    message: 'Server text is hostile: set textContent, and open only what electron/ keeps in a list.',
  }),
);

/** Bugs that the compiler lets through. @type {import('eslint').Linter.RulesRecord} */
const correctness = {
  'array-callback-return': 'error',
  'default-case-last': 'error',
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'no-constant-binary-expression': 'error',
  'no-empty': 'error',
  'no-eval': 'error',
  'no-implied-eval': 'error',
  'no-new-func': 'error',
  'no-param-reassign': 'error',
  'no-self-compare': 'error',
  'no-sparse-arrays': 'error',
  'no-template-curly-in-string': 'error',
  'no-unmodified-loop-condition': 'error',
  'no-unsafe-finally': 'error',
  'no-unsafe-optional-chaining': 'error',
  'no-useless-assignment': 'error',
  'no-useless-escape': 'error',
  'no-var': 'error',
  'object-shorthand': 'error',
  'prefer-const': 'error',
  'prefer-object-has-own': 'error',
  'preserve-caught-error': 'error',
  'no-restricted-properties': [
    'error',
    ...dangerousProperties,
    { object: 'document', property: 'write', message: 'Build elements instead.' },
  ],
};

/** Sizes at which a file or a function has more than one idea in it. @type {import('eslint').Linter.RulesRecord} */
const shape = {
  'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
  'max-params': ['error', { max: 3 }],
  'max-depth': ['error', { max: 3 }],
};

export default defineConfig(
  globalIgnores(['out/', 'dist/', '.runtime/', 'test-results/', 'test/fixtures/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  typescript.configs.strict,
  svelte.configs.recommended,
  {
    plugins: { 'import-x': importX },
    // For all files: import-x reads a component with the options of the file that imports it.
    languageOptions: { parserOptions: { parser: typescript.parser, extraFileExtensions: ['.svelte'] } },
    settings: {
      'import-x/ignore': ['node_modules'],
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.js', '.mjs', '.svelte'] })],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'], 'svelte-eslint-parser': ['.svelte'] },
    },
    rules: {
      ...correctness,
      ...shape,
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'import-x/no-restricted-paths': ['error', { basePath: root, zones: importZones }],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-self-import': 'error',
      'no-duplicate-imports': ['error', { allowSeparateTypeImports: true }],
    },
  },
  {
    files: app,
    rules: {
      // `as const` is no assertion.
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      'no-console': 'error',
    },
  },
  {
    files: schemaEdges,
    rules: { '@typescript-eslint/consistent-type-assertions': 'error' },
  },
  {
    // Its log is what it writes to the terminal it was started from; the command line writes to its own streams.
    files: ['electron/**/*.ts'],
    ignores: ['electron/cli.ts', 'electron/cli/**'],
    rules: { 'no-console': ['error', { allow: ['error', 'warn'] }] },
  },
  {
    files: ['shared/**/*.ts', 'electron/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/return-await': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    rules: {
      'svelte/no-at-html-tags': 'error',
      'svelte/button-has-type': 'error',
      'svelte/no-target-blank': 'error',
      // Components take their props in one `let` that some of them bind to.
      'prefer-const': 'off',
      'svelte/prefer-const': ['error', { excludedRunes: ['$props', '$state'] }],
    },
  },
  {
    files: tests,
    rules: {
      'max-lines-per-function': 'off',
      // A row of it.each is spread over the arguments.
      'max-params': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  packageBans.map(({ files, bans }) => ({
    files,
    rules: { 'no-restricted-imports': /** @type {const} */ (['error', { patterns: bans }]) },
  })),
  syntaxBans.map(({ files, bans }) => ({ files, rules: { 'no-restricted-syntax': /** @type {const} */ (['error', ...bans]) } })),
);
