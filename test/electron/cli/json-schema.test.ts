import { expect, onTestFinished, test } from 'vitest';

import { closedPort } from '../../support/loopback.ts';
import { startScriptedServer } from '../../support/scripted-server.ts';
import { mismatches } from './json-schema-mismatches.ts';
import { sonde } from './sonde.ts';

test('--json-schema describes what --json prints, whatever came of the check', async () => {
  const { exitCode, stdout } = await sonde(['check', '--json-schema']);
  expect(exitCode).toBe(0);
  const schema: unknown = JSON.parse(stdout);
  expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', additionalProperties: false });

  const server = await startScriptedServer({ behaviour: { kind: 'greet', text: '220 mail.example ESMTP\r\n', reply: '221 Bye\r\n' } });
  onTestFinished(server.close);
  const targets = [
    `127.0.0.1:${server.port}`,
    `http://127.0.0.1:${server.port}/`,
    `127.0.0.1:${await closedPort()}`,
    'no-such-name.invalid:80',
  ];
  const printed = await sonde(['check', ...targets, '--json', '--no-save', '--timeout', '1']);
  const lines = printed.stdout.trimEnd().split('\n');
  expect(lines).toHaveLength(targets.length);
  for (const line of lines) expect(mismatches(JSON.parse(line), schema)).toEqual([]);
});

test('the schema refuses what it does not describe', async () => {
  const schema: unknown = JSON.parse((await sonde(['check', '--json-schema'])).stdout);
  const { stdout } = await sonde(['check', `127.0.0.1:${await closedPort()}`, '--json', '--no-save']);
  const check = JSON.parse(stdout) as Record<string, unknown>;
  expect(mismatches({ ...check, outcome: 'fine' }, schema)).toEqual(['/outcome']);
  expect(mismatches({ ...check, mood: 'good' }, schema)).toEqual(['/mood']);
  expect(mismatches({ ...check, stages: [{ stage: 'connect' }] }, schema)).toContain('/stages/0/durationMs');
});
