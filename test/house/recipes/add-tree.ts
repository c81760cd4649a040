import type { Recipe } from './recipe.ts';

/** A symptom of its own for what moved for good (308). */
export const addTree: Recipe = {
  title: 'Add a guidance tree',
  added: {
    'shared/guidance/trees/moved-for-good.ts': `import { advise, ask, defineTree } from '../tree.ts';

/** The web server says that it is somewhere else, for good. */
export const movedForGood = defineTree({
  root: 'http_login',
  nodes: {
    http_login: ask('http_login', { yes: 'wrong_path', no: 'wrong_path' }),
    wrong_path: advise('wrong_path'),
  },
  causes: { wrong_path: 0 },
});
`,
    'test/scenarios/moved-for-good/moved.json': JSON.stringify({
      title: 'The web server says that it moved for good',
      check: { target: 'web1.example.net:80', http: { status: 308, reason: 'Permanent Redirect' } },
      expect: { symptom: 'moved_for_good', path: ['http_login'], next: null, finding: 'wrong_path', causes: ['wrong_path'] },
    }),
  },
  changed: [
    {
      path: 'shared/guidance/trees/trees.ts',
      after: "import { intermittent } from './intermittent.ts';",
      put: "\nimport { movedForGood } from './moved-for-good.ts';",
    },
    { path: 'shared/guidance/trees/trees.ts', after: 'export const trees = {', put: '\n  moved_for_good: movedForGood,' },
    {
      path: 'shared/guidance/tree-for.ts',
      after: 'function symptomOfSuccess(evidence: Evidence): Symptom {',
      put: "\n  if (evidence.check.http?.status === 308) return 'moved_for_good';",
    },
    { path: 'shared/text/guidance/english-guidance.ts', after: '  symptoms: {', put: "\n    moved_for_good: 'It moved, for good.'," },
  ],
  proofs: ['test/shared/guidance/scenarios.test.ts'],
};
