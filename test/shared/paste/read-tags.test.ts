import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';

import { tagSchema } from '../../../shared/history/host-label.ts';
import { readTags } from '../../../shared/paste/read-tags.ts';

test('tags are read between commas, semicolons and bars, each once', () => {
  expect(readTags(' printers, site  Leeds;printers | new ,')).toEqual(['printers', 'site Leeds', 'new']);
  expect(readTags('')).toEqual([]);
});

const tricky = fc.constantFrom('a', 'Ä', ' ', ',', ';', '\n', '\u0000', '\u200f', '\u2028', '\u00a0', '\ud83d', '😀');

test('whatever is typed, every tag is one that can be kept', () => {
  fc.assert(fc.property(fc.string({ unit: tricky }), (text) => readTags(text).every((tag) => v.is(tagSchema, tag))));
});
