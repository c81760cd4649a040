import { expect, it } from 'vitest';

import { advise, ask, defineTree } from '../../../shared/guidance/tree.ts';

// What must not compile is held by the compiler itself: each expected error is one, or the types of the tests fail.

it('a tree leads only to nodes it has', () => {
  const tree = defineTree({
    root: 'one_word',
    nodes: { one_word: ask('one_word', { yes: 'end', no: 'end' }), end: advise('misspelt') },
    causes: { misspelt: 1 },
  });
  expect(tree.nodes[tree.root]?.kind).toBe('ask');

  defineTree({
    // @ts-expect-error -- there is no such node to begin at
    root: 'nowhere',
    nodes: { end: advise('misspelt') },
    causes: {},
  });
  defineTree({
    root: 'one_word',
    nodes: {
      // @ts-expect-error -- "yes" leads to no node
      one_word: ask('one_word', { yes: 'nowhere', no: 'end' }),
      end: advise('misspelt'),
    },
    causes: {},
  });
});

it('a question leads on from every answer it has, an end finds what there is to find', () => {
  // @ts-expect-error -- "no" leads nowhere
  ask('one_word', { yes: 'end' });
  // @ts-expect-error -- nobody asks this
  ask('favourite_colour', { yes: 'end', no: 'end' });
  // @ts-expect-error -- there is no such finding
  expect(advise('bad_luck')).toEqual({ kind: 'advice', finding: 'bad_luck' });
});
