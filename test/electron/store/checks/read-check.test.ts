import { describe, expect, test } from 'vitest';

import { pageChecks } from '../../../../electron/store/checks/page-checks.ts';
import { readCheck } from '../../../../electron/store/checks/read-check.ts';
import { saveCheck } from '../../../../electron/store/checks/save-checks.ts';
import { openForTest } from '../open-for-test.ts';
import { sampleCheck } from '../sample-check.ts';

describe('readCheck', () => {
  test('gives back what was saved, with its number', () => {
    const store = openForTest();
    saveCheck(store, sampleCheck());
    expect(readCheck(store, 1)).toEqual({ kind: 'read', value: sampleCheck({ id: 1 }) });
  });

  test('gives null for a number that is not there', () => {
    expect(readCheck(openForTest(), 1)).toEqual({ kind: 'read', value: null });
  });

  test.each([
    ['no JSON', '{"version":1,'],
    ['another shape', '{"version":1}'],
    ['a version from the future', JSON.stringify({ ...sampleCheck(), version: 2 })],
    ['a field nobody knows', JSON.stringify({ ...sampleCheck(), extra: true })],
    ['a prototype', JSON.stringify(sampleCheck()).replace('{', '{"__proto__":{"polluted":1},')],
    ['not even an object', '7'],
    ['nothing', ''],
  ])('says that a document which is %s is damaged, and the rest stays readable', (_, document) => {
    const store = openForTest();
    saveCheck(store, sampleCheck());
    saveCheck(store, sampleCheck());
    store.database.prepare('UPDATE check_documents SET document = ? WHERE check_id = 1').run(document);
    expect(readCheck(store, 1)).toMatchObject({
      kind: 'unreadable',
      problem: { kind: 'damaged', path: store.path, detail: expect.stringMatching(/^Check 1: ./u) },
    });
    expect(readCheck(store, 2).kind).toBe('read');
    expect(pageChecks(store, { hostId: 1, limit: 10 })).toMatchObject({
      rows: [{ id: 2 }, { id: 1 }],
    });
    expect(Object.prototype).not.toHaveProperty('polluted');
  });
});
