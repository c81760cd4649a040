import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { placeOnScreen, readWindowMemory, writeWindowMemory, type WindowMemory } from '../../electron/window-memory.ts';

const memory: WindowMemory = { bounds: { x: 10, y: 20, width: 1100, height: 700 }, maximized: true };
const nothing: WindowMemory = { bounds: null, maximized: false };

describe('what the window remembers', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sonde-memory-'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  test('is read as it was written, also into a folder that is not there yet', () => {
    const deeper = join(folder, 'new');
    expect(writeWindowMemory(deeper, memory)).toBe(true);
    expect(readWindowMemory(deeper)).toEqual(memory);
  });

  test.each([
    '',
    '{',
    '[]',
    '{"bounds":1}',
    '{"bounds":null,"maximized":"no"}',
    '{"bounds":{"x":0.5,"y":0,"width":1,"height":1},"maximized":false}',
  ])('is nothing when the file holds %s', async (text) => {
    await writeFile(join(folder, 'window.json'), text);
    expect(readWindowMemory(folder)).toEqual(nothing);
  });

  test('is nothing at the first start, and a folder that cannot be made is no failure', async () => {
    expect(readWindowMemory(folder)).toEqual(nothing);
    await writeFile(join(folder, 'file'), '');
    expect(writeWindowMemory(join(folder, 'file', 'folder'), memory)).toBe(false);
  });
});

describe('the remembered place', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1080 };

  test('is taken when the title bar can be reached', () => {
    expect(placeOnScreen(memory.bounds, [screen])).toEqual(memory.bounds);
    expect(placeOnScreen({ x: 1800, y: 900, width: 1000, height: 800 }, [screen])).not.toBeNull();
    expect(
      placeOnScreen({ x: 2000, y: 50, width: 800, height: 600 }, [screen, { x: 1920, y: 0, width: 1920, height: 1080 }]),
    ).not.toBeNull();
  });

  test('is given up when its screen is gone or the title bar is out of reach', () => {
    expect(placeOnScreen({ x: 2000, y: 50, width: 800, height: 600 }, [screen])).toBeNull();
    expect(placeOnScreen({ x: 1900, y: 50, width: 800, height: 600 }, [screen])).toBeNull();
    expect(placeOnScreen({ x: 0, y: -300, width: 800, height: 600 }, [screen])).toBeNull();
    expect(placeOnScreen({ x: 0, y: 1050, width: 800, height: 600 }, [screen])).toBeNull();
    expect(placeOnScreen(null, [screen])).toBeNull();
  });
});
