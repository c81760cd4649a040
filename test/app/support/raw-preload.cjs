// What somebody has who took over the page's process: any name, any payload, as the frame that it is. No part of the app.
// eslint-disable-next-line @typescript-eslint/no-require-imports -- a sandboxed preload is CommonJS
const { contextBridge, ipcRenderer } = require('electron');

const odd = {
  bigint: () => 1n,
  date: () => new Date(0),
  map: () => new Map([['limit', 1]]),
  set: () => new Set([1]),
  pattern: () => /a/u,
  error: () => new Error('a'),
  nan: () => Number.NaN,
  infinity: () => Number.POSITIVE_INFINITY,
  undefined: () => undefined,
  list: () => Array.from({ length: 100_000 }, () => 0),
  text: () => 'a'.repeat(8_000_000),
  huge: () => 'a'.repeat(67_108_864),
  floats: () => new Float64Array(1_000),
  bytes: () => new Uint8Array(8_000_000),
  circle: () => {
    const circle = { limit: 1 };
    circle.self = circle;
    return circle;
  },
  deep: () => {
    let deep = 1;
    for (let level = 0; level < 1_000; level += 1) deep = { deep };
    return deep;
  },
  surrogate: () => '\ud800',
  prototype: () => JSON.parse('{"limit":1,"__proto__":{"polluted":true}}'),
  detached: () => {
    const buffer = new ArrayBuffer(8);
    structuredClone(buffer, { transfer: [buffer] });
    return { limit: buffer };
  },
};

async function say({ name, kind, payload }) {
  if (kind === 'call')
    return ipcRenderer.invoke(name, payload).then(
      (answer) => answer?.fault ?? answer?.kind,
      (error) => `threw ${error.message}`,
    );
  const { port1, port2 } = new MessageChannel();
  const ended = new Promise((resolve) => {
    port1.onmessage = ({ data }) => {
      port1.close();
      resolve(data.fault ?? data.kind);
    };
  });
  try {
    ipcRenderer.postMessage(name, payload, [port2]);
  } catch (error) {
    return `threw ${error.message}`;
  }
  return ended;
}

async function sayAll(messages) {
  const heard = {};
  for (let first = 0; first < messages.length; first += 32) {
    const answers = await Promise.all(messages.slice(first, first + 32).map(say));
    for (const answer of answers) heard[answer] = (heard[answer] ?? 0) + 1;
  }
  return heard;
}

contextBridge.exposeInMainWorld('raw', {
  sayAll,
  sayOdd: (names, kinds) => sayAll(kinds.flatMap((which) => names.map(({ name, kind }) => ({ name, kind, payload: odd[which]() })))),
  kinds: Object.keys(odd),
});
