import { expect, test } from 'vitest';

import type { Block } from '../../../shared/report/block.ts';
import { redactBlock } from '../../../shared/report/redact-block.ts';
import { startStandIns } from '../../../shared/report/stand-ins.ts';

const secret = 'mail.example.org';
const pieces = [secret, { exact: `ping ${secret}` }, { strong: secret }, { outcome: 'refused', word: 'Refused' }] as const;

test.each<readonly [string, Block]>([
  ['a heading', { kind: 'heading', level: 2, text: pieces }],
  ['a paragraph', { kind: 'paragraph', text: pieces }],
  ['facts', { kind: 'facts', rows: [{ term: secret, text: pieces }] }],
  ['a table', { kind: 'table', columns: [{ title: 'Host', align: 'start' }], rows: [[pieces]] }],
  ['what somebody wrote', { kind: 'verbatim', text: `Ask ${secret}.` }],
])('%s says nothing of what is left out, and keeps its shape', (_what, block) => {
  const standIns = startStandIns();
  const redaction = { addresses: true, names: true, notes: false };
  const redacted = redactBlock(block, { redaction, standIns, knownHosts: new Set() });
  expect(JSON.stringify(redacted)).toBe(JSON.stringify(block).replaceAll(secret, 'host-1'));
});
