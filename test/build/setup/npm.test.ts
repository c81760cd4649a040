import { expect, it } from 'vitest';
import { npmCommand } from '../../../build/setup/npm.mjs';

it('runs the npm that started it, in the Node that npm was started in', () => {
  expect(npmCommand({ npm_execpath: '/opt/npm/bin/npm-cli.js', npm_node_execpath: '/opt/bin/node' })).toEqual([
    '/opt/bin/node',
    '/opt/npm/bin/npm-cli.js',
  ]);
});

it.runIf(process.platform !== 'win32').each([{}, { npm_execpath: '/opt/yarn/bin/yarn.js' }])(
  'finds npm by its name when it was not npm: %o',
  (environment) => {
    expect(npmCommand(environment)).toEqual(['npm']);
  },
);
